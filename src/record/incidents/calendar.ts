import type {Day, Precision} from '../../model/index.ts'
import {remembered} from './roots.ts'

/** Days since 1970-01-01. */
export const dayNumber = remembered((day: Day): number => {
  const [year, month, date] = day.split('-').map(Number)
  return Math.floor(Date.UTC(year, month - 1, date) / 86_400_000)
})

export interface Window {
  readonly from: number
  readonly to: number
}

/** Both ends, in day numbers; `null` when a side is open. */
export function windowOf(day: {readonly first: Day | null; readonly last: Day | null} | null): Window | null {
  if (!day || day.first === null || day.last === null || day.last < day.first) return null
  return {from: dayNumber(day.first), to: dayNumber(day.last)}
}

const order: readonly Precision[] = ['day', 'week', 'month', 'season', 'year', 'decade', 'era']

/** 0 for a day, 6 for an era, 7 for none. */
export const coarseness = (precision: Precision | null) => (precision === null ? 7 : order.indexOf(precision))
