import type {Act} from '../../lexicon/acts.ts'
import type {Party} from '../../model/index.ts'
import type {Hit} from './hit.ts'
import {ownersOf} from './parties.ts'
import {lemmaOf, type Scene} from './scene.ts'

/** With what an attack is made, by the lemma that names it. */
const kinds: Readonly<Record<string, string>> = {
  jet: 'aerial',
  warplane: 'aerial',
  plane: 'aerial',
  aircraft: 'aerial',
  bomber: 'aerial',
  helicopter: 'aerial',
  gunship: 'aerial',
  airstrike: 'aerial',
  'air-strike': 'aerial',
  airforce: 'aerial',
  drone: 'drone',
  artillery: 'heavy-weapons',
  mortar: 'heavy-weapons',
  tank: 'heavy-weapons',
  howitzer: 'heavy-weapons',
  rocket: 'heavy-weapons',
  missile: 'heavy-weapons',
  shelling: 'heavy-weapons',
  gunman: 'firearms',
  gunfire: 'firearms',
  sniper: 'firearms',
  rifle: 'firearms',
  bullet: 'firearms',
  bomb: 'explosives',
  landmine: 'explosives',
  grenade: 'explosives',
  explosive: 'explosives',
  knife: 'primitive',
  machete: 'primitive',
  axe: 'primitive',
  sword: 'primitive',
  stone: 'primitive',
}

/** Modes that say less than the weapon named beside them. */
const vague = new Set([null, 'explosives'])

const taking = /^(?:capture|nab|hold|round|haul|pick)-/
const irregulars = new Set(['REB', 'UAF'])

/**
 * A hit as the arms in it tell it: an attack takes the mode of its weapon, what armed groups storm or blow up is an attack and no riot,
 * and a missile that a state fires at nobody is a test.
 */
export function armed(scene: Scene, hit: Hit): Hit {
  const {act, actors, recipients} = hit
  if (
    act.event === 'PROTEST' &&
    act.id.startsWith('storm') &&
    actors.length > 0 &&
    actors.every(party => fights(scene, party))
  )
    return {...hit, act: {...act, event: 'ASSAULT', mode: null, cameo: '190'}}
  if (act.event === 'PROTEST' && actors.length > 0 && actors.every(party => rules(scene, party))) {
    const done = instead(
      act,
      actors.some(party => rebels(scene, party)),
    )
    if (done) return {...hit, act: {...act, ...done}}
  }
  if (
    act.id === 'walk-out-of' &&
    actors.length > 0 &&
    actors.every(({sector}) => sector !== null && trades.has(sector))
  )
    return {...hit, act: {...act, event: 'PROTEST', mode: 'strike', cameo: '143'}}
  if (act.id === 'attack' && blames(scene, hit))
    return {...hit, act: {...act, event: 'ACCUSE', mode: 'disapprove', cameo: '111'}}
  if (act.id === 'raid-n-on' && actors.length > 0 && actors.every(party => searches(party, recipients)))
    return {...hit, act: {...act, event: 'COERCE', mode: 'seize', cameo: '171'}}
  if (act.id === 'train-force-against' && trainsOthers(scene, hit))
    return {...hit, act: {...act, event: 'COOPERATE', mode: null, cameo: '062'}}
  if (act.id === 'blow-up-road-with' && actors.length > 0 && actors.every(party => rebels(scene, party)))
    return {...hit, act: {...act, event: 'ASSAULT', mode: 'explosives', cameo: '183'}}
  if (
    /^(?:fire|launch)-missile-at$/.test(act.id) &&
    recipients.length === 0 &&
    !actors.some(party => rebels(scene, party))
  )
    return {...hit, act: {...act, event: 'MOBILIZE', mode: 'weapons', cameo: '155'}}
  // "Rebels seized 300 pupils".
  if (taking.test(act.id) && act.mode === 'arrest' && actors.length > 0 && actors.every(party => rebels(scene, party)))
    return {...hit, act: {...act, event: 'ASSAULT', mode: 'abduct', cameo: '181'}}
  const mode = act.event === 'ASSAULT' && vague.has(act.mode) ? weaponIn(scene, hit) : null
  return mode ? {...hit, act: {...act, mode} as Act} : hit
}

