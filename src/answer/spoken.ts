import type {RelationAnswer, Spoken, StatementRow} from '../model/index.ts'
import {stances} from '../model/index.ts'
import {unrepeated} from '../model/unrepeated.ts'

/** Statements that a list of a page shows at first. */
export const firstStatements = 20

/** What is said of a relation, for its page: of each stance the newest, or all of them. */
export function spoken({statements, quotations}: RelationAnswer, all = false): Spoken {
  const once = unrepeated(statements, quotations)
    .map(each => ({...each, changed: all ? each.changed : each.changed.slice(0, firstStatements)}))
    .sort((a, b) => newestFirst(a.row, b.row))
  return {
    stances: Object.fromEntries(
      stances.map(stance => {
        const of = once.filter(({row}) => row.statement.stance === stance)
        return [stance, {different: of.length, shown: all ? of : of.slice(0, firstStatements)}]
      }),
    ) as unknown as Spoken['stances'],
  }
}

const day = ({evidence: {doc}}: StatementRow) => doc.published ?? doc.bounds.last ?? doc.bounds.first ?? ''

/** By the day of the printing, those without one last, then by id. */
export const newestFirst = (a: StatementRow, b: StatementRow): number =>
  day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
