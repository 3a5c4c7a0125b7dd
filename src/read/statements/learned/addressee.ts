import {hashOf, type View} from './view.ts'

const addressed = /^(?:tell|inform|advise|warn|assure|remind|ask|order|instruct|notify|brief|urge)$/
/** Verbs that judge somebody. */
export const judged = /^(?:critici[sz]e|blame|condemn|praise|hail|slam|denounce|thank)$/
const [aux, nsubj, be] = ['aux', 'nsubj', 'be'].map(hashOf)

/** "The delegation was told that …", "He was criticised for …": whom it is said to or of; -1 where nobody is. */
export const addresseeOf = (view: View, cue: number) =>
  addressed.test(view.items[cue].lemma) || judged.test(view.items[cue].lemma) ? passiveOf(view, cue) : -1

/** The subject of a passive verb. */
function passiveOf({items, children, rel, lemma}: View, cue: number): number {
  const below = children[cue]
  if (items[cue].xpos !== 'VBN' || !below.some(child => rel[child] === aux && lemma[child] === be)) return -1
  return below.find(child => child < cue && rel[child] === nsubj) ?? -1
}