/** "Britain trained Bahrain's force": forces of another state are helped, not readied. */
function trainsOthers(scene: Scene, {words, actors}: Hit): boolean {
  const owners = words.flatMap(at => ownersOf(scene, at, 'recipient'))
  return owners.some(({country}) => country !== null && actors.every(actor => actor.country !== country))
}

/** Who downs tools where a delegation would leave a hall. */
const trades = new Set(['CVL', 'LAB', 'EDU', 'MED'])

/** "The minister attacked Britain for freezing its assets": with words. */
function blames({tree, work}: Scene, {trigger, actors}: Hit): boolean {
  const persons = actors.every(({entity}) => work.entities.get(entity)?.kind === 'person')
  return (
    persons &&
    tree
      .childrenBy(trigger, 'advcl')
      .some(at => tree.xpos(at) === 'VBG' && tree.lemma(tree.child(at, 'mark')) === 'for')
  )
}

const stormed = {event: 'COERCE', mode: 'seize', cameo: '171'} as const
const blocked = {event: 'COERCE', mode: 'restrict', cameo: '191'} as const
const razed = {event: 'ASSAULT', mode: 'destroy', cameo: '1712'} as const

/** What storming, burning or blocking is when no crowd does it; rebels who close a road obstruct it like one. */
function instead({id, mode}: Act, rebellious: boolean): typeof stormed | typeof blocked | typeof razed | null {
  if (mode === 'obstruct') return rebellious ? null : blocked
  if (mode !== 'riot') return null
  return id.startsWith('storm') ? stormed : /^(?:torch|burn|set)-/.test(id) ? razed : null
}

/** Who does not riot: a government, its police and soldiers, an armed group. */
function rules(scene: Scene, party: Party): boolean {
  const {sector, entity} = party
  if (fights(scene, party) || sector === 'COP' || sector === 'GOV') return true
  return sector === null && scene.work.entities.get(entity)?.kind === 'state'
}

function rebels({work}: Scene, {entity, sector}: Party): boolean {
  return work.entities.get(entity)?.kind === 'armed-group' || (sector !== null && irregulars.has(sector))
}

const authorities = new Set(['COP', 'JUD', 'GOV', 'SPY'])

/** Whether authorities do it at home: police raids on offices are searches. */
function searches({country, sector}: Party, recipients: readonly Party[]): boolean {
  if (sector === null || !authorities.has(sector)) return false
  return recipients.length > 0 && recipients.every(other => other.country === country)
}

const fights = (scene: Scene, party: Party) => rebels(scene, party) || party.sector === 'MIL'

/** The kind of weapon named by the doer, the means, or the words before a noun of attack; `null`: none, or several. */
function weaponIn({tree}: Scene, {trigger, light}: Hit): string | null {
  const verb = light >= 0 ? light : trigger
  const places = [...tree.subjects(verb), trigger]
  for (const {token, prep} of tree.obliques(trigger)) if (/^(?:by|with|in|from)$/.test(prep)) places.push(token)
  const found = new Set<string>()
  for (const place of places) {
    if (place !== trigger || tree.upos(place) !== 'VERB') add(lemmaOf(tree, place))
    for (const at of tree.childrenBy(place, 'compound', 'amod', 'nmod'))
      if (at < place || place !== trigger) add(lemmaOf(tree, at))
    if (
      /^(?:bomber|attacker|bombing|attack)$/.test(lemmaOf(tree, place)) &&
      place > 0 &&
      lemmaOf(tree, place - 1) === 'suicide'
    )
      return 'suicide-attack'
  }
  return found.size === 1 ? [...found][0] : null

  function add(lemma: string) {
    const kind = kinds[lemma]
    if (kind) found.add(kind)
  }
}
