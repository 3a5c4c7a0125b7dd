import {chance} from '../chance.ts'
import type {Fact} from './past.ts'

export interface VectorOptions {
  size: number
  rate: number
  /** Wrong answers drawn beside each right one. */
  wrong: number
  /** Times that a day's facts are gone through when it comes in. */
  passes: number
  /** Facts of earlier days gone through again, as a multiple of the day's. */
  replay: number
  seed: number
}

/**
 * Low-rank vectors of entities and relations that follow the days: score(s, r, o) = (e_s ∘ w_r + v_r) · u_o + b_o, learned by sampled softmax with Adagrad
 * (a tensor factorisation as DistMult, Yang et al. 2015, with a bias and a translation as in TransE), each day's facts once they have happened, earlier ones again.
 */
export class Vectors {
  readonly size: number
  private readonly subject: Float32Array
  private readonly scale: Float32Array
  private readonly shift: Float32Array
  private readonly object: Float32Array
  private readonly bias: Float32Array
  private readonly steps: {
    subject: Float32Array
    scale: Float32Array
    shift: Float32Array
    object: Float32Array
    bias: Float32Array
  }
  private readonly random: () => number
  private readonly pool: Int32Array
  private pooled = 0
  private readonly query: Float32Array
  private readonly back: Float32Array

  constructor(
    entities: number,
    private readonly relations: number,
    facts: number,
    private readonly options: VectorOptions,
  ) {
    const d = options.size
    this.size = d
    this.random = chance(options.seed)
    const made = (length: number, middle: number, spread: number) =>
      Float32Array.from({length}, () => middle + (this.random() * 2 - 1) * spread)
    this.subject = made(entities * d, 0, 0.3)
    this.object = made(entities * d, 0, 0.3)
    this.scale = made(relations * 2 * d, 0.6, 0.3)
    this.shift = made(relations * 2 * d, 0, 0.3)
    this.bias = new Float32Array(entities)
    const zero = (of: Float32Array) => new Float32Array(of.length).fill(1e-3)
    this.steps = {
      subject: zero(this.subject),
      scale: zero(this.scale),
      shift: zero(this.shift),
      object: zero(this.object),
      bias: zero(this.bias),
    }
    this.pool = new Int32Array(facts * 6)
    this.query = new Float32Array(d)
    this.back = new Float32Array(d)
  }

  /** Sets the query vector that `score` compares with. */
  ask(s: number, r: number): void {
    const {size: d, query} = this
    for (let k = 0; k < d; k++) query[k] = this.subject[s * d + k] * this.scale[r * d + k] + this.shift[r * d + k]
  }

  score(o: number): number {
    const {size: d, query, object} = this
    let sum = this.bias[o]
    for (let k = 0, at = o * d; k < d; k++, at++) sum += query[k] * object[at]
    return sum
  }

  add(facts: readonly Fact[]): void {
    const {pool} = this
    const begun = this.pooled
    for (const {subject, relation, object} of facts) {
      pool.set([subject, relation, object, object, relation + this.relations, subject], this.pooled * 3)
      this.pooled += 2
    }
    const fresh = this.pooled - begun
    for (let pass = 0; pass < this.options.passes; pass++) for (let i = begun; i < this.pooled; i++) this.step(i)
    for (let n = Math.floor(fresh * this.options.replay); n > 0; n--) {
      // Later facts come up more often: the square root of a uniform draw.
      this.step(Math.floor(Math.sqrt(this.random()) * this.pooled))
    }
  }

  private step(i: number): void {
    const {size: d, pool, object, subject, scale, shift, bias, query, back, steps, random} = this
    const {rate, wrong} = this.options
    const s = pool[i * 3]
    const r = pool[i * 3 + 1]
    const o = pool[i * 3 + 2]
    this.ask(s, r)
    const ids = [o]
    for (let n = 0; n < wrong; n++) {
      // Half of the wrong ones as often as they occur, half of them uniformly.
      const id = n & 1 ? pool[Math.floor(random() * this.pooled) * 3 + 2] : Math.floor(random() * bias.length)
      if (id !== o) ids.push(id)
    }
    let most = -Infinity
    const scores = ids.map(id => {
      const x = this.score(id)
      if (x > most) most = x
      return x
    })
    let sum = 0
    for (let n = 0; n < scores.length; n++) sum += scores[n] = Math.exp(scores[n] - most)
    back.fill(0)
    for (let n = 0; n < ids.length; n++) {
      const g = scores[n] / sum - (n === 0 ? 1 : 0)
      const at = ids[n] * d
      for (let k = 0; k < d; k++) {
        back[k] += g * object[at + k]
        const grad = g * query[k] + 1e-4 * object[at + k]
        const h = (steps.object[at + k] += grad * grad)
        object[at + k] -= (rate * grad) / Math.sqrt(h)
      }
      const h = (steps.bias[ids[n]] += g * g)
      bias[ids[n]] -= (rate * g) / Math.sqrt(h)
    }
    for (let k = 0; k < d; k++) {
      const a = s * d + k
      const b = r * d + k
      const g = back[k]
      const gs = g * scale[b] + 1e-4 * subject[a]
      const gr = g * subject[a]
      steps.subject[a] += gs * gs
      steps.scale[b] += gr * gr
      steps.shift[b] += g * g
      subject[a] -= (rate * gs) / Math.sqrt(steps.subject[a])
      scale[b] -= (rate * gr) / Math.sqrt(steps.scale[b])
      shift[b] -= (rate * g) / Math.sqrt(steps.shift[b])
    }
  }
}
