import type {EventCode} from './event.ts'

/** What one does who does it, by type and, where it says more, by mode; in brackets what is said only of who it is done to. */
const acts: {readonly [type in EventCode]: {readonly plain: string; readonly [mode: string]: string}} = {
  AGREE: {plain: 'agree[ with @]'},
  CONSULT: {
    plain: 'talk[ with @]',
    visit: 'visit[ @]',
    'third-party': 'mediate[ with @]',
    multilateral: 'confer[ with @]',
    phone: 'telephone[ @]',
  },
  SUPPORT: {plain: 'support[ @]'},
  CONCEDE: {plain: 'give way[ to @]'},
  COOPERATE: {plain: 'cooperate[ with @]'},
  AID: {plain: 'give aid[ to @]'},
  RETREAT: {
    plain: 'draw back[ from @]',
    withdraw: 'withdraw[ from @]',
    release: 'release people or goods[ to @]',
    disarm: 'give up arms[ before @]',
    ceasefire: 'hold fire[ against @]',
    access: 'grant access[ to @]',
    resign: 'resign',
  },
  REQUEST: {
    plain: 'ask[ @] for something',
    assist: 'ask[ @] for help',
    change: 'ask[ @] to change course',
    yield: 'ask[ @] to give way',
    meet: 'ask[ @] to meet',
  },
  ACCUSE: {plain: 'accuse[ @]', disapprove: 'criticize[ @]', investigate: 'investigate[ @]', allege: 'accuse[ @]'},
  REJECT: {
    plain: 'turn down[ @]',
    assist: 'refuse[ @] help',
    change: 'refuse[ @] a change',
    yield: 'refuse to give way[ to @]',
    meet: 'refuse to meet[ @]',
  },
  THREATEN: {
    plain: 'threaten[ @]',
    restrict: 'threaten[ @] with restrictions',
    arrest: 'threaten[ @] with arrest',
    relations: 'threaten to cut ties[ with @]',
    expel: 'threaten to expel people[ of @]',
    territory: 'threaten to take land[ of @]',
    violence: 'threaten[ @] with force',
  },
  PROTEST: {
    plain: 'protest[ against @]',
    demo: 'demonstrate[ against @]',
    riot: 'riot[ against @]',
    strike: 'go on strike[ against @]',
    hunger: 'go on hunger strike[ against @]',
    boycott: 'boycott[ @]',
    obstruct: 'block the way[ of @]',
    vandalize: 'wreck property[ of @]',
  },
  SANCTION: {
    plain: 'impose sanctions[ on @]',
    convict: 'convict[ @]',
    expel: 'expel people[ of @]',
    withdraw: 'end ties[ with @]',
    discontinue: 'stop help or talks[ with @]',
  },
  MOBILIZE: {
    plain: 'ready forces[ towards @]',
    troops: 'deploy troops[ towards @]',
    weapons: 'deploy weapons[ towards @]',
    police: 'deploy police[ towards @]',
    militia: 'call up militia[ against @]',
  },
  COERCE: {
    plain: 'coerce[ @]',
    seize: 'seize land or goods[ of @]',
    restrict: 'restrict[ @]',
    censor: 'censor[ @]',
    curfew: 'impose a curfew[ on @]',
    'martial-law': 'impose martial law[ on @]',
    arrest: 'arrest[ @]',
    deport: 'deport[ @]',
    withhold: 'withhold supplies[ from @]',
    misinformation: 'spread falsehoods[ about @]',
    cyber: 'hack[ @]',
  },
  ASSAULT: {
    plain: 'attack[ @]',
    abduct: 'abduct[ @]',
    beat: 'beat[ @]',
    torture: 'torture[ @]',
    sexual: 'attack[ @] sexually',
    targeted: 'kill[ @] by design',
    destroy: 'destroy property[ of @]',
    primitive: 'attack[ @] with simple weapons',
    firearms: 'attack[ @] with firearms',
    explosives: 'attack[ @] with explosives',
    'suicide-attack': 'attack[ @] with a suicide bomber',
    aerial: 'attack[ @] from the air',
    drone: 'attack[ @] by drone',
    'heavy-weapons': 'attack[ @] with heavy weapons',
    'crowd-control': 'use force on a crowd[ of @]',
    unconventional: 'use mass violence[ against @]',
  },
}

/** The modes that a type has, as the codebook names them. */
export const modesOf = (event: EventCode): string[] => Object.keys(acts[event]).filter(mode => mode !== 'plain')

const actOf = (event: EventCode, mode: string | null) => (mode !== null && acts[event][mode]) || acts[event].plain

/** `visits`, `tries`, `goes on strike`. */
const singular = (words: string) =>
  words.replace(/^\w+/, verb =>
    /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : verb.replace(/(?<=[^aeiou])y$/, 'ie').concat('s'),
  )

/** A name of several: people, troops, unnamed officials; no state, though the United States sound like some. */
const several = /(?:^unnamed\b.*[^s]s|\b(?:people|police|Taliban|troops|forces|rebels|militants|fighters))$/

/** Those without a name are called what the text calls them: `unnamed: officials` → unnamed officials. */
export const nameWords = (name: string): string => name.replace(/^unnamed: (?:the |an? )?/, 'unnamed ')

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

interface Named {
  readonly name: string
}

interface Act {
  readonly event: EventCode
  readonly mode: string | null
}

/** The act alone: `visits`, `imposes sanctions`. */
export const actWords = ({event, mode}: Act): string => singular(actOf(event, mode).replace(/\[.*\]/, ''))

/** A kind of act that is asked about, as far as it says: `CONSULT`, `CONSULT/visit`, `SANCTION/plain` without a mode, `CONCEDE:055` of a CAMEO code. */
export function partsOfAct(act: string): Act & {readonly cameo: string} {
  const [, event, mode, cameo] = act.match(/^([A-Z]+)(?:\/([a-z-]+))?(?::(\d+))?$/) ?? []
  return {event: event as EventCode, mode: mode ?? null, cameo: cameo ?? ''}
}

/** The same in words: `visits`, `gives way (CAMEO 055)`. */
export function kindOfActWords(act: string): string {
  const {cameo, ...parts} = partsOfAct(act)
  return `${actWords(parts)}${cameo === '' ? '' : ` (CAMEO ${cameo})`}`
}

/** Who does what to whom: `United States imposes sanctions on Pakistan`. */
export function deedWords({
  event,
  mode,
  actors,
  recipients,
}: Act & {readonly actors: readonly Named[]; readonly recipients: readonly Named[]}): string {
  const [who, whom] = [actors, recipients].map(side => side.map(({name}) => nameWords(name)))
  const act = actOf(event, mode).replace(/\[(.*)\]/, (_, part: string) =>
    whom.length === 0 ? '' : part.replace('@', () => listed(whom)),
  )
  const many = who.length > 1 || (who.length === 1 && several.test(who[0]))
  return `${listed(who) || 'somebody not named'} ${many ? act : singular(act)}`
}
