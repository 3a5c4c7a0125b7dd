import {nameWords} from '../../model/act-words.ts'
import type {DayRange, Drift, Incident, IndexPoint, Precision, RealityValue} from '../../model/index.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `+1.4`, `−0.3`, `0.0`. With a true minus sign. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits)
  if (Number(text) === 0) return text
  return `${value < 0 ? '−' : '+'}${text}`
}

/** `41 %`, of a share from 0 to 1. */
export const percentWords = (share: number) => `${Math.round(share * 100)} %`

/** `26 Aug 2021`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${Number(year)}`
}

/** `Aug 2021`, of a month or a day. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  return `${months[Number(number) - 1]} ${Number(year)}`
}

/** A message whose days and months a person reads: `from 2001-01-20` → from 20 Jan 2001. What stands in quotation marks is as printed. */
export const proseOf = (message: string) =>
  message.replace(/“[^”]*”|\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b/g, found =>
    found.startsWith('“') ? found : found.length === 7 ? monthWords(found) : dayWords(found),
  )

/** A range of days no finer than it is known: `Feb 2025`, `1980s`, `by 4 Mar 2025`, `day not told`. */
export function rangeWords({first, last}: DayRange, precision: Precision | null): string {
  if (first === null && last === null) return 'day not told'
  if (first === null) return `by ${dayWords(last!)}`
  if (last === null) return `from ${dayWords(first)}`
  if (first === last) return dayWords(first)
  const [firstYear, lastYear] = [first.slice(0, 4), last.slice(0, 4)]
  if (precision === 'month' && first.slice(0, 7) === last.slice(0, 7)) return monthWords(first)
  if (precision === 'year' && firstYear === lastYear) return firstYear
  if (precision === 'decade' && Number(lastYear) - Number(firstYear) === 9) return `${firstYear}s`
  if (precision === 'year' || precision === 'decade' || precision === 'era')
    return firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`
  if (firstYear !== lastYear) return `${dayWords(first)} – ${dayWords(last)}`
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${dayWords(first)
    .split(' ')
    .slice(0, sameMonth ? 1 : 2)
    .join(' ')}${sameMonth ? '–' : ' – '}${dayWords(last)}`
}

/** Published, or what is known of it. */
export function publishedWords(doc: {readonly published: string | null; readonly bounds: DayRange}): string {
  if (doc.published !== null) return dayWords(doc.published)
  const {first, last} = doc.bounds
  if (first !== null && last !== null) return `day unknown, ${dayWords(first)} to ${dayWords(last)}`
  if (first !== null) return `day unknown, not before ${dayWords(first)}`
  if (last !== null) return `day unknown, not after ${dayWords(last)}`
  return 'day unknown'
}

/** How the words of another printing differ: `cut, without: and not a day less`. */
export function driftWords({kind, without, instead}: Drift): string {
  const lost = without.length === 0 ? '' : `without: ${without.join(' ')}`
  const gained = instead.length === 0 ? '' : `with: ${instead.join(' ')}`
  return [kind === 'cut' ? 'cut' : 'other words', [lost, gained].filter(Boolean).join('; ')].join(', ')
}

export const realityWords: {readonly [value in RealityValue]: string} = {
  occurred: 'occurred',
  historical: 'old news retold',
  future: 'planned or expected',
  hypothetical: 'hypothetical',
  negation: 'did not happen',
}

/** Whether it happened, lately or long ago, and nobody denies it. */
export const happened = (incident: {readonly reality: RealityValue; readonly denied: string | null}) =>
  (incident.reality === 'occurred' || incident.reality === 'historical') && incident.denied === null

/** Whether the incident moves the index: it happened, on days that are known. */
export const counts = (incident: Pick<Incident, 'reality' | 'denied' | 'days'>) =>
  happened(incident) && incident.days.first !== null && incident.days.last !== null

const friendly = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'])

/** Cooperation or conflict, by PLOVER's quad classes. */
export const isFriendly = (event: string) => friendly.has(event)

