import type {Past} from './past.ts'

const BUCKETS = 9
const bucketOf = (days: number) => Math.min(BUCKETS - 1, Math.floor(Math.log2(days < 1 ? 1 : days)))

/**
 * How often a relation between two follows an earlier one, by the days between: the confidence of the cyclic rules
 * (s, r', o, earlier) → (s, r, o, now) of TLogic (Liu et al., AAAI 2022), counted over all candidates of past queries, so that it reads as a probability.
 */
export class Rules {
  private readonly hits: Float32Array
  private readonly tries: Float32Array
  private readonly allHits: Float64Array
  private readonly allTries: Float64Array

  constructor(private readonly relations: number) {
    this.hits = new Float32Array(relations * relations * BUCKETS)
    this.tries = new Float32Array(relations * relations * BUCKETS)
    this.allHits = new Float64Array(relations * BUCKETS)
    this.allTries = new Float64Array(relations * BUCKETS)
  }

  private at(earlier: number, now: number, days: number) {
    return (now * this.relations + earlier) * BUCKETS + bucketOf(days)
  }

  confidence(earlier: number, now: number, days: number): number {
    const at = this.at(earlier, now, days)
    const b = now * BUCKETS + bucketOf(days)
    const prior = (this.allHits[b] + 0.1) / (this.allTries[b] + 100)
    return (this.hits[at] + 20 * prior) / (this.tries[at] + 20)
  }

  /** Learns from one candidate of a query on `day` that has been answered. */
  learn(past: Past, slot: number, relation: number, day: number, right: boolean): void {
    const {between} = past
    for (let i = between.heads[slot]; i >= 0; i = between.next[i]) {
      const days = day - between.last[i]
      const at = this.at(between.ids[i], relation, days)
      const b = relation * BUCKETS + bucketOf(days)
      this.tries[at]++
      this.allTries[b]++
      if (right) {
        this.hits[at]++
        this.allHits[b]++
      }
    }
  }
}
