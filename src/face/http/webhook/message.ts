import type {CorrectionEntry, CorrectionPreview} from '../../../model/index.ts'

/** What a webhook is told: one correction, or one that was taken back, with who, why and what it does. */
export interface HookMessage {
  /** Id of the correction or of the undoing; the same message has the same id, however often it is sent. */
  readonly id: string
  readonly what: 'corrected' | 'undone'
  /** ISO 8601. */
  readonly at: string
  readonly cause: {
    readonly kind: CorrectionEntry['kind']
    readonly by: string
    readonly why: string
    /** In a few words. */
    readonly words: string
    /** Correction that is taken back. */
    readonly undoes: string | null
    /** The words in the texts that it hangs on, with the hash of their snapshot. */
    readonly anchors: readonly {readonly sha256: string; readonly words: string}[]
  }
  readonly incidents: CorrectionPreview['incidents']
  /** What it does to the index of each pair, in the month that moves most. */
  readonly effects: CorrectionPreview['effects']
}

export function messageOf(
  {id, kind, at, by, why, undoes, anchors}: CorrectionEntry,
  {words, incidents, effects}: CorrectionPreview,
): HookMessage {
  return {
    id,
    what: kind === 'undo' ? 'undone' : 'corrected',
    at,
    cause: {kind, by, why, words, undoes, anchors: anchors.map(({sha256, words}) => ({sha256, words}))},
    incidents,
    effects,
  }
}
