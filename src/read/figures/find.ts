import type {Lexicon} from '../../lexicon/index.ts'
import type {Span} from '../../model/index.ts'
import type {Work} from '../work.ts'
import {type Counted, countedIn} from './count.ts'
import {sumsIn} from './money.ts'

/** The figures of one sentence, left to right, none inside another. */
export function figuresIn(lexicon: Lexicon, text: string, sentence: Span): Counted[] {
  const sums = sumsIn(text, sentence)
  const counts = countedIn(lexicon, text, sentence).filter(
    ({span}) => !sums.some(sum => span.start < sum.span.end && sum.span.start < span.end),
  )
  return [...sums, ...counts].sort((a, b) => a.span.start - b.span.start)
}

/** Finds every number that counts people hurt, held, driven out or sent, sums of money and shares. */
export function findFigures(work: Work): void {
  work.figures = []
  work.trees.forEach(({sentence: {start, end}}, sentence) => {
    for (const figure of figuresIn(work.lexicon, work.doc.text, {start, end}))
      work.figures.push({id: `fig_${work.figures.length + 1}`, ...figure, statement: null, sentence})
  })
}
