import type {Lexicon} from '../../lexicon/index.ts'
import type {EntityId} from '../../model/index.ts'

const tables = new WeakMap<Lexicon, ReadonlyMap<string, EntityId>>()

/** "USS Higgins", "BRP Sierra Madre": the state whose navy a ship's name begins with the letters of; `null`: no ship. */
export function navyOf(lexicon: Lexicon, name: string): EntityId | null {
  const prefix = /^(\p{Lu}+) \p{Lu}\p{Ll}/u.exec(name)?.[1]
  if (!prefix) return null
  let table = tables.get(lexicon)
  if (!table) {
    table = new Map(
      lexicon.table('ships', ['prefix', 'country', 'from']).map(({cells}) => [cells.prefix, cells.country]),
    )
    tables.set(lexicon, table)
  }
  return table.get(prefix) ?? null
}
