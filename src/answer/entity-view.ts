import type {EntityAnswer, EntityView, StatementRow, StatementShelf} from '../model/index.ts'
import {unrepeated} from '../model/unrepeated.ts'

/** Statements that a page lists at first. */
const firstListed = 40

/** An entity as its page shows it: the newest of its statements, or all of them. */
export function entityView(answer: EntityAnswer, all = false): EntityView {
  const shelf = (rows: readonly StatementRow[]) => shelfOf(rows, all ? rows.length : firstListed)
  return {...answer, statements: shelf(answer.statements), about: shelf(answer.about)}
}

function shelfOf(rows: readonly StatementRow[], most: number): StatementShelf {
  const once = unrepeated([...rows].sort(newestFirst))
  return {
    printings: rows.length,
    different: once.length,
    shown: once.slice(0, most).map(({row, times}) => ({row, times})),
  }
}

const day = ({evidence: {doc}}: StatementRow) => doc.published ?? doc.bounds.last ?? doc.bounds.first ?? ''
const newestFirst = (a: StatementRow, b: StatementRow) =>
  day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
