import {deflateSync} from 'node:zlib'
import type {CodedEvent, CorrectionEntry, Doc, Reading, Statement, StatementRow} from '../model/index.ts'
import type {Corrected} from './corrections/corrected.ts'
import type {Cell} from './database.ts'
import {
  evidenceOfEvent,
  evidenceOfStatement,
  nameIn,
  type StoredEvidence,
  sourceName,
  spanOfStatement,
  wordsAt,
} from './evidence.ts'
import {contentWords} from './incidents/roots.ts'
import {sketchOf} from './incidents/sketch.ts'
import type {Telling, TellingFigure, TellingParty} from './incidents/telling.ts'
import {wiresOf} from './incidents/wires.ts'

/** Size of a Doc's and of a paragraph's sketch. */
export const docSketch = 200
export const paragraphSketch = 48

export type StoredTelling = Telling & {readonly evidence: StoredEvidence}
export type StoredStatement = Omit<StatementRow, 'evidence'> & {readonly evidence: StoredEvidence}

type Rows = readonly (readonly Cell[])[]

/** The rows of every derived table that one reading gives, in the order of `tables.ts`; `asRead`: the reading before people corrected it. */
export function flatten({reading, by}: Corrected, asRead: Reading): {readonly [table: string]: Rows} {
  const {doc} = reading
  const id = doc.id
  const part = (record: string) => `${id}/${record}`
  const at = ({start, end}: {start: number; end: number}) => [start, end] as const
  return {
    docs: [docRow(reading)],
    readings: [[id, packReading(asRead)]],
    sentences: reading.sentences.map((span, n) => [id, n, ...at(span)]),
    entities: reading.entities.map(entity => [
      id,
      entity.id,
      entity.kind,
      entity.name,
      entity.country,
      entity.sector,
      wholeDay(entity.since),
      wholeDay(entity.until),
      entity.wikidata,
    ]),
    mentions: reading.mentions.map(mention => [
      part(mention.id),
      id,
      mention.sentence,
      wordsAt(doc, mention.span),
      ...at(mention.span),
      mention.entities,
      mention.all,
      mention.reason,
      mention.sense,
      mention.sector,
    ]),
    events: reading.events.map(event => eventRow(reading, event, by.get(event.id))),
    event_parties: reading.events.flatMap(event =>
      (['actors', 'recipients'] as const).flatMap(list =>
        event[list].map((party, n) => [
          part(event.id),
          id,
          list === 'actors' ? 'actor' : 'recipient',
          n,
          party.entity,
          party.country,
          party.sector,
          party.how,
          wordsAt(doc, party.span),
          ...at(party.span),
        ]),
      ),
    ),
    statements: reading.statements.map(statement => statementRow(reading, statement, by.get(statement.id))),
    figures: reading.figures.map(figure => [
      part(figure.id),
      id,
      figure.what,
      figure.low,
      figure.high,
      figure.approx,
      figure.unit,
      figure.who && wordsAt(doc, figure.who),
      giverOf(reading, figure.statement),
      figure.statement && part(figure.statement),
      figure.sentence,
      wordsAt(doc, figure.span),
      ...at(figure.span),
    ]),
    flags: reading.flags.map(flag => [
      id,
      flag.kind,
      flag.message,
      flag.entity,
      wordsAt(doc, flag.span),
      ...at(flag.span),
    ]),
  }
}

/** The reading without its body, which stands in `docs.text`. */
function packReading(reading: Reading): Uint8Array {
  return deflateSync(JSON.stringify({...reading, doc: {...reading.doc, text: ''}}))
}

function docRow({doc, versions, written}: Reading): Cell[] {
  const {bounds, day} = doc.published
  return [
    doc.id,
    doc.snapshot.sha256,
    doc.url,
    doc.title,
    doc.outlet,
    doc.republisher,
    doc.translator,
    doc.byline,
    doc.credits,
    doc.language,
    doc.kind,
    wholeDay(day),
    wholeDay(day ?? latest(bounds.first, written.first)),
    wholeDay(day ?? earliest(bounds.last, written.last)),
    doc.text,
    versions.reader,
    versions.lexicon,
    versions.model,
    sketchOf(doc.text, docSketch),
  ]
}

/** The tellings of a reading as corrected. */
export function tellingsIn({reading, by}: Corrected): StoredTelling[] {
  return reading.events.map(event => correctedBy(tellingOf(reading, event), by.get(event.id)))
}

function eventRow(reading: Reading, event: CodedEvent, by: readonly CorrectionEntry[] = []): Cell[] {
  const {doc} = reading
  const {occurred, place, reality} = event
  const telling = correctedBy(tellingOf(reading, event), by)
  return [
    telling.id,
    doc.id,
    event.event,
    event.mode,
    event.contexts,
    event.cameo,
    entitiesOf(event.actors),
    entitiesOf(event.recipients),
    countriesOf(event.actors),
    countriesOf(event.recipients),
    wholeDay(occurred?.first ?? null),
    wholeDay(occurred?.last ?? null),
    occurred?.precision ?? null,
    occurred && wordsAt(doc, occurred.span),
    occurred?.anchor.to ?? null,
    place?.name ?? null,
    place?.country ?? null,
    place?.latitude ?? null,
    place?.longitude ?? null,
    reality.value,
    reality.aspect,
    reality.claimed,
    reality.denied,
    event.statement && `${doc.id}/${event.statement}`,
    event.sentence,
    wordsAt(doc, event.evidence.span),
    event.evidence.span.start,
    event.evidence.span.end,
    wordsAt(doc, event.evidence.cue),
    event.evidence.rule,
    JSON.stringify(telling),
  ]
}

