import {outsideColumns} from '../../model/index.ts'
import {noDay, printedDay} from './days.ts'
import type {Format} from './format.ts'

/** GDELT 2.0 mentions: tabs, no header, 16 columns. They say where an event was told, not what it was. */
export const gdeltMentions: Format = {
  name: 'gdelt-mentions',
  separator: '\t',
  quoted: false,
  columns: outsideColumns['gdelt-mentions'],
  header: false,
  matches: first => {
    const cells = first.split('\t')
    return cells.length >= 14 && cells.length <= 16 && /^\d+$/.test(cells[0]) && /^\d{14}$/.test(cells[1])
  },
  read(cells) {
    const [id, happened] = [cells.cell(0), cells.cell(1)]
    const day = printedDay(happened)
    if (day === null) return noDay('EventTimeDate', happened)
    if (!/^\d+$/.test(id)) return `expected a number in GLOBALEVENTID, found “${id.slice(0, 40)}”`
    return {id, first: day, last: day, actor: null, recipient: null, cameo: null, event: null, mode: null}
  },
}
