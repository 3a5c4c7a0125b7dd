import {bestOf, Features, type Linear, scoreOf} from '../../../src/text/linear.ts'
import {labelsAfter, nameFeatures, type NameView} from '../../../src/text/names.ts'
import {bestRival, chance, Perceptron, shuffled} from '../perceptron.ts'

export interface NamedSentence {
  readonly view: NameView
  readonly labels: Int32Array
}

/** Trains the tagger of names on its own guesses of the labels before each word. */
export function trainNames(all: readonly NamedSentence[], bits: number, epochs: number): Linear {
  const perceptron = new Perceptron(bits)
  const features = new Features()
  const random = chance(23)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const k of shuffled(all.length, random)) {
      const {view, labels: gold} = all[k]
      const labels = new Int32Array(view.length)
      for (let i = 0; i < view.length; i++) {
        const candidates = labelsAfter(i ? labels[i - 1] : 0)
        nameFeatures(view, i, labels, features)
        labels[i] = bestOf(perceptron, features, candidates)
        perceptron.tick()
        // Where a name was missed, its later words count as outside; a name missed is worse than one too many.
        const truth = candidates.includes(gold[i]) ? gold[i] : 0
        const rival = bestRival(perceptron, features, candidates, truth)
        const margin = truth === 0 ? 4 : 6
        if (scoreOf(perceptron, features, rival) + margin <= scoreOf(perceptron, features, truth)) continue
        perceptron.update(features, truth, 1)
        perceptron.update(features, rival, -1)
        if (random() < 0.5) labels[i] = truth
      }
    }
  return perceptron.averaged()
}
