import {buildDraft, buildSecond} from '../../src/text/analyse.ts'
import {labelChoice, turnRound} from '../../src/text/labels.ts'
import {Atoms} from '../../src/text/atoms.ts'
import type {GoldSentence} from '../../src/text/conllu.ts'
import {Features, type Linear, scoreOf} from '../../src/text/linear.ts'
import {kindsOf} from '../../src/text/linear-trees.ts'
import {arcsOf, Draft, findPlaces, makePlaces, placeFeatures, relabelFeatures} from '../../src/text/revise.ts'
import {backwards, bestRival, type ParserSetting, trainParser} from './parser.ts'
import {chance, Perceptron, shuffled} from './perceptron.ts'

/** A first tree as a parser gives it that has not seen the sentence. */
export interface FirstTree {
  readonly heads: Int32Array
  readonly labels: Int32Array
  readonly heads2: Int32Array
  readonly labels2: Int32Array
}

type LabelsFor = readonly (readonly number[] | undefined)[]

export function jackknifeTrees(
  sentences: readonly GoldSentence[],
  tagged: readonly Int32Array[],
  labelsFor: LabelsFor,
  setting: ParserSetting,
  folds: number,
): FirstTree[] {
  const found: FirstTree[] = []
  const features = new Features()
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (i: number) => Math.floor(i / 10) % folds === fold
    const rest = sentences.map((_, i) => i).filter(i => !inFold(i))
    const few = {...setting, epochs: Math.min(setting.epochs, 5)}
    const text = rest.map(i => sentences[i])
    const tags = rest.map(i => tagged[i])
    const {parser, labeller} = trainParser(text, tags, labelsFor, few)
    const backLabelsFor = turnRound(setting.tags.length, labelsFor)
    const back = trainParser(
      text.map(backwards),
      tags.map(list => list.toReversed()),
      backLabelsFor,
      few,
    )
    const shared = {labels: setting.labels, tags: setting.tags, kinds: kindsOf(setting.tags)}
    const model = {parser, labeller, labelsFor, ...shared}
    const second = {backParser: back.parser, backLabeller: back.labeller, backLabelsFor, ...shared}
    sentences.forEach((s, i) => {
      if (!inFold(i)) return
      const atoms = new Atoms(s.forms, setting.vocabulary)
      atoms.tags.set(tagged[i])
      const {heads, labels} = buildDraft(model, atoms, features)
      const {heads: heads2, labels: labels2} = buildSecond(second, atoms, features)
      found[i] = {heads, labels, heads2, labels2}
    })
  }
  return found
}

/** Trains what mends first trees: where words hang, and then what the arcs are called. */
export function trainReviser(
  sentences: readonly GoldSentence[],
  tagged: readonly Int32Array[],
  drafts: readonly FirstTree[],
  labelsFor: LabelsFor,
  {vocabulary, tags, labels}: ParserSetting,
): {reviser: Linear; relabeller: Linear} {
  const reviser = new Perceptron(23)
  const relabeller = new Perceptron(22)
  const kinds = kindsOf(tags)
  const features = new Features()
  const places = makePlaces()
  const random = chance(13)
  for (let epoch = 0; epoch < 6; epoch++)
    for (const k of shuffled(sentences.length, random)) {
      const s = sentences[k]
      const n = s.forms.length
      const atoms = new Atoms(s.forms, vocabulary)
      atoms.tags.set(tagged[k])
      atoms.count(kinds)
      const draft = new Draft(atoms, arcsOf(drafts[k].heads, drafts[k].labels), drafts[k].heads2, drafts[k].labels2)
      const gold = Int32Array.from(s.heads, head => (head < 0 ? n : head))
      for (let i = 0; i < n; i++) {
        if (draft.arcs.heads[i] === n) continue
        findPlaces(draft, i, places)
        const at = places.heads.subarray(0, places.count).indexOf(gold[i])
        if (places.count < 2 || at < 0) continue
        reviser.tick()
        let truth = 0
        let rival = -1
        let high = Number.NEGATIVE_INFINITY
        for (let p = 0; p < places.count; p++) {
          placeFeatures(draft, i, places.heads[p], places.beside[p], features)
          const score = scoreOf(reviser, features, 0)
          if (p === at) truth = score
          else if (score > high) {
            high = score
            rival = p
          }
        }
        if (high + 20 <= truth) continue
        placeFeatures(draft, i, places.heads[at], places.beside[at], features)
        reviser.update(features, 0, 1)
        placeFeatures(draft, i, places.heads[rival], places.beside[rival], features)
        reviser.update(features, 0, -1)
      }
      // Names of arcs are learned where the arc is right.
      const arcs = arcsOf(draft.arcs.heads, draft.arcs.labels)
      for (let i = 0; i < n; i++) {
        if (arcs.heads[i] !== gold[i] || gold[i] === n) continue
        const candidates = labelChoice({labelsFor, tags}, atoms, gold[i], i)
        if (candidates.length < 2) continue
        relabelFeatures(atoms, arcs, i, drafts[k].labels2[i], features)
        const truth = Math.max(1, labels.indexOf(s.deprels[i]))
        relabeller.tick()
        if (!candidates.includes(truth)) continue
        const rival = bestRival(relabeller, features, candidates, truth)
        if (scoreOf(relabeller, features, rival) + 20 <= scoreOf(relabeller, features, truth)) continue
        relabeller.update(features, truth, 1)
        relabeller.update(features, rival, -1)
      }
    }
  return {reviser: reviser.averaged(), relabeller: relabeller.averaged()}
}
