import type {RoleNoun} from '../../lexicon/index.ts'
import type {Day, EntityId} from '../../model/index.ts'
import {numberOf, dayOf} from '../days/calendar.ts'
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

/** News of an end comes within days. */
const justNow = 4

/** "The president died", "was ousted": of those who held the office, the one whose term ended on these days or just before; `null` when it is not one. */
export function lastHolder(
  discourse: Discourse,
  noun: RoleNoun,
  of: EntityId,
  days: {readonly first: Day | null; readonly last: Day | null},
): EntityId | null {
  if (days.first === null || days.last === null || isCivil(discourse, noun, of)) return null
  const since = dayOf(numberOf(days.first) - justNow)
  const before = {first: dayOf(numberOf(days.first) - justNow - 1), last: dayOf(numberOf(days.first) - justNow - 1)}
  const ended = discourse.lexicon
    .terms(noun.key, of)
    .filter(({until}) => until !== null && until >= since && until <= days.last!)
  const id = ended.length === 1 ? ended[0].entity : noun.key === 'leader' ? holderOf(discourse, noun, of, before) : null
  return id === null ? null : bearing(discourse, noun, id)
}

/** "India's foreign secretary" is a civil servant: ministers are called secretaries in few states only. */
export function isCivil({words}: Discourse, noun: RoleNoun, of: EntityId): boolean {
  return words.secretary.has(noun.noun) && !words['secretary-state'].has(of.toLowerCase())
}

/** "the French leader": who holds the office that leads there; else the one who rules, or of president and prime minister the one who is named. */
function ruler(
  discourse: Discourse,
  of: EntityId,
  days: {readonly first: Day | null; readonly last: Day | null},
): EntityId | null {
  const leads = days.last === null ? null : (discourse.lexicon.governmentOf(of, days.last)?.leader ?? null)
  const leader = leads === null ? null : discourse.holder(leads, of, days)
  if (leader) return leader
  const all = ['president', 'prime minister', 'first minister', 'chief minister'].flatMap(
    role => discourse.holder(role, of, days) ?? [],
  )
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
