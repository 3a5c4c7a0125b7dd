import type {Anchor, CodedEvent, Day, DayReading, Precision, Span, Statement} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'
import {speakingDay} from './anchor.ts'
import {dayOf, numberOf} from './calendar.ts'
import {foreground, frameOf, governorAt} from './frame.ts'

/** A coded act whose clause may tell no day, with its place in the tree. */
export interface Act {
  readonly event: CodedEvent
  readonly tree: Tree
  /** Token of the verb or noun that carries the act. */
  readonly verb: number
}

interface Lent {
  readonly first: Day | null
  readonly last: Day | null
  readonly precision: Precision
  readonly span: Span
  readonly anchor: Anchor
}

/** Days before the day of telling in which an undated act of a report is put: by simple past or present, and by present perfect. */
const recent = {plain: 7, perfect: 90}
/** Days after the day of its paragraph in which the next sentence goes on. */
const onward = 7

/**
 * The day of each act: that of its own clause, else what the text around it licenses, as an approximate interval whose anchor says why.
 * Nearest ground first: another act of the same sentence, an act that it speaks of, the day that its paragraph or heading tells in, the day on which it was said or
 * published. Nothing where no such ground is, and for acts that did not happen. Acts come in text order.
 */
export function lendDays(work: Work, acts: readonly Act[]): (DayReading | null)[] {
  const days: (DayReading | null)[] = []
  acts.forEach((act, n) => {
    const own = act.event.occurred
    const told = own !== null && (own.first !== null || own.last !== null)
    const lent = told || !(happened(act) || act.event.reality.value === 'negation') ? null : lentTo(work, acts, days, n)
    days.push(
      lent
        ? {
            id: `${own?.id ?? 'day'}_lent_${n + 1}`,
            ...lent,
            span: own?.span ?? lent.span,
            approx: true,
            kind: 'day',
            timex: null,
          }
        : own,
    )
  })
  return days
}

const happened = ({event: {reality}}: Act) => reality.value === 'occurred' || reality.value === 'historical'

function lentTo(work: Work, acts: readonly Act[], days: readonly (DayReading | null)[], n: number): Lent | null {
  const act = acts[n]
  const {tree, verb} = act
  const clause = governorAt(tree, verb)
  // Nouns of acts are told in any order; only what their own sentence tells of them holds.
  const finite = clause === verb || tree.child(verb, 'cop') >= 0
  const spoken = speechOf(work, act)
  if (tree.perfect(clause) && tree.tense(clause) === 'past') return before(work, act, spoken)
  const near = finite ? (beside(acts, days, n) ?? pointedAt(work, acts, days, n)) : null
  if (near || !finite) return near ?? (tree.tense(clause) === 'past' ? underHeading(work, act) : null)
  if (spoken?.form === 'direct') return tree.tense(clause) === 'present' ? asOf(work, act, clause, spoken) : null
  if (tree.tense(clause) === 'past' || !tree.perfect(clause)) {
    const frame = tree.tense(clause) === 'present' ? null : framed(work, act)
    if (frame) return frame
  }
  return asOf(work, act, clause, spoken)
}

const bounded = (day: DayReading | null): day is DayReading & {first: Day; last: Day} =>
  day !== null && day.first !== null && day.last !== null

/** An act of the same sentence, in the same tense, told with its day: "struck on Monday and accused …". */
function beside(acts: readonly Act[], days: readonly (DayReading | null)[], n: number): Lent | null {
  const {tree, verb} = acts[n]
  const clause = governorAt(tree, verb)
  for (let i = n - 1; i >= 0 && acts[i].tree === tree; i--) {
    const day = days[i]
    const other = governorAt(tree, acts[i].verb)
    if (!bounded(day) || !happened(acts[i]) || acts[i].verb !== other) continue
    if (tree.tense(other) !== tree.tense(clause) || tree.perfect(other) !== tree.perfect(clause)) continue
    const {first, last, precision, span} = day
    return {first, last, precision, span, anchor: onEvent(acts[i], day)}
  }
  return null
}

/** An earlier act that the clause names again ("thanked them for arresting him"): the act lies on or after its day. Eras point at nothing. */
function pointedAt(work: Work, acts: readonly Act[], days: readonly (DayReading | null)[], n: number): Lent | null {
  const {event, tree, verb} = acts[n]
  if (tree.tense(governorAt(tree, verb)) === 'present' && !tree.perfect(governorAt(tree, verb))) return null
  const [, last] = tree.subtree(verb)
  const named = new Set<string>()
  for (let i = verb + 1; i <= last; i++) if (/^(?:NOUN|VERB)$/.test(tree.upos(i))) named.add(stem(tree.lemma(i)))
  for (let i = n - 1; i >= 0; i--) {
    const day = days[i]
    if (!bounded(day) || wide.has(day.precision) || !happened(acts[i]) || acts[i].tree === tree) continue
    if (!named.has(stem(acts[i].tree.lemma(acts[i].verb)))) continue
    if (!shared(work, acts[i].event.evidence.span, event.evidence.span)) continue
    const end = day.precision === 'day' ? dayOf(numberOf(day.last) + onward) : day.last
    const precision = day.precision === 'day' ? 'week' : day.precision
    return {first: day.first, last: end, precision, span: day.span, anchor: onEvent(acts[i], day)}
  }
  return null
}

const wide = new Set<Precision>(['decade', 'era'])
const stem = (lemma: string) => lemma.toLowerCase().replace(/(?:ation|ition|ment|ing|ion|al|e)$/, '')

