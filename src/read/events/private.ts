import type {EventCode, Party} from '../../model/index.ts'
import {wordFits} from './fill.ts'
import type {Hit} from './hit.ts'
import {lemmaOf, type Scene} from './scene.ts'

const policing = new Set(['arrest', 'convict', 'investigate', 'allege'])

/** "Turkish police arrested a man who stole a bicycle": a common crime at home is no politics. */
export function isCommonCrime(scene: Scene, {act, trigger, actors, recipients}: Hit): boolean {
  const {tree, acts} = scene
  if (!policing.has(act.mode ?? '')) return false
  const homes = new Set(actors.map(({country}) => country))
  if (!recipients.every(({country}) => country === null || homes.has(country))) return false
  const crimes = acts.sets.get('plain-crime')
  const charges = acts.sets.get('political-charge')
  let political = false
  for (let at = 0; at < tree.length; at++) {
    if (crimes?.has(lemmaOf(tree, at))) return true
    political ||= charges?.has(lemmaOf(tree, at)) ?? false
  }
  return !political && isPrivatePerson(scene, trigger)
}

/** "Jailed a man for poaching": whom the act meets is nobody but a man, a couple, a nurse. */
function isPrivatePerson({tree, acts}: Scene, trigger: number): boolean {
  const people = acts.sets.get('plain-person')
  const met = tree.objects(trigger)
  return met.length > 0 && met.every(at => people?.has(lemmaOf(tree, at)) && tree.child(at, 'amod') < 0)
}

/** "A court ordered a bank to pay": a judge's word to a firm or a private person of the same land. */
export function isLawsuit(_: Scene, {act, actors, recipients}: Hit): boolean {
  if (act.event !== 'REQUEST' || actors.length === 0 || recipients.length === 0) return false
  const unnamed = ({entity, country, sector}: Party) =>
    country === null && entity.startsWith('~') && (sector === null || sector === 'BUS' || sector === 'CVL')
  return actors.every(({sector}) => sector === 'JUD') && recipients.every(unnamed)
}

const dealings = new Set<EventCode>(['SUPPORT', 'AGREE', 'COOPERATE', 'CONSULT', 'REJECT', 'COERCE', 'REQUEST'])
const kindly = new Set<EventCode>(['SUPPORT', 'AGREE', 'COOPERATE', 'AID', 'CONCEDE'])
const trades = new Set<string | null>(['CVL', 'LAB', 'MED', 'EDU', 'BUS'])

const buying = new Set(['buy', 'acquire', 'purchase', 'merge', 'sell', 'invest', 'take'])

/** "Agreed to buy a Swiss brewer": a firm, or a share in one, changes hands. */
export function isTakeover({tree, acts}: Scene, {act, trigger, complement}: Hit): boolean {
  if (act.event !== 'AGREE' || complement < 0 || !buying.has(lemmaOf(tree, complement))) return false
  const firms = acts.sets.get('firm')
  const bought = [...tree.objects(complement), ...tree.obliques(complement).map(({token}) => token)]
  return firms !== undefined && complement !== trigger && bought.some(at => wordFits(tree, at, firms))
}

/** "The French firm signed a contract with a bank": firms deal with firms; a nurse, an actress or a poet helps, promises and regrets for nobody else. */
export function isBusiness({work, tree}: Scene, {act, actors, recipients}: Hit): boolean {
  if (actors.length === 0) return false
  const alone = ({entity, sector, span}: Party) =>
    entity.startsWith('~unnamed') &&
    trades.has(sector) &&
    work.entities.get(entity)?.kind === 'person' &&
    tree.xpos(tree.tokenAt(span.end - 1)) === 'NN'
  if (kindly.has(act.event) && actors.every(alone)) return true
  const abroad = ({country, sector, span}: Party) =>
    country !== null &&
    tree.upos(tree.tokenAt(span.end - 1)) !== 'ADJ' &&
    sector !== 'BUS' &&
    actors.every(actor => actor.country !== null && actor.country !== country)
  if (kindly.has(act.event) && actors.every(({sector}) => sector === 'BUS') && !recipients.some(abroad)) return true
  if (!dealings.has(act.event)) return false
  const firm = ({entity, sector}: Party) => sector === 'BUS' || work.entities.get(entity)?.kind === 'company'
  const nobody = ({entity, country}: Party) => country === null && entity.startsWith('~')
  return actors.every(firm) && recipients.every(party => firm(party) || nobody(party))
}
