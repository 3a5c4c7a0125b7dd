import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {ReaderAnswer, Span} from '../../../model/index.ts'
import {CorrectionForm} from './form.tsx'
import {namesIn} from './missed-draft.ts'
import {useWritten} from './written.ts'

interface MeantProps {
  readonly answer: ReaderAnswer
  readonly marked: {readonly span: Span; readonly words: string}
  readonly onDone: () => void
}

/** Says whom a mention means in this article alone; what it does and says in it goes to them. */
export function Meant({answer: {doc, reading, names}, marked: {span, words}, onDone}: MeantProps) {
  const [who, setWho] = useState('')
  const [nobody, setNobody] = useState(false)
  const [everywhere, setEverywhere] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const list = nobody ? [] : namesIn(who)
  const filled = nobody || list.length > 0
  const alike = reading.mentions.filter(each => doc.text.slice(each.span.start, each.span.end) === words.trim()).length
  const written = useWritten(
    filled ? {kind: 'mention', doc: doc.id, ...span, entities: list, ...(everywhere && {everywhere})} : null,
  )
  const read = reading.mentions.filter(each => each.span.start < span.end && span.start < each.span.end)
  const taken = [...new Set(read.flatMap(({entities}) => entities))].map(id => names[id] ?? id.replace(/^~/, ''))
  const lacking = filled ? null : 'Say who it is, and what that changes is shown here.'
  return (
    <CorrectionForm written={written} lacking={lacking} onDone={onDone}>
      <p>
        <q>{words.length > 120 ? `${words.slice(0, 119)}…` : words}</q> is read as{' '}
        <strong>{taken.join(', ') || 'nobody'}</strong>. Here, and in what hangs on it, it means
      </p>
      <label>
        Names or codes; <code>~Adam Khan (person, KEN)</code> for somebody new{' '}
        <input
          type="text"
          ref={first}
          value={who}
          disabled={nobody}
          maxLength={300}
          onInput={event => setWho(event.currentTarget.value)}
        />
      </label>
      <label class="check">
        <input type="checkbox" checked={nobody} onChange={event => setNobody(event.currentTarget.checked)} /> nobody of
        the record
      </label>
      {alike > 1 && (
        <label class="check">
          <input type="checkbox" checked={everywhere} onChange={event => setEverywhere(event.currentTarget.checked)} />{' '}
          all {alike} times that these words stand in this article
        </label>
      )}
    </CorrectionForm>
  )
}
