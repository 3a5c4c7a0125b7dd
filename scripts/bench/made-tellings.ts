import {existsSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {crosswalkOf, loadLexicon} from '../../src/lexicon/index.ts'
import {type EventCode, eventCodes} from '../../src/model/index.ts'
import {contentWords, type Telling} from '../../src/record/index.ts'
import {seeded} from './gdelt-rows.ts'

/** Tellings with the articles that they stand in. */
export interface Told {
  readonly tellings: readonly Telling[]
  readonly docs: readonly {readonly id: string; readonly text: string}[]
}

/** A happening before it is told: who, what and when. */
interface Happening {
  readonly day: string
  readonly event: EventCode
  readonly cameo: string | null
  readonly cue: string
  readonly actor: Side
  readonly recipient: Side
}

interface Side {
  readonly name: string
  readonly country: string
  readonly state: boolean
}

/** Tellings in one article, and happenings of one day. */
const anArticle = 12
const aDay = 300

/** Made-up tellings: few big states, some hundred happenings a day, each told by one to six articles in like words; some tell no day. */
export function madeTellings(many: number): Told {
  const next = seeded(4711)
  const few = (n: number) => Math.floor(n * next() ** 3)
  const side = (): Side => {
    const country = `S${few(120)}`
    return next() < 0.5
      ? {name: country, country, state: true}
      : {name: `${country} body ${few(12)}`, country, state: false}
  }
  let n = 0
  return told(many, next, () => {
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(n++ / aDay) * 86_400_000).toISOString().slice(0, 10)
    const event = eventCodes[few(eventCodes.length)]
    return {day, event, cameo: null, cue: `${event.toLowerCase()} ${wordOf(few(40))}`, actor: side(), recipient: side()}
  })
}

/** The same with real rows of ICEWS as happenings: real sides, acts and days. `null`: the rows are not here. */
export function icewsTellings(path: string, many: number): Told | null {
  if (!existsSync(path)) return null
  const rows = gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'))
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  const crosswalk = crosswalkOf(loadLexicon())
  let n = 0
  return told(many, seeded(4711), () => {
    for (;;) {
      if (n >= rows.length) return null
      const [day, actor, cue, recipient, cameo] = rows[n++]
      const event = crosswalk.plover(cameo)?.event
      if (event) return {day, event, cameo, cue, actor: sideOf(actor), recipient: sideOf(recipient)}
    }
  })
}

function sideOf(printed: string): Side {
  const [, country] = /\(([^)]*)\)$/.exec(printed) ?? [null, printed]
  return {name: printed, country, state: country === printed}
}

function told(many: number, next: () => number, happening: () => Happening | null): Told {
  const tellings: Telling[] = []
  const words = new Map<string, string[]>()
  const some = (n: number) => Array.from({length: n}, () => wordOf(Math.floor(8000 * next() ** 2)))
  let newest = 0
  while (tellings.length < many) {
    const found = happening()
    if (found === null) break
    const own = some(8)
    const times = 1 + Math.floor(6 * next() ** 2)
    for (let n = 0; n < times; n++) {
      // Those who tell of one happening are different articles, written side by side.
      const doc = `doc_${Math.floor(tellings.length / (anArticle * 6))}_${n % 6}`
      const text = words.get(doc) ?? []
      words.set(doc, text)
      const clause = [found.actor.name, found.cue, found.recipient.name, ...own.slice(0, 4 + (n % 3)), ...some(3)]
      text.push(...clause, ...some(25))
      tellings.push(tellingOf(found, `${doc}/ev_${newest++}`, doc, clause.join(' '), text.length, next))
    }
  }
  return {tellings, docs: [...words].map(([id, text]) => ({id, text: text.join(' ')}))}
}

function tellingOf(
  {day, event, cameo, cue, actor, recipient}: Happening,
  id: string,
  doc: string,
  clause: string,
  at: number,
  next: () => number,
): Telling {
  const party = ({name, country, state}: Side) => ({
    entity: state ? country : name,
    name,
    kind: state ? ('state' as const) : ('organisation' as const),
    country,
    sector: null,
  })
  const undated = next() < 0.2
  return {
    id,
    doc,
    published: day,
    event,
    mode: null,
    contexts: next() < 0.3 ? ['military'] : [],
    cameo,
    actors: next() < 0.05 ? [] : [party(actor)],
    recipients: next() < 0.15 ? [] : [party(recipient)],
    day: undated ? null : {first: day, last: day, precision: 'day', approx: false},
    place: null,
    reality: next() < 0.85 ? 'occurred' : 'future',
    aspect: 'plain',
    claimed: null,
    denied: null,
    figures: [],
    cue,
    words: contentWords(clause),
    at,
    sketch: [],
    credits: [],
  }
}

const syllables = 'ka ro mi ten sol var dun pel ist orn'.split(' ')

/** A made-up word for a number. */
function wordOf(n: number): string {
  return [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10, Math.floor(n / 1000) % 10]
    .map(digit => syllables[digit])
    .join('')
}
