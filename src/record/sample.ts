import {createHash} from 'node:crypto'
import {
  bareDoc,
  type CodedEvent,
  type Doc,
  type Entity,
  type EventCode,
  type Figure,
  type Reading,
  type RealityValue,
  type Span,
  type Statement,
} from '../model/index.ts'

/** An act to be put into a made-up reading: words that stand in its text. */
export interface SampleEvent {
  readonly event: EventCode
  readonly clause: string
  readonly cue: string
  readonly actor?: string
  readonly recipient?: string
  readonly day?: readonly [first: string, last: string, words: string]
  readonly precision?: 'day' | 'month' | 'year'
  readonly reality?: RealityValue
  readonly mode?: string | null
  readonly place?: string | {readonly name: string; readonly latitude: number; readonly longitude: number}
  readonly killed?: readonly [number, string]
  readonly denied?: string | null
}

export interface SampleStatement {
  readonly speaker: string | null
  readonly content: readonly string[]
  readonly cue: string
  readonly dyad?: readonly [string, string]
  readonly stance?: Statement['stance']
}

export interface SampleDoc {
  readonly text: string
  readonly published?: string | null
  readonly outlet?: string | null
  readonly credits?: readonly string[]
  readonly translator?: string
  readonly title?: string
  readonly reader?: string
  readonly events?: readonly SampleEvent[]
  readonly statements?: readonly SampleStatement[]
  /** Who may be named besides those that every sample knows. */
  readonly entities?: readonly Entity[]
}

const usual: readonly Entity[] = [
  entity('USA', 'state', 'United States', null),
  entity('PAK', 'state', 'Pakistan', null),
  entity('us-army', 'military', 'US Army', 'USA'),
  entity('northern-front', 'armed-group', 'Northern Front', 'PAK'),
  entity('river-league', 'armed-group', 'River League', 'PAK'),
  entity('~eve-hill', 'person', 'Eve Hill', null),
]

function entity(id: string, kind: Entity['kind'], name: string, country: string | null): Entity {
  return {id, kind, name, country, sector: null, since: null, until: null, wikidata: null}
}

/** A reading made by hand for tests; every span is found in the text, so that a wrong one fails here. */
export function sampleReading(sample: SampleDoc): {bytes: Uint8Array; reading: Reading} {
  const {text, published = null, events = [], statements = []} = sample
  const known = [...usual, ...(sample.entities ?? [])]
  const bytes = new TextEncoder().encode(`${sample.outlet ?? ''}\n${text}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const at = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`no “${words}” in the sample`)
    return {start, end: start + words.length}
  }
  const sentences = [...text.matchAll(/[^.\n]+\.?/g)].map(({0: words, index}) => {
    const lead = words.length - words.trimStart().length
    return {start: index + lead, end: index + words.length}
  })
  const sentenceOf = ({start}: Span) => sentences.findIndex(each => each.start <= start && start < each.end)
  const doc: Doc = {
    ...bareDoc(text),
    id: `doc_${sha256.slice(0, 16)}`,
    snapshot: {sha256, bytes: bytes.length, mediaType: 'text/plain', charset: 'utf-8'},
    title: sample.title ?? null,
    outlet: sample.outlet ?? null,
    credits: sample.credits ?? [],
    translator: sample.translator ?? null,
    kind: 'report',
    published: {day: published, bounds: {first: null, last: null, why: []}, candidates: []},
  }
  const figures: Figure[] = []
  const said: Statement[] = statements.map(({speaker, content, cue, dyad, stance}, n) => ({
    id: `st_${n + 1}`,
    source: {entity: speaker, others: [], span: null, kind: speaker ? 'named' : 'unknown', role: null},
    cue: at(cue),
    content: content.map(at),
    form: 'direct',
    channel: {outlet: null, span: null, how: 'none'},
    about: dyad ?? [],
    dyad: dyad ?? null,
    stance: stance ?? 'neither',
    stanceCue: null,
    act: 'other',
    event: null,
    sentence: sentenceOf(at(content[0])),
  }))
  const coded = events.map((event, n): CodedEvent => {
    const cue = at(event.cue)
    const party = (id: string | undefined) => {
      const found = known.find(each => each.id === id)
      if (!id) return []
      const country = found?.kind === 'state' ? id : (found?.country ?? null)
      return [{entity: id, country, sector: null, span: cue, how: 'said' as const}]
    }
    if (event.killed) {
      const [low, words] = event.killed
      const span = at(words)
      figures.push({
        id: `fg_${figures.length + 1}`,
        span,
        what: 'killed',
        low,
        high: low,
        approx: false,
        unit: null,
        who: null,
        statement: null,
        sentence: sentenceOf(span),
      })
    }
    return {
      id: `ev_${n + 1}`,
      event: event.event,
      mode: event.mode ?? null,
      contexts: ['military'],
      cameo: null,
      actors: party(event.actor),
      recipients: party(event.recipient),
      occurred: event.day
        ? {
            id: `dy_${n + 1}`,
            span: at(event.day[2]),
            first: event.day[0],
            last: event.day[1],
            precision: event.precision ?? 'day',
            approx: false,
            anchor: {to: 'said', day: null},
            kind: 'day',
            timex: null,
          }
        : null,
      place: event.place
        ? {
            span: cue,
            country: null,
            precision: 'city',
            ...(typeof event.place === 'string' ? {name: event.place, latitude: null, longitude: null} : event.place),
          }
        : null,
      figures: event.killed ? [`fg_${figures.length}`] : [],
      reality: {
        value: event.reality ?? 'occurred',
        aspect: 'plain',
        claimed: null,
        denied: event.denied ?? null,
        why: [{because: 'past tense', span: cue}],
      },
      statement: null,
      evidence: {span: at(event.clause), cue, rule: 'sample'},
      sentence: sentenceOf(cue),
    }
  })
  const mentioned = new Set([
    ...events.flatMap(({actor, recipient}) => [actor, recipient]),
    ...statements.flatMap(({speaker, dyad}) => [speaker, ...(dyad ?? [])]),
  ])
  const reading: Reading = {
    doc,
    sentences,
    entities: known.filter(({id}) => mentioned.has(id)),
    mentions: [],
    days: coded.flatMap(({occurred}) => (occurred ? [occurred] : [])),
    figures,
    statements: said,
    events: coded,
    flags: [],
    written: {first: null, last: null, why: []},
    notes: [],
    versions: {reader: sample.reader ?? '1', lexicon: 'l1', model: 'm1'},
  }
  return {bytes, reading}
}
