import type {EntityAnswer, EntityView, StatementRow, StatementShelf} from '../model/index.ts'
import {unrepeated} from '../model/unrepeated.ts'
import {firstStatements, newestFirst} from './spoken.ts'

/** An entity as its page shows it: the newest of its statements, or all of them. */
export function entityView(answer: EntityAnswer, all = false): EntityView {
  const shelf = (rows: readonly StatementRow[]) => shelfOf(rows, all ? rows.length : firstStatements)
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
