import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {ReaderAnswer, Span} from '../../../model/index.ts'
import {namesIn} from './missed-draft.ts'
import {Saved, Saving} from './saved.tsx'
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
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const list = nobody ? [] : namesIn(who)
  const filled = nobody || list.length > 0
  const written = useWritten(filled ? {kind: 'mention', doc: doc.id, ...span, entities: list} : null)
  const read = reading.mentions.filter(each => each.span.start < span.end && span.start < each.span.end)
  const taken = [...new Set(read.flatMap(({entities}) => entities))].map(id => names[id] ?? id.replace(/^~/, ''))
  if (written.done) return <Saved written={written} onDone={onDone} />
  return (
    <form
      class="correct"
      onSubmit={event => {
        event.preventDefault()
        written.save()
      }}
    >
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
      <Saving written={written} lacking={filled ? null : 'Say who it is, and what that changes is shown here.'} />
    </form>
  )
}
