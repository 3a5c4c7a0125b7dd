import {Atoms, lookUp} from '../../src/text/atoms.ts'
import type {GoldSentence} from '../../src/text/conllu.ts'
import {
  endingRows,
  layers,
  rootWord,
  shapeRows,
  type TableName,
  tables,
  unknownWord,
  wide,
} from '../../src/text/net-weights.ts'
import type {Vocabulary} from '../../src/text/vocabulary.ts'
import {FloatNet, makeRows, type Rows} from './float-net.ts'
import {tagNumbers} from './inventory.ts'
import {chance, shuffled} from './perceptron.ts'
import {type Vectors, vectorSize} from './vectors.ts'

/** Some epochs of learning with moments of their own. */
export interface Stage {
  readonly epochs: number
  readonly rate: number
  /** Epochs after which the rate would have fallen to nothing. */
  readonly fall: number
}

/** Those that fall to nothing end with a net that can be used; the next begins anew. */
export const stages: readonly Stage[] = [
  {epochs: 2, rate: 0.002, fall: 8},
  {epochs: 2, rate: 0.0015, fall: 2},
  {epochs: 5, rate: 0.0015, fall: 5},
  {epochs: 1, rate: 0.0015, fall: 6},
  {epochs: 2, rate: 0.0012, fall: 2},
  {epochs: 3, rate: 0.001, fall: 3},
]

export interface NetSetting {
  readonly vocabulary: Vocabulary
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly vectors: Vectors
  readonly stages: readonly Stage[]
  /** What an earlier training came to: how many of those stages are done, and all numbers after them. */
  readonly done?: {readonly stages: number; readonly numbers: Float32Array}
  /** Told all numbers after each stage. */
  readonly afterStage?: (stages: number, numbers: Float32Array) => void
  readonly log: (line: string) => void
}

const most = 700
const batchRows = 320

/** Words with a vector of their own, behind one for unknown words and one for the root: those with a known vector, and those seen twice. */
export function netWords(sentences: readonly GoldSentence[], vectors: Vectors): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {forms} of sentences)
    for (const form of forms) {
      const word = form.toLowerCase().replace(/\d/g, '0')
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  const words = new Map<string, number>([
    ['', unknownWord],
    ['\n', rootWord],
  ])
  for (const word of vectors.words) if (!words.has(word)) words.set(word, words.size)
  for (const [word, n] of counts) if (n > 1 && !words.has(word)) words.set(word, words.size)
  return words
}

/** A table that learns, with its running moments. */
interface Learner {
  readonly values: Float32Array
  readonly slope: Float32Array
  readonly first: Float32Array
  readonly second: Float32Array
}

function learner(size: number): Learner {
  const make = () => new Float32Array(size)
  return {values: make(), slope: make(), first: make(), second: make()}
}

