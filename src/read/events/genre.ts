import {lemmaOf, type Scene} from './scene.ts'

const official = new Set('GOV MIL SPY COP JUD LEG REB UAF'.split(' '))

/**
 * The word that shows a sentence to be about a game, in which nothing is a political act; -1 when none does. A word or phrase of the
 * set `sport` is enough. A noun of `sport-field` needs a second one, or a word of `sport-field-with`, which is said of other things
 * too, and nobody of a government or force beside it.
 */
export function gameWord(scene: Scene): number {
  const {tree, acts} = scene
  const sport = acts.sets.get('sport')
  const field = acts.sets.get('sport-field')
  const company = acts.sets.get('sport-field-with')
  let seen = -1
  let second = false
  for (let i = 0; i < tree.length; i++) {
    const lemma = lemmaOf(tree, i)
    if (sport && (sport.has(lemma) || phraseAt(scene, i, sport))) return i
    if (field?.has(lemma) && tree.upos(i) === 'NOUN') {
      if (seen >= 0 && lemma !== lemmaOf(tree, seen)) second = true
      else seen = i
    } else if (company?.has(lemma)) second = true
  }
  return second && seen >= 0 && !hasOfficial(scene) ? seen : -1
}

/** Whether an official, a force or an armed group is mentioned in the sentence. */
function hasOfficial({work, sentence}: Scene): boolean {
  return (work.mentionAt[sentence] ?? []).some(mention => {
    const entity = mention && work.entities.get(mention.entities[0])
    const sector = mention?.sector ?? (entity?.kind === 'state' ? null : entity?.sector)
    return sector !== null && sector !== undefined && official.has(sector)
  })
}

const firstWords = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** Whether a phrase of two or three lemmas of the set begins at a token. */
function phraseAt({tree}: Scene, token: number, set: ReadonlySet<string>): boolean {
  let firsts = firstWords.get(set)
  if (!firsts) {
    firsts = new Set([...set].filter(words => words.includes(' ')).map(words => words.split(' ')[0]))
    firstWords.set(set, firsts)
  }
  if (!firsts.has(lemmaOf(tree, token)) || token + 1 >= tree.length) return false
  const two = `${lemmaOf(tree, token)} ${lemmaOf(tree, token + 1)}`
  return set.has(two) || (token + 2 < tree.length && set.has(`${two} ${lemmaOf(tree, token + 2)}`))
}

const reach = 5

/** Whether an act is only shown or told in a work of art: "the film shows how Rome conquered Egypt", "in the novel a spy kills him". */
export function inFiction({tree, acts}: Scene, token: number): boolean {
  const works = acts.sets.get('artwork')
  if (!works) return false
  const isNamed = (at: number) => works.has(lemmaOf(tree, at)) && tree.upos(at) !== 'VERB'
  const isWork = (at: number) => isNamed(at) || tree.childrenBy(at, 'compound', 'appos', 'flat').some(isNamed)
  for (let at = token, step = 0; at >= 0 && step < reach; at = tree.head(at), step++) {
    if (at !== token && tree.childrenBy(at, 'nsubj', 'compound').some(isWork)) return true
    if (tree.obliques(at).some(({token: work, prep}) => prep === 'in' && isWork(work))) return true
  }
  return false
}
