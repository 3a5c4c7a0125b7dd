import {chance} from '../chance.ts'

/** Queries with their candidates: rows `from[q]` to `from[q + 1]` are those of query q; `right` marks its answers. */
export interface Lists {
  from: ArrayLike<number>
  rows: Uint8Array
  right: Uint8Array
}

export interface NetOptions {
  first: number
  second: number
  rate: number
  epochs: number
  /** Most candidates of a query that a step looks at. */
  most: number
  seed: number
}

/** A feed-forward net over the bytes of a candidate: two hidden layers, softmax over the candidates of a query, Adam (Kingma & Ba, 2015). */
export class Net {
  private readonly sizes: [number, number, number]
  private readonly weights: Float32Array
  private readonly grads: Float32Array
  private readonly mean: Float32Array
  private readonly square: Float32Array
  private readonly at: {w1: number; b1: number; w2: number; b2: number; w3: number}
  private steps = 0
  private hidden1 = new Float32Array(0)
  private hidden2 = new Float32Array(0)
  private input = new Float32Array(0)

  constructor(
    features: number,
    private readonly options: NetOptions,
  ) {
    const {first, second} = options
    this.sizes = [features, first, second]
    const w1 = 0
    const b1 = w1 + features * first
    const w2 = b1 + first
    const b2 = w2 + first * second
    const w3 = b2 + second
    const total = w3 + second
    this.at = {w1, b1, w2, b2, w3}
    this.weights = new Float32Array(total)
    this.grads = new Float32Array(total)
    this.mean = new Float32Array(total)
    this.square = new Float32Array(total)
    const random = chance(options.seed)
    const fill = (from: number, to: number, fan: number) => {
      for (let i = from; i < to; i++) this.weights[i] = (random() * 2 - 1) * Math.sqrt(3 / fan)
    }
    fill(w1, b1, features)
    fill(w2, b2, first)
    fill(w3, total, second)
  }

  /** Scores of rows; keeps what `learn` needs. */
  score(rows: Uint8Array, n: number, into: Float32Array, picks?: Int32Array): void {
    const [F, A, B] = this.sizes
    const {weights: w, at} = this
    if (this.hidden1.length < n * A) {
      this.hidden1 = new Float32Array(n * A)
      this.hidden2 = new Float32Array(n * B)
      this.input = new Float32Array(n * F)
    }
    const {hidden1, hidden2, input} = this
    for (let i = 0; i < n; i++) {
      const row = (picks ? picks[i] : i) * F
      for (let f = 0; f < F; f++) input[i * F + f] = rows[row + f] / 128 - 1
      for (let a = 0; a < A; a++) hidden1[i * A + a] = w[at.b1 + a]
      for (let f = 0; f < F; f++) {
        const x = input[i * F + f]
        if (x === 0) continue
        const base = at.w1 + f * A
        for (let a = 0, h = i * A; a < A; a++, h++) hidden1[h] += x * w[base + a]
      }
      for (let b = 0; b < B; b++) hidden2[i * B + b] = w[at.b2 + b]
      for (let a = 0; a < A; a++) {
        const h = hidden1[i * A + a]
        if (h <= 0) {
          hidden1[i * A + a] = 0
          continue
        }
        const base = at.w2 + a * B
        for (let b = 0, k = i * B; b < B; b++, k++) hidden2[k] += h * w[base + b]
      }
      let sum = 0
      for (let b = 0; b < B; b++) {
        const h = hidden2[i * B + b]
        if (h > 0) sum += h * w[at.w3 + b]
        else hidden2[i * B + b] = 0
      }
      into[i] = sum
    }
  }

  /** Adds to the gradients for the rows last scored; `grad` is the loss's slope at their scores. */
  private back(n: number, grad: Float32Array): void {
    const [F, A, B] = this.sizes
    const {weights: w, grads: g, at, hidden1, hidden2, input} = this
    const d1 = new Float32Array(A)
    for (let i = 0; i < n; i++) {
      const d = grad[i]
      if (Math.abs(d) < 1e-4) continue
      d1.fill(0)
      for (let b = 0; b < B; b++) {
        const h = hidden2[i * B + b]
        if (h <= 0) continue
        g[at.w3 + b] += d * h
        const d2 = d * w[at.w3 + b]
        g[at.b2 + b] += d2
        for (let a = 0; a < A; a++) {
          const h1 = hidden1[i * A + a]
          if (h1 <= 0) continue
          g[at.w2 + a * B + b] += d2 * h1
          d1[a] += d2 * w[at.w2 + a * B + b]
        }
      }
      for (let a = 0; a < A; a++) g[at.b1 + a] += d1[a]
      for (let f = 0; f < F; f++) {
        const x = input[i * F + f]
        const base = at.w1 + f * A
        for (let a = 0; a < A; a++) g[base + a] += x * d1[a]
      }
    }
  }

  private update(rate: number): void {
    const {weights: w, grads: g, mean: m, square: v} = this
    this.steps++
    const c1 = 1 - 0.9 ** this.steps
    const c2 = 1 - 0.999 ** this.steps
    for (let i = 0; i < w.length; i++) {
      m[i] = 0.9 * m[i] + 0.1 * g[i]
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i]
      w[i] -= (rate * (m[i] / c1)) / (Math.sqrt(v[i] / c2) + 1e-8)
      g[i] = 0
    }
  }

  train(lists: Lists, told: (epoch: number, loss: number) => void = () => {}): void {
    const {from, rows, right} = lists
    const {most, epochs, rate, seed} = this.options
    const random = chance(seed + 1)
    const queries = from.length - 1
    const order = Int32Array.from({length: queries}, (_, i) => i)
    const picks = new Int32Array(4096)
    const score = new Float32Array(4096)
    const grad = new Float32Array(4096)
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
      let batch = 0
      for (const q of order) {
        let n = 0
        const size = from[q + 1] - from[q]
        const keep = most / size
        for (let i = from[q]; i < from[q + 1]; i++) if (right[i] || size <= most || random() < keep) picks[n++] = i
        this.score(rows, n, score, picks)
        let high = -Infinity
        for (let i = 0; i < n; i++) if (score[i] > high) high = score[i]
        let wrong = 0
        for (let i = 0; i < n; i++) {
          score[i] = Math.exp(score[i] - high)
          if (!right[picks[i]]) wrong += score[i]
        }
        let inverse = 0
        for (let i = 0; i < n; i++) {
          if (!right[picks[i]]) continue
          const z = wrong + score[i]
          loss -= Math.log(score[i] / z + 1e-12)
          seen++
          grad[i] = score[i] / z - 1
          inverse += 1 / z
        }
        for (let i = 0; i < n; i++) if (!right[picks[i]]) grad[i] = score[i] * inverse
        this.back(n, grad)
        done++
        if (++batch === 16) {
          // Warm up, then fall in a line to nothing.
          const warm = Math.min(1, done / Math.min(3000, total / 10))
          this.update(rate * warm * (1 - done / total))
          batch = 0
        }
      }
      told(epoch, loss / seen)
    }
  }
}
