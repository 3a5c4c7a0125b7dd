import type {Span} from '../../model/index.ts'

/** A stretch of text over which the same marks hold. */
export interface Segment<M> extends Span {
  readonly text: string
  readonly marks: readonly M[]
}

/**
 * Splits `text`, which begins at `offset` of its Doc, at the boundaries of all marks, so that nested and overlapping
 * marks can be drawn without crossing elements. The segments' texts joined are `text`; marks outside are left out.
 */
export function splitAtMarks<M extends {readonly span: Span}>(
  text: string,
  offset: number,
  marks: readonly M[],
): Segment<M>[] {
  const end = offset + text.length
  const inside = marks.filter(m => m.span.start < m.span.end && m.span.start < end && m.span.end > offset)
  const cuts = new Set([offset, end])
  for (const {span} of inside) {
    cuts.add(Math.max(span.start, offset))
    cuts.add(Math.min(span.end, end))
  }
  const bounds = [...cuts].sort((a, b) => a - b)
  const segments: Segment<M>[] = []
  for (let i = 0; i + 1 < bounds.length; i++) {
    const [start, stop] = [bounds[i], bounds[i + 1]]
    segments.push({
      start,
      end: stop,
      text: text.slice(start - offset, stop - offset),
      marks: inside.filter(m => m.span.start <= start && m.span.end >= stop),
    })
  }
  return segments
}
