import {remembered, rootOf, rootsOf} from './roots.ts'

/** Numbers for the roots of words: to compare numbers costs less. Which root has which number says nothing. */
export class Vocabulary {
  readonly #byWord = new Map<string, number>()
  readonly #byRoot = new Map<string, number>()

  /** Number of a word’s root. */
  readonly of = (word: string): number => {
    let found = this.#byWord.get(word)
    if (found === undefined) {
      found = this.#ofRoot(rootOf(word))
      this.#byWord.set(word, found)
    }
    return found
  }

  /** Numbers of the roots in a name. */
  readonly inName = remembered((name: string): readonly number[] => rootsOf(name).map(root => this.#ofRoot(root)))

  #ofRoot(root: string): number {
    const found = this.#byRoot.get(root) ?? this.#byRoot.size
    this.#byRoot.set(root, found)
    return found
  }
}
