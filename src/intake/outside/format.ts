import type {OutsideFields, OutsideFormat, OutsideParty} from '../../model/index.ts'
import type {Cells} from './cells.ts'

/** How the rows of another project are cut and what they tell; one file each. */
export interface Format {
  readonly name: OutsideFormat
  /** Between cells; `null`: the line is one JSON object. */
  readonly separator: '\t' | ',' | null
  /** Whether cells may stand in double quotes, and then hold line breaks. */
  readonly quoted: boolean
  readonly columns: readonly string[]
  readonly header: boolean
  /** Cells of a row of older files, which lack the last columns. */
  readonly older?: number
  /** Other names under which files have shipped a column. */
  readonly aliases?: {readonly [printed: string]: string}
  /** Whether a file that begins with these lines is of this form. */
  matches(first: string, second: string): boolean
  /** What a row tells, or what is wrong with it. The cells are in the order of `columns`; of JSON lines, the line alone. */
  read(cells: Cells): OutsideFields | string
}

/** `null` when nothing is told of the party. */
export function partyOf(
  name: string,
  code: string,
  country: string,
  countryBy: OutsideParty['countryBy'],
  sector: string,
): OutsideParty | null {
  return name === '' && code === '' && country === '' ? null : {name, code, country, countryBy, sector}
}

/** Whether the cells of a header line are those columns, whatever else it holds. */
export function hasHeader(first: string, separator: string, wanted: readonly string[]): boolean {
  const cells = new Set(
    first
      .replace(/^\uFEFF/, '')
      .split(separator)
      .map(cell => cell.trim().replace(/^"(.*)"$/, '$1')),
  )
  return wanted.every(column => cells.has(column))
}
