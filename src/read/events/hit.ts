import type {Act} from '../../lexicon/acts.ts'
import type {Party} from '../../model/index.ts'

/** A row of the acts table found at a token. */
export interface Hit {
  readonly act: Act
  readonly trigger: number
  /** The verb that only carries the noun ("hold talks"), or -1. */
  readonly light: number
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  /** Tokens that the row asks for by word. */
  readonly words: readonly number[]
  /** Tokens of the phrases that play a part, for the evidence. */
  readonly tokens: readonly number[]
  /** Head of the clause that `ACT` stands for, or -1. */
  readonly complement: number
  /** Filled, without an actor: the text may name the doer nearby. */
  readonly pending: boolean
  readonly weight: number
}
