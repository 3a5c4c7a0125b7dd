import {Atoms, lookUp} from '../../src/text/atoms.ts'
import type {GoldSentence} from '../../src/text/conllu.ts'
import {bestOf, Features, type Linear, scoreOf} from '../../src/text/linear.ts'
import {type TagChoice, tag, tagFeatures} from '../../src/text/tag.ts'
import type {Vocabulary} from '../../src/text/vocabulary.ts'
import {tagNumbers} from './inventory.ts'
import {bestRival, chance, Perceptron, shuffled} from './perceptron.ts'

export interface TaggerSetting {
  readonly vocabulary: Vocabulary
  readonly tags: readonly string[]
  readonly choice: TagChoice
  readonly bits: number
  readonly epochs: number
}

/** Trains a tagger on its own guesses of the tags before each word. */
export function trainTagger(sentences: readonly GoldSentence[], setting: TaggerSetting): Linear {
  const {vocabulary, tags, choice, bits, epochs} = setting
  const perceptron = new Perceptron(bits)
  const features = new Features()
  const random = chance(7)
  const all = sentences.map(s => ({atoms: new Atoms(lookUp(s.forms, vocabulary)), gold: tagNumbers(tags, s)}))
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const k of shuffled(all.length, random)) {
      const {atoms, gold} = all[k]
      for (let i = 0; i < atoms.length; i++) {
        const candidates = choice.candidates(atoms, i)
        tagFeatures(atoms, i, features)
        atoms.tags[i] = bestOf(perceptron, features, candidates)
        perceptron.tick()
        const rival = bestRival(perceptron, features, candidates, gold[i])
        if (rival < 0 || scoreOf(perceptron, features, rival) + 10 <= scoreOf(perceptron, features, gold[i])) continue
        perceptron.update(features, gold[i], 1)
        perceptron.update(features, rival, -1)
      }
    }
  }
  return perceptron.averaged()
}

/** Tags that a tagger gives which has not seen the sentence, for every sentence. */
export function jackknife(sentences: readonly GoldSentence[], setting: TaggerSetting, folds: number): Int32Array[] {
  const found: Int32Array[] = []
  const features = new Features()
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (i: number) => Math.floor(i / 10) % folds === fold
    const linear = trainTagger(
      sentences.filter((_, i) => !inFold(i)),
      {...setting, epochs: Math.min(setting.epochs, 5)},
    )
    sentences.forEach((s, i) => {
      if (!inFold(i)) return
      const atoms = new Atoms(lookUp(s.forms, setting.vocabulary))
      tag(linear, atoms, setting.choice, features)
      found[i] = atoms.tags
    })
  }
  return found
}
