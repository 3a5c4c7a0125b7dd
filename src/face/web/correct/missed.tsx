import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {ReaderAnswer, Span} from '../../../model/index.ts'
import {setSearch} from '../router.ts'
import {type MissedDraft, missedDraftOf, missedGivenOf, type MissedPart, missedParts} from './missed-draft.ts'
import {CorrectionForm} from './form.tsx'
import {MissedFields} from './missed-fields.tsx'
import {useWritten} from './written.ts'

interface MissedProps {
  readonly answer: ReaderAnswer
  readonly marked: {readonly span: Span; readonly words: string}
  readonly onDone: () => void
}

/** Says what the marked words tell that was not read in them: an act, something said, a number. */
export function Missed({answer, marked, onDone}: MissedProps) {
  const [draft, setDraft] = useState<MissedDraft>(() => missedDraftOf(answer, marked))
  const [why, setWhy] = useState('')
  const first = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const {doc} = answer
  const given = missedGivenOf(draft, doc.id, marked)
  const written = useWritten(given, why)
  const {done} = written
  useLayoutEffect(() => {
    if (done === null || draft.part === 'figure') return
    const record = `${draft.part === 'event' ? 'ev' : 'st'}_${done.id.replace('cor_', '')}`
    setSearch({sel: `${doc.id}/${record}`}, {replace: true})
  }, [done])
  const close = () => {
    setSearch({sel: null}, {replace: true})
    onDone()
  }
  const lacking =
    given !== null
      ? null
      : marked.words.includes(draft.words.trim()) && draft.words.trim() !== ''
        ? 'The number is wanted in digits.'
        : 'These words do not stand in what you marked.'
  return (
    <CorrectionForm written={written} lacking={lacking} onDone={close}>
      <label>
        What was missed{' '}
        <select
          ref={first}
          value={draft.part}
          onChange={event => setDraft({...draft, part: event.currentTarget.value as MissedPart})}
        >
          {missedParts.map(([part, words]) => (
            <option key={part} value={part}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        {
          {
            event: 'The words of the act',
            statement: 'What is said, to the letter',
            figure: 'The number as printed',
          }[draft.part]
        }{' '}
        <textarea
          rows={draft.words.length > 60 ? 3 : 1}
          value={draft.words}
          onInput={event => setDraft({...draft, words: event.currentTarget.value})}
        />
      </label>
      <MissedFields draft={draft} answer={answer} onChange={setDraft} />
      <label>
        Why <input type="text" value={why} maxLength={500} onInput={event => setWhy(event.currentTarget.value)} />
      </label>
    </CorrectionForm>
  )
}
