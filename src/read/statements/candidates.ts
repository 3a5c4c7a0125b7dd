import type {Tree} from '../../text/index.ts'
import type {Item, Line} from './lines.ts'
import {
  asideAfter,
  isComma,
  isFiniteVerb,
  isStop,
  isTime,
  nounPhraseOn,
  type Run,
  type Source,
  sourceBeside,
} from './sources.ts'

/**
 * How the content stands to its cue. `that`, `clause`, `wh`, `inf`, `obj-inf`, `obj`, `prep:…`, `quote` to the right; `left`:
 * before it ("…, he said"); `left-quote`: a quotation before it; `around`: on both sides.
 */
export type Form = string

/** A cue with what it might introduce, before anything is decided. */
export interface Candidate {
  readonly line: Line
  /** First and last item of the cue. */
  readonly cue: Run
  readonly lemma: string
  readonly pos: 'v' | 'n' | 'p'
  readonly form: Form
  readonly source: Source | null
  readonly content: readonly Run[]
  /** Lemma of the object's noun, where the content is an object: "responsibility". */
  readonly object?: string
}

/** Every verb, noun or preposition of a line that could attribute something, with content and source by the words around it. */
export function candidatesIn(line: Line, trees: readonly Tree[]): Candidate[] {
  const found: Candidate[] = []
  const {items} = line
  const signed = signedCandidate(line)
  if (signed) found.push(signed)
  for (let k = 0; k < items.length; k++) {
    const item = items[k]
    if (item.quote) continue
    if (item.upos === 'VERB' && !/^(?:according|including|following|regarding|based)$/i.test(item.form)) {
      const candidate = verbCandidate(line, k, trees)
      if (candidate) found.push(candidate)
    } else if (
      item.upos === 'NOUN' &&
      /s$/.test(item.form) &&
      /^that$/i.test(items[k + 1]?.form ?? '') &&
      items[k - 1] &&
      !/^(?:ADJ|DET|PART|PRON|VERB)$/.test(items[k - 1].upos)
    ) {
      // "An analyst doubts that": a verb taken for a plural.
      const candidate = verbCandidate(line, k, trees) ?? nounCandidate(line, k)
      if (candidate) found.push(candidate)
    } else if (item.upos === 'NOUN') {
      const candidate = nounCandidate(line, k)
      if (candidate) found.push(candidate)
    }
    if (/^according$/i.test(item.form) && /^to$/i.test(items[k + 1]?.form ?? '')) {
      const candidate = accordingCandidate(line, k)
      if (candidate) found.push(candidate)
    }
  }
  // "I think", "we know": the speaker's own words about himself are no attribution.
  const own = ({source}: Candidate) =>
    source !== null && source.run.first === source.run.last && /^(?:i|we|you)$/i.test(items[source.run.first].form)
  const empty = ({content}: Candidate) =>
    content.every(({first, last}) => first === last && items[first]?.upos === 'PRON')
  return found.filter(
    candidate =>
      !own(candidate) &&
      !empty(candidate) &&
      candidate.content.every(({first, last}) => first >= 0 && first <= last && last < items.length),
  )
}

/** End of what is told, from `from` on: the line's end, or where another telling, an aside of attribution or a contrast begins. */
export function contentEnd(items: readonly Item[], from: number, verb: number, trees: readonly Tree[]): number {
  let last = items.length - 1
  while (last > from && isStop(items[last])) last--
  const tree = trees[items[verb].sentence]
  const sameLevel = new Set<number>()
  if (tree)
    for (const other of tree.conjuncts(items[verb].token))
      if (other > items[verb].token && tree.upos(other) === 'VERB') sameLevel.add(other)
  for (let k = from + 1; k <= last; k++) {
    const item = items[k]
    if (item.form === ';') return k - 1
    if (/^according$/i.test(item.form) && /^to$/i.test(items[k + 1]?.form ?? ''))
      return isComma(items[k - 1]) ? k - 2 : k - 1
    if (isComma(item) && k + 1 <= last) {
      const next = items[k + 1]
      if (
        /^(?:adding|saying|noting|stressing|arguing|warning|citing|calling|telling|accusing|insisting|claiming|explaining)$/i.test(
          next.form,
        )
      )
        return k - 1
      if (/^(?:but|while|though|although|whereas)$/i.test(next.form)) return k - 1
      if (/^and$/i.test(next.form) && tellsNext(items, k + 2)) return k - 1
    }
    if (
      /^and$/i.test(item.form) &&
      k > from + 1 &&
      items[k + 1]?.sentence === items[verb].sentence &&
      sameLevel.has(items[k + 1].token) &&
      isTelling(items[k + 1])
    )
      return k - 1
  }
  return last
}

