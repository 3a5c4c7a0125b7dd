import {type Lexicon, ownNames} from '../lexicon/index.ts'
import type {Day, EntityAnswer, EntityId, Role} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {sideOf} from './relation.ts'

/** Partners shown. */
const most = 20

/** One entity: names as printed, dated offices, partners, statements by it and about it, doubtful facts. Throws `answer/unknown-entity`. */
export async function entity(
  record: OpenRecord,
  lexicon: Lexicon,
  id: EntityId,
  known: Known = {},
): Promise<EntityAnswer> {
  const found = await sideOf(record, lexicon, id)
  const [printed, incidents, statements, about, flags, names] = await Promise.all([
    record.printedNames(found.id, known),
    record.incidents({party: found.id, ...known}),
    record.statements({source: found.id, ...known}),
    record.statements({about: found.id, ...known}),
    record.flags(found.id, known),
    record.names(),
  ])
  const own = (country: EntityId | null, entityId: EntityId) => entityId === found.id || country === found.id
  const partners = new Map<EntityId, number>()
  for (const {actors, recipients} of incidents) {
    const others = [...actors, ...recipients].filter(party => !own(party.country, party.entity))
    for (const other of new Set(others.map(party => party.country ?? party.entity)))
      partners.set(other, (partners.get(other) ?? 0) + 1)
  }
  const title = (id: EntityId) => lexicon.entities.get(id)?.name ?? names[id] ?? id
  return {
    entity: found,
    names: printed.map(({words}) => words),
    added: ownNames(lexicon.additions, found.id),
    roles: asOn(known.asOf ?? null, [...lexicon.rolesOf(found.id), ...officesOf(lexicon, found.id)]).map(role => ({
      ...role,
      name: title(role.of === found.id ? role.entity : role.of),
    })),
    partners: [...partners]
      .map(([partner, count]) => ({entity: partner, name: title(partner), incidents: count}))
      .sort((a, b) => b.incidents - a.incidents || (a.entity < b.entity ? -1 : 1))
      .slice(0, most),
    statements,
    about: about.filter(({statement}) => statement.source.entity !== found.id),
    flags,
  }
}

/** Terms as they stood on a day: those begun, and those not ended by then without their end. */
function asOn(day: Day | null, roles: readonly Role[]): readonly Role[] {
  if (day === null) return roles
  const begun = roles.filter(({since}) => since === null || since <= day)
  return begun.map(role => (role.until !== null && role.until > day ? {...role, until: null} : role))
}

/** Terms in the offices of a state or body, the latest first. */
function officesOf(lexicon: Lexicon, id: EntityId): Role[] {
  const since = (role: Role) => role.since ?? ''
  return lexicon.roles
    .filter(({of, entity}) => of === id && entity !== id)
    .sort((a, b) => (since(a) > since(b) ? -1 : since(a) < since(b) ? 1 : a.entity < b.entity ? -1 : 1))
}
