import type {EventCode} from '../../model/index.ts'
import {wordFits} from './fill.ts'
import type {Hit} from './hit.ts'
import {lemmaOf, type Scene} from './scene.ts'

/** Modes of words about another act, with their CAMEO codes: each has a set of word-sets.tsv with verbs and nouns that show it. */
const modes: {readonly [event in EventCode]?: readonly (readonly [mode: string, cameo: string])[]} = {
  REQUEST: [
    ['meet', '106'],
    ['yield', '105'],
    ['assist', '103'],
    ['change', '104'],
  ],
  REJECT: [
    ['meet', '125'],
    ['yield', '129'],
    ['assist', '121'],
    ['change', '123'],
  ],
  THREATEN: [
    ['territory', '138'],
    ['arrest', '137'],
    ['expel', '136'],
    ['restrict', '131'],
    ['relations', '133'],
    ['violence', '138'],
  ],
}

/** "Broke the truce" refuses no truce. */
const breaking = /^(?:breach|break|defy|flout|violate|violation)$/

/** "Urged Chad to free the pilot" asks it to yield, "threatened Chad with tariffs" to be restricted: what is asked, refused or threatened is the mode of a row that names none. */
export function withContent(scene: Scene, hit: Hit): Hit {
  const {act, complement, trigger, words} = hit
  const known = act.mode ? undefined : modes[act.event]
  if (!known || breaking.test(lemmaOf(scene.tree, trigger))) return hit
  const {tree, acts} = scene
  const heads = complement >= 0 ? [complement, ...tree.childrenBy(complement, 'conj')] : []
  const below = [...heads, trigger].flatMap(at => [...tree.objects(at), ...tree.obliques(at).map(({token}) => token)])
  for (const places of [heads, [...words, ...below].filter(at => at !== trigger && tree.upos(at) === 'NOUN')])
    for (const [mode, cameo] of known) {
      const set = acts.sets.get(`mode-${mode}`)
      if (set && places.some(at => set.has(lemmaOf(tree, at)) || wordFits(tree, at, set)))
        return {...hit, act: {...act, mode, cameo}}
    }
  return hit
}