const tellings =
  /^(?:say|tell|add|note|warn|claim|argue|deny|insist|announce|stress|urge|call|accuse|ask|write|promise|pledge|vow|explain|believe|think|describe|criticize|reject)$/
const isTelling = (item: Item) => item.upos === 'VERB' && tellings.test(item.lemma)

/** ", and [she] said …": another telling of the same level. */
function tellsNext(items: readonly Item[], from: number): boolean {
  for (let k = from; k < Math.min(from + 6, items.length); k++) {
    if (isTelling(items[k]) && isFiniteVerb(items[k])) return true
    if (!/^(?:PRON|PROPN|NOUN|DET|ADJ|ADV|AUX)$/.test(items[k].upos)) return false
  }
  return false
}

/** Items of a dateline: "SEOUL – ", "KABUL, Aug 5 (Agency) - ". */
function datelineEnd(items: readonly Item[], before: number): number {
  const dash = items.findIndex(
    (item, n) => n > 0 && n < 14 && n < before && /^(?:—|–|--|-)$/.test(item.form) && item.start > items[n - 1].end,
  )
  return dash > 0 && /^\p{Lu}{3,}$/u.test(items[0].form) && !items.slice(0, dash).some(isFiniteVerb) ? dash + 1 : 0
}

/** First item at or after `from` of the segment between stops: after a semicolon. */
function segmentStart(items: readonly Item[], before: number): number {
  let at = before
  const from = datelineEnd(items, before)
  while (at > from && !/^[;:]$/.test(items[at - 1].form) && !isStop(items[at - 1])) at--
  return at
}

/** "were criticized for": its subject is no source. */
function isPassiveVerb(items: readonly Item[], verb: number): boolean {
  if (items[verb].xpos !== 'VBN') return false
  for (let k = verb - 1; k >= Math.max(0, verb - 4); k--) {
    if (/^(?:be|get)$/.test(items[k].lemma)) return true
    if (items[k].upos !== 'ADV' && items[k].upos !== 'AUX' && items[k].upos !== 'PART') return false
  }
  return false
}

function verbCandidate(line: Line, verb: number, trees: readonly Tree[]): Candidate | null {
  const {items} = line
  const {lemma} = items[verb]
  if (isPassiveVerb(items, verb) || (verb === 0 && /ed$/.test(items[verb].form))) return null
  const source = sourceBeside(line, verb, trees)
  const base = {line, lemma, pos: 'v' as const, source, cue: {first: verb, last: verb}}
  const right = rightOf(line, verb, trees)
  // What stands before "…, he said" or "…, said Dar".
  const groupFirst = source && !source.inverted ? Math.min(source.run.first, source.role?.first ?? verb) : verb
  const gate = items[groupFirst - 1]
  const atLeft =
    gate && (isComma(gate) || gate.quote !== null || /^[?!]$/.test(gate.form)) && isFiniteVerb({...items[verb]})
  if (atLeft && source) {
    const edge = gate.quote ? groupFirst - 1 : groupFirst - 2
    const start = segmentStart(items, edge)
    const left = {first: start, last: edge}
    const hasQuote = isSpeech(items[edge]) || isSpeech(items[start])
    const hasClause = items.slice(start, edge + 1).some(isFiniteVerb)
    const direct = right && /^(?:that|clause|quote|wh)$/.test(right.form)
    const groupLast = source.inverted ? Math.max(source.run.last, source.role?.last ?? 0) : verb
    if (
      edge >= start &&
      (hasQuote ||
        (hasClause &&
          !direct &&
          !/^(?:as|when|if|while|after|before|since|because|although|though|in|on|at)$/i.test(items[start].form)))
    ) {
      const after = afterGroup(items, groupLast, hasQuote)
      const content: Run[] = [left]
      // "X, he argued, may Y": the rest goes on after the comma.
      if (after !== null && !(right && right.form === 'that'))
        content.push({first: after, last: contentEnd(items, after, verb, trees)})
      if (!(direct && !hasQuote)) return {...base, form: hasQuote ? 'left-quote' : 'left', content}
    }
    // "Pyongyang, he argued, may be waiting": the attribution stands inside of the clause.
    const resumes = isComma(items[groupLast + 1]) && items.slice(groupLast + 2, groupLast + 5).some(isFiniteVerb)
    if (edge >= start && !hasQuote && !hasClause && resumes && items[groupLast + 2].xpos !== 'VBG') {
      const rest = {first: groupLast + 2, last: contentEnd(items, groupLast + 2, verb, trees)}
      return {...base, form: 'left', content: [left, rest]}
    }
  }
  if (!right) return null
  return {...base, ...right}
}

