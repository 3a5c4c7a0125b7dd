import {outsideColumns} from '../../model/index.ts'
import {listOf} from './cells.ts'
import {noDay, printedDay} from './days.ts'
import {type Format, hasHeader, partyOf} from './format.ts'
import {isCode} from './gdelt.ts'

/** ICEWS events: tabs, a header, 20 columns; quotation marks are letters like any others. */
export const icews: Format = {
  name: 'icews',
  separator: '\t',
  quoted: false,
  columns: outsideColumns.icews,
  header: true,
  matches: first => hasHeader(first, '\t', ['Event ID', 'Event Date', 'Source Name', 'CAMEO Code', 'Target Name']),
  read(cells) {
    const [id, printed, source, sourceSectors, sourceCountry, , cameo, , target, targetSectors, targetCountry] =
      listOf(cells)
    const day = printedDay(printed)
    if (day === null) return noDay('Event Date', printed)
    if (!isCode(cameo)) return `expected a CAMEO code in CAMEO Code, found “${cameo.slice(0, 40)}”`
    return {
      id,
      first: day,
      last: day,
      actor: partyOf(source, '', sourceCountry, 'name', sourceSectors),
      recipient: partyOf(target, '', targetCountry, 'name', targetSectors),
      cameo,
      event: null,
      mode: null,
    }
  },
}
