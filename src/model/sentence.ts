/**
 * A parsed sentence as parallel arrays, one entry a Universal Dependencies word.
 * Offsets are in the Doc's text, UTF-16; `heads[i]` is an index into the sentence, -1 for the root.
 */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly heads: Int32Array
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** `Number=Plur|Person=3`, empty when none. */
  readonly feats: readonly string[]
  readonly deprels: readonly string[]
}
