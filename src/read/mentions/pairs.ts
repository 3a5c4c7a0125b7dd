import type {EntityId} from '../../model/index.ts'

/** Which two stand together in a text, by how near and how often; those that stood together long ago fade. */
export class Pairs {
  private readonly weights = new Map<string, {weight: number; sentence: number}>()

  /** Notes that two stand in one sentence; `weight` says how close. */
  add(a: EntityId, b: EntityId, sentence: number, weight: number): void {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const known = this.weights.get(key)
    const kept = known ? known.weight * fading ** (sentence - known.sentence) : 0
    this.weights.set(key, {weight: kept + weight, sentence})
  }

  /** The two that are meant by "the two" in this sentence, sorted; `null` when another pair stands too close. */
  at(sentence: number): EntityId[] | null {
    const ranked = [...this.weights]
      .map(([key, known]) => ({key, weight: known.weight * fading ** (sentence - known.sentence)}))
      .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    const [first, second] = ranked
    if (!first || first.weight < 0.1 || (second && second.weight > first.weight * 0.85)) return null
    return first.key.split(' ')
  }
}

const fading = 0.75
