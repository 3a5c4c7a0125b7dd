import type {Lexicon} from '../../lexicon/index.ts'
import type {Span} from '../../model/index.ts'
import type {Work} from '../work.ts'
import {type Counted, countedIn} from './count.ts'
import {namedIn, whoByTree} from './counted.ts'
import {sumsIn} from './money.ts'
import {scopeOf} from './scope.ts'
import {singleVictims} from './victim.ts'
import {figureWordsIn} from './words.ts'

const hurts = new Set(['killed', 'injured', 'arrested', 'displaced'])

/** The figures of one sentence, left to right, none inside another. */
export function figuresIn(
  lexicon: Lexicon,
  text: string,
  sentence: Span,
  words = figureWordsIn(lexicon, text, sentence),
): Counted[] {
  const sums = sumsIn(text, sentence)
  const counts = countedIn(text, sentence, words).filter(
    ({span}) => !sums.some(sum => span.start < sum.span.end && sum.span.start < span.end),
  )
  const found = [...sums, ...counts]
  const single = singleVictims(
    text,
    sentence,
    words,
    found.flatMap(({span, who}) => (who ? [span, who] : [span])),
  )
  let before: Counted | null = null
  return [...found, ...single]
    .sort((a, b) => a.span.start - b.span.start)
    .map(figure => {
      if (!hurts.has(figure.what)) return figure
      const {total, armed} = scopeOf(figure, sentence, words)
      // "Five soldiers were killed and seven were wounded": who is not told anew is who was counted before.
      const own = {...figure, total, armed: armed || (figure.who === null && before?.armed === true)}
      before = own
      return own
    })
}

/** Finds every number that counts people hurt, held, driven out or sent, sums of money and shares; a person by name counts one. */
export function findFigures(work: Work): void {
  work.figures = []
  work.trees.forEach((tree, sentence) => {
    const {start, end} = tree.sentence
    const words = figureWordsIn(work.lexicon, work.doc.text, {start, end})
    const counted = figuresIn(work.lexicon, work.doc.text, {start, end}, words).map(figure => {
      const who = figure.unit === null ? whoByTree(tree, figure.span) : undefined
      return who === undefined ? figure : {...figure, who}
    })
    const all = [...counted, ...namedIn(work, sentence, words, counted)].sort((a, b) => a.span.start - b.span.start)
    for (const figure of all)
      work.figures.push({id: `fig_${work.figures.length + 1}`, ...figure, statement: null, sentence})
  })
}
