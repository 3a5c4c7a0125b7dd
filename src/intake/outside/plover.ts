import {type EventCode, eventCodes, type OutsideParty} from '../../model/index.ts'
import {noDay, printedDay} from './days.ts'
import type {Format} from './format.ts'

const known = new Set<string>(eventCodes)
/** Contexts that PLOVER uses as modes of reality; what bears one did not happen. `historical` did, at its own day. */
const unreal = new Set(['future', 'hypothetical', 'negation'])

/** PLOVER JSON Lines: one object a line with `id`, `date`, `actor` and `event`. */
export const plover: Format = {
  name: 'plover',
  separator: null,
  quoted: false,
  columns: [],
  header: false,
  matches: first => {
    const row = objectIn(first)
    return row !== null && 'event' in row && 'actor' in row && 'date' in row
  },
  read(cells) {
    const line = cells.cell(0)
    const row = objectIn(line)
    if (row === null) return `expected a JSON object, found “${line.slice(0, 40)}”`
    if (typeof row.id !== 'string' && typeof row.id !== 'number') return 'expected a text in id, found none'
    const first = printedDay(textOf(row.date))
    if (first === null) return noDay('date', textOf(row.date))
    const last = row.enddate === undefined || row.enddate === null ? first : printedDay(textOf(row.enddate))
    if (last === null || last < first) return noDay('enddate', textOf(row.enddate))
    const event = textOf(listOf(row.event)[0])
    if (!known.has(event)) return `expected a PLOVER type in event, found “${event.slice(0, 40)}”`
    const happened = !listOf(row.context).some(context => unreal.has(textOf(context)))
    return {
      id: String(row.id),
      first,
      last,
      actor: sideOf(listOf(row.actor)[0]),
      recipient: sideOf(listOf(row.recipient)[0]),
      cameo: null,
      // Without a type it moves no index.
      event: happened ? (event as EventCode) : null,
      mode: textOf(listOf(row.mode)[0]) || null,
    }
  },
}

function objectIn(line: string): {[key: string]: unknown} | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as {[key: string]: unknown})
      : null
  } catch {
    return null
  }
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** An entity as an object with code and sector, or as its code alone. */
function sideOf(value: unknown): OutsideParty | null {
  if (typeof value === 'string') return partyIn(value, '', value)
  if (typeof value !== 'object' || value === null) return null
  const {code, sector, name} = value as {[key: string]: unknown}
  return partyIn(textOf(code), textOf(listOf(sector)[0]), textOf(name))
}

function partyIn(code: string, sector: string, name: string): OutsideParty | null {
  if (code === '' && name === '') return null
  const country = /^[A-Z]{3}/.test(code) ? code.slice(0, 3) : ''
  return {name: name || code, code, country, countryBy: 'iso', sector: sector || code.slice(3, 6)}
}
