import type {Span} from '../../model/index.ts'
import type {Counted} from './count.ts'
import type {FigureWord} from './words.ts'

const adverbs =
  '(?:also|later|then|reportedly|allegedly|apparently|brutally|cowardly|savagely|seriously|slightly|badly|severely|critically|gravely|fatally|accidentally|recently|subsequently)'
/** The auxiliary of a passive that has one subject. */
const singular = new RegExp(
  `(?:^|[^\\p{L}])(?:(?:was|is|gets|got)(?:\\s+being)?|has\\s+(?:just\\s+|now\\s+)?been|had\\s+been)(?:\\s+${adverbs})*\\s+$`,
  'iu',
)
const negated = /\b(?:not|never|no one|nobody|none|nothing|neither|without)\b/i
const people =
  /(?:^|[^\p{L}])(?:group|number|total|series|wave|at least|people|persons|they|we|all|both|many|those|these)(?:[^\p{L}]|$)/iu
const notPeople =
  /(?:^|[^\p{L}])(?:it|this|that|which|bill|plan|project|report|crime|attack|ceasefire|proposal|law|hope|animal|aircraft|plane|helicopter|vehicle|building|house|dog|truth|peace)\s*$/iu
const ofOne =
  /^\s+of\s+(?:(?:the\s+)?(?:late\s+|former\s+|then\s+|u\.s\.\s+)*)?(?<who>\p{L}[\p{L}.'’-]*(?:[ \t\n]\s?\p{L}[\p{L}.'’-]*){0,7}?)(?=\s*(?:[,.;:()[\]”"]|$)|\s+(?:on|in|at|by|last|yesterday|today|this|during|and|who|which|that|is|was|were|has|had|would|will|when|for|as|near|because|after|before|to|with|while|from|have)(?![\p{L}]))/iu
const possessive = /(?:^|[^\p{L}])(?:\p{L}[\p{L}.-]+['’]s|his|her)\s+(?:\p{L}+\s+)?$/iu
const numbers =
  /(?:^|[^\p{L}])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|several|many|some|others?|more)(?![\p{L}])/iu

/**
 * One victim without a number, by grammar alone: "the mayor was murdered" (a singular verb), "the assassination of the judge", "his death". Read from the
 * words, so that it works in text of capitals only. Spans are those of the words that name the victim.
 */
export function singleVictims(
  text: string,
  {start, end}: Span,
  words: readonly FigureWord[],
  taken: readonly Span[],
): Counted[] {
  const found: Counted[] = []
  const add = (what: Counted['what'], span: Span) => {
    if (span.end <= span.start) return
    if ([...taken, ...found.map(each => each.span)].some(other => span.start < other.end && other.start < span.end))
      return
    found.push({span, what, low: 1, high: 1, approx: false, unit: null, who: span})
  }
  for (const {span, forms, what} of words) {
    if (!/^(?:killed|injured|arrested)$/.test(what)) continue
    const before = text.slice(Math.max(start, span.start - 220), span.start)
    const passive = forms.has('verb') || forms.has('act') || forms.has('state') ? singular.exec(before) : null
    if (passive) {
      const clause = clauseBefore(before.slice(0, passive.index + 1))
      if (
        clause &&
        !negated.test(before.slice(passive.index)) &&
        !people.test(clause) &&
        !notPeople.test(clause) &&
        !numbers.test(clause)
      ) {
        const at = span.start - before.length + before.slice(0, passive.index + 1).lastIndexOf(clause)
        add(what, {start: at, end: at + clause.length})
      }
      continue
    }
    if (!forms.has('noun') || forms.has('verb')) continue
    const after = text.slice(span.end, Math.min(end, span.end + 120))
    const one = ofOne.exec(after)
    if (one) {
      const who = one.groups!.who
      const last = who.split(/\s+/).at(-1) ?? ''
      if (plural(last, who) || numbers.test(who) || people.test(who)) continue
      const at = span.end + one[0].lastIndexOf(who)
      add(what, {start: at, end: at + who.length})
    } else if (/^(?:his|her)$/i.test(possessive.exec(before)?.[0].trim().split(/\s+/)[0] ?? '')) {
      add(what, {start: span.start, end: span.end})
    }
  }
  return found
}

/** The last words of a clause, after its last comma, conjunction or relative: the subject. `''`: none. */
function clauseBefore(words: string): string {
  const inner = words.replace(/,\s*[^,]{0,80},\s*$/u, ' ').trimEnd()
  const parts = inner.split(
    /[.;:()"“”[\]]|,\s|(?:^|\s)(?:and|but|that|when|after|before|while|where|because|if|as|since|of)\s/i,
  )
  const last = (parts.at(-1) ?? '').trim().replace(/^(?:the|a|an|his|her|their)\s+/i, '')
  return last.split(/\s+/).length <= 9 && words.includes(last) ? last : ''
}

/** Whether the last noun of a phrase is of more than one: "the Jesuits", not "Garcia Morales". */
function plural(last: string, phrase: string): boolean {
  if (/(?:ss|us|is|[’']s)$/i.test(last)) return false
  if (/^(?:people|men|women|children|police|personnel|innocents?|them|us|thousands|life|lives|others)$/i.test(last))
    return true
  return (
    /s$/i.test(last) &&
    (phrase.split(/\s+/).length === 1 ||
      /[a-z]s$/.test(last) ||
      /(?:ers|ors|ists|ians|ants|ents|ests|ads|its|ges|ves|als|ics)$/i.test(last))
  )
}
