import {atOnce} from '../../model/turns.ts'
import {overlap} from './sketch.ts'
import type {Telling} from './telling.ts'

/** Share of the shorter article’s words that makes two articles prints of one report. */
const reprint = 0.5
const docSketch = 200
const paragraphSketch = 48

class Groups {
  readonly #parent = new Map<string, string>()

  of(key: string): string {
    let at = key
    for (let up = this.#parent.get(at); up !== undefined && up !== at; up = this.#parent.get(at)) at = up
    this.#parent.set(key, at)
    return at
  }

  /** The smaller key stands for both, so that order does not matter. */
  join(a: string, b: string): void {
    const x = this.of(a)
    const y = this.of(b)
    if (x < y) this.#parent.set(y, x)
    else this.#parent.set(x, y)
  }
}

/** Groups Docs that print the same report, from sketches of their bodies: by Doc, the smallest id of its group. */
export const reprintGroups = (docs: readonly Sketched[]): Map<string, string> => atOnce(groupingReprints(docs))

interface Sketched {
  readonly id: string
  readonly sketch: readonly number[]
}

/** The same in steps, between which others may have their turn. */
export function* groupingReprints(docs: readonly Sketched[]): Generator<undefined, Map<string, string>> {
  const sorted = [...docs].sort((a, b) => (a.id < b.id ? -1 : 1))
  // Of each Doc, by its place in the order of ids, the Doc above it in its group; the first stands for all.
  const above = Int32Array.from(sorted, (_, n) => n)
  const groupOf = (n: number) => {
    let at = n
    while (above[at] !== at) at = above[at]
    above[n] = at
    return at
  }
  const firstWith = new Map<number, number>()
  const lastWith = new Map<number, number>()
  /** With which later Doc each was compared last. */
  const tried = new Int32Array(sorted.length)
  for (const [n, {sketch}] of sorted.entries()) {
    if (n % 500 === 499) yield
    const compare = (other: number) => {
      if (tried[other] === n) return
      tried[other] = n
      const [x, y] = [groupOf(other), groupOf(n)]
      if (x !== y && overlap(sorted[other].sketch, sketch, docSketch) >= reprint) above[Math.max(x, y)] = Math.min(x, y)
    }
    for (const value of sketch) {
      const first = firstWith.get(value)
      if (first === undefined) firstWith.set(value, n)
      else if (first !== n) {
        // With the first and the one before: joins chains of prints without comparing all with all.
        compare(first)
        compare(lastWith.get(value) ?? first)
        lastWith.set(value, n)
      }
    }
  }
  return new Map(sorted.map(({id}, n) => [id, sorted[groupOf(n)].id]))
}

/**
 * Number of each telling’s origin, from 0, in the order given. Tellings share one when their Docs are prints of one report,
 * when their paragraphs are, or when they credit the same outlet or the same single wire service.
 */
export function originsOf(tellings: readonly Telling[], reprints: ReadonlyMap<string, string>): number[] {
  const groups = new Groups()
  const keyOf = (telling: Telling) => `doc ${reprints.get(telling.doc) ?? telling.doc}`
  for (const telling of tellings) for (const credit of telling.credits) groups.join(keyOf(telling), credit)
  const byHash = new Map<number, Telling>()
  for (const telling of tellings)
    for (const value of telling.sketch) {
      const other = byHash.get(value)
      if (!other) byHash.set(value, telling)
      else if (groups.of(keyOf(other)) !== groups.of(keyOf(telling)))
        if (overlap(other.sketch, telling.sketch, paragraphSketch) >= 0.6) groups.join(keyOf(other), keyOf(telling))
    }
  const numbers = new Map<string, number>()
  return tellings.map(telling => {
    const group = groups.of(keyOf(telling))
    if (!numbers.has(group)) numbers.set(group, numbers.size)
    return numbers.get(group)!
  })
}
