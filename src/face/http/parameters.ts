import {
  DetenteError,
  type Direction,
  type EntityId,
  type ForecastState,
  type MapQuery,
  type NetworkQuery,
  type QuestionKind,
  questionKinds,
} from '../../model/index.ts'
import {horizons, type Paging, type QuestionEdits, type RelationQuery} from '../../answer/index.ts'

const directions: readonly string[] = ['both', 'a-to-b', 'b-to-a'] satisfies Direction[]
const longestQuestion = 500

const shown = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}…` : value)

function wrong(name: string, expected: string, found: string): DetenteError {
  return new DetenteError('usage/argument', `${name}: expected ${expected}, found "${shown(found)}"`, {
    hint: `change ${name} in the address`,
  })
}

/**
 * Two entity ids out of `USA-PAK`, `USA-islamic-state` or, where neither is a state, `taliban,islamic-state`.
 * Only one state's id shows where the first name ends, because the others hold hyphens themselves.
 */
export function readPair(text: string): readonly [EntityId, EntityId] {
  const found = /^([^,]+),([^,]+)$/.exec(text) ?? /^([A-Z]{3})-(.+)$/.exec(text) ?? /^(.+)-([A-Z]{3})$/.exec(text)
  if (!found) throw wrong('pair', 'two ids such as USA-PAK, or taliban,islamic-state', text)
  if (found[1] === found[2]) throw wrong('pair', 'two different ids', text)
  return [found[1], found[2]]
}

function readMonth(name: string, text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw wrong(name, 'a month such as 2024-03', text)
  return text
}

/** A day such as `2025-04-07`; `null` when none is given. Throws `usage/argument`. */
export function readDay(name: string, text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw wrong(name, 'a day such as 2025-04-07', text)
  return text
}

/** The days as of which the record is looked at: of publication, and of reading. Throws `usage/argument`, naming the parameter. */
export const readKnown = (search: {readonly [name: string]: string | undefined}) =>
  [readDay('asof', search.asof), readDay('readby', search.readby)] as const

/** Reads what stands in the address of a relation. Throws `usage/argument`, naming the parameter. */
export function readRelationQuery(pair: string, search: {readonly [name: string]: string | undefined}): RelationQuery {
  const direction = search.direction || 'both'
  if (!directions.includes(direction)) throw wrong('direction', directions.join(', '), direction)
  const theme = search.theme || null
  if (theme !== null && !/^[a-z][a-z_-]{0,40}$/.test(theme)) throw wrong('theme', 'a context such as terrorism', theme)
  const from = readMonth('from', search.from)
  const to = readMonth('to', search.to)
  if (from !== null && to !== null && from >= to) throw wrong('to', `a month after ${from}`, to)
  return {
    pair: readPair(pair),
    direction: direction as Direction,
    theme,
    from,
    to,
    asOf: readDay('asof', search.asof),
    readBy: readDay('readby', search.readby),
  }
}

const mostRows = 100_000

function readWhole(name: string, text: string | undefined, usual: number): number {
  if (text === undefined || text === '') return usual
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > mostRows) throw wrong(name, `a whole number from 0 to ${mostRows}`, text)
  return value
}

/** Reads which incidents of a relation are wanted: `limit`, `offset`, `only` (`moving`, `figures`) and the days `t`. Throws `usage/argument`. */
export function readPaging(search: {readonly [name: string]: string | undefined}): Paging {
  const only = search.only || null
  if (only !== null && only !== 'moving' && only !== 'figures') throw wrong('only', 'moving or figures', only)
  const [since, until, ...more] = (search.t ?? '').split('..')
  if (more.length > 0 || (since !== '' && until === undefined))
    throw wrong('t', 'days such as 2021-01-01..2021-12-31', search.t!)
  return {
    limit: readWhole('limit', search.limit, 200),
    offset: readWhole('offset', search.offset, 0),
    moving: only === 'moving',
    figures: only === 'figures',
    since: readDay('t', since),
    until: readDay('t', until),
  }
}

/** Reads what corrects a question as it was understood. Throws `usage/argument`, naming the parameter. */
export function readQuestionEdits(search: {readonly [name: string]: string | undefined}): QuestionEdits {
  const {pair, kind, direction, theme, horizon} = search
  if (kind && !(questionKinds as readonly string[]).includes(kind)) throw wrong('kind', questionKinds.join(', '), kind)
  if (direction && !directions.includes(direction)) throw wrong('direction', directions.join(', '), direction)
  if (horizon && !horizons.includes(Number(horizon))) throw wrong('horizon', `one of ${horizons.join(', ')}`, horizon)
  const [since, until] = [readDay('since', search.since), readDay('until', search.until)]
  if (since !== null && until !== null && since > until) throw wrong('until', `a day not before ${since}`, until)
  return {
    ...(pair && {pair: readPair(pair)}),
    ...(kind && {kind: kind as QuestionKind}),
    ...(direction && {direction: direction as Direction}),
    ...(theme && {theme: theme === 'none' ? null : theme}),
    ...(horizon && {horizon: Number(horizon)}),
    ...(since && {since}),
    ...(until && {until}),
  }
}

/** Reads the question. Throws `usage/argument` when there is none or it is longer than a question can be. */
export function readQuestion(text: string | undefined): string {
  const question = (text ?? '').trim()
  if (question === '') throw wrong('text', 'a question', '')
  if (question.length > longestQuestion) throw wrong('text', `at most ${longestQuestion} characters`, question)
  return question
}

/** A question with what corrects it and the day that the record is looked at. Throws `usage/argument`. */
export function readAsked(search: {
  readonly [name: string]: string | undefined
}): readonly [string, QuestionEdits & {readonly asOf: string | null; readonly readBy: string | null}] {
  return [
    readQuestion(search.text),
    {...readQuestionEdits(search), asOf: readDay('asof', search.asof), readBy: readDay('readby', search.readby)},
  ]
}

/** Whether all of something is wanted that a page otherwise shows a part of. Throws `usage/argument`. */
export function readAll(name: string, text: string | undefined): boolean {
  if (text && text !== 'all') throw wrong(name, 'all', text)
  return text === 'all'
}

const mostParties = 60

/** Reads a span of days and the day that the record is looked at. Throws `usage/argument`, naming the parameter. */
export function readSpan(search: {readonly [name: string]: string | undefined}): MapQuery {
  const [since, until] = [readDay('since', search.since), readDay('until', search.until)]
  if (since !== null && until !== null && since > until) throw wrong('until', `a day not before ${since}`, until)
  return {since, until, asOf: readDay('asof', search.asof), readBy: readDay('readby', search.readby)}
}

/** Reads what stands in the address of the network. Throws `usage/argument`, naming the parameter. */
export function readNetworkQuery(search: {readonly [name: string]: string | undefined}): NetworkQuery {
  const most = Number(search.most ?? 24)
  if (!Number.isInteger(most) || most < 2 || most > mostParties)
    throw wrong('most', `a whole number from 2 to ${mostParties}`, search.most ?? '')
  return {...readSpan(search), most}
}

const states: readonly string[] = ['open', 'due', 'settled'] satisfies ForecastState[]

/** Reads which forecasts are wanted; `null`: all. Throws `usage/argument`. */
export function readForecastState(text: string | undefined): ForecastState | null {
  if (!text) return null
  if (!states.includes(text)) throw wrong('state', states.join(', '), text)
  return text as ForecastState
}
