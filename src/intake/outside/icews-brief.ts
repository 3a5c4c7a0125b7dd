import {outsideColumns} from '../../model/index.ts'
import {listOf} from './cells.ts'
import {noDay, printedDay} from './days.ts'
import {type Format, partyOf} from './format.ts'
import {isCode} from './gdelt.ts'

/**
 * ICEWS as the benchmarks of temporal graphs ship it: day, source, words of the code, target, CAMEO, Goldstein, quad class; tabs, no
 * header. Home states stand in the names: `Police (Australia)`.
 */
export const icewsBrief: Format = {
  name: 'icews-brief',
  separator: '\t',
  quoted: false,
  columns: outsideColumns['icews-brief'],
  header: false,
  matches: first => {
    const cells = first.split('\t')
    return cells.length === 7 && printedDay(cells[0]) !== null && /^\d{2,4}$/.test(cells[4])
  },
  read(cells) {
    const [printed, source, , target, cameo] = listOf(cells)
    const day = printedDay(printed)
    if (day === null) return noDay('date', printed)
    if (!isCode(cameo)) return `expected a CAMEO code in CAMEO, found “${cameo.slice(0, 40)}”`
    const party = (name: string) => partyOf(name, '', homeIn(name), 'name', '')
    return {
      id: null,
      first: day,
      last: day,
      actor: party(source),
      recipient: party(target),
      cameo,
      event: null,
      mode: null,
    }
  },
}

/** `Police (Australia)` is of Australia; a name without it may be a state's own. */
const homeIn = (name: string) => /\(([^()]+)\)$/.exec(name)?.[1] ?? ''