/** Whether two clauses name the same person, force or state. */
function shared(work: Work, a: Span, b: Span): boolean {
  const inside = (span: Span) =>
    work.mentions
      .filter(each => span.start <= each.span.start && each.span.end <= span.end)
      .flatMap(each => each.entities)
  const known = new Set(inside(a))
  return inside(b).some(id => known.has(id))
}

const onEvent = ({event}: Act, day: DayReading): Anchor => ({
  to: 'event',
  day: day.first,
  id: event.occurred?.id ?? day.id,
})

/** Under "1979–1988: Rupture" even the nouns of a past telling lie in those years, where the paragraph tells no nearer day. */
function underHeading(work: Work, act: Act): Lent | null {
  const frame = frameOf(work, act.event.evidence.cue.start)
  return frame?.from === 'heading' ? framed(work, act) : null
}

/** The day in which the paragraph tells, or the time that its heading names. */
function framed(work: Work, act: Act): Lent | null {
  const frame = frameOf(work, act.event.evidence.cue.start)
  if (!frame || !foreground(act.tree, act.verb) || ofToday(act)) return null
  const {day, from} = frame
  // After "then", "later", "came back" only so much is known: not before the day told last.
  if (from !== 'heading' && moved(work, act, day.span))
    return {
      first: day.first,
      last: null,
      precision: day.precision === 'day' ? 'week' : day.precision,
      span: day.span,
      anchor: {to: 'phrase', day: day.first, id: day.id},
    }
  const exact = day.precision === 'day' || day.precision === 'week'
  const later = exact && from === 'sentence-before' ? dayOf(numberOf(day.last) + onward) : day.last
  const published = work.doc.published.day
  const last = published !== null && later > published && day.last <= published ? published : later
  const precision = exact && last !== day.last ? 'week' : day.precision
  return {first: day.first, last, precision, span: day.span, anchor: {to: 'phrase', day: day.first, id: day.id}}
}

const onwards =
  /\b(?:then|later|afterwards|subsequently|eventually|since|came back|returned to (?:office|power)|was (?:re-)?elected|while (?:he|she|they|in office))\b/i

/** Whether the text has moved on between the day that it told and an act: "In January they quarrelled. Then he came back and thanked them." */
function moved(work: Work, {event, tree}: Act, {end}: Span): boolean {
  const from = Math.max(end, tree.sentence.start)
  const told = work.doc.text.slice(from, Math.max(event.evidence.cue.start, from))
  return onwards.test(told) || (end < tree.sentence.start && opensOn.test(work.doc.text.slice(tree.sentence.start)))
}

const opensOn = /^(?:then|later|afterwards|since then|eventually|subsequently)\b/i

/** Whether the sentence has come to the present before it tells an act: "a man has now been arrested, and the president thanked them". */
function ofToday({tree, verb}: Act): boolean {
  const clause = governorAt(tree, verb)
  for (let at = 0; at < clause; at++)
    if (tree.isPredicate(at) && tree.perfect(at) && tree.tense(at) === 'present' && foreground(tree, at)) return true
  return false
}

function speechOf(work: Work, {event}: Act): Statement | null {
  return event.statement === null ? null : (work.statements.find(({id}) => id === event.statement) ?? null)
}

/** Told in the pluperfect: on or before the day of the telling, nobody says how long. */
function before(work: Work, act: Act, spoken: Statement | null): Lent | null {
  const frame = frameOf(work, act.event.evidence.cue.start)
  const last = frame?.day.last ?? (spoken && speakingDay(work, spoken)) ?? work.doc.published.day
  if (last === null) return null
  const anchor: Anchor = frame ? {to: 'phrase', day: last, id: frame.day.id} : {to: 'published', day: last}
  return {first: null, last, precision: 'year', span: frame?.day.span ?? act.event.evidence.cue, anchor}
}

const lasting = new Set([
  'always',
  'often',
  'repeatedly',
  'long',
  'never',
  'usually',
  'regularly',
  'traditionally',
  'historically',
  'once',
])

/** Whether a clause is told for a stretch of time or again and again: "for ten years", "every week". */
function lasts({days}: Work, tree: Tree, clause: number): boolean {
  const {start, end} = tree.spanOf(clause)
  return days.some(({kind, span}) => kind !== 'day' && start <= span.start && span.end <= end)
}

/** A report tells in the simple past and present what is new on its day, in the perfect what is still news. */
function asOf(work: Work, {event, tree, verb}: Act, clause: number, spoken: Statement | null): Lent | null {
  const {kind, published} = work.doc
  const said = spoken && speakingDay(work, spoken)
  const day = said ?? (kind === 'report' || kind === 'analysis' ? published.day : null)
  if (day === null || !foreground(tree, verb)) return null
  if (tree.childrenBy(clause, 'advmod').some(word => lasting.has(tree.lemma(word).toLowerCase()))) return null
  if (lasts(work, tree, clause)) return null
  const tense = tree.tense(clause)
  if (tense === null || tense === 'future' || event.reality.aspect === 'habitual') return null
  if (tense === 'past' && kind !== 'report' && said === null) return null
  const perfect = tree.perfect(clause)
  const back = perfect ? recent.perfect : recent.plain
  const anchor: Anchor = said === null ? {to: 'published', day} : {to: 'statement', day, id: spoken!.id}
  return {
    first: dayOf(numberOf(day) - back),
    last: day,
    precision: perfect ? 'season' : 'week',
    span: event.evidence.cue,
    anchor,
  }
}
