import type {ComponentChildren} from 'preact'
import type {Doc, Span} from '../../../model/index.ts'
import {type Segment, splitAtMarks} from '../split.ts'
import type {RecordMark} from './marks.ts'

interface ArticleTextProps {
  readonly doc: Doc
  readonly sentences: readonly Span[]
  readonly marks: readonly RecordMark[]
  /** Record that is selected. */
  readonly chosen: string | null
  /** Sentence that `j` and `k` stand on; −1: none. */
  readonly current: number
  /** What its headings' ids begin with. */
  readonly name?: string
  readonly onSelect: (record: string) => void
}

const size = ({span}: RecordMark) => span.end - span.start
const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'sd', 'ug', 'ckb', 'yi'])

function Piece({segment, chosen}: {segment: Segment<RecordMark>; chosen: string | null}) {
  let inner: ComponentChildren = segment.text
  for (const mark of [...segment.marks].sort((a, b) => size(a) - size(b)))
    inner = (
      <span
        class={`part part-${mark.part} ${mark.record === null ? '' : mark.record === chosen ? 'chosen' : 'record'}`}
        data-record={mark.record ?? undefined}
        title={mark.label === '' ? mark.part : `${mark.part}: ${mark.label}`}
      >
        {inner}
      </span>
    )
  return <>{inner}</>
}

/** The body as kept, drawn from its spans: sentences in blocks, marks in sentences. */
export function ArticleText({doc, sentences, marks, chosen, current, name = 'block', onSelect}: ArticleTextProps) {
  const click = (event: MouseEvent) => {
    if (getSelection()?.isCollapsed === false) return
    const record = (event.target as Element).closest('[data-record]')?.getAttribute('data-record')
    if (record) onSelect(record)
  }
  const draw = (span: Span) =>
    splitAtMarks(doc.text.slice(span.start, span.end), span.start, marks).map(s => (
      <Piece key={s.start} segment={s} chosen={chosen} />
    ))
  const blocks =
    doc.blocks.length > 0 ? doc.blocks : [{kind: 'paragraph' as const, span: {start: 0, end: doc.text.length}}]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of records holds a button for each, and j and k step.
    // biome-ignore lint/a11y/noStaticElementInteractions: the same.
    <div class="text" lang={doc.language} dir={rightToLeft.has(doc.language) ? 'rtl' : undefined} onClick={click}>
      {blocks.map(({kind, span}, i) => {
        const pieces: ComponentChildren[] = []
        let at = span.start
        sentences.forEach((sentence, n) => {
          if (sentence.end <= span.start || sentence.start >= span.end) return
          const [start, end] = [Math.max(sentence.start, at), Math.min(sentence.end, span.end)]
          if (start > at) pieces.push(draw({start: at, end: start}))
          if (end <= start) return
          pieces.push(
            <span key={n} data-sentence={n} class={n === current ? 'sentence current' : 'sentence'}>
              {draw({start, end})}
            </span>,
          )
          at = end
        })
        if (at < span.end) pieces.push(draw({start: at, end: span.end}))
        if (kind === 'heading')
          return (
            <h2 key={span.start} id={`${name}-${i}`} data-start={span.start}>
              {pieces}
            </h2>
          )
        if (kind === 'quote')
          return (
            <blockquote key={span.start} data-start={span.start}>
              {pieces}
            </blockquote>
          )
        return (
          <p key={span.start} class={kind} data-start={span.start}>
            {pieces}
          </p>
        )
      })}
    </div>
  )
}
