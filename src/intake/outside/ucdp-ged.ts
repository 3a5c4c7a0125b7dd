import {type OutsideParty, outsideColumns} from '../../model/index.ts'
import {listOf} from './cells.ts'
import {noDay, printedDay} from './days.ts'
import {type Format, hasHeader} from './format.ts'

const columns = outsideColumns['ucdp-ged']
const at = (column: string) => columns.indexOf(column)
const [id, kind, a, b, start, end, stateA, stateB] = [
  'id',
  'type_of_violence',
  'side_a',
  'side_b',
  'date_start',
  'date_end',
  'gwnoa',
  'gwnob',
].map(at)

/** UCDP Georeferenced Event Dataset: commas, quoted cells, a header that one candidate version lacks, 49 columns; all deadly violence. */
export const ucdpGed: Format = {
  name: 'ucdp-ged',
  separator: ',',
  quoted: true,
  columns,
  header: true,
  matches: first =>
    hasHeader(first, ',', ['type_of_violence', 'side_a', 'side_b', 'date_start', 'date_end']) ||
    (/^"?\d+"?,/.test(first) && first.split(',').length >= 49),
  read(row) {
    const cells = listOf(row)
    const [first, last] = [printedDay(cells[start]), printedDay(cells[end])]
    if (first === null) return noDay('date_start', cells[start])
    if (last === null || last < first) return noDay('date_end', cells[end])
    if (!/^[123]$/.test(cells[kind]))
      return `expected 1, 2 or 3 in type_of_violence, found “${cells[kind].slice(0, 40)}”`
    return {
      id: cells[id],
      first,
      last,
      actor: sideAt(cells[a], cells[stateA]),
      recipient: sideAt(cells[b], cells[stateB]),
      cameo: null,
      event: 'ASSAULT',
      mode: null,
    }
  },
}

function sideAt(name: string, state: string): OutsideParty | null {
  if (name === '') return null
  const government = state !== '' || name.startsWith('Government of ')
  const country = state !== '' ? state : name.replace('Government of ', '')
  return {
    name,
    code: '',
    country: government ? country : '',
    countryBy: state !== '' ? 'gw' : 'name',
    sector: government ? 'GOV' : 'UAF',
  }
}
