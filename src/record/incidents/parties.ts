import type {EventCode} from '../../model/index.ts'
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

/** The level at which parties are compared first: the home state, or the party itself when it fights or has none. */
export const levelOf = (party: TellingParty) => (armed(party) ? party.entity : (party.country ?? party.entity))

/**
 * 2: the same; 1: a state and one that acts for it or belongs to it; 0: others.
 * Two ministers, or two armed groups, of one state are others.
 */
export function sameParty(a: TellingParty, b: TellingParty): 0 | 1 | 2 {
  if (a.entity === b.entity) return 2
  if (levelOf(a) !== levelOf(b)) return 0
  if (a.kind === 'state' || b.kind === 'state') return 1
  return ofState(a) && ofState(b) && a.kind !== b.kind ? 1 : 0
}

export interface Sides {
  readonly mutual: boolean
  readonly actors: readonly TellingParty[]
  readonly recipients: readonly TellingParty[]
}

export function sidesOf({event, actors, recipients}: Telling): Sides {
  if (!mutual.has(event)) return {mutual: false, actors, recipients}
  return {mutual: true, actors: [...actors, ...recipients], recipients: []}
}

export interface DyadKeys {
  readonly whole: readonly string[]
  readonly half: readonly string[]
  readonly partial: boolean
}

/** Keys under which a telling is filed; `half`: those under which a telling with an unknown side looks for it. */
export function dyadKeys(telling: Telling): DyadKeys {
  const sides = sidesOf(telling)
  const levels = (list: readonly TellingParty[]) => [...new Set(list.filter(specific).map(levelOf))].sort()
  const actors = levels(sides.actors)
  if (sides.mutual) {
    if (actors.length < 2) return {whole: actors.map(a => `${a}=?`), half: actors.map(a => `${a}=?`), partial: true}
    const whole = actors.flatMap((a, i) => actors.slice(i + 1).map(b => `${a}=${b}`))
    return {whole, half: actors.map(a => `${a}=?`), partial: false}
  }
  const recipients = levels(sides.recipients)
  const known = [...actors.map(a => `${a}>?`), ...recipients.map(b => `?>${b}`)]
  const half = [...known, '?>?']
  if (!actors.length || !recipients.length) return {whole: half, half, partial: true}
  return {whole: actors.flatMap(a => recipients.map(b => `${a}>${b}`)), half, partial: false}
}

/**
 * How well two lists agree: points for the same entity below the state; `open` when one of them does not tell who;
 * `null` when they cannot be the same.
 */
export function agreement(
  a: readonly TellingParty[],
  b: readonly TellingParty[],
): {points: number; open: boolean} | null {
  let best = 0
  let fine = false
  for (const x of a)
    for (const y of b) {
      const same = sameParty(x, y)
      if (same > best) best = same
      if (same === 2 && x.kind !== 'state') fine = true
    }
  if (best > 0) return {points: fine ? 0.5 : 0, open: false}
  const toldA = a.some(specific)
  const toldB = b.some(specific)
  if (toldA && toldB) return null
  return {points: 0, open: toldA || toldB || a.length !== b.length}
}
