import type {Lexicon} from '../lexicon/index.ts'
import {
  type Day,
  type Direction,
  type EntityId,
  type Question,
  type QuestionKind,
  questionKinds,
} from '../model/index.ts'
import {actsAbout, isCovered, looksBack, type NamedActs, namedActs, signOf} from './question/acts.ts'
import {nearState} from './question/near.ts'
import {type ChosenPair, choosePair, namedSides} from './question/sides.ts'
import {namedSpeakers} from './question/speakers.ts'
import {timeIn} from './question/time.ts'
import {type KnownWords, knownWords, unreadWords} from './question/words.ts'

export {sidesIn} from './question/sides.ts'

/** What a person corrects in a question as it was understood. What is left out stays as read; `null` takes it away. */
export interface QuestionEdits {
  readonly kind?: QuestionKind
  readonly pair?: readonly [EntityId, EntityId]
  readonly theme?: string | null
  readonly direction?: Direction
  /** Months ahead. */
  readonly horizon?: number | null
  readonly since?: Day | null
  readonly until?: Day | null
}

/** Months ahead for which forecasts are made. */
export const horizons: readonly number[] = [1, 3, 6, 12]

/** Kinds asked by yes or no; the others are asked by what, who and how. */
const yesNo: readonly string[] = ['rapprochement', 'rupture'] satisfies QuestionKind[]

/**
 * Reads a question about how two sides get along. What it does not understand, or could take in two ways, is listed in
 * `unknown`, to be asked back; nothing is guessed. `today` is the day that "last year" is counted from, the record's last.
 */
export function parseQuestion(
  text: string,
  lexicon: Lexicon,
  edits: QuestionEdits = {},
  today: Day | null = null,
): Question {
  const time = timeIn(text, lexicon, today)
  const named = namedSides(text, lexicon, {today}).filter(({span}) => !time.spans.some(each => within(span, each)))
  const taken = [...named.map(({span}) => span), ...time.spans]
  const speakers = namedSpeakers(text, lexicon, taken)
  const known = knownWords(text, lexicon, [...taken, ...speakers.map(({span}) => span)])
  const acts = namedActs(text, lexicon, taken)
  const told = askedActs(text, known, acts)
    ? actsAbout(
        acts,
        named.map(({span}) => span),
      )
    : []
  const found = known.filter(({part, span}) => part !== 'theme' || told.length === 0 || !isCovered(acts, span))
  const says = speakers.length > 0 && found.some(({part, value}) => part === 'opinion' || value === 'said')
  const read = says ? 'said' : told.length > 0 ? 'happened' : (shaped(text, kindOf(text, found)) ?? signOf(acts))
  const kind = edits.kind ?? read
  const asked = kind === 'happened' ? told : []
  const chosen = choosePair(text, named, asked)
  const themes = [...new Set(found.filter(({part}) => part === 'theme').map(({value}) => value))]
  const pair = edits.pair ?? chosen.pair
  const understood = [...named, ...found, ...acts, ...(says ? speakers : [])].map(({span}) => span)
  const unread = unreadWords(text, lexicon, [...understood, ...time.spans])
  const timed = edits.since !== undefined || edits.until !== undefined
  const unknown = [
    ...(pair === null && kind !== 'sides' ? [whichSides(chosen, unread, lexicon)] : []),
    ...(kind === null ? [whatAboutThem] : []),
    ...(asked.length > 0 && people.test(text) ? [whichPeople] : []),
    ...(edits.theme === undefined && themes.length > 1 ? [`Which theme? The question names ${either(themes)}.`] : []),
    ...(timed ? [] : time.unclear),
    ...(edits.horizon === undefined ? unfitHorizon(time.horizon) : []),
    ...(unread.length > 0 && edits.theme === undefined && (pair !== null || kind === 'sides') ? [notRead(unread)] : []),
  ]
  return {
    text,
    kind,
    pair,
    direction: edits.direction ?? (edits.pair === undefined ? chosen.direction : 'both'),
    others: chosen.others.filter(id => !pair?.includes(id)),
    theme: edits.theme === undefined ? (themes.length === 1 ? themes[0] : null) : edits.theme,
    again: found.some(({part}) => part === 'again'),
    acts: [...new Set(asked.flatMap(({acts}) => acts))],
    sector: kind === 'said' ? (speakers[0]?.sector ?? null) : null,
    since: timed ? (edits.since ?? null) : time.since,
    until: timed ? (edits.until ?? null) : time.until,
    horizon:
      edits.horizon === undefined ? (unfitHorizon(time.horizon).length > 0 ? null : time.horizon) : edits.horizon,
    unknown,
  }
}

