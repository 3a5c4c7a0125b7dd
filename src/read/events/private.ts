import type {EventCode, Party} from '../../model/index.ts'
import {wordFits} from './fill.ts'
import type {Hit} from './hit.ts'
import {lemmaOf, type Scene} from './scene.ts'

const policing = new Set(['arrest', 'convict', 'investigate', 'allege'])

/** "Turkish police arrested a man who stole a bicycle": a common crime at home is no politics. */
export function isCommonCrime(scene: Scene, {act, actors, recipients}: Hit): boolean {
  const {tree, acts} = scene
  if (!policing.has(act.mode ?? '')) return false
  const homes = new Set(actors.map(({country}) => country))
  if (!recipients.every(({country}) => country === null || homes.has(country))) return false
  const crimes = acts.sets.get('plain-crime')
  for (let at = 0; at < tree.length; at++) if (crimes?.has(lemmaOf(tree, at))) return true
  return false
}

const dealings = new Set<EventCode>(['SUPPORT', 'AGREE', 'COOPERATE', 'CONSULT', 'REJECT'])

const buying = new Set(['buy', 'acquire', 'purchase', 'merge', 'sell', 'invest', 'take'])

/** "Agreed to buy a Swiss brewer": a firm, or a share in one, changes hands. */
export function isTakeover({tree, acts}: Scene, {act, trigger, complement}: Hit): boolean {
  if (act.event !== 'AGREE' || complement < 0 || !buying.has(lemmaOf(tree, complement))) return false
  const firms = acts.sets.get('firm')
  const bought = [...tree.objects(complement), ...tree.obliques(complement).map(({token}) => token)]
  return firms !== undefined && complement !== trigger && bought.some(at => wordFits(tree, at, firms))
}

/** "The French firm signed a contract with a bank": firms deal with firms. */
export function isBusiness({work}: Scene, {act, actors, recipients}: Hit): boolean {
  if (!dealings.has(act.event) || actors.length === 0) return false
  const firm = ({entity, sector}: Party) => sector === 'BUS' || work.entities.get(entity)?.kind === 'company'
  const nobody = ({entity, country}: Party) => country === null && entity.startsWith('~')
  return actors.every(firm) && recipients.every(party => firm(party) || nobody(party))
}
