import type {Score} from './set.ts'

/** Least allowed value by `set/split/measure`. A floor may rise, never fall. */
export interface Floors {
  readonly [score: string]: number
}

/** One line for each score that is missing or below its floor. */
export function belowFloor(set: string, scores: readonly Score[], floors: Floors): string[] {
  return Object.entries(floors)
    .filter(([key]) => key.startsWith(`${set}/`))
    .flatMap(([key, floor]) => {
      const found = scores.find(({split, measure}) => `${set}/${split}/${measure}` === key)
      if (found === undefined) return [`${key}: expected a score, found none`]
      return found.value + 1e-9 < floor ? [`${key}: expected at least ${floor}, found ${found.value.toFixed(4)}`] : []
    })
}
