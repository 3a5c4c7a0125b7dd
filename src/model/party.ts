import type {EntityId, Sector} from './entity.ts'

const alone: ReadonlySet<Sector | null> = new Set(['REB', 'CRM'])

/** The state that a party acts for: its home, but none for rebels and gangs, whose acts and losses are not their state's. */
export function stateOf({country, sector}: {country: EntityId | null; sector: Sector | null}): EntityId | null {
  return alone.has(sector) ? null : country
}
