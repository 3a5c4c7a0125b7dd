import type {Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {countryOf} from '../work.ts'
import {placeBefore} from './grounds.ts'
import type {Hit} from './hit.ts'
import {doersOf} from './nouns.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'

/** What stands behind a deed and tells whom it was done to, or where. */
const aimed = new Set(['against', 'on', 'upon', 'at', 'in', 'into', 'near', 'outside', 'toward', 'towards', 'to'])

/**
 * A complaint without those that it is not about: who condemns "the bombing of the embassy" or "the attack on Kenya" does not accuse
 * whom the deed was done to. Doers stand before the deed ("Syria's shelling") or behind `by`.
 */
export function blaming(scene: Scene, hit: Hit): Hit {
  const {act, recipients, words} = hit
  if (act.event !== 'ACCUSE' || recipients.length === 0 || act.pattern.triggers.includes('call')) return hit
  const deed = words.find(at => isDeed(scene, at))
  if (deed === undefined) return hit
  const kept = recipients.filter(party => !suffers(scene, deed, party))
  if (kept.length === recipients.length) return hit
  return {...hit, recipients: kept.length > 0 ? kept : doersBehind(scene, deed)}
}

/** Who did it by the words around the deed: "the killing of a general by Israel"; for what only authorities do, the state where it was done. */
function doersBehind(scene: Scene, deed: number): Party[] {
  const {tree, acts} = scene
  const undergone = acts.sets.get('undergone')?.has(lemmaOf(tree, deed)) ?? false
  const below = tree.obliques(deed)
  const doers = doersOf(scene, deed, [...below, ...below.flatMap(({token}) => tree.obliques(token))], -1, undergone)
  const named = doers.filter(party => !suffers(scene, deed, party))
  if (named.length > 0 || !acts.sets.get('official-deed')?.has(lemmaOf(tree, deed))) return named
  const [, last] = tree.subtree(deed)
  for (let at = deed + 1; at <= last; at++) {
    const mention = mentionAt(scene, at)
    if (!mention || mention.head !== at || mention.sense !== 'place' || tree.preposition(at) !== 'in') continue
    const country = countryOf(scene.work, mention.entities[0])
    if (country) return [{entity: country, country, sector: null, span: mention.span, how: 'implied'}]
  }
  return []
}

const isDeed = ({tree, acts}: Scene, at: number): boolean =>
  (acts.sets.get('deed')?.has(lemmaOf(tree, at)) || acts.sets.get('undergone')?.has(lemmaOf(tree, at))) ?? false

/** Whether a party stands under a deed as the one it was done to, or as the place where it was done. */
function suffers(scene: Scene, deed: number, {span}: Party): boolean {
  const {tree, acts} = scene
  const at = tree.tokenAt(span.end - 1)
  if (at < 0 || !tree.covers(deed, at)) return false
  if (at < deed) return isScene(scene, deed, at)
  const link = linkTo(tree, deed, at)
  if (link === 'by') return false
  return aimed.has(link) || (link === 'of' && (acts.sets.get('undergone')?.has(lemmaOf(tree, deed)) ?? false))
}

/** The preposition of the phrase right under the deed that holds a token. */
function linkTo(tree: Tree, deed: number, at: number): string {
  let below = at
  let link = ''
  for (let up = at; up >= 0 && up !== deed; up = tree.head(up)) {
    below = up
    // "The bombing of villages in Syria by Russia": hung one noun too deep.
    if (tree.preposition(up) === 'by') link = 'by'
  }
  return link || tree.preposition(below)
}

/** "The Nairobi bombing", "the Kenya embassy blasts": a place before the deed, and nobody who did it. */
function isScene(scene: Scene, deed: number, at: number): boolean {
  if (scene.tree.rel(at) !== 'compound') return false
  return placeBefore(scene, deed, at)
}
