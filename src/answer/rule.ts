import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId} from '../model/index.ts'
import {monthNumber} from '../relation/index.ts'
import {rulersOf} from './rulers.ts'

const lead = new Map<string, string>([
  ['Republican', 'a Republican'],
  ['Democrat', 'a Democrat'],
])

/**
 * How two sides were ruled at the end of a stretch of months, in words: the kind of government of either (`military government in Pakistan`) and the
 * party of who led it (`a Republican in office in United States`). Empty where the tables of governments and parties do not tell.
 */
export function ruleIn(
  lexicon: Lexicon,
  docs: ReadonlyMap<EntityId, number>,
  end: number,
): (pair: readonly [EntityId, EntityId], first: string, last: string) => string[] {
  const terms = new Map<EntityId, ReturnType<typeof rulersOf>>()
  return (pair, _, last) =>
    pair.flatMap(side => {
      if (!lexicon.states.has(side)) return []
      const own = terms.get(side) ?? rulersOf(side, lexicon, docs, end)
      terms.set(side, own)
      const name = lexicon.entities.get(side)?.name ?? side
      const month = monthNumber(`${last}-01`)
      const kind = lexicon.governmentOf(side, `${last}-15`)?.kind
      const ruler = own.findLast(term => term.from <= month && month < term.to)?.ruler
      const party = ruler === undefined ? null : lexicon.partyOf(ruler)
      return [
        ...(kind === undefined ? [] : [`${kind} government in ${name}`]),
        ...(party === null ? [] : [`${lead.get(party) ?? party} in office in ${name}`]),
      ]
    })
}
