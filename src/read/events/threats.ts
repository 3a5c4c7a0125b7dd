import type {EventCode} from '../../model/index.ts'
import {conditionUnder, negationOf} from '../reality/own.ts'
import type {Hit} from './hit.ts'
import {partiesAt} from './parties.ts'
import {lemmaOf, type Scene} from './scene.ts'

const telling = new Set(['say', 'announce', 'declare', 'state', 'add', 'tell'])
const onCondition = new Set<EventCode>(['COERCE', 'SANCTION'])

/** "Chad said it would attack Libya": who says that it will do harm threatens; short of force, only on a condition. */
export function threatened(scene: Scene, hit: Hit): Hit {
  const {tree} = scene
  const {act, trigger, actors} = hit
  const force = act.event === 'ASSAULT'
  if ((!force && !onCondition.has(act.event)) || tree.upos(trigger) !== 'VERB' || tree.isPassive(trigger)) return hit
  if (tree.rel(trigger) !== 'ccomp' || !/^(?:will|would)$/.test(tree.modal(trigger) ?? '')) return hit
  const teller = tree.head(trigger)
  if (!telling.has(lemmaOf(tree, teller)) || negationOf(tree, trigger) >= 0 || negationOf(tree, teller) >= 0) return hit
  if (!force && conditionUnder(tree, trigger) < 0) return hit
  const speakers = tree.subjects(teller).flatMap(at => partiesAt(scene, at, 'actor'))
  const own = speakers.some(({entity, country}) =>
    actors.some(actor => actor.entity === entity || (country !== null && actor.country === country)),
  )
  if (!own) return hit
  const content = force ? ({mode: 'violence', cameo: '138'} as const) : ({mode: 'restrict', cameo: '131'} as const)
  return {...hit, act: {...act, event: 'THREATEN', ...content}, trigger: teller, complement: trigger, light: -1}
}
