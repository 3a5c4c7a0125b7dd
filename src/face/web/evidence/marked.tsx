import type {ComponentChildren} from 'preact'
import type {MarkPart, Span} from '../../../model/index.ts'
import type {Segment} from '../split.ts'

export interface PartMark {
  readonly span: Span
  readonly part: MarkPart | 'flag' | 'mention'
  readonly label: string
}

const size = ({span}: PartMark) => span.end - span.start

/** One segment inside as many elements as marks hold over it, the longest outermost, so that underlines stack. */
export function Marked({segment}: {segment: Segment<PartMark>}) {
  let inner: ComponentChildren = segment.text
  for (const mark of [...segment.marks].sort((a, b) => size(a) - size(b)))
    inner = (
      <span class={`part part-${mark.part}`} title={mark.label === '' ? mark.part : `${mark.part}: ${mark.label}`}>
        {inner}
      </span>
    )
  return <>{inner}</>
}
