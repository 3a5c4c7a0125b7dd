import type {Day, DayReading, Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'

type Bounded = DayReading & {readonly first: Day; readonly last: Day}

/** The time in which a place of the text tells. */
export interface Frame {
  readonly day: Bounded
  readonly from: 'same-sentence' | 'sentence-before' | 'heading'
}

/**
 * The time in which a clause tells that names none itself: the last day before it that its paragraph says in the main line of the telling,
 * else the day, years or era of the heading above it.
 */
export function frameOf(work: Work, offset: number): Frame | null {
  const paragraph = paragraphAt(work, offset)
  const sentence = work.trees.findIndex(tree => offset < tree.sentence.end)
  const said = statementHolding(work, offset)
  for (let i = work.days.length - 1; i >= 0; i--) {
    const day = work.days[i]
    if (day.span.start < paragraph.start) break
    if (day.span.end > offset || !usable(day)) continue
    const at = work.trees.findIndex(tree => day.span.start < tree.sentence.end)
    const tree = work.trees[at]
    const other = statementHolding(work, day.span.start)
    // The day of saying is not that of what was said.
    const apart = other !== said && (other !== null || at === sentence)
    if (!tree || apart || !tells(tree, day.span)) continue
    return {day, from: at === sentence ? 'same-sentence' : 'sentence-before'}
  }
  const heading = headingAbove(work, offset)
  const day = heading && work.days.find(each => heading.start <= each.span.start && each.span.end <= heading.end)
  return day && usable(day) ? {day, from: 'heading'} : null
}

const usable = (day: DayReading): day is Bounded =>
  day.kind === 'day' && day.first !== null && day.last !== null && day.first <= day.last && day.timex !== 'PRESENT_REF'

/** The block of the text that holds the offset. */
export function paragraphAt({doc}: Work, offset: number): Span {
  return doc.blocks.find(({span}) => span.start <= offset && offset < span.end)?.span ?? {start: offset, end: offset}
}

function headingAbove({doc}: Work, offset: number): Span | null {
  let found: Span | null = null
  for (const {kind, span} of doc.blocks) if (kind === 'heading' && span.end <= offset) found = span
  return found
}

function statementHolding({statements}: Work, offset: number): string | null {
  const holding = statements.filter(({content}) => content.some(({start, end}) => start <= offset && offset < end))
  return holding.at(-1)?.id ?? null
}

/** The predicate that a word belongs to. */
export function governorAt(tree: Tree, token: number): number {
  let at = token
  while (tree.head(at) >= 0 && !tree.isPredicate(at)) at = tree.head(at)
  return at
}

const mainLine = new Set(['root', 'conj', 'parataxis', 'ccomp', 'xcomp'])

/** Whether a predicate carries the telling on, and is no aside: no relative, adverbial or participial clause. */
export function foreground(tree: Tree, token: number): boolean {
  for (let at = governorAt(tree, token); at >= 0; at = tree.head(at)) {
    if (tree.head(at) < 0) return true
    if (!(mainLine.has(tree.rel(at)) || sideBySide(tree, at)) || !tree.isPredicate(at)) return false
  }
  return true
}

/** "…; the other accused them": a clause of its own, whatever the tree calls it. */
function sideBySide(tree: Tree, at: number): boolean {
  return (
    tree.deprel(at) === 'advcl' &&
    tree.tense(at) !== null &&
    tree.child(at, 'nsubj') >= 0 &&
    tree.child(at, 'mark', 'advmod') < 0
  )
}

/** Whether a day expression dates a predicate of the main line, and not a noun: "the accord of 2015" moves no telling. */
function tells(tree: Tree, span: Span): boolean {
  const first = tree.tokenAt(span.start)
  if (first < 0) return false
  // "In May drones struck …": whatever the tree hangs it on, the first words set the time.
  if (first <= 1 && tree.upos(0) === 'ADP') return true
  let at = first
  while (
    tree.head(at) >= 0 &&
    tree.sentence.starts[tree.head(at)] >= span.start &&
    tree.sentence.starts[tree.head(at)] < span.end
  )
    at = tree.head(at)
  const verb = tree.head(at)
  if (verb < 0) return true
  const pluperfect = tree.perfect(verb) && tree.tense(verb) === 'past'
  return tree.isPredicate(verb) && !pluperfect && tree.tense(verb) !== 'future' && foreground(tree, verb)
}
