import type {Crosswalk, Lexicon} from '../../lexicon/index.ts'
import type {EventCode, Told, ToldParty} from '../../model/index.ts'

/** What the writers of other projects' forms look things up in. */
export interface Codes {
  readonly lexicon: Lexicon
  readonly crosswalk: Crosswalk
}

const quads: {readonly [event in EventCode]: 1 | 2 | 3 | 4} = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
}

/** Quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
export const quadOf = (event: EventCode) => quads[event]

/** A CAMEO code of a telling, its own or one of its type and mode. */
export const cameoOf = ({cameo, event, mode}: Told, {crosswalk}: Codes) => cameo ?? crosswalk.cameo(event, mode)

/** Goldstein score as those files print it: `-2.0`. */
export const goldsteinOf = (cameo: string, {crosswalk}: Codes) => crosswalk.plover(cameo)?.goldstein.toFixed(1) ?? ''

const sectors: {readonly [sector: string]: string} = {MED: 'MED', CVL: 'CVL'}

/** Home state of a party; a state is its own. */
export const homeOf = ({country, entity}: ToldParty, {lexicon}: Codes) =>
  country ?? (lexicon.states.has(entity) ? entity : null)

/** CAMEO code of an actor: country and sector, `PAKMIL`; a sector alone where no state is home. */
export function actorCode(party: ToldParty, codes: Codes): string {
  const {entity, sector} = party
  const country = homeOf(party, codes)
  const state = country === null ? '' : countryCode(country, codes)
  return entity === country || sector === null ? state : state + (sectors[sector] ?? sector)
}

/** CAMEO code of a country; nearly always the one of ISO. */
export const countryCode = (country: string, {lexicon}: Codes) => lexicon.states.get(country)?.cameo ?? country

/** FIPS 10-4 code of a country, as GDELT's places have it. */
export const fipsOf = (country: string | null, {lexicon}: Codes) =>
  (country === null ? null : lexicon.states.get(country)?.fips) ?? ''

export const countryName = (country: string | null, {lexicon}: Codes) =>
  (country === null ? null : lexicon.entities.get(country)?.name) ?? ''

/** A whole number for an id, the same in every export: 48 bits of the Doc's hash, then the number of the event. Below 2⁶³. */
export function numberOf(id: string, pair: number): string {
  const [, hex, n] = /^doc_([0-9a-f]{12})[0-9a-f]*\/ev_(\d+)$/.exec(id) ?? [null, '0', '0']
  return String((BigInt(`0x${hex}`) * 1000n + BigInt(Number(n) % 1000)) * 16n + BigInt(pair % 16))
}

/** Who did it to whom, one pair a row: these forms know no lists. What all did together pairs each with each once. */
export function pairsOf({actors, recipients}: Told): readonly (readonly [ToldParty, ToldParty | null])[] {
  if (recipients.length > 0) return actors.flatMap(actor => recipients.map(recipient => [actor, recipient] as const))
  if (actors.length === 1) return [[actors[0], null]]
  return actors.flatMap((actor, n) => actors.slice(n + 1).map(other => [actor, other] as const))
}

/** A cell of a table whose rows know no quotes. */
export const cell = (value: string | number | null) => String(value ?? '').replace(/[\t\n\r\u0000-\u0003]+/g, ' ')

export const compact = (day: string) => day.replaceAll('-', '')
