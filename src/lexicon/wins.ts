import {endOf, firstDay} from './days-of-rows.ts'
import type {Row} from './table.ts'

type Cells = Readonly<Record<string, string>>

/** Tables in which the first column says what a row is about: an added row replaces the built-in ones about the same. */
const aboutFirst = new Set(
  'states entities people parents role-nouns groups guards peoples given-names leader-parties acts cues'.split(' '),
)

/** Built-in and added rows of a table, without the built-in rows that an added one speaks against. */
export function merged<Column extends string>(
  table: string,
  own: readonly Row<Column>[],
  added: readonly Row<Column>[],
): Row<Column>[] {
  if (table === 'roles') return [...own.flatMap(row => withoutTerms(row, added)), ...added]
  const key = table === 'modes' ? modeKey : aboutFirst.has(table) ? firstCell : null
  if (!key) return [...own, ...added]
  const about = new Set(added.map(({cells}) => key(cells)))
  return [...own.filter(({cells}) => !about.has(key(cells))), ...added]
}

const firstCell = (cells: Cells) => Object.values(cells)[0]
const modeKey = ({word, kind}: Cells) => `${kind} ${word}`

/** What is left of a term of office beside the added terms in the same office: nothing, its beginning, its end or both. */
function withoutTerms<Column extends string>(row: Row<Column>, added: readonly Row<Column>[]): Row<Column>[] {
  const cells = row.cells as Cells
  const against = added
    .map(other => other.cells as Cells)
    .filter(({role, of}) => role === cells.role && of === cells.of)
  let left: Cells[] = [cells]
  for (const {since, until} of against) {
    const [from, to] = [firstDay(since), endOf(until)]
    left = left.flatMap(part => {
      const [begins, ends] = [firstDay(part.since), endOf(part.until)]
      const apart = (from !== null && ends !== null && ends <= from) || (to !== null && begins !== null && begins >= to)
      if (apart) return [part]
      const before = from !== null && (begins === null || begins < from) ? [{...part, until: from}] : []
      const after = to !== null && (ends === null || ends > to) ? [{...part, since: to}] : []
      return [...before, ...after]
    })
  }
  return left.map(part => (part === cells ? row : {line: row.line, cells: part as Row<Column>['cells']}))
}
