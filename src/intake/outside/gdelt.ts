import {type OutsideFields, type OutsideParty, outsideColumns} from '../../model/index.ts'
import type {Cells} from './cells.ts'
import {noDay, printedDay} from './days.ts'
import type {Format} from './format.ts'

const columns = outsideColumns.gdelt
const at = (column: string) => columns.indexOf(column)
const [id, day, code, actor1, actor2] = ['GLOBALEVENTID', 'SQLDATE', 'EventCode', 'Actor1Code', 'Actor2Code'].map(at)
/** Places of name, country and first type after the actor's code. */
const [name, country, type] = [1, 2, 7]

/** GDELT 2.0 events: tabs, no header, 61 columns. */
export const gdelt: Format = events('gdelt', [59, 61])

/** GDELT 1.0 events: 58 columns, without the second level of places; 57 before April 2013, without the address either. */
export const gdelt1: Format = {...events('gdelt-1', [57, 58]), older: 57}
/** The columns that are read stand at the same places in both. */
function events(name: 'gdelt' | 'gdelt-1', [least, most]: readonly [number, number]): Format {
  return {
    name,
    separator: '\t',
    quoted: false,
    columns: outsideColumns[name],
    header: false,
    matches: first => {
      const cells = first.split('\t')
      return cells.length >= least && cells.length <= most && /^\d+$/.test(cells[0]) && /^\d{8}$/.test(cells[1])
    },
    read(cells): OutsideFields | string {
      const first = printedDay(cells.cell(day))
      if (first === null) return noDay('SQLDATE', cells.cell(day))
      const number = cells.cell(id)
      if (!/^\d+$/.test(number)) return `expected a number in GLOBALEVENTID, found “${number.slice(0, 40)}”`
      const cameo = cells.cell(code)
      if (!isCode(cameo)) return `expected a CAMEO code in EventCode, found “${cameo.slice(0, 40)}”`
      return {
        id: number,
        first,
        last: first,
        actor: sideAt(cells, actor1),
        recipient: sideAt(cells, actor2),
        cameo,
        event: null,
        mode: null,
      }
    },
  }
}

/** A CAMEO code: two to four digits, or what GDELT prints where there is none. */
export const isCode = (code: string) => /^\d{2,4}$/.test(code) || code === '---' || code === ''

function sideAt(cells: Cells, start: number): OutsideParty | null {
  const printed = cells.cell(start)
  if (printed === '' && cells.cell(start + name) === '') return null
  return {
    name: cells.cell(start + name),
    code: printed,
    country: cells.cell(start + country),
    countryBy: 'cameo',
    sector: cells.cell(start + type),
  }
}
