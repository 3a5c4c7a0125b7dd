import {useEffect, useState} from 'preact/hooks'
import type {CorrectionEntry, CorrectionPreview, Span} from '../../../model/index.ts'
import {type Failure, forget} from '../load.ts'
import {send} from '../write.ts'
import {Effects} from './effects.tsx'
import {rememberCorrection} from './latest.ts'
import {maker, rememberMaker} from './maker.ts'

interface ChromeProps {
  readonly doc: string
  readonly marked: {readonly span: Span; readonly words: string}
  readonly onDone: () => void
}

/** Says that marked words are the page's own: what was read in them goes. */
export function Chrome({doc, marked: {span, words}, onDone}: ChromeProps) {
  const [by, setBy] = useState(maker)
  const [preview, setPreview] = useState<CorrectionPreview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const given = {kind: 'chrome', doc, ...span, by: by.trim() || 'workbench', why: ''}
  useEffect(() => {
    setPreview(null)
    let current = true
    send<CorrectionPreview>('/corrections/preview', {...given, by: 'workbench'}).then(
      found => current && setPreview(found),
      fault => current && setFailure(fault as Failure),
    )
    return () => {
      current = false
    }
  }, [doc, span.start, span.end])
  const save = (event: Event) => {
    event.preventDefault()
    rememberMaker(by)
    send<CorrectionEntry>('/corrections', given).then(entry => {
      rememberCorrection(entry)
      onDone()
      forget()
    }, setFailure)
  }
  return (
    <form class="correct" onSubmit={save}>
      <p>
        <q>{words.length > 120 ? `${words.slice(0, 119)}…` : words}</q> is no part of the article: all that was read in
        it goes.
      </p>
      <label>
        Your name <input type="text" value={by} maxLength={100} onInput={event => setBy(event.currentTarget.value)} />
      </label>
      {failure === null && <Effects preview={preview} />}
      {failure && (
        <p class="empty" role="alert">
          {failure.message} {failure.hint}
        </p>
      )}
      <button type="submit" class="primary" disabled={preview === null}>
        Save
      </button>
    </form>
  )
}
