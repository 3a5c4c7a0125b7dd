import {fromNumber, toNumber} from './calendar.ts'
import type {Setting} from './meaning.ts'

/** Above this many days a day lies too far before the day told last to be told next: a telling runs forward. */
const back = 200

/**
 * The year of a month, or of a day of it, in a telling whose year is known: the year told, or the next one where the month lies long before
 * the day told last and the next year's is not after publication. "In December 2024 … . On March 4 …" is of 2025.
 */
export function toldYear(month: number, day: number, {year, previous, published}: Setting): number | null {
  if (year === null) return null
  const told = year.value
  if (year.id === '' || !previous || !['day', 'month'].includes(previous.precision)) return told
  const last = fromNumber(previous.first)[0]
  if (last !== told)
    return last === told + 1 && published !== null && toNumber(last, month, day) <= published ? last : told
  const here = toNumber(told, month, day)
  const next = toNumber(told + 1, month, day)
  const far = previous.first - here > back
  return far && next - previous.last < previous.first - here && published !== null && next <= published
    ? told + 1
    : told
}
