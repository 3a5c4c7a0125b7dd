import {type EventCode, eventCodes, type OutsideParty, outsideColumns} from '../../model/index.ts'
import type {Cells} from './cells.ts'
import {noDay, printedDay} from './days.ts'
import {type Format, hasHeader, partyOf} from './format.ts'

const columns = outsideColumns.polecat
const known = new Set<string>(eventCodes)
const [actor, recipient] = ['Actor Name', 'Recipient Name'].map(column => columns.indexOf(column))

/** POLECAT: tabs, a header that is not always right, 40 columns, PLOVER types. */
export const polecat: Format = {
  name: 'polecat',
  separator: '\t',
  quoted: false,
  columns,
  header: true,
  aliases: {'Event Intensity': 'Intensity'},
  matches: first => hasHeader(first, '\t', ['Event ID', 'Event Type', 'Event Mode', 'Actor Name', 'Recipient Name']),
  read(cells) {
    const [id, printed, type, mode] = [0, 1, 2, 3].map(cells.cell)
    const day = printedDay(printed)
    if (day === null) return noDay('Event Date', printed)
    if (!known.has(type)) return `expected a PLOVER type in Event Type, found “${type.slice(0, 40)}”`
    return {
      id,
      first: day,
      last: day,
      actor: sideAt(cells, actor),
      recipient: sideAt(cells, recipient),
      cameo: null,
      event: type as EventCode,
      mode: mode === '' ? null : mode,
    }
  },
}

/** Several actors stand in one cell, joined by `;`: the first speaks for them. */
function sideAt(cells: Cells, start: number): OutsideParty | null {
  const [name, country, , sector] = [0, 1, 2, 3].map(n =>
    cells
      .cell(start + n)
      .split(';')[0]
      .trim(),
  )
  return partyOf(name, '', country, /^[A-Z]{3}$/.test(country) ? 'iso' : 'name', sector)
}
