import {type FloatKernel, makeFloatKernel} from '../../text/float-kernel.ts'
import {chance} from '../chance.ts'

/** Queries with their candidates: rows `from[q]` to `from[q + 1]` are those of query q; `right` marks its answers, `relations` says what each asks for. */
export interface Lists {
  from: ArrayLike<number>
  rows: Uint8Array
  right: Uint8Array
  relations: ArrayLike<number>
}

export interface NetOptions {
  /** Units of the first and second hidden layer, multiples of 16. */
  first: number
  second: number
  rate: number
  epochs: number
  /** Most candidates of a query that a step looks at. */
  most: number
  /** Queries of a step; fewer where that would make fewer than 2,000 steps. */
  batch: number
  seed: number
  /** Features that it does not see, to measure what they are worth. */
  blind?: readonly number[]
}

const leastSteps = 2000
/** Rows that are multiplied at once. */
const block = 1024

/** Where the matrices lie in the memory of the kernel, in floats. */
class Places {
  size = 0
  private take(length: number): number {
    const at = this.size
    this.size += length
    return at
  }
  readonly w1: number
  readonly b1: number
  readonly w2: number
  readonly b2: number
  readonly w3: number
  readonly relations: number
  readonly weights: number
  readonly grads: number
  readonly input: number
  readonly hidden1: number
  readonly hidden2: number
  readonly back1: number
  readonly back2: number
  readonly turned: number
  readonly turned2: number

  constructor(features: number, first: number, second: number, relations: number) {
    this.w1 = this.take(features * first)
    this.b1 = this.take(first)
    this.w2 = this.take(first * second)
    this.b2 = this.take(second)
    this.w3 = this.take(second)
    this.relations = this.take(relations * first)
    this.weights = this.size
    this.grads = this.take(this.weights)
    this.input = this.take(block * features)
    this.hidden1 = this.take(block * first)
    this.hidden2 = this.take(block * second)
    this.back1 = this.take(block * first)
    this.back2 = this.take(block * second)
    this.turned = this.take(block * Math.max(features, first))
    this.turned2 = this.take(first * second)
  }
}

/**
 * A feed-forward net over the bytes of a candidate and the relation asked for: two hidden layers, softmax over the candidates of a query, Adam
 * (Kingma & Ba, 2015).
 */
export class Net {
  private readonly width: number
  private readonly seen: readonly number[]
  private readonly at: Places
  private readonly kernel: FloatKernel
  private readonly mean: Float32Array
  private readonly square: Float32Array
  private steps = 0

  constructor(
    private readonly features: number,
    relations: number,
    private readonly options: NetOptions,
  ) {
    const {first, second} = options
    // The kernel multiplies sixteen columns at a time; others it would leave out, and the net would learn wrongly without a word.
    for (const units of [first, second])
      if (units < 16 || units % 16 !== 0)
        throw new RangeError(`Net: expected layers of a multiple of 16 units, found ${units}`)
    this.seen = Array.from({length: features}, (_, f) => f).filter(f => !options.blind?.includes(f))
    this.width = features + (features % 2)
    const at = new Places(this.width, first, second, relations)
    this.at = at
    this.kernel = makeFloatKernel(at.size)
    this.mean = new Float32Array(at.weights)
    this.square = new Float32Array(at.weights)
    const random = chance(options.seed)
    const fill = (from: number, to: number, fan: number) => {
      for (let i = from; i < to; i++) this.kernel.floats[i] = (random() * 2 - 1) * Math.sqrt(3 / fan)
    }
    fill(at.w1, at.b1, features)
    fill(at.w2, at.b2, first)
    fill(at.w3, at.relations, second)
  }

  /** Scores of the first `n` rows, the candidates of one query, at most `block` at a time. */
  score(rows: Uint8Array, n: number, relation: number, into: Float32Array): void {
    const picks = new Int32Array(block)
    const asked = new Int32Array(block).fill(relation)
    for (let begun = 0; begun < n; begun += block) {
      const size = Math.min(block, n - begun)
      for (let i = 0; i < size; i++) picks[i] = begun + i
      this.forward(rows, picks, asked, size, into, begun)
    }
  }

  private forward(
    rows: Uint8Array,
    picks: Int32Array,
    relations: Int32Array,
    size: number,
    into: Float32Array,
    to: number,
  ): void {
    const {at, width, features, seen, kernel} = this
    const {first, second} = this.options
    const {floats: w} = kernel
    const n = size + (size % 2)
    for (let i = 0; i < n; i++) {
      const row = picks[i < size ? i : 0] * features
      const x = at.input + i * width
      for (const f of seen) w[x + f] = rows[row + f] / 128 - 1
      const relation = at.relations + relations[i < size ? i : 0] * first
      const h = at.hidden1 + i * first
      for (let a = 0; a < first; a++) w[h + a] = w[at.b1 + a] + w[relation + a]
      w.copyWithin(at.hidden2 + i * second, at.b2, at.b2 + second)
    }
    kernel.multiply(at.input, at.w1, at.hidden1, n, width, first)
    for (let h = at.hidden1, end = h + n * first; h < end; h++) if (w[h] < 0) w[h] = 0
    kernel.multiply(at.hidden1, at.w2, at.hidden2, n, first, second)
    for (let i = 0; i < size; i++) {
      let sum = 0
      for (let b = 0, h = at.hidden2 + i * second; b < second; b++, h++) {
        if (w[h] > 0) sum += w[h] * w[at.w3 + b]
        else w[h] = 0
      }
      into[to + i] = sum
    }
  }

