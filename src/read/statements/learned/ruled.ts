import type {Cues} from '../../../lexicon/index.ts'
import type {Tree} from '../../../text/index.ts'
import {exact} from '../attributions.ts'
import {candidatesIn} from '../candidates.ts'
import type {Line} from '../lines.ts'
import type {Ruled} from './cue.ts'

/** What the rules make of a line, by the first item of the cue. */
export function ruledIn(line: Line, trees: readonly Tree[], cues: Cues): Map<number, Ruled> {
  const found = new Map<number, Ruled>()
  for (const candidate of candidatesIn(line, trees)) {
    const sure = exact(candidate, (pos, lemma, form) => cues.find(pos, lemma, form) !== null)
    const known = found.get(candidate.cue.first)
    if (known?.listed) continue
    const row = sure && cues.find(sure.pos, sure.lemma, sure.form)
    const act = row !== null && !/^(?:other|assessment|claim|prediction)$/.test(row.act)
    found.set(candidate.cue.first, {candidate: sure ?? candidate, listed: sure !== null, act})
  }
  return found
}
