import type {Lexicon} from '../../lexicon/index.ts'
import {type Incident, partsOfAct, type Span} from '../../model/index.ts'
import {scoreOf} from '../../relation/index.ts'
import {overlap, wordsIn} from './words.ts'

/** Words of a question that name acts, as the record's codes: `ACCUSE`, `CONSULT/visit`, `SANCTION/plain` for those without a mode, `CONCEDE:055` for those of a CAMEO code. */
export interface NamedActs {
  readonly acts: readonly string[]
  readonly span: Span
}

/** Longest first, so that in `suspend aid` aid is not given. */
export function namedActs(text: string, lexicon: Lexicon, taken: readonly Span[]): NamedActs[] {
  const columns = ['words', 'acts', 'from'] as const
  return wordsIn(text, lexicon, 'question-acts', columns, taken).map(({row, span}) => ({
    acts: row.acts.split(' '),
    span,
  }))
}

/** Whether an incident is one of these acts; of none, any is. */
export const isOneOf = (acts: readonly string[], incident: Pick<Incident, 'event' | 'mode' | 'cameo'>): boolean =>
  acts.length === 0 ||
  acts.some(act => {
    const {event, mode, cameo} = partsOfAct(act)
    return (
      event === incident.event &&
      (mode === null || mode === (incident.mode ?? 'plain')) &&
      (incident.cameo ?? '').startsWith(cameo)
    )
  })

/** Acts that two do together, whoever is named first. */
export const isMutual = (acts: readonly string[]): boolean =>
  acts.every(act => /^(?:AGREE|CONSULT|COOPERATE)\b/.test(act))

/** What acts are a sign of, where nothing else in the question says it. */
export function signOf(named: readonly NamedActs[]): 'rapprochement' | 'rupture' | null {
  const [first] = named.flatMap(({acts}) => acts)
  if (first === undefined) return null
  const {event, mode} = partsOfAct(first)
  return scoreOf(event, mode) < 0 ? 'rupture' : 'rapprochement'
}

const opened = (words: string) => new RegExp(String.raw`^\W*(?:${words})\b`, 'i')
const did = opened('did|has|have|had|was|were')
const whoDid = opened('whom?')
const howOften = opened('how (?:many|often|frequently)')
const whatDone = opened('when|what|which|where')
const listed = opened('list|name|show|count|tell|give')
const asking = opened('how|why|when|what|which|where')
const past = /\b(?:did|has|have|had|was|were|been)\b/i

const verb =
  /\b(?:is|are|am|be|do|does|did|has|have|had|was|were|been|will|would|can|could|shall|should|may|might|must)\b/i

/** Whether a question about acts asks for those on record: did they, who did, how often, when, which, a list, or no verb at all: “US raids in Yemen since 2010”. */
export const looksBack = (text: string): boolean =>
  [did, whoDid, howOften, listed].some(form => form.test(text)) ||
  (whatDone.test(text) && past.test(text)) ||
  !(verb.test(text) || asking.test(text))

/**
 * The acts that are asked about, and not those that come in with what they are about: in `did A condemn the B raid` the raid is none, in `hold talks on a truce`
 * the truce.
 */
export function actsAbout(acts: readonly NamedActs[], sides: readonly Span[]): readonly NamedActs[] {
  const last = Math.max(...sides.map(({start}) => start))
  const before = acts.filter(({span}) => span.end <= last)
  return before.length > 0 ? before : acts.slice(0, 1)
}

/** Whether these words are among those of the acts. */
export const isCovered = (acts: readonly NamedActs[], span: Span): boolean => acts.some(act => overlap(act.span, span))
