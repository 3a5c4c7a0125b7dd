import {basename} from 'node:path'
import type {Mention, Reading} from '../../src/model/index.ts'
import {loadLexicon} from '../../src/lexicon/index.ts'
import {knownNames} from '../../src/read/mentions/known-names.ts'
import {findNames, loadEnglish, type NameKind, parse} from '../../src/text/index.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface GoldName {
  readonly start: number
  readonly end: number
  readonly type: string
}

interface GoldText {
  readonly half: string
  readonly text: string
  readonly entities: readonly GoldName[]
}

type Kind = 'PER' | 'ORG' | 'LOC'

const kindOfType: {readonly [type: string]: Kind} = {
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  Person: 'PER',
  Organisation: 'ORG',
  Location: 'LOC',
}

/** Names of people, organisations and places against spans that people marked. */
export const names: GoldSet = {
  name: 'names',
  data: 'gold/names/uner-ewt-dev.jsonl',
  about:
    'Exact spans of names (without titles, articles, role nouns and pronouns) with the right one of PER, ORG and LOC; states are LOC. Of re3d only gold spans that begin with a capital letter count, and a state may be ORG or LOC there. The first two measures count what the reader names, the last two what the finder of names of detente/text does.',
  async score(path, {read, docOf}) {
    const rows: GoldText[] = rowsOf(path)
    const count = tally()
    const text = tally()
    const model = loadEnglish()
    const known = knownNames(loadLexicon())
    for (const {half, text: words, entities} of rows) {
      if (half !== 'open') continue
      const loose = entities.some(({type}) => type.length > 3)
      const gold = goldKeys(words, entities)
      add(count, gold, namesOf(read(docOf(words)), words), loose)
      const found = new Map<string, Kind>()
      for (const sentence of parse(model, words))
        for (const {span, kind} of findNames(model, sentence, known))
          found.set(`${span.start}-${span.end}`, short[kind])
      add(text, gold, found, loose)
    }
    return [
      f1('span and kind F1', count.hit, count, path),
      f1('span F1', count.span, count, path),
      f1('finder of text: span and kind F1', text.hit, text, path),
      f1('finder of text: span F1', text.span, text, path),
    ]
  },
}

const short: Readonly<Record<NameKind, Kind>> = {person: 'PER', organisation: 'ORG', place: 'LOC'}

interface Tally {
  gold: number
  found: number
  hit: number
  span: number
}

function tally(): Tally {
  return {gold: 0, found: 0, hit: 0, span: 0}
}

function add(count: Tally, gold: ReadonlySet<string>, found: ReadonlyMap<string, Kind>, loose: boolean): void {
  const spans = new Set([...gold].map(key => key.replace(/ .*/, '')))
  count.gold += spans.size
  count.found += found.size
  for (const [at, kind] of found) {
    if (spans.has(at)) count.span++
    if (gold.has(`${at} ${kind}`) || (loose && kind === 'LOC' && gold.has(`${at} ORG`))) count.hit++
  }
}

function goldKeys(text: string, entities: readonly GoldName[]): Set<string> {
  const keys = new Set<string>()
  for (const {start, end, type} of entities) {
    const kind = kindOfType[type]
    if (kind && (type.length === 3 || /^\p{Lu}/u.test(text.slice(start)))) keys.add(`${start}-${end} ${kind}`)
  }
  return keys
}

const named = new Set<Mention['reason']>([
  'name',
  'acronym',
  'capital',
  'seat',
  'surname',
  'title-and-name',
  'found-name',
])

function namesOf(reading: Reading, text: string): Map<string, Kind> {
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  const found = new Map<string, Kind>()
  for (const {span, role, reason, sense, entities: ids} of reading.mentions) {
    if (!named.has(reason)) continue
    const start = role ? role.end + (/^\s*/.exec(text.slice(role.end))?.[0].length ?? 0) : span.start
    const kind = entities.get(ids[0])?.kind
    const place = sense === 'place' || kind === 'state'
    found.set(`${start}-${span.end}`, place ? 'LOC' : kind === 'person' ? 'PER' : 'ORG')
  }
  return found
}

function f1(measure: string, hits: number, {gold, found}: {gold: number; found: number}, path: string): Score {
  const value = gold + found === 0 ? 0 : (2 * hits) / (gold + found)
  return {measure, split: basename(path, '.jsonl'), value, detail: `${hits} of ${gold} gold, ${found} found`}
}
