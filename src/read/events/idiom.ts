import {lemmaOf, type Scene} from './scene.ts'

const between = new Set(['DET', 'ADJ', 'ADV'])
const gap = 2

const phrasesOf = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly (readonly string[])[]>>()

/** The phrases of the set by each of their words. */
function byWord(set: ReadonlySet<string>): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = phrasesOf.get(set)
  if (known) return known
  const made = new Map<string, (readonly string[])[]>()
  for (const phrase of set) {
    const words = phrase.split(' ')
    for (const word of new Set(words)) made.set(word, [...(made.get(word) ?? []), words])
  }
  phrasesOf.set(set, made)
  return made
}

/** Whether a word of an act only belongs to a figure of speech of the set `idiom`: "hits home", "struck a chord", "a war of words". */
export function inIdiom(scene: Scene, trigger: number): boolean {
  const set = scene.acts.sets.get('idiom')
  if (!set) return false
  const own = lemmaOf(scene.tree, trigger)
  return (byWord(set).get(own) ?? []).some(words =>
    words.some(
      (word, n) =>
        word === own &&
        runs(scene, trigger, words.slice(n + 1), 1) &&
        runs(scene, trigger, words.slice(0, n).reverse(), -1),
    ),
  )
}

/** Whether words follow from a token in one direction, with no more than articles, adjectives and adverbs between them. */
function runs(scene: Scene, from: number, words: readonly string[], step: 1 | -1): boolean {
  const {tree} = scene
  let at = from
  for (const word of words) {
    let skipped = 0
    for (at += step; at >= 0 && at < tree.length; at += step) {
      if (lemmaOf(tree, at) === word || tree.form(at).toLowerCase() === word) break
      if (!between.has(tree.upos(at)) || ++skipped > gap) return false
    }
    if (at < 0 || at >= tree.length) return false
  }
  return true
}
