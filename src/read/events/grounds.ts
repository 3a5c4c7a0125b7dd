import type {Mention} from '../../model/index.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'

const peoples = new Set<Mention['reason']>(['demonym'])

/** Whether a name before a noun of harm only tells where it was: towns, and states that stand before a building. */
export function placeBefore(scene: Scene, noun: number, at: number): boolean {
  const {tree, acts} = scene
  const mention = mentionAt(scene, at)
  if (!mention || peoples.has(mention.reason)) return false
  const buildings = acts.sets.get('building')
  for (let i = at + 1; i < noun; i++) if (buildings?.has(lemmaOf(tree, i))) return true
  return mention.sense === 'place' || mention.reason === 'capital'
}
