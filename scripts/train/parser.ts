import {bestTransition, chooseLabel, scoreTransitions} from '../../src/text/analyse.ts'
import {Arcs, LEFT, RIGHT, SHIFT} from '../../src/text/arcs.ts'
import {Atoms} from '../../src/text/atoms.ts'
import type {GoldSentence} from '../../src/text/conllu.ts'
import {labelChoice, labelKey} from '../../src/text/labels.ts'
import {Features, type Linear, scoreOf} from '../../src/text/linear.ts'
import {kindsOf} from '../../src/text/linear-trees.ts'
import {transitionFeatures} from '../../src/text/transition.ts'
import type {Vocabulary} from '../../src/text/vocabulary.ts'
import {chance, Perceptron, shuffled} from './perceptron.ts'

export interface ParserSetting {
  readonly vocabulary: Vocabulary
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly bits: number
  readonly labelBits: number
  readonly epochs: number
}

const impossible = 1 << 20
const margin = 40
const labelMargin = 20

/** Labels seen with a pair of tags and a side. */
export function labelTable(
  sentences: readonly GoldSentence[],
  tagged: readonly Int32Array[],
  tags: number,
  labels: readonly string[],
): [number, number[]][] {
  const table = new Map<number, Map<number, number>>()
  sentences.forEach((s, k) => {
    for (let i = 0; i < s.forms.length; i++) {
      if (s.heads[i] < 0) continue
      const key = labelKey(tags, tagged[k][s.heads[i]], tagged[k][i], i < s.heads[i])
      const kinds = table.get(key) ?? new Map<number, number>()
      const label = Math.max(1, labels.indexOf(s.deprels[i]))
      kinds.set(label, (kinds.get(label) ?? 0) + 1)
      table.set(key, kinds)
    }
  })
  return [...table]
    .sort(([a], [b]) => a - b)
    .map(([key, kinds]) => [key, [...kinds].sort(([a, n], [b, m]) => m - n || a - b).map(([label]) => label)])
}

/** Transitions that lose none of the gold arcs still possible, or as few as can be (Goldberg and Nivre 2013). */
export function bestPaths(arcs: Arcs, gold: Int32Array, cost: Int32Array): void {
  const {stack, size, front, length} = arcs
  cost[SHIFT] = cost[LEFT] = cost[RIGHT] = impossible
  if (arcs.canShift()) {
    let lost = 0
    for (let k = 0; k < size; k++) {
      if (gold[stack[k]] === front) lost++
      if (k < size - 1 && gold[front] === stack[k]) lost++
    }
    cost[SHIFT] = lost
  }
  if (size === 0) return
  const s0 = stack[size - 1]
  let later = 0
  for (let i = front; i < length; i++) if (gold[i] === s0) later++
  if (arcs.canLeft()) {
    const head = gold[s0]
    cost[LEFT] = later + (head !== front && (head > front || (size > 1 && head === stack[size - 2])) ? 1 : 0)
  }
  if (arcs.canRight()) cost[RIGHT] = later + (gold[s0] >= front ? 1 : 0)
}

/** The best of `candidates` other than `truth`. */
export function bestRival(linear: Linear, features: Features, candidates: readonly number[], truth: number): number {
  let best = -1
  let high = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate === truth) continue
    const score = scoreOf(linear, features, candidate)
    if (score > high) {
      high = score
      best = candidate
    }
  }
  return best
}

/** Trains parser and labeller together, along the parser's own paths. */
export function trainParser(
  sentences: readonly GoldSentence[],
  tagged: readonly Int32Array[],
  labelsFor: readonly (readonly number[] | undefined)[],
  setting: ParserSetting,
  afterEpoch: (epoch: number, parser: Perceptron, labeller: Perceptron) => void = () => {},
): {parser: Linear; labeller: Linear} {
  const {vocabulary, tags, labels, bits, labelBits, epochs} = setting
  const parser = new Perceptron(bits)
  const labeller = new Perceptron(labelBits)
  const kinds = kindsOf(tags)
  const model = {labelsFor, labels, tags, labeller}
  const features = new Features()
  const random = chance(11)
  const scores = new Float64Array(3)
  const cost = new Int32Array(3)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const k of shuffled(sentences.length, random)) {
      const s = sentences[k]
      const n = s.forms.length
      const atoms = new Atoms(s.forms, vocabulary)
      atoms.tags.set(tagged[k])
      atoms.count(kinds)
      const gold = Int32Array.from(s.heads, head => (head < 0 ? n : head))
      const arcs = new Arcs(n)
      while (!arcs.done) {
        transitionFeatures(atoms, arcs, features)
        scoreTransitions(parser, features, scores)
        bestPaths(arcs, gold, cost)
        const guess = bestTransition(arcs, scores)
        let right = SHIFT
        for (const action of [LEFT, RIGHT])
          if (cost[action] < cost[right] || (cost[action] === cost[right] && scores[action] > scores[right]))
            right = action
        // The best of the wrong ones has to stay behind by a margin.
        let wrong = -1
        for (let action = SHIFT; action <= RIGHT; action++)
          if (cost[action] > cost[right] && cost[action] < impossible && (wrong < 0 || scores[action] > scores[wrong]))
            wrong = action
        parser.tick()
        if (wrong >= 0 && scores[wrong] + margin > scores[right]) {
          parser.update(features, right, 1)
          parser.update(features, wrong, -1)
        }
        const action = epoch > 0 && random() < 0.9 ? guess : right
        if (action === SHIFT) {
          arcs.shift()
          continue
        }
        const child = arcs.stack[arcs.size - 1]
        const head = action === LEFT ? arcs.front : arcs.stack[arcs.size - 2]
        const label = chooseLabel(model, atoms, arcs, head, child, features)
        if (head === gold[child] && head < n) {
          const truth = Math.max(1, labels.indexOf(s.deprels[child]))
          labeller.tick()
          const candidates = labelChoice(model, atoms, head, child)
          if (candidates.length > 1 && candidates.includes(truth)) {
            const rival = bestRival(labeller, features, candidates, truth)
            if (scoreOf(labeller, features, rival) + labelMargin > scoreOf(labeller, features, truth)) {
              labeller.update(features, truth, 1)
              labeller.update(features, rival, -1)
            }
          }
        }
        if (action === LEFT) arcs.left(label)
        else arcs.right(label)
      }
    }
    afterEpoch(epoch, parser, labeller)
  }
  return {parser: parser.averaged(), labeller: labeller.averaged()}
}

/** A sentence read backwards. */
export function backwards(s: GoldSentence): GoldSentence {
  const n = s.forms.length
  return {
    ...s,
    forms: s.forms.toReversed(),
    heads: s.heads.toReversed().map(head => (head < 0 ? -1 : n - 1 - head)),
    deprels: s.deprels.toReversed(),
  }
}