/** `COOPERATE` → `Cooperate`. */
export const eventWords = (event: string) => event.charAt(0) + event.slice(1).toLowerCase()

/** PLOVER's own name of an act, for those who know it: `ASSAULT/aerial`. */
export const codeOf = ({event, mode}: {readonly event: string; readonly mode: string | null}) =>
  mode === null ? event : `${event}/${mode}`

export const names = (parties: readonly {readonly name: string}[]) =>
  parties.length === 0 ? 'nobody named' : parties.map(p => nameWords(p.name)).join(', ')

/** `A → B`; without a recipient, as when two agree with each other, only who acts. */
export const partiesWords = (
  actors: readonly {readonly name: string}[],
  recipients: readonly {readonly name: string}[],
) => (recipients.length === 0 ? names(actors) : `${names(actors)} → ${names(recipients)}`)

/** `1 incident`, `3 incidents`. */
export const count = (n: number, one: string, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`

/** `9999`, `10 082`: digits in threes where there are five or more. */
export const grouped = (n: number) => (n < 10_000 ? String(n) : inThrees(n))

const inThrees = (n: number) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ' ')

/** `1 500`, `33 billion`, `1.25 million`: large ones by name when that loses nothing. */
function numberWords(n: number): string {
  for (const [size, name] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const)
    if (n >= size && (n * 1000) % size === 0) return `${n / size} ${name}`
  return inThrees(n)
}

/** Number of low and high: `160`, `150–160`, `about 160`. */
export function amountWords(figure: {
  readonly what?: string
  readonly low: number
  readonly high: number
  readonly approx: boolean
  readonly unit?: string | null
}): string {
  const range =
    figure.low === figure.high ? numberWords(figure.low) : `${numberWords(figure.low)}–${numberWords(figure.high)}`
  const unit = figure.what === 'percent' ? '%' : figure.unit
  const number = unit ? `${range} ${unit}` : range
  return figure.approx ? `about ${number}` : number
}

/** The month `by` months before (negative) or after. */
export function shiftMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number)
  const total = year * 12 + number - 1 + by
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`
}

export interface IndexWords {
  readonly value: string
  readonly interval: string
  readonly trend: string | null
}

/** The latest value of an index, its 80 % interval and how it compares with a year before. */
export function indexWords(points: readonly IndexPoint[]): IndexWords | null {
  const latest = points.at(-1)
  if (!latest) return null
  const before = points.find(p => p.month === shiftMonth(latest.month, -12))
  let trend: string | null = null
  if (before) {
    const by = latest.level - before.level
    const same = Math.abs(by) < 0.05
    const word = same ? 'about as warm as' : by > 0 ? 'warmer than' : 'cooler than'
    const apart = latest.low > before.high || latest.high < before.low
    trend = `${word} 12 months before${same ? '' : `: ${signed(by)}${apart ? '' : '; the bands overlap'}`}`
  }
  return {
    value: signed(latest.level),
    interval: `80 % interval ${signed(latest.low)} … ${signed(latest.high)}`,
    trend,
  }
}

/** `28 Nov 2026, 07:34 UTC`, of an ISO 8601 moment in UTC. */
export const momentWords = (moment: string) => `${dayWords(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`

/** `Aug 2021 – Mar 2025`, of a stretch of months. */
export const eraSpan = ({first, last}: {readonly first: string; readonly last: string}) =>
  first === last ? monthWords(first) : `${monthWords(first)} – ${monthWords(last)}`

/** A theme in words: `human_rights` → human rights, `cbrn` → nuclear and chemical arms. */
export const themeWords = (theme: string) => (theme === 'cbrn' ? 'nuclear and chemical arms' : theme.replace(/_/g, ' '))

/** The theme that words tell: human rights → `human_rights`. */
export const themeOf = (words: string) =>
  words === themeWords('cbrn') ? 'cbrn' : words.toLowerCase().replace(/[\s-]+/g, '_')