/** Trains the net: Adam over whole sentences, cross entropy of heads, labels and tags, with dropout. */
export function trainNet(
  sentences: readonly GoldSentence[],
  tagged: readonly ArrayLike<number>[],
  {vocabulary, tags, labels, vectors, stages, done, afterStage, log}: NetSetting,
): FloatNet {
  let random = chance(17)
  const normal = () => (random() + random() + random() + random() - 2) * 1.73
  const words = netWords(sentences, vectors)
  const rowsOf = {word: words.size, ending: endingRows, shape: shapeRows, tag: tags.length + 1}
  const learners = {} as {[name in TableName]: Learner}
  const embeddings = {} as {[name in TableName]: Float32Array}
  for (const name of tables) {
    const made = learner(rowsOf[name] * wide[name])
    for (let i = 0; i < made.values.length; i++) made.values[i] = normal() * 0.3
    learners[name] = made
    embeddings[name] = made.values
  }
  vectors.words.forEach((word, i) => {
    const to = words.get(word)! * vectorSize
    for (let d = 0; d < vectorSize; d++) learners.word.values[to + d] = vectors.values[i * vectorSize + d] / 64
  })
  const net = new FloatNet(words, embeddings, tags.length, labels.length, most, 300, 6_000_000)
  const {floats} = net.kernel
  for (const [name, {at, rows, columns}] of Object.entries(net.places)) {
    const spread = name === 'pair' ? 0.05 : Math.sqrt((name.startsWith('layer') ? 1 : 1.6) / rows)
    for (let i = 0; i < rows * columns; i++) floats[at + i] = name.endsWith('bias') ? 0 : normal() * spread
  }
  for (let l = 0; l < layers; l++)
    for (let side = 0; side < 2; side++)
      floats.fill(
        0.5,
        net.places[`layer${l} bias`].at + side * wide.hidden * 3 + wide.hidden,
        net.places[`layer${l} bias`].at + side * wide.hidden * 3 + 2 * wide.hidden,
      )
  const all = sentences.map((s, k) => {
    const atoms = new Atoms(lookUp(s.forms, vocabulary))
    atoms.tags.set(tagged[k])
    return {
      atoms,
      heads: Int32Array.from(s.heads, head => (head < 0 ? s.forms.length : head)),
      labels: Int32Array.from(s.deprels, label => Math.max(1, labels.indexOf(label))),
      tags: Int32Array.from(tagNumbers(tags, s)),
    }
  })
  let total = 0
  for (const {atoms} of all) total += atoms.length + 1
  const kept = [floats.subarray(0, net.size), ...tables.map(name => embeddings[name])]
  if (done) setParts(kept, done.numbers)
  stages.forEach(({epochs, rate, fall}, number) => {
    if (number < (done?.stages ?? 0)) return
    if (number > 0) random = chance(17 + number)
    const trainer = new Trainer(net, learners, random)
    const steps = (total / batchRows) * fall
    let step = 0
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = shuffled(all.length, random)
      trainer.clear()
      let next = 0
      while (next < order.length) {
        const batch: (typeof all)[number][] = []
        let size = 0
        while (next < order.length && (size === 0 || size + all[order[next]].atoms.length < batchRows)) {
          const one = all[order[next++]]
          if (one.atoms.length > 290) continue
          batch.push(one)
          size += one.atoms.length + 1
        }
        if (!batch.length) continue
        step++
        trainer.learn(batch, tags.length, rate * Math.min(1, step / 300) * Math.max(0.02, 1 - step / steps))
      }
      log(`net: stage ${number + 1}, epoch ${epoch + 1}, ${trainer.report()}`)
    }
    afterStage?.(number + 1, partsTogether(kept))
  })
  return net
}