/** Whether acts on record are asked for, and nothing else that may be: neither a state of things, nor what was said, nor what came after an act. */
function askedActs(text: string, found: readonly KnownWords[], acts: readonly NamedActs[]): boolean {
  if (acts.length === 0 || !looksBack(text) || ahead.test(text) || compares.test(text)) return false
  const counted = /\bhow (?:many|often)\b/i.test(text)
  const other = found.filter(({part, value}) => !actless.includes(part) && !(counted && value === 'happened'))
  return other.every(({value, span}) => mayBeActs.includes(value) && isCovered(acts, span))
}

/** Parts of a question that may stand beside acts asked for, and what words may say that name them. */
const actless = ['theme', 'again', 'opinion']
const mayBeActs = ['rapprochement', 'rupture', 'said', 'happened', 'change', 'bond', 'end', 'collapse', 'none']

/** The themes that can be asked for: PLOVER's contexts as the tables name them. */
export function themesOf(lexicon: Lexicon): string[] {
  const asked = lexicon.table('question-words', ['words', 'part', 'value', 'from']).map(({cells}) => cells)
  const named = asked.filter(({part}) => part === 'theme').map(({value}) => value)
  return [...new Set([...named, ...[...lexicon.acts.contexts.values()].flat()])].sort()
}

/** A question that opens with what, who or how asks what such words ask; any other asks by yes or no, if its words can. */
function kindOf(text: string, found: readonly KnownWords[]): QuestionKind | null {
  const words = found.filter(({part, value}) => part === 'kind' && (questionKinds as readonly string[]).includes(value))
  const kinds = [...words]
    .sort((a, b) => length(b) - length(a) || a.span.start - b.span.start)
    .map(({value}) => value as QuestionKind)
  const open = /^\W*(?:(?:under|on|in|about|with|for) )?(?:what|who|whom|how|which|when|where|why)\b/i.test(text)
  if (compares.test(text) || (open && kinds.includes('compare'))) return 'compare'
  const kind = kinds.find(kind => yesNo.includes(kind) !== open) ?? kinds[0] ?? null
  const turn = found.find(({part, value}) => part === 'turn' && value !== 'none')
  if (turn || /\bover\W*$/i.test(text)) {
    const turned = turn ? objectOf(turn, words) : kind
    // The end of a war is a coming together; that of peace, or of an alliance, a coming apart.
    if (turned === 'rupture') return 'rapprochement'
    if (turned === 'rapprochement') return 'rupture'
    return kind ?? (turn?.value === 'collapse' || found.some(({part}) => part === 'bond') ? 'rupture' : null)
  }
  const told = open || !/^\W*(?:will|would|can|could|should|shall|may|might|is|are|do|does)\b/i.test(text)
  return kind ?? (told && found.some(({part}) => part === 'topic') ? 'change' : null)
}

/** Words that ask for a chance, however the question opens. */
const ahead =
  /\b(?:will|would|could|can|might|may|should|likely|likelihood|chances?|(?<!at )odds|probab\w+|prospects?|risks?|future|outlook|hopes?|soon)\b/i
const withWhom = /\b(?:ally|allies|friends?|enem(?:y|ies)|rivals?|partners?)\b/i

/**
 * What is asked about a coming together or apart: its chance, unless the question looks back (has it, did it, why, since when), asks
 * who, or asks what might bring it about.
 */
