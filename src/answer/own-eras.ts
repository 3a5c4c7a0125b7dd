import {type AnswerLine, type DescribedEra, DetenteError, type OwnEra} from '../model/index.ts'
import {line} from './lines-of.ts'
import {count, signed} from './words.ts'

/** A row of a table of own eras: two sides by id or name, and the era. */
export interface OwnEraRow extends OwnEra {
  readonly a: string
  readonly b: string
}

const columns = ['a', 'b', 'first', 'last', 'name']
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** The header of a table of own eras, with its line end. */
export const ownErasHeader = `${columns.join('\t')}\n`

/** Reads a table of own eras: tab-separated, a header, one era a line. Throws `usage/argument` with file:line. */
export function readOwnEras(text: string, file: string): OwnEraRow[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  if (lines[0] !== columns.join('\t'))
    throw wrong(file, 1, `the columns ${columns.join(', ')}`, lines[0].split('\t').join(', ') || 'none')
  return lines.slice(1).flatMap((words, n) => {
    if (words.trim() === '') return []
    const cells = words.split('\t')
    if (cells.length !== columns.length) throw wrong(file, n + 2, `${columns.length} cells`, `${cells.length}`)
    const [a, b, first, last, name] = cells.map(cell => cell.trim())
    return [checkEra({a, b, first, last, name}, (expected, found) => wrong(file, n + 2, expected, found))]
  })
}

/** One era as a line of the table. Throws `usage/argument`. */
export function ownEraLine(row: OwnEraRow): string {
  const {a, b, first, last, name} = checkEra(row, (expected, found) => wrong('era', null, expected, found))
  return `${[a, b, first, last, name].join('\t')}\n`
}

function checkEra(row: OwnEraRow, fault: (expected: string, found: string) => DetenteError): OwnEraRow {
  for (const each of [row.first, row.last])
    if (!month.test(each)) throw fault('a month as YYYY-MM', each === '' ? 'none' : each)
  if (row.first > row.last) throw fault(`a last month not before ${row.first}`, row.last)
  if ([row.a, row.b, row.name].some(each => each === '')) throw fault('two sides and a name', 'an empty cell')
  if ([row.a, row.b, row.name].some(each => /[\t\r\n]/.test(each))) throw fault('no tab or line end in a name', 'one')
  return row
}

function wrong(file: string, line: number | null, expected: string, found: string): DetenteError {
  return new DetenteError(
    'usage/argument',
    `${file}${line === null ? '' : `:${line}`}: expected ${expected}, found ${found}`,
    {
      hint: 'npx detente eras add writes such a table',
    },
  )
}

/** An analyst's eras, measured, each with the change-point nearest to its beginning. */
export function ownEraLines(eras: readonly DescribedEra[]): AnswerLine[] {
  return eras.map(({name, first, last, measured, incidents, nearest}) => {
    const level =
      measured === null
        ? 'outside the index'
        : `mean level ${signed(measured.level)}, changing by ${signed(measured.change)}`
    const near = nearest === null ? '' : ` ${nearestWords(nearest)}`
    return line(`Own era, ${name} (${first} to ${last}): ${level}; ${count(incidents, 'incident')}.${near}`)
  })
}

function nearestWords({month, months}: NonNullable<DescribedEra['nearest']>): string {
  if (months === 0) return 'It begins with a change-point.'
  return `The change-point nearest to its beginning is ${month}, ${count(Math.abs(months), 'month')} ${months > 0 ? 'later' : 'earlier'}.`
}