function partsTogether(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function setParts(parts: readonly Float32Array[], all: Float32Array): void {
  let at = 0
  for (const part of parts) {
    part.set(all.subarray(at, at + part.length))
    at += part.length
  }
  if (at !== all.length) throw new Error(`expected ${at} numbers of an earlier training, found ${all.length}`)
}

interface Example {
  readonly atoms: Atoms
  readonly heads: Int32Array
  readonly labels: Int32Array
  readonly tags: Int32Array
}

class Trainer {
  private readonly rows: Rows = makeRows(most + 40)
  private readonly slopes: Float32Array
  private readonly first: Float32Array
  private readonly second: Float32Array
  private readonly masks: Float32Array[]
  private readonly inputMask: Float32Array
  /** Places of slopes, behind the net's own buffers. */
  private readonly to: {[name: string]: number} = {}
  private steps = 0
  private words = 0
  private right = {heads: 0, labels: 0, tags: 0}

  constructor(
    readonly net: FloatNet,
    readonly learners: {readonly [name in TableName]: Learner},
    readonly random: () => number,
  ) {
    const {size} = net
    for (const {first, second} of Object.values(learners)) {
      first.fill(0)
      second.fill(0)
    }
    this.slopes = net.kernel.floats.subarray(size, size * 2)
    this.first = new Float32Array(size)
    this.second = new Float32Array(size)
    const rows = most + 34
    this.masks = Array.from({length: layers}, () => new Float32Array(rows * wide.both))
    this.inputMask = new Float32Array(rows * wide.input)
    let next = size * 2
    const take = (name: string, floats: number) => {
      this.to[name] = next
      next += floats
    }
    take('hidden', rows * wide.both)
    take('below', rows * wide.both)
    take('gates', rows * wide.gates)
    for (const name of ['child', 'head', 'labelChild', 'labelHead', 'query', 'mixed']) take(name, rows * wide.part)
    take('label', rows * net.labelColumns)
    take('tag', rows * net.tagColumns)
    take('turned', Math.max(rows * wide.both, 320 * 320))
    take('turned weights', wide.gates * wide.both)
    if (next - size > 6_000_000) throw new Error(`room for ${next - size} floats is needed`)
  }

  clear(): void {
    this.words = 0
    this.right = {heads: 0, labels: 0, tags: 0}
  }

  report(): string {
    const {heads, labels, tags} = this.right
    return [heads, labels, tags].map(n => ((n / this.words) * 100).toFixed(1)).join(' ')
  }

  learn(batch: readonly Example[], rootTag: number, rate: number): void {
    const {net, rows, to} = this
    const {floats} = net.kernel
    rows.count = 0
    const ends: number[] = []
    for (const {atoms} of batch) {
      net.addRows(atoms, rows, rootTag)
      ends.push(rows.count)
    }
    const n = rows.count
    const even = (n + 1) & ~1
    for (let r = 0; r < n; r++) if (rows.word[r] > 1 && this.random() < 0.06) rows.word[r] = 0
    net.embed(rows)
    this.draw(this.inputMask, n * wide.input, 0.15)
    for (const mask of this.masks) this.draw(mask, n * wide.both, 0.25)
    for (let i = 0; i < n * wide.input; i++) floats[net.at.input + i] *= this.inputMask[i]
    floats.fill(0, net.at.input + n * wide.input, net.at.input + even * wide.input)
    const hidden = net.encode(n, ends, this.masks)
    for (const h of net.at.hidden) floats.fill(0, h + n * wide.both, h + even * wide.both)
    net.parts(hidden, n)
    for (const name of ['child', 'head', 'labelChild', 'labelHead', 'query', 'mixed'])
      floats.fill(0, to[name], to[name] + (n + 34) * wide.part)
    floats.fill(0, to.hidden, to.hidden + even * wide.both)
    floats.fill(0, to.tag, to.tag + even * net.tagColumns)
    floats.fill(0, to.label, to.label + even * net.labelColumns)
    const weight = 1 / n
    this.arcs(batch, ends, weight)
    this.others(batch, ends, hidden, n, weight)
    const {child, head, query, labelChild, labelHead} = to
    for (let i = 0; i < n * wide.part; i++) {
      if (floats[net.at.head + i] <= 0) floats[head + i] = 0
    }
    this.back('pair', net.at.child, query, n, child)
    for (let i = 0; i < n * wide.part; i++) if (floats[net.at.child + i] <= 0) floats[child + i] = 0
    this.back('child', hidden, child, n, to.hidden)
    this.back('head', hidden, head, n, to.hidden)
    this.back('labelChild', hidden, labelChild, n, to.hidden)
    this.back('labelHead', hidden, labelHead, n, to.hidden)
    for (let l = layers - 1; l >= 0; l--) this.backLayer(l, ends, n)
    this.step(rate, n)
  }

  private draw(mask: Float32Array, size: number, rate: number): void {
    const keep = 1 / (1 - rate)
    for (let i = 0; i < size; i++) mask[i] = this.random() < rate ? 0 : keep
  }

  private arcs(batch: readonly Example[], ends: readonly number[], weight: number): void {
    const {net, to} = this
    const {floats} = net.kernel
    const {part} = wide
    batch.forEach(({atoms, heads}, b) => {
      const n = atoms.length
      const start = ends[b] - n - 1
      const columns = net.arcScores(start, n)
      const s = net.at.scores
      for (let i = 0; i < n; i++) {
        const row = s + i * columns
        let high = Number.NEGATIVE_INFINITY
        let best = -1
        for (let j = 0; j <= n; j++)
          if (j !== i && floats[row + j] > high) {
            high = floats[row + j]
            best = j
          }
        let sum = 0
        for (let j = 0; j <= n; j++) {
          const e = j === i ? 0 : Math.exp(floats[row + j] - high)
          floats[row + j] = e
          sum += e
        }
        for (let j = 0; j <= n; j++) floats[row + j] *= weight / sum
        for (let j = n + 1; j < columns; j++) floats[row + j] = 0
        floats[row + heads[i]] -= weight
        this.words++
        if (best === heads[i]) this.right.heads++
      }
      floats.fill(0, s + n * columns, s + (n + 1) * columns)
      net.kernel.multiply(s, net.at.head + start * part, to.query + start * part, (n + 1) & ~1, columns, part)
      // The scores turned round: a row for each head.
      for (let j = 0; j < columns; j++)
        for (let i = 0; i < n; i++) floats[to.turned + j * n + i] = floats[s + i * columns + j]
      net.kernel.multiply(to.turned, net.at.query + start * part, to.head + start * part, columns, n, part)
    })
  }

  private others(batch: readonly Example[], ends: readonly number[], hidden: number, n: number, weight: number): void {
    const {net, to} = this
    const {floats} = net.kernel
    const {part} = wide
    const heads = new Int32Array(n + 1).fill(-1)
    const truths = new Int32Array(n + 1).fill(-1)
    const tags = new Int32Array(n + 1).fill(-1)
    batch.forEach((example, b) => {
      const length = example.atoms.length
      const start = ends[b] - length - 1
      for (let i = 0; i < length; i++) {
        tags[start + i] = example.tags[i]
        if (example.heads[i] === length) continue
        heads[start + i] = start + example.heads[i]
        truths[start + i] = example.labels[i]
      }
    })
    net.labelScores(heads, n)
    this.right.labels += this.slope(net.at.label, to.label, net.labelColumns, truths, n, weight)
    this.back('label', net.at.mixed, to.label, n, to.mixed)
    for (let r = 0; r < n; r++)
      if (heads[r] >= 0)
        for (let d = 0; d < part; d++) {
          if (floats[net.at.mixed + r * part + d] <= 0) continue
          const by = floats[to.mixed + r * part + d]
          floats[to.labelChild + r * part + d] += by
          floats[to.labelHead + heads[r] * part + d] += by
        }
    net.product('tag', hidden, net.at.tag, n)
    this.right.tags += this.slope(net.at.tag, to.tag, net.tagColumns, tags, n, weight * 0.5)
    this.back('tag', hidden, to.tag, n, to.hidden)
  }

  /** Slope of the cross entropy of rows with a truth; counts the rows that are right. */
  private slope(scores: number, to: number, columns: number, truths: Int32Array, n: number, weight: number): number {
    const {floats} = this.net.kernel
    let right = 0
    for (let r = 0; r < n; r++) {
      const row = scores + r * columns
      const out = to + r * columns
      if (truths[r] < 0) {
        floats.fill(0, out, out + columns)
        continue
      }
      let best = 0
      for (let j = 1; j < columns; j++) if (floats[row + j] > floats[row + best]) best = j
      if (best === truths[r]) right++
      const high = floats[row + best]
      let sum = 0
      for (let j = 0; j < columns; j++) {
        const e = Math.exp(floats[row + j] - high)
        floats[out + j] = e
        sum += e
      }
      for (let j = 0; j < columns; j++) floats[out + j] *= weight / sum
      floats[out + truths[r]] -= weight
    }
    return right
  }

  /** Slopes of a product: of its weights, and of what went in (added at `into`, where there is any). */
  private back(name: string, from: number, slope: number, n: number, into: number): void {
    const {net, to} = this
    const {floats} = net.kernel
    const {at, rows: depth, columns} = net.places[name]
    const bias = net.places[`${name} bias`].at + net.size
    for (let r = 0; r < n; r++) for (let j = 0; j < columns; j++) floats[bias + j] += floats[slope + r * columns + j]
    for (let d = 0; d < depth; d++)
      for (let r = 0; r < n; r++) floats[to.turned + d * n + r] = floats[from + r * depth + d]
    net.kernel.multiply(to.turned, slope, at + net.size, depth, n, columns)
    const turned = to['turned weights']
    for (let d = 0; d < depth; d++)
      for (let j = 0; j < columns; j++) floats[turned + j * depth + d] = floats[at + d * columns + j]
    net.kernel.multiply(slope, turned, into, (n + 1) & ~1, columns, depth)
  }

  private backLayer(l: number, ends: readonly number[], n: number): void {
    const {net, to} = this
    const {floats} = net.kernel
    const {hidden: width, both} = wide
    const mask = this.masks[l]
    const carry = new Float32Array(width)
    let start = 0
    for (const end of ends) {
      for (let side = 0; side < 2; side++) {
        carry.fill(0)
        for (let step = end - start - 1; step >= 0; step--) {
          const r = side ? end - 1 - step : start + step
          const g = net.at.gates[l] + r * wide.gates + side * width * 3
          const out = to.gates + r * wide.gates + side * width * 3
          const c = net.at.states[l] + r * both + side * width
          const before = step ? (side ? c + both : c - both) : -1
          const h = r * both + side * width
          for (let d = 0; d < width; d++) {
            const dh = floats[to.hidden + h + d] * mask[h + d]
            const f = floats[g + width + d]
            const o = floats[g + 2 * width + d]
            const z = floats[g + d]
            const dc = dh * o + carry[d]
            const past = before < 0 ? 0 : floats[before + d]
            const fo = 1 - Math.abs(2 * o - 1)
            const ff = 1 - Math.abs(2 * f - 1)
            floats[out + 2 * width + d] = dh * floats[c + d] * 0.5 * fo * fo
            floats[out + width + d] = dc * (past - z) * 0.5 * ff * ff
            floats[out + d] = dc * (1 - f)
            carry[d] = dc * f
          }
        }
      }
      start = end
    }
    const even = (n + 1) & ~1
    floats.fill(0, to.gates + n * wide.gates, to.gates + even * wide.gates)
    const below = l ? net.at.hidden[l - 1] : net.at.input
    const depth = l ? both : wide.input
    floats.fill(0, to.below, to.below + even * depth)
    this.back(`layer${l}`, below, to.gates, n, to.below)
    // What a layer adds to goes on unchanged.
    if (l) for (let i = 0; i < n * both; i++) floats[to.hidden + i] += floats[to.below + i]
  }

  /** One step of Adam, on the weights and on the rows of tables that were used. */
  private step(rate: number, n: number): void {
    const {net, rows, to, slopes, first, second} = this
    const {floats} = net.kernel
    this.steps++
    const fix = Math.sqrt(1 - 0.98 ** this.steps) / (1 - 0.9 ** this.steps)
    let norm = 0
    for (let i = 0; i < slopes.length; i++) norm += slopes[i] * slopes[i]
    const clip = Math.min(1, 3 / Math.sqrt(norm))
    for (let i = 0; i < slopes.length; i++) {
      const d = slopes[i] * clip
      first[i] = 0.9 * first[i] + 0.1 * d
      second[i] = 0.98 * second[i] + 0.02 * d * d
      floats[i] -= (rate * fix * first[i]) / (Math.sqrt(second[i]) + 1e-8)
      slopes[i] = 0
    }
    let column = 0
    for (const name of tables) {
      const width = wide[name]
      const {values, slope, first, second} = this.learners[name]
      const used = new Set<number>()
      for (let r = 0; r < n; r++) {
        const row = rows[name][r]
        used.add(row)
        const from = to.below + r * wide.input + column
        const mask = r * wide.input + column
        for (let d = 0; d < width; d++) slope[row * width + d] += floats[from + d] * this.inputMask[mask + d]
      }
      for (const row of used)
        for (let i = row * width; i < (row + 1) * width; i++) {
          const d = slope[i] * clip
          first[i] = 0.9 * first[i] + 0.1 * d
          second[i] = 0.98 * second[i] + 0.02 * d * d
          values[i] -= (rate * fix * first[i]) / (Math.sqrt(second[i]) + 1e-8)
          slope[i] = 0
        }
      column += width
    }
  }
}