function shaped(text: string, kind: QuestionKind | null): QuestionKind | null {
  if (kind === null || !yesNo.includes(kind)) return kind
  const [opening] = text.match(/[a-z]+/i) ?? ['']
  if (/^(?:has|have|had|did|was|were)$/i.test(opening)) return 'change'
  if (/^(?:is|are)$/i.test(opening) && withWhom.test(text) && !ahead.test(text) && !/\w{3}ing\b/i.test(text))
    return 'change'
  if (/^whom?$/i.test(opening)) return ahead.test(text) ? 'said' : withWhom.test(text) ? 'sides' : 'happened'
  if (/^\W*(?:what|which \w+) (?:could|might|would|can|may|will)\b/i.test(text)) return 'would-change'
  if (!/^(?:what|which|how|when|where|why)$/i.test(opening) || ahead.test(text)) return kind
  return /^\W*(?:when|how (?:many|often))\b/i.test(text) ? 'happened' : 'change'
}

/** Better than now, than in 1999, than they were: held against another time. */
const compares =
  /\bas \w+ (?:[\w’']+ ){0,6}?as (?:now|today|before|ever|it|they|in|under|during|at|when|after|\d)|\b(?:closer|nearer|better|worse|warmer|cooler|colder|friendlier|tenser|more|less)\b.*(?<!\b(?:other|rather) )\bthan (?:now|today|before|ever|they|it|in|under|during|at|when|after|five|ten|a|last|the|\d)/i

/** What ends or breaks down: of what may come together or apart the first that is named behind the word, else the last before it. */
function objectOf(turn: KnownWords, words: readonly KnownWords[]): QuestionKind | undefined {
  const may = words.filter(({value}) => yesNo.includes(value))
  const object =
    may.find(({span}) => span.start >= turn.span.end) ?? may.findLast(({span}) => span.end <= turn.span.start)
  return object?.value as QuestionKind | undefined
}

const whatAboutThem =
  'What about them? Ask whether they come together or apart, what changed, what happened, who says what, how now compares with another time, who sides with whom, or what would change it.'

/** How many people, not how many times. */
const people =
  /\b[Hh]ow many (?:people|persons|men|women|children|civilians|soldiers|troops|citizens|nationals|diplomats|prisoners|hostages|\p{Lu}\p{L}+s)\b/u
const whichPeople = 'How many people is not added up, as tellings differ: what is counted are the incidents.'

function whichSides({others}: ChosenPair, unread: readonly string[], lexicon: Lexicon): string {
  const nameOf = (id: EntityId) => lexicon.entities.get(id)?.name ?? id
  const strangers = unread.filter(words => /^\p{Lu}/u.test(words) || nearState(words, lexicon) !== null)
  const near = [...new Set(strangers.flatMap(words => nearState(words, lexicon) ?? []))]
  const meant = near.length === 0 ? '' : ` Is ${either(near)} meant?`
  const unmet =
    strangers.length === 0 ? '' : ` Nobody called ${either(strangers.map(words => `“${words}”`))} is known.${meant}`
  if (others.length === 0) return `Which two sides? No state, armed group or organisation is named.${unmet}`
  if (others.length === 1) return `Which other side? Only ${nameOf(others[0])} is named.${unmet}`
  return `Which two sides? ${others.map(nameOf).join(', ')} are named.`
}

function notRead(words: readonly string[]): string {
  return `What is ${either(words.map(each => `“${each}”`))}? It was not understood and narrows nothing; a theme can be named with --theme.`
}

function unfitHorizon(months: number | null): string[] {
  if (months === null || horizons.includes(months)) return []
  return [`How far ahead? Forecasts are made for 1, 3, 6 and 12 months, not for ${months}.`]
}

const either = (words: readonly string[]) => words.join(' or ')
const length = ({span}: KnownWords) => span.end - span.start
const within = (inner: {start: number; end: number}, outer: {start: number; end: number}) =>
  inner.start >= outer.start && inner.end <= outer.end
