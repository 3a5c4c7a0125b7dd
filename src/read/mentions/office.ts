import type {RoleNoun} from '../../lexicon/index.ts'
import type {Day, EntityId} from '../../model/index.ts'
import type {Discourse} from './discourse.ts'
import {sexOf} from './sex.ts'

/** Who held the office that a noun speaks of, in a state or an organisation, over these days; `null` unless it is one person. */
export function holderOf(
  discourse: Discourse,
  noun: RoleNoun,
  of: EntityId,
  days: {readonly first: Day | null; readonly last: Day | null},
): EntityId | null {
  if (noun.key === 'senator' || noun.key === 'ambassador') return null
  if (noun.key === 'director') return discourse.words.topmost.has(noun.noun) ? discourse.headOf(of, days) : null
  // Britain's chancellor keeps the purse.
  const purse = noun.noun === 'chancellor' && !discourse.words['chancellor-state'].has(of.toLowerCase())
  const office = isCivil(discourse, noun, of) ? noun.noun : purse ? 'finance minister' : noun.key
  return bearing(
    discourse,
    noun,
    discourse.holder(office, of, days) ?? (office === 'leader' ? ruler(discourse, of, days) : null),
  )
}

/** "India's foreign secretary" is a civil servant: ministers are called secretaries in few states only. */
export function isCivil({words}: Discourse, noun: RoleNoun, of: EntityId): boolean {
  return words.secretary.has(noun.noun) && !words['secretary-state'].has(of.toLowerCase())
}

/** "the Yugoslav leader" where nobody has that title: the one who rules, or of president and prime minister the one who is named. */
function ruler(
  discourse: Discourse,
  of: EntityId,
  days: {readonly first: Day | null; readonly last: Day | null},
): EntityId | null {
  const all = ['president', 'prime minister'].flatMap(role => discourse.holder(role, of, days) ?? [])
  const named = all.filter(id => discourse.people.has(id))
  const [one, ...others] = new Set(named.length > 0 ? named : all)
  return one && others.length === 0 ? one : null
}

/** Nobody, when the words tell another sex: "the queen" under a king. */
function bearing(discourse: Discourse, noun: RoleNoun, holder: EntityId | null): EntityId | null {
  const said = sexOf(noun.noun)
  const sex = holder ? (discourse.lexicon.people.get(holder)?.sex ?? null) : null
  return said !== null && sex !== null && said !== sex ? null : holder
}
