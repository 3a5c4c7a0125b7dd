import {type Lexicon, piecesOf} from '../../lexicon/index.ts'
import type {Day, EntityId, Span} from '../../model/index.ts'
import {dateWords} from '../words.ts'
import {dayBefore} from './days.ts'

/** A span of time told by who ruled. */
export interface LeaderTime {
  readonly since: Day | null
  readonly until: Day | null
  readonly span: Span
  /** To be asked back: the name fits several rulers, or one who ruled more than once. */
  readonly unclear: string | null
}

const opening =
  /\b([Uu]nder|[Ss]ince|[Bb]efore|[Aa]fter|[Ii]n the (?:time|days|era|years) of) (?:(?:[Pp]resident|[Pp]rime [Mm]inister|[Gg]eneral|[Kk]ing|[Cc]hancellor) )?(?=\p{Lu})/gu
const ruling = ['president', 'prime minister', 'supreme leader', 'chancellor', 'king', 'queen', 'general secretary']

const closing = /\b(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})(?:['’]s)? (?:era|years|rule|presidency|reign)\b/gu

/** "under Musharraf", "since Modi", "before Khomeini", "the Zia era": terms of office of the lexicon's roles. */
export function leaderTimes(text: string, lexicon: Lexicon): LeaderTime[] {
  const eras = [...text.matchAll(closing)].flatMap((match): LeaderTime[] => {
    const terms = termsOf(match[1], lexicon)
    if (terms.length === 0) return []
    const span = {start: match.index, end: match.index + match[0].length}
    if (terms.length > 1) return [{since: null, until: null, span, unclear: whichOf(match[1], terms)}]
    return [{...periodOf('under', terms[0]), span, unclear: null}]
  })
  const opened = [...text.matchAll(opening)].flatMap((match): LeaderTime[] => {
    const pieces = piecesOf(text, match.index + match[0].length)
    for (let length = Math.min(4, pieces.length); length > 0; length--) {
      const [start, end] = [pieces[0].start, pieces[length - 1].end]
      const name = text.slice(start, end)
      const terms = termsOf(name, lexicon)
      if (terms.length === 0) continue
      const span = {start: match.index, end}
      if (terms.length > 1) return [{since: null, until: null, span, unclear: whichOf(name, terms)}]
      return [{...periodOf(match[1].toLowerCase(), terms[0]), span, unclear: null}]
    }
    return []
  })
  return [...eras, ...opened]
}

interface Term {
  readonly name: string
  readonly since: Day
  /** First day after it; `null`: still in office. */
  readonly until: Day | null
}

/** Terms of everyone of that name or surname who ruled; consecutive ones of one person are one. */
function termsOf(name: string, lexicon: Lexicon): Term[] {
  const ids = new Set<EntityId>([
    ...lexicon.byName.lookup(name).map(({entity}) => entity),
    ...lexicon.byName.surname(name),
  ])
  return [...ids].sort().flatMap(id => {
    const held = lexicon
      .rolesOf(id)
      .filter(({role, since}) => ruling.includes(role) && since !== null)
      .map(({since, until}) => ({since: whole(since ?? ''), until: until === null ? null : whole(until)}))
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : (a.until ?? '9') < (b.until ?? '9') ? -1 : 1))
    const terms: Term[] = []
    for (const term of held) {
      const before = terms.at(-1)
      if (before && (before.until === null || before.until >= term.since))
        terms[terms.length - 1] = {...before, until: later(before.until, term.until)}
      else terms.push({...term, name: lexicon.entities.get(id)?.name ?? id})
    }
    return terms
  })
}

function periodOf(opening: string, {since, until}: Term): {since: Day | null; until: Day | null} {
  if (opening === 'since') return {since, until: null}
  if (opening === 'before') return {since: null, until: dayBefore(since)}
  if (opening === 'after') return {since: until, until: null}
  return {since, until: until === null ? null : dayBefore(until)}
}

function whichOf(name: string, terms: readonly Term[]): string {
  const each = terms.map(
    term => `${term.name} (${dateWords(term.since)} to ${term.until === null ? 'now' : dateWords(term.until)})`,
  )
  return `Which ${name}? ${each.join(' or ')}; give --since and --until.`
}

const later = (a: Day | null, b: Day | null) => (a === null || b === null ? null : a > b ? a : b)

/** A term known to the year or month only begins with its first day. */
function whole(day: string): Day {
  return `${day}${'-01-01'.slice(Math.max(0, day.length - 4))}`.slice(0, 10)
}
