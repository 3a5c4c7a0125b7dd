import {loadLexicon} from '../../src/lexicon/index.ts'
import type {PlaceReading} from '../../src/model/index.ts'
import {distance, resolveToponyms} from '../../src/read/places/resolve.ts'
import {splitsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface Row {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly date: string | null
  readonly toponyms: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly lat?: number | null
    readonly lon?: number | null
  }[]
}

/** 100 miles: nearer counts as right. */
const near = 161

interface Point {
  readonly latitude: number | null
  readonly longitude: number | null
}

function isNear(point: Point | null, {lat, lon}: Row['toponyms'][number]): boolean {
  if (!point || point.latitude === null || point.longitude === null) return false
  if (typeof lat !== 'number' || typeof lon !== 'number') return false
  return distance({latitude: point.latitude, longitude: point.longitude}, {latitude: lat, longitude: lon}) <= near
}

export const places: GoldSet = {
  name: 'places',
  data: 'gold/places',
  about:
    'Names of places: accuracy@161 km over all gold toponyms with coordinates (unresolved ones are wrong); end to end, F1 of found names that overlap a gold one and lie within 161 km of it.',
  async score(path, tools) {
    const lexicon = loadLexicon()
    const gazetteer = lexicon.gazetteer()
    const scores: Score[] = []
    for (const [split, rows] of splitsOf<Row>(path)) {
      let [right, golds, unresolved, found, hits] = [0, 0, 0, 0, 0]
      for (const row of rows) {
        const gold = row.toponyms.filter(({lat, lon}) => typeof lat === 'number' && typeof lon === 'number')
        const resolved = resolveToponyms(row.text, gold, lexicon, gazetteer)
        golds += gold.length
        right += resolved.filter((toponym, n) => isNear(toponym.place, gold[n])).length
        unresolved += resolved.filter(({place}) => place === null).length
        const shown = tools.read(tools.docOf(row.text, {published: row.date, title: row.title})).places ?? []
        found += shown.length
        const used = new Set<PlaceReading>()
        for (const toponym of gold) {
          const hit = shown.find(
            one =>
              !used.has(one) && one.span.start < toponym.end && toponym.start < one.span.end && isNear(one, toponym),
          )
          if (hit) used.add(hit)
        }
        hits += used.size
      }
      scores.push(
        {
          measure: 'accuracy@161 km',
          split,
          value: right / Math.max(1, golds),
          detail: `${right} of ${golds}; ${unresolved} unresolved`,
        },
        {
          measure: 'end-to-end F1',
          split,
          value: hits === 0 ? 0 : (2 * hits) / (found + golds),
          detail: `${hits} right, ${found} found`,
        },
      )
    }
    return scores
  },
}
