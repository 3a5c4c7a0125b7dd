import type {Day, Reading} from '../model/index.ts'
import type {Work} from './work.ts'

/**
 * Bounds of the day on which a text was written, from its own words: it tells nothing as past that was still to come,
 * and calls nobody president before the term began. `why` gives the words. A day that intake knows settles it.
 */
export function writtenBounds(work: Work): Reading['written'] {
  const {day, bounds} = work.doc.published
  if (day) return {first: day, last: day, why: ['the day of publication is known']}
  let first: Day | null = bounds.first
  const why: string[] = [...bounds.why]
  for (const {day, because} of [...pastDays(work), ...currentOffices(work)]) {
    if (first !== null && day <= first) continue
    first = day
    why.push(`not before ${day}: ${because}`)
  }
  return {first, last: bounds.last, why: why.length > 1 ? [...bounds.why, why.at(-1)!] : why}
}

interface Bound {
  readonly day: Day
  readonly because: string
}

/** Days that the text itself says, in clauses told in the past tense. */
function pastDays(work: Work): Bound[] {
  const {text} = work.doc
  const found: Bound[] = []
  let s = 0
  for (const {span, kind, anchor, first} of work.days) {
    if (kind !== 'day' || anchor.to !== 'said' || first === null) continue
    while (s < work.trees.length - 1 && work.trees[s].sentence.end <= span.start) s++
    const tree = work.trees[s]
    const token = tree?.tokenAt(span.start) ?? -1
    if (token < 0) continue
    const clause = tree.clause(token)
    if (tree.tense(clause) !== 'past' || tree.modal(clause) !== null || tree.isNegated(clause)) continue
    if (tree.child(clause, 'mark') >= 0 && /^(?:if|unless)$/i.test(tree.form(tree.child(clause, 'mark')))) continue
    found.push({day: first, because: `“${text.slice(span.start, span.end)}” is told as past`})
  }
  return found
}

/**
 * Offices that someone bears as current: "President Donald Trump" as subject of a verb in the present tense, or "the
 * Trump administration" that will do something. Only the latest of several terms is safe when the text names a day in it.
 */
function currentOffices(work: Work): Bound[] {
  const {lexicon, mentions, trees, doc} = work
  const found: Bound[] = []
  for (const {entities, sentence, head, role, span, all} of mentions) {
    if (role === null || !all || entities.length !== 1 || !lexicon.people.has(entities[0])) continue
    const title = doc.text.slice(role.start, role.end).toLowerCase()
    if (/\b(?:former|then|late|ex|future|elect|next|ousted)\b/.test(title)) continue
    const tree = trees[sentence]
    const tense = tree.tense(tree.clause(head))
    if (tense !== 'present' && tense !== 'future') continue
    const terms = lexicon.rolesOf(entities[0]).filter(({role, since}) => since !== null && title.includes(role))
    // With several terms only the first is certain.
    const since = terms.map(term => term.since!).sort()[0]
    if (since)
      found.push({day: since, because: `“${doc.text.slice(span.start, span.end)}” holds that office since ${since}`})
  }
  return found
}
