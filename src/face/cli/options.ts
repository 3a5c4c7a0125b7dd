import {InvalidArgumentError, Option} from 'commander'
import {makePaint, type Paint} from './paint.ts'

export const defaultRecord = './record.duckdb'

export const recordOption = () => new Option('--record <path>', 'the record to use').default(defaultRecord)

export const erasOption = () =>
  new Option('--eras <file>', 'table of your own eras (default: the one beside the record)')

export const jsonOption = () => new Option('--json', 'print the whole answer as JSON')

/** A day as `YYYY-MM-DD`. */
export function dayOf(text: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) return text
  throw new InvalidArgumentError(`Expected a day as YYYY-MM-DD, found ${text}.`)
}

/** A month as `YYYY-MM`. */
export function monthOf(text: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text
  throw new InvalidArgumentError(`Expected a month as YYYY-MM, found ${text}.`)
}

export function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`Expected a whole number, found ${text}.`)
}

/** Colours when the output is a terminal that wants them. */
export function paintFor(stream: {isTTY?: boolean}): Paint {
  return makePaint(Boolean(stream.isTTY) && process.env.NO_COLOR === undefined)
}