/** What is kept of an event for joining and showing. */
export function tellingOf(reading: Reading, event: CodedEvent): StoredTelling {
  const {doc} = reading
  const {occurred, place, reality} = event
  const party = ({entity, country, sector}: CodedEvent['actors'][number]): TellingParty => {
    const known = reading.entities.find(each => each.id === entity)
    // “The leader of the Taliban” is no official for being called a leader.
    const own = known?.sector === 'REB' ? known.sector : sector
    return {entity, name: known?.name ?? entity, kind: known?.kind ?? null, country, sector: own}
  }
  const paragraph = doc.blocks.find(
    ({span}) => span.start <= event.evidence.cue.start && event.evidence.cue.start < span.end,
  )
  return {
    id: `${doc.id}/${event.id}`,
    doc: doc.id,
    published: wholeDay(doc.published.day),
    event: event.event,
    mode: event.mode,
    contexts: [...event.contexts].sort(),
    cameo: event.cameo,
    actors: event.actors.map(party),
    recipients: event.recipients.map(party),
    day: occurred && {
      first: wholeDay(occurred.first),
      last: wholeDay(occurred.last),
      precision: occurred.precision,
      approx: occurred.approx,
    },
    place: place && {
      name: place.name,
      country: place.country,
      precision: place.precision,
      latitude: place.latitude,
      longitude: place.longitude,
    },
    reality: reality.value,
    aspect: reality.aspect,
    claimed: reality.claimed,
    denied: reality.denied,
    figures: figuresOf(reading, event),
    cue: wordsAt(doc, event.evidence.cue),
    words: contentWords(wordsAt(doc, event.evidence.span)),
    at: event.evidence.cue.start,
    sketch: paragraph ? sketchOf(wordsAt(doc, paragraph.span), paragraphSketch) : [],
    credits: creditsOf(reading, event),
    evidence: evidenceOfEvent(reading, event),
  }
}

function figuresOf(reading: Reading, event: CodedEvent): TellingFigure[] {
  return event.figures.flatMap(id => {
    const figure = reading.figures.find(each => each.id === id)
    if (!figure) return []
    const {what, low, high, approx, unit, who, span, statement} = figure
    return {
      what,
      low,
      high,
      approx,
      unit,
      who: who && wordsAt(reading.doc, who),
      giver: giverOf(reading, statement),
      span: {start: span.start, end: span.end},
    }
  })
}

function giverOf(reading: Reading, id: string | null): string | null {
  const statement = id === null ? undefined : reading.statements.find(each => each.id === id)
  return statement ? sourceName(reading, statement) : null
}

function creditsOf(reading: Reading, event: CodedEvent): string[] {
  const {doc} = reading
  const credits: string[] = []
  if (doc.outlet) credits.push(`outlet ${doc.outlet.toLowerCase()}`)
  const wires = wiresOf(doc)
  if (wires.length === 1) credits.push(`wire ${wires[0]}`)
  // Two prints of a happening by one translator are of one text.
  if (doc.translator && !machine.test(doc.translator)) credits.push(`translator ${doc.translator.toLowerCase()}`)
  const said = reading.statements.find(statement => statement.id === event.statement)
  if (said?.channel.outlet) credits.push(`told ${said.channel.outlet}`)
  return credits
}

/** Translates whatever it is given. */
const machine = /\b(?:google|deepl|bing|yandex|machine|automatic\w*|staff|desk|ai)\b/i

/** Says in the evidence who corrected what is shown. */
function correctedBy<T extends {readonly evidence: StoredEvidence}>(shown: T, by: readonly CorrectionEntry[] = []): T {
  if (by.length === 0) return shown
  const told = by.map(
    ({id, kind, by: who}) =>
      `${kind === 'confirm' ? 'confirmed' : kind === 'add' ? 'added' : 'corrected'} by ${who} (${id})`,
  )
  return {...shown, evidence: {...shown.evidence, versions: [shown.evidence.versions, ...told].join(' · ')}}
}

function statementRow(reading: Reading, statement: Statement, by: readonly CorrectionEntry[] = []): Cell[] {
  const {doc} = reading
  const shown = correctedBy(shownStatement(reading, statement), by)
  const span = spanOfStatement(statement)
  return [
    shown.id,
    doc.id,
    statement.source.entity,
    shown.speaker,
    statement.source.kind,
    shown.role,
    statement.cue && wordsAt(doc, statement.cue),
    statement.form,
    shown.outlet,
    statement.about,
    statement.dyad?.[0] ?? null,
    statement.dyad?.[1] ?? null,
    statement.stance,
    statement.act,
    statement.sentence,
    shown.parts.join(' […] '),
    span.start,
    span.end,
    JSON.stringify(shown),
  ]
}

function shownStatement(reading: Reading, statement: Statement): StoredStatement {
  const {doc} = reading
  const {outlet, span} = statement.channel
  return {
    id: `${doc.id}/${statement.id}`,
    statement,
    speaker: sourceName(reading, statement),
    role: statement.source.role && wordsAt(doc, statement.source.role),
    outlet: outlet ? nameIn(reading, outlet) : span && wordsAt(doc, span),
    parts: statement.content.map(each => wordsAt(doc, each)),
    evidence: evidenceOfStatement(reading, statement),
  }
}

const entitiesOf = (parties: CodedEvent['actors']) => [...new Set(parties.map(({entity}) => entity))]
const countriesOf = (parties: CodedEvent['actors']) => [
  ...new Set(parties.flatMap(({country}) => (country === null ? [] : [country]))),
]

/** Only whole days are kept as days; `2003` or `2003-04` of a looser table widen to null. */
const wholeDay = (day: Doc['published']['day']) => (day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null)
const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)
