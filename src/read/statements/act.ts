import type {Cue} from '../../lexicon/index.ts'
import type {Statement} from '../../model/index.ts'

const strikes =
  /\b(?:retaliat\w*|respond|response|strike|destroy|punish|answer|hit back|consequences|pay (?:the|a|for)|crush|revenge|attack)\b/i

/** What the statement does: as its cue says, else as its words do. */
export function actOf(cue: Cue | null, content: string, negated: boolean): Statement['act'] {
  if (negated && cue && /^(?:assessment|claim|other)$/.test(cue.act)) return 'denial'
  // "warned that the truce could collapse" foresees; "warned that it would strike back" threatens.
  if (cue?.act === 'threat' && cue.lemma === 'warn' && !strikes.test(content)) return 'prediction'
  if (cue && cue.act !== 'other') return cue.act
  if (/\b(?:thank(?:s|ed|ful)?|grateful|appreciates?|gratitude)\b/i.test(content)) return 'thanks'
  if (/\b(?:I|we)(?:['’]ll| will| shall| pledge| promise)\b/i.test(content))
    return strikes.test(content) ? 'threat' : 'promise'
  if (/\b(?:should|must|needs? to|ha(?:s|ve) to|ought to|calls? on)\b/i.test(content)) return 'demand'
  if (/\b(?:will|would|could(?! not\b|n['’]t\b)|may|might|is going to|are going to|likely)\b/i.test(content))
    return 'prediction'
  return /\b(?:is|are|remains?|has been|have been)\b/i.test(content) ? 'assessment' : 'claim'
}