/** A quotation of something said, not the title of a show or book. */
export function isSpeech(item: Item | undefined): boolean {
  if (!item?.quote) return false
  const {form} = item
  const words = form.match(/\p{L}[\p{L}’']+/gu) ?? []
  const low = words.filter(word => /^\p{Ll}/u.test(word)).length
  return words.length <= 2 ? /[,.?!…]\W*$/.test(form) : low * 2 >= words.length
}

/** First item of the content that goes on after a medial attribution, past time and place words and a comma; null when there is none. */
function afterGroup(items: readonly Item[], last: number, quoted: boolean): number | null {
  let k = last + 1
  while (k < items.length && !isComma(items[k]) && !isStop(items[k]) && !items[k].quote && items[k].form !== ':') {
    if (k - last > 14 || isFiniteVerb(items[k])) return null
    k++
  }
  if (items[k]?.quote) return k
  if (items[k + 1]?.quote) return k + 1
  // "he said, but “…”"; "he said, referring to the vote, “…”"
  const later = items.findIndex((item, n) => n > k && n < k + 12 && item.quote !== null)
  if (quoted) return later > 0 && isSpeech(items[later]) && !items.slice(k, later).some(isFiniteVerb) ? later : null
  if (k >= items.length - 2 || !isComma(items[k])) return null
  // Participles and conjunctions begin something else.
  if (
    items[k + 1].xpos === 'VBG' ||
    /^(?:and|but|as|who|which|while|when|after|before|citing|adding|according)$/i.test(items[k + 1].form)
  )
    return null
  return items.slice(k + 1).some(item => isFiniteVerb(item)) ? k + 1 : null
}

/** Verbs that name whom they are said to before what is said. */
const addressed = /^(?:tell|inform|assure|warn|remind|convince|advise|notify|promise)$/

interface Right {
  readonly form: Form
  readonly content: readonly Run[]
  readonly object?: string
}

function rightOf(line: Line, verb: number, trees: readonly Tree[]): Right | null {
  const {items} = line
  const next = verb + 1
  if (next >= items.length || (isStop(items[next]) && !items[next + 1]?.quote)) return null
  const to = (from: number) => ({first: from, last: contentEnd(items, from, verb, trees)})
  let sawNominal = false
  for (let k = next; k < Math.min(items.length, verb + 22); k++) {
    const item = items[k]
    if (item.quote) {
      // A quotation straight after the cue or after a comma or colon; else it is part of a phrase.
      const gate = items[k - 1]
      const straight = k === next || isComma(gate) || gate.form === ':' || isStop(gate)
      if (straight && isSpeech(item)) return {form: 'quote', content: [quoteRun(items, k, verb, trees)]}
      break
    }
    if (item.form === ':' && items[k + 1]) return {form: items[k + 1].quote ? 'quote' : 'colon', content: [to(k + 1)]}
    if (/^that$/i.test(item.form) && item.upos === 'SCONJ' && items[k + 1])
      return {form: 'that', content: [to(isComma(items[k + 1]) ? k + 2 : k + 1)]}
    if (
      /^that$/i.test(item.form) &&
      items[k + 1] &&
      k > verb &&
      item.upos !== 'DET' &&
      (!sawNominal || addressed.test(items[verb].lemma)) &&
      items.slice(k + 1, k + 12).some(isFiniteVerb) &&
      !isFiniteVerb(items[k + 1])
    )
      return {form: 'that', content: [to(k + 1)]}
    if (
      /^(?:whether|if|why|how|what|where|who)$/i.test(item.form) &&
      k <= verb + 3 &&
      !isFiniteVerb(items[verb - 1] ?? items[verb])
    ) {
      if (k === next || sawNominal || isTime(items[k - 1])) return {form: 'wh', content: [to(k)]}
    }
    if (isFiniteVerb(item) && k > next) {
      // A clause without "that": its subject stands between.
      const start = clauseStart(items, next, k)
      if (start !== null) return {form: 'clause', content: [to(start)]}
      break
    }
    if (isComma(item)) {
      // "said on Monday, in Kabul, that": asides may stand between.
      const later = items.findIndex(
        (other, n) => n > k && n < k + 14 && /^that$/i.test(other.form) && other.upos === 'SCONJ',
      )
      const quoted = items[k + 1]?.quote
      if (quoted) continue
      if (later > 0 && isComma(items[later - 1]) && !items.slice(k, later).some(isFiniteVerb))
        return {form: 'that', content: [to(later + 1)]}
      break
    }
    if (isStop(item) || item.form === ';') break
    if (/^(?:who|which|because|after|before|when|while|since|as|unless|until)$/i.test(item.form)) break
    if (/^(?:NOUN|PROPN|PRON)$/.test(item.upos)) sawNominal = true
  }
  return plainRight(items, verb, trees)
}

/** Start of a clause whose finite verb is at `finite`: right after the cue or after its addressee and time. */
function clauseStart(items: readonly Item[], next: number, finite: number): number | null {
  let k = next
  while (k < finite && (isTime(items[k]) || (items[k].upos === 'ADV' && k === next) || /^(?:on)$/i.test(items[k].form)))
    k++
  if (k >= finite) return null
  const subject = nounPhraseOn(items, k)
  if (!subject) return null
  const gapWords = items.slice(subject.last + 1, finite)
  // A reduced relative or a second verb in between: no subject of this clause.
  if (gapWords.some(item => item.upos === 'VERB' && item.xpos !== 'VBG' && item.xpos !== 'VBN')) return null
  if (gapWords.some(item => /^(?:who|which|that)$/i.test(item.form))) return null
  // "told reporters he would": a pronoun opens the clause after the addressee.
  const pronoun = items.slice(k, finite).findIndex(item => /^(?:he|she|they|it|we|i|there|this)$/i.test(item.form))
  return pronoun > 0 ? k + pronoun : k
}

function quoteRun(items: readonly Item[], at: number, verb: number, trees: readonly Tree[]): Run {
  const next = items[at + 1]
  const ended = /[.!?…,][”"’'»]*$/.test(items[at].form)
  if (!next || isStop(next) || ended) {
    // Two quotations side by side are one saying.
    return {first: at, last: next?.quote ? at + 1 : at}
  }
  if (isComma(next) || next.upos === 'SCONJ' || /^(?:while|as|when|after)$/i.test(next.form))
    return {first: at, last: at}
  return {first: at, last: contentEnd(items, at, verb, trees)}
}

function plainRight(items: readonly Item[], verb: number, trees: readonly Tree[]): Right | null {
  let k = verb + 1
  while (items[k] && (items[k].upos === 'ADV' || isTime(items[k]))) k++
  const item = items[k]
  if (!item || isStop(item) || isComma(item)) return null
  const phraseEnd = (from: number) => clauseEnd(items, from, verb, trees)
  if (/^to$/i.test(item.form) && items.slice(k + 1, k + 3).some(other => other.upos === 'VERB' || other.upos === 'AUX'))
    return {form: 'inf', content: [{first: k, last: phraseEnd(k)}]}
  if (item.xpos === 'VBG') return {form: 'ing', content: [{first: k, last: phraseEnd(k)}]}
  if (item.upos === 'ADP' || item.upos === 'SCONJ') {
    const second = items[k + 1]
    if (!second) return null
    return {form: `prep:${item.form.toLowerCase()}`, content: [{first: k + 1, last: phraseEnd(k + 1)}]}
  }
  const object = nounPhraseOn(items, k)
  if (!object) return null
  const then = items[object.last + 1]
  if (then && /^to$/i.test(then.form) && items[object.last + 2]?.upos === 'VERB')
    return {form: 'obj-inf', content: [{first: k, last: phraseEnd(k)}]}
  if (then && /^of$/i.test(then.form))
    return {form: 'obj-of', content: [{first: object.last + 2, last: phraseEnd(object.last + 2)}]}
  const ofInside = items.slice(k, object.last).findIndex(({form}) => /^of$/i.test(form))
  if (ofInside > 0 && /^(?:accuse|suspect|warn|inform|assure|convict|remind)$/.test(items[verb].lemma))
    return {form: 'obj-of', content: [{first: k + ofInside + 1, last: phraseEnd(k + ofInside + 1)}]}
  const noun = items.slice(k, object.last + 1).find(({upos}) => upos === 'NOUN')?.lemma
  return {form: 'obj', content: [{first: k, last: phraseEnd(k)}], object: noun}
}

/** A subject and its verb follow: "…, and the military declined". */
function opensClause(items: readonly Item[], from: number, limit: number): boolean {
  const subject = nounPhraseOn(items, from)
  if (!subject) return false
  for (let k = subject.last + 1; k <= Math.min(limit, subject.last + 3); k++) {
    if (isFiniteVerb(items[k])) return true
    if (items[k].upos !== 'ADV') return false
  }
  return false
}

/** Closing comma of a short aside without a verb: "to restore, step by step, the agreement". */
function asideEnd(items: readonly Item[], comma: number, limit: number): number | null {
  for (let k = comma + 2; k <= Math.min(limit - 1, comma + 7); k++) {
    if (items[k].upos === 'VERB' || items[k].upos === 'AUX' || items[k].quote || /^(?:and|or)$/i.test(items[k].form))
      return null
    if (isComma(items[k])) return /^(?:DET|ADP|PART)$/.test(items[k + 1].upos) ? k : null
  }
  return null
}

/** End of a phrase that a verb takes: before a comma, or a coordinated clause. */
function clauseEnd(items: readonly Item[], from: number, verb: number, trees: readonly Tree[]): number {
  const limit = contentEnd(items, from, verb, trees)
  for (let k = from + 1; k <= limit; k++) {
    if (
      isComma(items[k]) &&
      /^(?:and|but|or|while)$/i.test(items[k + 1]?.form ?? '') &&
      opensClause(items, k + 2, limit)
    )
      return k - 1
    const closing = isComma(items[k]) ? asideEnd(items, k, limit) : null
    if (closing !== null) {
      k = closing
      continue
    }
    if (
      isComma(items[k]) &&
      !/^(?:CCONJ)$/.test(items[k + 1]?.upos ?? '') &&
      !(items[k - 1].upos === 'ADJ' && items[k + 1]?.upos === 'ADJ')
    ) {
      // A list goes on: "lower taxes, jobs and peace".
      const list = items.slice(k + 1, limit + 1).findIndex(({form}) => /^(?:and|or)$/i.test(form))
      if (list < 0 || list > 6 || items.slice(k + 1, k + 1 + list).some(item => item.upos === 'VERB')) return k - 1
    }
    if (
      /^(?:and|but)$/i.test(items[k].form) &&
      items[k + 1] &&
      isFiniteVerb(items[k + 1]) &&
      items[k + 1].upos === 'VERB'
    )
      return k - 1
    if (/^(?:as|when|while|after|before|because|since)$/i.test(items[k].form) && items[k].upos === 'SCONJ') return k - 1
  }
  return limit
}

const nouns =
  /^(?:claim|statement|allegation|accusation|belief|view|warning|argument|suggestion|assertion|promise|pledge|vow|threat|fear|hope|concern|demand|call|report|rumou?r|denial|assurance|proposal|decision|plan|idea|charge|complaint|criticism|opinion|prediction|question|doubt|request|offer|announcement|insistence|contention|speculation|remark|comment|recommendation|conviction|confession|conclusion)$/

/** "Dar’s claim that …", "fears that …", "calls for …". */
function nounCandidate(line: Line, noun: number): Candidate | null {
  const {items} = line
  const {lemma} = items[noun]
  if (!nouns.test(lemma)) return null
  const next = items[noun + 1]
  if (!next) return null
  const base = {line, lemma, pos: 'n' as const, cue: {first: noun, last: noun}, source: possessorOf(items, noun)}
  const end = clauseEnd(items, noun + 2, noun, [])
  if (noun + 2 >= items.length) return null
  if (/^that$/i.test(next.form)) return {...base, form: 'that', content: [{first: noun + 2, last: end}]}
  if (/^to$/i.test(next.form) && items[noun + 2].upos === 'VERB')
    return {...base, form: 'inf', content: [{first: noun + 1, last: end}]}
  if (next.upos === 'ADP')
    return {...base, form: `prep:${next.form.toLowerCase()}`, content: [{first: noun + 2, last: end}]}
  return null
}

function possessorOf(items: readonly Item[], noun: number): Source | null {
  let k = noun - 1
  while (k > 0 && /^(?:ADJ|NOUN|NUM|ADV|VERB)$/.test(items[k].upos) && !/^(?:’s|'s|’|')$/.test(items[k].form)) k--
  if (k < 0) return null
  if (items[k].upos === 'PRON' && /^(?:his|her|their|its|my|our|your)$/i.test(items[k].form))
    return {run: {first: k, last: k}, role: null, inverted: false}
  if (!/^(?:’s|'s|’|')$/.test(items[k].form)) return null
  let first = k - 1
  while (first > 0 && /^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(items[first - 1].upos)) first--
  return first <= k - 1 ? {run: {first, last: k - 1}, role: null, inverted: false} : null
}

/** "“We are afraid.” ― Karen Bo": a quotation signed with a name. */
function signedCandidate(line: Line): Candidate | null {
  const {items} = line
  if (!isSpeech(items[0]) || !/^(?:—|–|―|--|-)$/.test(items[1]?.form ?? '')) return null
  const run = nounPhraseOn(items, 2)
  if (!run || items[2].upos !== 'PROPN') return null
  const after = items[run.last + 1]
  if (after && !isStop(after) && !isComma(after)) return null
  const source = {run, role: asideAfter(items, run.last), inverted: true}
  return {line, lemma: '―', pos: 'p', form: 'signed', source, cue: {first: 1, last: 1}, content: [{first: 0, last: 0}]}
}

/** "according to X, …", "…, according to X". */
function accordingCandidate(line: Line, at: number): Candidate | null {
  const {items} = line
  const run = nounPhraseOn(items, at + 2)
  if (!run) return null
  let {last} = run
  const role = asideAfter(items, last)
  const closed = role && isComma(items[role.last + 1]) ? role.last : last
  // The whole phrase up to the comma: "officials in Kabul with knowledge of the talks".
  let end = closed
  while (
    items[end + 1] &&
    !isComma(items[end + 1]) &&
    !isStop(items[end + 1]) &&
    !items[end + 1].quote &&
    !isFiniteVerb(items[end + 1])
  )
    end++
  if (!role) last = end
  const source = {run: {first: run.first, last: Math.max(run.last, role ? run.last : last)}, role, inverted: false}
  const base = {
    line,
    lemma: 'according to',
    pos: 'p' as const,
    form: 'according',
    source,
    cue: {first: at, last: at + 1},
  }
  const start = segmentStart(items, at)
  const content: Run[] = []
  if (at - 1 > start) {
    const edge = isComma(items[at - 1]) ? at - 2 : at - 1
    if (items.slice(start, edge + 1).some(item => isFiniteVerb(item) || item.quote))
      content.push({first: start, last: edge})
  }
  const after = isComma(items[end + 1]) ? end + 2 : -1
  if (
    after > 0 &&
    after < items.length - 1 &&
    (content.length === 0 || !/^(?:who|which|and|but)$/i.test(items[after].form))
  ) {
    let last = items.length - 1
    while (last > after && isStop(items[last])) last--
    if (content.length === 0) content.push({first: after, last})
  }
  return content.length > 0 ? {...base, content} : null
}
