import type {Span} from '../../../model/index.ts'
import {CorrectionForm} from './form.tsx'
import {useWritten} from './written.ts'

interface ChromeProps {
  readonly doc: string
  readonly marked: {readonly span: Span; readonly words: string}
  readonly onDone: () => void
}

/** Says that marked words are the page's own: what was read in them goes. */
export function Chrome({doc, marked: {span, words}, onDone}: ChromeProps) {
  const written = useWritten({kind: 'chrome', doc, ...span})
  return (
    <CorrectionForm written={written} onDone={onDone}>
      <p>
        <q>{words.length > 120 ? `${words.slice(0, 119)}…` : words}</q> is no part of the article: all that was read in
        it goes.
      </p>
    </CorrectionForm>
  )
}
