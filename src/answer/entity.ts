import {type Lexicon, ownNames} from '../lexicon/index.ts'
import type {EntityAnswer, EntityId, Role} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {sideOf} from './relation.ts'

/** Partners shown. */
const most = 20

/** One entity: names as printed, dated offices, partners, statements, doubtful facts. Throws `answer/unknown-entity`. */
export async function entity(record: OpenRecord, lexicon: Lexicon, id: EntityId): Promise<EntityAnswer> {
  const found = await sideOf(record, lexicon, id)
  const [printed, incidents, statements, flags, names] = await Promise.all([
    record.printedNames(found.id),
    record.incidents({party: found.id}),
    record.statements({source: found.id}),
    record.flags(found.id),
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
    roles: [...lexicon.rolesOf(found.id), ...officesOf(lexicon, found.id)].map(role => ({
      ...role,
      name: title(role.of === found.id ? role.entity : role.of),
    })),
    partners: [...partners]
      .map(([partner, count]) => ({entity: partner, name: title(partner), incidents: count}))
      .sort((a, b) => b.incidents - a.incidents || (a.entity < b.entity ? -1 : 1))
      .slice(0, most),
    statements,
    flags,
  }
}

/** Terms in the offices of a state or body, the latest first. */
function officesOf(lexicon: Lexicon, id: EntityId): Role[] {
  const since = (role: Role) => role.since ?? ''
  return lexicon.roles
    .filter(({of, entity}) => of === id && entity !== id)
    .sort((a, b) => (since(a) > since(b) ? -1 : since(a) < since(b) ? 1 : a.entity < b.entity ? -1 : 1))
}
