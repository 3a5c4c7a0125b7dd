import {type DayRange, deedWords, type DocRef, type Incident, type IndexPoint} from '../model/index.ts'

/** Templates in words. Numbers are written the same everywhere, whatever the locale. */

export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n < 10_000 ? n : String(n).replace(/\B(?=(\d{3})+$)/g, ' ')} ${n === 1 ? one : many}`
}

export function levelWords({level, low, high}: Pick<IndexPoint, 'level' | 'low' | 'high'>): string {
  return `${signed(level)} (80 % band ${signed(low)} to ${signed(high)})`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `3 March 2025`. */
export function dateWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[month - 1]} ${year}`
}

/** `March 2025`, of a month or a day. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${months[number - 1]} ${year}`
}

/** `March 2025 to May 2026`, of a stretch of months. */
export const stretchWords = ({first, last}: {readonly first: string; readonly last: string}): string =>
  first.slice(0, 7) === last.slice(0, 7) ? monthWords(first) : `${monthWords(first)} to ${monthWords(last)}`

export function dayWords({first, last}: DayRange): string {
  if (first === null && last === null) return 'on an unknown day'
  if (first === null) return `by ${dateWords(last!)}`
  if (last === null) return `since ${dateWords(first)}`
  if (first === last) return `on ${dateWords(first)}`
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  if (first.endsWith('-01-01') && last.endsWith('-12-31')) return from === to ? `in ${from}` : `in ${from}–${to}`
  if (first.slice(0, 7) !== last.slice(0, 7))
    return `between ${from === to ? dateWords(first).replace(/ \d+$/, '') : dateWords(first)} and ${dateWords(last)}`
  return first.endsWith('-01') ? `in ${monthWords(first)}` : `between ${Number(first.slice(8))} and ${dateWords(last)}`
}

export function docWords({outlet, published, title}: DocRef): string {
  return [outlet ?? 'outlet not stated', published === null ? 'day unknown' : dateWords(published), title]
    .filter(Boolean)
    .join(', ')
}

/** Who did what to whom, and when: `United States imposes sanctions on Pakistan, in December 2024`. */
export const incidentWords = (incident: Incident): string => `${deedWords(incident)}, ${dayWords(incident.days)}`

/** The same of what is only planned, promised or feared, which mostly has no day. */
export const plannedWords = (incident: Incident): string =>
  incident.days.first === null && incident.days.last === null ? deedWords(incident) : incidentWords(incident)

/** A PLOVER context in words: `human_rights` → human rights, `cbrn` → nuclear and chemical arms. */
export function themeWords(theme: string): string {
  return theme === 'cbrn' ? 'nuclear and chemical arms' : theme.replaceAll('_', ' ')
}

/** "a, b and c". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
