import {Candidates, FEATURES, type Query} from './candidates.ts'
import {chance} from '../chance.ts'
import type {Names} from './names.ts'
import {Net, type NetOptions} from './net.ts'
import {type Extent, type Fact, Past} from './past.ts'
import {Rules} from './rules.ts'
import {type VectorOptions, Vectors} from './vectors.ts'

export interface NextOptions {
  /** About how many questions the ranker learns from, the latest first day being `learnFrom`. */
  questions: number
  /** About how many wrong candidates of a question are kept. */
  wrong: number
  vectors: VectorOptions
  net: NetOptions
  /** How many nets, each from a seed of its own, are averaged. */
  nets: number
  seed: number
}

export const usual: NextOptions = {
  questions: 150_000,
  wrong: 64,
  vectors: {size: 40, rate: 0.08, wrong: 24, passes: 2, replay: 6, seed: 5},
  net: {first: 96, second: 32, rate: 0.002, epochs: 4, most: 50, batch: 16, seed: 3},
  nets: 2,
  seed: 7,
}

/** Whom a question may mean, and the chance of each among them. */
export interface Answered {
  ids: Int32Array
  chances: Float32Array
}

/** A day's question, "whom does `subject` do `relation` to?", with all of its answers. */
export interface Asked extends Query {
  answers: Set<number>
  /** The answers, one for each fact. */
  facts: number[]
}

/** The questions that a day's facts answer, each fact in both directions; a relation turned round is r + `relations`. */
export const questionsOf = (facts: readonly Fact[], relations: number): Asked[] => {
  const asked = new Map<number, Asked>()
  const put = (subject: number, relation: number, object: number, day: number) => {
    const key = subject * relations * 2 + relation
    let one = asked.get(key)
    if (!one) {
      one = {subject, relation, day, answers: new Set(), facts: []}
      asked.set(key, one)
    }
    one.answers.add(object)
    one.facts.push(object)
  }
  for (const {subject, relation, object, day} of facts) {
    put(subject, relation, object, day)
    put(object, relation + relations, subject, day)
  }
  return [...asked.values()]
}

/**
 * Who will do what to whom: candidates from all that went before (the same pair, act, partner, place, two steps off), described by counts that fade, by the
 * confidence of rules and by vectors, and ranked by a small net. A day's facts are learned from only after the day's questions have been asked, and no
 * question sees anything of its own day.
 */
export class Forecaster {
  private readonly past: Past
  private readonly rules: Rules
  private readonly vectors: Vectors
  private readonly candidates: Candidates
  private readonly random: () => number
  private readonly from: number[] = [0]
  private rows = new Uint8Array(FEATURES << 16)
  private right = new Uint8Array(1 << 16)
  private readonly relations: number[] = []
  private nets: Net[] = []
  private blinded: Net[] = []

  constructor(
    private readonly extent: Extent,
    names: Names,
    private readonly options: NextOptions = usual,
  ) {
    this.past = new Past(extent, names)
    this.rules = new Rules(extent.relations * 2)
    this.vectors = new Vectors(extent.entities, extent.relations, extent.facts, options.vectors)
    this.candidates = new Candidates(this.past, this.rules, this.vectors)
    this.random = chance(options.seed)
  }

  /** Number of questions kept to learn from. */
  get questions(): number {
    return this.from.length - 1
  }

  /** Takes in a day; days must come in order. `share` of its questions (0 to 1) are kept for the ranker to learn from. */
  take(facts: readonly Fact[], share = 0): void {
    const {candidates, past, rules} = this
    const lessons: {slot: number; relation: number; day: number; right: boolean}[] = []
    for (const asked of questionsOf(facts, this.extent.relations)) {
      if (this.random() < share) {
        candidates.find(asked)
        this.keep(asked)
      } else candidates.partners(asked)
      for (let c = 0; c < candidates.size; c++) {
        const slot = past.partner.find(asked.subject, candidates.ids[c])
        if (slot >= 0)
          lessons.push({slot, relation: asked.relation, day: asked.day, right: asked.answers.has(candidates.ids[c])})
      }
    }
    for (const {slot, relation, day, right} of lessons) rules.learn(past, slot, relation, day, right)
    past.add(facts)
    this.vectors.add(facts)
  }

  private keep({answers, relation}: Asked): void {
    const {candidates, from} = this
    const begun = from[from.length - 1]
    const end = begun + candidates.size
    if (end > this.right.length) {
      const length = Math.max(end, Math.ceil(this.right.length * 1.5))
      const rows = new Uint8Array(length * FEATURES)
      rows.set(this.rows.subarray(0, begun * FEATURES))
      this.rows = rows
      const right = new Uint8Array(length)
      right.set(this.right.subarray(0, begun))
      this.right = right
    }
    const share = this.options.wrong / candidates.size
    let found = 0
    let at = begun
    for (let c = 0; c < candidates.size; c++) {
      const right = answers.has(candidates.ids[c])
      if (!right && this.random() >= share) continue
      if (right) found++
      this.rows.set(candidates.rows.subarray(c * FEATURES, (c + 1) * FEATURES), at * FEATURES)
      this.right[at++] = right ? 1 : 0
    }
    if (found === 0) return
    from.push(at)
    this.relations.push(relation)
  }

  /** Learns the ranker from the kept questions and lets them go; for each of `blinds` a net beside it that does not see those features. */
  learn(told: (epoch: number, loss: number) => void = () => {}, blinds: readonly (readonly number[])[] = []): void {
    const lists = {from: this.from, rows: this.rows, right: this.right, relations: this.relations}
    const taught = (more: Partial<NetOptions>) => {
      const net = new Net(FEATURES, this.extent.relations * 2, {...this.options.net, ...more})
      net.train(lists, told)
      return net
    }
    this.nets = Array.from({length: this.options.nets}, (_, n) => taught({seed: this.options.net.seed + 101 * n}))
    this.blinded = blinds.map(blind => taught({blind}))
    this.rows = new Uint8Array(0)
    this.right = new Uint8Array(0)
    this.from.length = 1
    this.relations.length = 0
  }

  /** Whom the question may mean and the chance of each among them, likeliest not first: in the order in which they were found. */
  answer(query: Query): Answered {
    this.candidates.find(query)
    return this.answerBy(this.nets, query.relation)
  }

  /** The same, and behind it by each of the nets that do not see all. */
  answers(query: Query): Answered[] {
    this.candidates.find(query)
    return [this.nets, ...this.blinded.map(net => [net])].map(nets => this.answerBy(nets, query.relation))
  }

  private answerBy(nets: readonly Net[], relation: number): Answered {
    const {candidates} = this
    const {size} = candidates
    const ids = candidates.ids.slice(0, size)
    const chances = new Float32Array(size)
    const score = new Float32Array(size)
    for (const net of nets) {
      net.score(candidates.rows, size, relation, score)
      let most = -Infinity
      for (const x of score) if (x > most) most = x
      let sum = 0
      for (const x of score) sum += Math.exp(x - most)
      for (let c = 0; c < size; c++) chances[c] += Math.exp(score[c] - most) / sum / nets.length
    }
    return {ids, chances}
  }
}
