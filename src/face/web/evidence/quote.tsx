import type {Evidence} from '../../../model/index.ts'
import {splitAtMarks} from '../split.ts'
import {Marked} from './marked.tsx'

/** The words with what stands before and after them, every part underlined in its role's colour and shape. */
export function Quote({evidence}: {evidence: Evidence}) {
  const {before, words, after, span, marks} = evidence
  const part = (text: string, offset: number) =>
    splitAtMarks(text, offset, marks).map(s => <Marked key={s.start} segment={s} />)
  return (
    <blockquote class="quote">
      {before !== '' && <span class="around">{part(before, span.start - before.length)}</span>}
      <mark class="words" data-words>
        {part(words, span.start)}
      </mark>
      {after !== '' && <span class="around">{part(after, span.end)}</span>}
    </blockquote>
  )
}
