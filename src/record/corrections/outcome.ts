import type {CorrectionState} from '../../model/index.ts'

/** What became of one correction on one reading. */
export interface Outcome {
  readonly state: CorrectionState
  readonly because: string | null
  readonly moved: boolean
  /** Records that it changes. */
  readonly records: readonly string[]
}
