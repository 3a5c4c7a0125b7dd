import type {Lexicon} from '../lexicon/index.ts'
import type {Day, Direction, EntityId, OutsideAnswer, OutsideFormat} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {outsideIndexOf} from '../relation/index.ts'
import {sideOf} from './relation.ts'

export interface OutsideOptions {
  readonly direction?: Direction
  /** Only tables of these forms; `null`: all. */
  readonly formats?: readonly OutsideFormat[] | null
  /** Leave out what happened after this day. */
  readonly asOf?: Day | null
}

/** The relation of a pair as imported tables of other projects have it: an index of its own, without a text behind it. Throws `answer/unknown-entity`. */
export async function outsideRelation(
  record: OpenRecord,
  lexicon: Lexicon,
  pair: readonly [EntityId, EntityId],
  {direction = 'both', formats = null, asOf = null}: OutsideOptions = {},
): Promise<OutsideAnswer> {
  const sides = [await sideOf(record, lexicon, pair[0]), await sideOf(record, lexicon, pair[1])] as const
  const ids = [sides[0].id, sides[1].id] as const
  const files = (await record.outside.files()).filter(({format}) => formats === null || formats.includes(format))
  const months = await record.outside.months({pair: ids, direction, formats, until: asOf})
  const sum = (of: 'happenings' | 'tellings') => months.reduce((total, month) => total + month[of], 0)
  const sources = [...new Set(files.map(({format}) => format))].sort().map(format => {
    const own = files.filter(file => file.format === format)
    return {format, files: own.length, rows: own.reduce((total, {rows}) => total + rows, 0)}
  })
  return {
    pair: sides,
    direction,
    sources,
    happenings: sum('happenings'),
    tellings: sum('tellings'),
    index: outsideIndexOf(months, {pair: ids, direction}),
  }
}
