import {remembered} from './roots.ts'
import {hash} from './sketch.ts'

/** What stands for a list: two lists that have one number by chance cost comparisons and change nothing. */
export type Shelf = number

export const shelfOf: (text: string) => Shelf = remembered(text => hash(text) | 0)

/** A list within a list. */
export function mix(shelf: Shelf, part: number): Shelf {
  const value = Math.imul(Math.imul(shelf ^ (shelf >>> 15), 0x85ebca6b) ^ part, 0xc2b2ae35)
  return value ^ (value >>> 13)
}

/** Very many short lists, each found by its number, newest first. A chained table of whole numbers: maps of arrays would cost most of joining. */
export class Shelves<T> {
  #first = new Int32Array(1024).fill(-1)
  readonly #shelf: number[] = []
  readonly #next: number[] = []
  readonly #held: T[] = []

  put(shelf: Shelf, one: T): void {
    if (this.#held.length === this.#first.length) this.#grow()
    this.#shelf.push(shelf)
    this.#held.push(one)
    this.#next.push(0)
    this.#chain(this.#held.length - 1)
  }

  /** Place of the newest on a shelf, -1 where there is none; `older` gives the next, `at` what stands there. */
  newest(shelf: Shelf): number {
    return this.#on(shelf, this.#first[shelf & (this.#first.length - 1)])
  }

  older(place: number): number {
    return this.#on(this.#shelf[place], this.#next[place])
  }

  at(place: number): T {
    return this.#held[place]
  }

  has(shelf: Shelf, one: T): boolean {
    for (let place = this.newest(shelf); place >= 0; place = this.older(place))
      if (this.#held[place] === one) return true
    return false
  }

  #on(shelf: Shelf, place: number): number {
    while (place >= 0 && this.#shelf[place] !== shelf) place = this.#next[place]
    return place
  }

  #chain(place: number): void {
    const chain = this.#shelf[place] & (this.#first.length - 1)
    this.#next[place] = this.#first[chain]
    this.#first[chain] = place
  }

  #grow(): void {
    this.#first = new Int32Array(this.#first.length * 4).fill(-1)
    for (let place = 0; place < this.#held.length; place++) this.#chain(place)
  }
}
