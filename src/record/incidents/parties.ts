import type {EntityKind, EventCode} from '../../model/index.ts'
import {mix, type Shelf, shelfOf} from './shelves.ts'
import type {Telling, TellingParty} from './telling.ts'

/** Acts that their parties do together: who is called actor is a matter of the sentence. */
const mutual: ReadonlySet<EventCode> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

const offices = new Set(['government', 'ministry', 'legislature', 'court', 'military', 'intelligence', 'police'])
const stateSectors = new Set(['GOV', 'MIL', 'SPY', 'COP', 'JUD', 'LEG'])
const armedSectors = new Set(['REB', 'UAF', 'CRM'])

const armed = ({kind, sector}: TellingParty) => kind === 'armed-group' || (sector !== null && armedSectors.has(sector))
const ofState = ({kind, sector}: TellingParty) =>
  kind === 'state' || (kind !== null && offices.has(kind)) || (sector !== null && stateSectors.has(sector))

/** “Gunmen”, “a crowd”: the text does not tell who, so that they may be anyone that another text names. */
export const specific = ({entity, country}: TellingParty) => country !== null || !entity.startsWith('~unnamed-')

/** A party with what comparing it needs. */
export interface Side {
  readonly entity: string
  readonly kind: EntityKind | null
  /** The level at which parties are compared first: the home state, or the party itself when it fights or has none. */
  readonly level: string
  readonly ofState: boolean
  readonly specific: boolean
}

const sideOf = (party: TellingParty): Side => ({
  entity: party.entity,
  kind: party.kind,
  level: armed(party) ? party.entity : (party.country ?? party.entity),
  ofState: ofState(party),
  specific: specific(party),
})

/**
 * 2: the same; 1: a state and one that acts for it or belongs to it; 0: others.
 * Two ministers, or two armed groups, of one state are others.
 */
function sameSide(a: Side, b: Side): 0 | 1 | 2 {
  if (a.entity === b.entity) return 2
  if (a.level !== b.level) return 0
  if (a.kind === 'state' || b.kind === 'state') return 1
  return a.ofState && b.ofState && a.kind !== b.kind ? 1 : 0
}

export interface Sides {
  readonly mutual: boolean
  readonly actors: readonly Side[]
  readonly recipients: readonly Side[]
}

export function sidesOf({event, actors, recipients}: Telling): Sides {
  if (!mutual.has(event)) return {mutual: false, actors: actors.map(sideOf), recipients: recipients.map(sideOf)}
  return {mutual: true, actors: [...actors, ...recipients].map(sideOf), recipients: []}
}

/** Where a telling is filed and where it looks for others, by who acts on whom. */
export interface DyadShelves {
  readonly filed: readonly Shelf[]
  readonly sought: readonly Shelf[]
}

/** A side is not known; of those who act together, one at least. */
export function isPartial({mutual, actors, recipients}: Sides): boolean {
  if (!mutual) return !anySpecific(actors) || !anySpecific(recipients)
  return levelsOf(actors).length < 2
}

/** Tells shelves of one kind of telling apart. */
const part = {actor: 1, recipient: 2, anyone: 3, whole: 4, half: 5, partial: 6, nobody: 7} as const

/** A telling with an unknown side is filed as such; one with both looks there too, and can be found from either side. */
export function dyadShelves(kind: Shelf, {mutual, actors, recipients}: Sides): DyadShelves {
  const by = levelsOf(actors)
  const to = levelsOf(recipients)
  const acting = by.map(level => mix(mix(kind, part.actor), level))
  const dyads = mutual
    ? acting.flatMap((first, n) => by.slice(n + 1).map(level => mix(first, level)))
    : acting.flatMap(first => to.map(level => mix(first, level)))
  const known = [...acting, ...to.map(level => mix(mix(kind, part.recipient), level))]
  const anyone = mutual ? [] : [mix(kind, part.anyone)]
  const as = (which: number, shelves: readonly Shelf[]) => shelves.map(shelf => mix(shelf, which))
  if (dyads.length > 0)
    return {
      filed: [...as(part.whole, dyads), ...as(part.half, known), ...as(part.half, anyone)],
      sought: [...as(part.whole, dyads), ...as(part.partial, known), ...as(part.nobody, anyone)],
    }
  const shared = [...as(part.partial, known), ...as(part.partial, anyone)]
  return known.length > 0
    ? {filed: shared, sought: [...shared, ...as(part.half, known)]}
    : {filed: [...shared, ...as(part.nobody, anyone)], sought: [...shared, ...as(part.half, anyone)]}
}

/** Each once, in an order of their own, so that a pair is the same from both sides. */
function levelsOf(list: readonly Side[]): number[] {
  const levels: number[] = []
  for (const side of list) {
    const level = shelfOf(side.level)
    if (side.specific && !levels.includes(level)) levels.push(level)
  }
  return levels.length > 1 ? levels.sort((a, b) => a - b) : levels
}

/** How well two lists of parties agree. */
export interface SidesAgree {
  /** For the same entity below the state. */
  readonly points: number
  /** One of them does not tell who. */
  readonly open: boolean
}

const fine: SidesAgree = {points: 0.5, open: false}
const plain: SidesAgree = {points: 0, open: false}
const open: SidesAgree = {points: 0, open: true}

/** `null` when they cannot be the same. */
export function agreement(a: readonly Side[], b: readonly Side[]): SidesAgree | null {
  let best = 0
  for (const x of a)
    for (const y of b) {
      const same = sameSide(x, y)
      if (same === 2 && x.kind !== 'state') return fine
      if (same > best) best = same
    }
  if (best > 0) return plain
  const toldA = anySpecific(a)
  const toldB = anySpecific(b)
  if (toldA && toldB) return null
  return toldA || toldB || a.length !== b.length ? open : plain
}

function anySpecific(list: readonly Side[]): boolean {
  for (const side of list) if (side.specific) return true
  return false
}
