import type {DayReading} from '../../model/index.ts'
import {numberOf} from '../days/calendar.ts'
import {lemmaOf, type Scene} from './scene.ts'
import type {Hit} from './hit.ts'

const reporting = new Set(['say', 'tell', 'report', 'announce', 'add', 'state', 'quote'])

/** The day expression that tells when an act was: the one that hangs nearest to it in the tree. `null`: none does. */
export function dayOf(scene: Scene, hit: Hit): DayReading | null {
  const {tree, work} = scene
  const {start, end} = tree.sentence
  let best: DayReading | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const day of work.days) {
    if (day.kind !== 'day' || day.span.start < start || day.span.end > end) continue
    const distance = distanceTo(scene, hit, day)
    if (distance < nearest) {
      best = day
      nearest = distance
    }
  }
  return best && together(scene, reopened(scene, hit, best))
}

/** "In April and May", "on Monday and Tuesday": days side by side that follow one another are one stretch. */
function together(scene: Scene, day: DayReading): DayReading {
  const {days, doc} = scene.work
  const next = days.find(({span}) => span.start > day.span.end)
  if (next?.kind !== 'day' || next.precision !== day.precision) return day
  if (!day.last || !next.first || numberOf(next.first) !== numberOf(day.last) + 1) return day
  if (!/^(?: and|, and|,) $/.test(doc.text.slice(day.span.end, next.span.start))) return day
  return together(scene, {...day, span: {start: day.span.start, end: next.span.end}, last: next.last, timex: null})
}

const opensClause = /[,;]\s+(?:and|but|while)\s+(?:\S+\s+){0,2}$/

/** "Under A they fought, and under B they made peace": an act behind a clause that opens with its own day is not of the day before. */
function reopened({tree, work}: Scene, {trigger}: Hit, best: DayReading): DayReading {
  const act = tree.sentence.starts[trigger]
  let found = best
  for (const day of work.days)
    if (day.kind === 'day' && day.span.start > found.span.end && day.span.end < act)
      if (opensClause.test(work.doc.text.slice(found.span.end, day.span.start))) found = day
  return found
}

/** Steps from the act up to the word that the day hangs on; infinite when the day belongs to another clause. */
function distanceTo(scene: Scene, hit: Hit, day: DayReading): number {
  const {tree} = scene
  let at = -1
  for (let i = tree.tokenAt(day.span.start); i >= 0 && i < tree.length && tree.sentence.starts[i] < day.span.end; i++) {
    const head = tree.head(i)
    if (head < 0 || tree.sentence.starts[head] < day.span.start || tree.sentence.starts[head] >= day.span.end) at = i
  }
  if (at < 0 || isQuality(tree, at, hit)) return Number.POSITIVE_INFINITY
  const start = hit.light >= 0 ? hit.light : hit.trigger
  const chain: number[] = []
  for (let up = hit.trigger; up >= 0 && chain.length < 10; up = tree.head(up)) chain.push(up)
  let steps = 0
  for (let up = at; up >= 0 && steps < 6; up = tree.head(up), steps++) {
    const place = chain.indexOf(up)
    if (place < 0) {
      if (steps > 0 && up !== at && isOtherClause(tree, up) && !stages(scene, hit, up)) return Number.POSITIVE_INFINITY
      continue
    }
    const below = place === 0 || up === start
    if (!below && reporting.has(lemmaOf(tree, up))) return Number.POSITIVE_INFINITY
    if (
      !below &&
      chain.slice(0, place).some(token => tree.deprel(token) === 'acl:relcl' || tree.rel(token) === 'advcl')
    )
      return 40 + steps + place
    return steps + place * 2
  }
  return Number.POSITIVE_INFINITY
}

/** "Scrapped a 2018 pact": a year before a noun tells the age of the thing, not the day of what is done to it. */
function isQuality(tree: Scene['tree'], at: number, {trigger, light}: Hit): boolean {
  const noun = tree.head(at)
  if (noun <= at || noun === trigger || noun === light || tree.upos(noun) !== 'NOUN') return false
  if (!/^(?:19|20)\d\d$/.test(tree.form(at)) || !/^(?:nummod|compound|amod|nmod)$/.test(tree.rel(at))) return false
  return tree.upos(trigger) === 'VERB' && tree.preposition(noun) === ''
}

/** "the pact signed on Monday", "talks which begin on Friday": a clause that says of the act's own noun only that it was done. */
function stages({tree, acts}: Scene, {trigger}: Hit, clause: number): boolean {
  const noun = tree.head(clause)
  // "The raid, which took place on 2 June, killed four": the day of what did it is the day of what it did.
  const happens = /^(?:take|occur|happen)$/.test(tree.lemma(clause).toLowerCase())
  if (happens && tree.rel(clause) === 'acl' && tree.rel(noun) === 'nsubj' && tree.head(noun) === trigger) return true
  // A relative clause hung on the last noun of "the exercise of the two armies, which begins …" has no object of its own.
  const below = tree.covers(trigger, noun) && tree.child(clause, 'obj') < 0
  const staged = acts.sets.get('staging')?.has(tree.lemma(clause).toLowerCase()) ?? false
  return below && staged && tree.rel(clause) === 'acl' && tree.upos(trigger) !== 'VERB'
}

function isOtherClause(tree: Scene['tree'], token: number): boolean {
  const rel = tree.rel(token)
  return (
    rel === 'acl' ||
    rel === 'advcl' ||
    rel === 'ccomp' ||
    rel === 'parataxis' ||
    (rel === 'conj' && tree.upos(token) === 'VERB')
  )
}
