import {DetenteError} from '../model/index.ts'

/** Values of a form, a request or a command line: nothing is known of them yet. */
export interface Given {
  readonly [name: string]: unknown
}

/** Most letters of one text. */
export const longest = 2000

/** Whether a value is given at all. */
export const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''

export function dayIn(given: Given, name: string): string {
  const day = textIn(given, name)
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw wrong(name, 'a day such as 2021-08-26', day)
  return day
}

export function textIn(given: Given, name: string): string {
  const value = given[name]
  if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value
  throw wrong(name, `1 to ${longest} letters`, value)
}

export function wholeIn(given: Given, name: string): number {
  const value = given[name]
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw wrong(name, 'a whole number', value)
}

export function listIn(given: Given, name: string): string[] {
  const value = given[name]
  if (Array.isArray(value) && value.length <= 500 && value.every(each => typeof each === 'string' && each !== ''))
    return value
  throw wrong(name, 'a list of ids', value)
}

export function oneOf<T extends string>(given: Given, name: string, values: readonly T[]): T {
  const value = given[name]
  const found = values.find(each => each === value)
  if (found !== undefined) return found
  throw wrong(name, `one of ${values.join(', ')}`, value)
}

export function wrong(name: string, expected: string, found: unknown): DetenteError {
  const shown = found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 80)
  return new DetenteError('usage/argument', `${name}: expected ${expected}, found ${shown}`)
}

/** A span as `start` and `end`. */
export const spanIn = (given: Given) => ({start: wholeIn(given, 'start'), end: wholeIn(given, 'end')})
