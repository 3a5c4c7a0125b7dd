import type {Day, Reading, Role} from '../model/index.ts'
import type {Work} from './work.ts'

/**
 * Bounds of the day on which a text was written, from its own words: it tells nothing as past that was still to come,
 * and calls nobody president outside the terms. `why` gives the words. A day that intake knows settles it.
 */
export function writtenBounds(work: Work): Reading['written'] {
  const {day, bounds} = work.doc.published
  if (day) return {first: day, last: day, why: ['the day of publication is known']}
  let first: Day | null = bounds.first
  let past: string | null = null
  for (const {day, because} of pastDays(work))
    if (first === null || day > first) {
      first = day
      past = `not before ${day}: ${because}`
    }
  let office: string | null = null
  for (const {terms, words} of currentOffices(work)) {
    const within = firstWithin(terms, first)
    if (within === null || (first !== null && within <= first)) continue
    first = within
    office = `not before ${within}: “${words}” held that office then, not before`
  }
  return {first, last: bounds.last, why: [...bounds.why, ...[past, office].filter(reason => reason !== null)]}
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
    const mark = tree.child(clause, 'mark')
    if (mark >= 0 && /^(?:if|unless)$/i.test(tree.form(mark))) continue
    found.push({day: first, because: `“${text.slice(span.start, span.end)}” is told as past`})
  }
  return found
}

interface Office {
  readonly terms: readonly Role[]
  readonly words: string
}

/** Offices that someone bears in a clause in the present or future tense: "President Donald Trump is", "the Trump administration will". */
function currentOffices(work: Work): Office[] {
  const {lexicon, mentions, trees, doc} = work
  const found: Office[] = []
  for (const {entities, sentence, head, role, span, all, reason} of mentions) {
    if (!all || entities.length !== 1) continue
    const tense = trees[sentence].tense(trees[sentence].clause(head))
    if (tense !== 'present' && tense !== 'future') continue
    const words = doc.text.slice(span.start, span.end)
    if (role !== null && lexicon.people.has(entities[0])) {
      const title = doc.text.slice(role.start, role.end).toLowerCase()
      if (/\b(?:former|then|late|ex|future|elect|next|ousted)\b/.test(title)) continue
      const terms = lexicon.rolesOf(entities[0]).filter(({role}) => title.includes(role))
      if (terms.length) found.push({terms, words})
      continue
    }
    const surname = reason === 'role-noun' ? /^(\S+) [Aa]dministration$/.exec(words)?.[1] : undefined
    if (!surname) continue
    const terms = lexicon.byName
      .surname(surname)
      .flatMap(id => lexicon.rolesOf(id).filter(({role}) => role === 'president'))
    if (terms.length) found.push({terms, words})
  }
  return found
}

/** The first day not before `from` that lies in one of the terms; `null` when they say nothing. */
function firstWithin(terms: readonly Role[], from: Day | null): Day | null {
  let best: Day | null = null
  for (const {since, until} of terms) {
    if (since === null) return null
    if (from !== null && until !== null && until <= from) continue
    const day = from !== null && from > since ? from : since
    if (best === null || day < best) best = day
  }
  return best
}
