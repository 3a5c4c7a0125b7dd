import type {Lexicon} from '../lexicon/index.ts'
import type {AnswerLine, EntityId, Incident, Question} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {counts, scoreOf, thirdParties, weightOf} from '../relation/index.ts'
import {line, most, restLine} from './lines-of.ts'
import {count, list, signed, themeWords} from './words.ts'

interface Side {
  readonly id: EntityId
  readonly scores: readonly [number | null, number | null]
  readonly incidents: readonly Incident[]
}

/** Third parties by how they get along with either of the two, on the theme asked about. */
export async function sideLines(
  record: OpenRecord,
  lexicon: Lexicon,
  {pair, theme, since, until}: Question,
  known: Known,
): Promise<AnswerLine[]> {
  if (pair === null) return []
  const [ofA, ofB, names] = await Promise.all([
    record.incidents({party: pair[0], theme, since, until, ...known}),
    record.incidents({party: pair[1], theme, since, until, ...known}),
    record.names(),
  ])
  const nameOf = (id: EntityId) => lexicon.entities.get(id)?.name ?? names[id] ?? id
  const [a, b] = pair.map(nameOf)
  const sides = sidesOf(pair, ofA.filter(counts), ofB.filter(counts))
  const on = theme === null ? '' : ` on ${themeWords(theme)}`
  if (sides.length === 0) return [line(`Nobody else is on record with ${a} or ${b}${on}.`)]
  const lines = sides.slice(0, most).map(({id, scores, incidents}) => {
    const with_ = scores.map((score, n) =>
      score === null ? `nothing with ${[a, b][n]}` : `${signed(score)} with ${[a, b][n]}`,
    )
    return line(
      `${nameOf(id)}${on}: ${with_.join(', ')}, from ${count(incidents.length, 'incident')}: ${leaning(scores, a, b)}.`,
      incidents.slice(0, 3).map(incident => incident.id),
    )
  })
  return [summary(sides, a, b, on, nameOf), ...lines, ...restLine(sides.length)]
}

/** Third parties by which of the two they are with. */
function summary(
  sides: readonly Side[],
  a: string,
  b: string,
  on: string,
  nameOf: (id: EntityId) => string,
): AnswerLine {
  const groups = new Map<string, string[]>()
  for (const {id, scores} of sides) {
    const way = leaning(scores, a, b)
    groups.set(way, [...(groups.get(way) ?? []), nameOf(id)])
  }
  const told = [...groups].map(([way, names]) => `${way}: ${list(names.slice(0, most))}`)
  return line(`By what they did with either${on}, ${told.join('; ')}.`)
}

/** Third parties with most incidents first. */
function sidesOf(pair: readonly [EntityId, EntityId], ofA: readonly Incident[], ofB: readonly Incident[]): Side[] {
  const met = new Map<EntityId, [Incident[], Incident[]]>()
  for (const [n, incidents] of [ofA, ofB].entries())
    for (const incident of incidents) {
      for (const id of thirdParties(incident, pair)) {
        const lists = met.get(id) ?? [[], []]
        lists[n].push(incident)
        met.set(id, lists)
      }
    }
  return [...met]
    .map(([id, [a, b]]) => ({
      id,
      scores: [meanOf(a), meanOf(b)] as const,
      incidents: [...new Map([...a, ...b].map(each => [each.id, each])).values()],
    }))
    .sort((a, b) => b.incidents.length - a.incidents.length || (a.id < b.id ? -1 : 1))
}

function meanOf(incidents: readonly Incident[]): number | null {
  const weight = incidents.reduce((sum, each) => sum + weightOf(each), 0)
  if (weight === 0) return null
  return incidents.reduce((sum, each) => sum + weightOf(each) * scoreOf(each.event, each.mode), 0) / weight
}

function leaning([a, b]: Side['scores'], nameA: string, nameB: string): string {
  const [x, y] = [Math.sign(a ?? 0), Math.sign(b ?? 0)]
  if (x > 0 && y > 0) return 'with both'
  if (x < 0 && y < 0) return 'against both'
  if (x === 0 && y === 0) return 'neither with nor against'
  if (x >= 0 && y <= 0) return x > 0 ? `with ${nameA}${y < 0 ? `, against ${nameB}` : ''}` : `against ${nameB}`
  return y > 0 ? `with ${nameB}${x < 0 ? `, against ${nameA}` : ''}` : `against ${nameA}`
}