  /** Adds to the gradients for the rows last scored; `grad` is the loss's slope at their scores. */
  private back(relations: Int32Array, n: number, grad: Float32Array): void {
    const {at, width, kernel} = this
    const {first, second} = this.options
    const {floats: w} = kernel
    const g = at.grads
    for (let i = 0; i < n; i++) {
      const d = grad[i]
      for (let b = 0; b < second; b++) {
        const h = w[at.hidden2 + i * second + b]
        const slope = h > 0 ? d * w[at.w3 + b] : 0
        w[at.back2 + i * second + b] = slope
        w[g + at.w3 + b] += d * h
        w[g + at.b2 + b] += slope
      }
    }
    this.turn(at.hidden1, n, first)
    kernel.multiply(at.turned, at.back2, g + at.w2, first, n, second)
    for (let a = 0; a < first; a++)
      for (let b = 0; b < second; b++) w[at.turned2 + b * first + a] = w[at.w2 + a * second + b]
    const even = n + (n % 2)
    w.fill(0, at.back1, at.back1 + even * first)
    if (even > n) w.fill(0, at.back2 + n * second, at.back2 + even * second)
    kernel.multiply(at.back2, at.turned2, at.back1, even, second, first)
    for (let i = 0; i < n; i++) {
      const relation = g + at.relations + relations[i] * first
      for (let a = 0, h = at.hidden1 + i * first, d = at.back1 + i * first; a < first; a++, h++, d++) {
        if (w[h] <= 0) w[d] = 0
        else {
          w[g + at.b1 + a] += w[d]
          w[relation + a] += w[d]
        }
      }
    }
    this.turn(at.input, n, width)
    kernel.multiply(at.turned, at.back1, g + at.w1, width, n, first)
  }

  private turn(from: number, rows: number, columns: number): void {
    const {floats: w} = this.kernel
    const to = this.at.turned
    for (let i = 0, x = from; i < rows; i++) for (let j = 0; j < columns; j++, x++) w[to + j * rows + i] = w[x]
  }

  private update(rate: number): void {
    const {mean: m, square: v, at} = this
    const {floats: w} = this.kernel
    this.steps++
    const c1 = 1 - 0.9 ** this.steps
    const c2 = 1 - 0.999 ** this.steps
    for (let i = 0; i < m.length; i++) {
      const g = w[at.grads + i]
      m[i] = 0.9 * m[i] + 0.1 * g
      v[i] = 0.999 * v[i] + 0.001 * g * g
      w[i] -= (rate * (m[i] / c1)) / (Math.sqrt(v[i] / c2) + 1e-8)
    }
    w.fill(0, at.grads, at.grads + m.length)
  }

  train(lists: Lists, told: (epoch: number, loss: number) => void = () => {}): void {
    const {from, rows, right, relations} = lists
    const {most, epochs, rate, seed} = this.options
    const random = chance(seed + 1)
    const queries = from.length - 1
    const batch = Math.max(1, Math.min(this.options.batch, Math.floor((epochs * queries) / leastSteps)))
    const order = Int32Array.from({length: queries}, (_, i) => i)
    const picks = new Int32Array(block)
    const asked = new Int32Array(block)
    const score = new Float32Array(block)
    const grad = new Float32Array(block)
    const total = epochs * queries
    let done = 0
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let i = queries - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1))
        const swap = order[i]
        order[i] = order[j]
        order[j] = swap
      }
      let loss = 0
      let seen = 0
      const step = (ends: readonly number[]) => {
        const n = ends[ends.length - 1]
        this.forward(rows, picks, asked, n, score, 0)
        let begun = 0
        for (const end of ends) {
          const {sum, answers} = slopes(score, grad, picks, right, begun, end)
          loss += sum
          seen += answers
          begun = end
        }
        this.back(asked, n, grad)
      }
      let ends: number[] = []
      let n = 0
      let inBatch = 0
      for (const q of order) {
        const size = from[q + 1] - from[q]
        const share = most / size
        const begun = n
        for (let i = from[q]; i < from[q + 1] && n < block; i++)
          if (right[i] || size <= most || random() < share) picks[n++] = i
        asked.fill(relations[q], begun, n)
        ends.push(n)
        done++
        inBatch++
        const full = inBatch === batch
        if (full || n + 2 * most > block) {
          step(ends)
          ends = []
          n = 0
        }
        if (full) {
          // Warm up, then fall in a line to nothing.
          const warm = Math.min(1, done / Math.min(3000, total / 10))
          this.update(rate * warm * (1 - done / total))
          inBatch = 0
        }
      }
      if (n > 0) step(ends)
      told(epoch, loss / seen)
    }
  }
}

/** Cross-entropy of each right candidate against the wrong ones of its query, and its slopes. */
function slopes(
  score: Float32Array,
  grad: Float32Array,
  picks: Int32Array,
  right: Uint8Array,
  begun: number,
  end: number,
): {sum: number; answers: number} {
  let high = -Infinity
  for (let i = begun; i < end; i++) if (score[i] > high) high = score[i]
  let wrong = 0
  for (let i = begun; i < end; i++) {
    score[i] = Math.exp(score[i] - high)
    if (!right[picks[i]]) wrong += score[i]
  }
  let [sum, answers, inverse] = [0, 0, 0]
  for (let i = begun; i < end; i++) {
    if (!right[picks[i]]) continue
    const z = wrong + score[i]
    sum -= Math.log(score[i] / z + 1e-12)
    answers++
    grad[i] = score[i] / z - 1
    inverse += 1 / z
  }
  for (let i = begun; i < end; i++) if (!right[picks[i]]) grad[i] = score[i] * inverse
  return {sum, answers}
}
