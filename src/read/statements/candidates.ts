import type {Tree} from '../../text/index.ts'
import {clauseEnd, contentEnd, isTelling, segmentStart} from './bounds.ts'
import {isSpeech, type Item, type Line} from './lines.ts'
import {accordingCandidate, headlineCandidate, nounCandidate, putCandidate, signedCandidate} from './nouns.ts'
import {
  asideAfter,
  isComma,
  isFiniteVerb,
  isStop,
  isTime,
  isWord,
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
  /** Nobody is named: the source is not that of words before it either. */
  readonly unnamed?: boolean
}

/** Every verb, noun or preposition of a line that could attribute something, with content and source by the words around it. */
export function candidatesIn(line: Line, trees: readonly Tree[]): Candidate[] {
  const found: Candidate[] = []
  const {items} = line
  const sure = signedCandidate(line) ?? headlineCandidate(line)
  if (sure) found.push(sure)
  const put = putCandidate(line)
  if (put) found.push(put)
  for (let k = 0; k < items.length; k++) {
    const item = items[k]
    if (item.quote || k === put?.cue.first) continue
    if (item.upos === 'VERB' && !/^(?:according|including|following|regarding|based)$/i.test(item.form)) {
      const candidate = verbCandidate(line, k, trees)
      if (candidate) found.push(candidate)
    } else if (
      item.upos === 'NOUN' &&
      item.form.endsWith('s') &&
      isWord(items[k + 1], 'that') &&
      items[k - 1] &&
      !/^(?:ADJ|DET|PART|PRON|VERB)$/.test(items[k - 1].upos)
    ) {
      // "An analyst doubts that": a verb taken for a plural.
      const candidate = verbCandidate(line, k, trees) ?? nounCandidate(line, k, trees)
      if (candidate) found.push(candidate)
    } else if (item.upos === 'NOUN' && bringsQuote(items, k)) {
      const candidate = verbCandidate(line, k, trees)
      if (candidate) found.push(candidate)
    } else if (item.upos === 'NOUN') {
      const candidate = nounCandidate(line, k, trees)
      if (candidate) found.push(candidate)
    }
    if (isWord(item, 'according') && isWord(items[k + 1], 'to')) {
      const candidate = accordingCandidate(line, k)
      if (candidate) found.push(candidate)
    }
  }
  const empty = ({content}: Candidate) =>
    content.every(({first, last}) => first === last && items[first]?.upos === 'PRON')
  return found.filter(
    candidate =>
      !isOwn(candidate) &&
      !empty(candidate) &&
      candidate.content.every(({first, last}) => first >= 0 && first <= last && last < items.length),
  )
}

/** "…, tweeting, “…”": a participle taken for a noun. */
const bringsQuote = (items: readonly Item[], k: number) =>
  items[k].form.endsWith('ing') &&
  isComma(items[k - 1]) &&
  /^[,:]$/.test(items[k + 1]?.form ?? '') &&
  isSpeech(items[k + 2])

/** "I think", "we know": the speaker's own words about himself are no attribution, but "I said, “Stay.”" is. */
export function isOwn({form, source, line: {items}}: Candidate): boolean {
  if (/^(?:left-)?quote$/.test(form)) return false
  return source !== null && source.run.first === source.run.last && /^(?:i|we|you)$/i.test(items[source.run.first].form)
}

/** "were criticized for": its subject is no source. */
function isPassiveVerb(items: readonly Item[], verb: number): boolean {
  if (items[verb].xpos !== 'VBN') return false
  for (let k = verb - 1; k >= Math.max(0, verb - 4); k--) {
    if (items[k].lemma === 'be' || items[k].lemma === 'get') return true
    if (items[k].upos !== 'ADV' && items[k].upos !== 'AUX' && items[k].upos !== 'PART') return false
  }
  return false
}

function verbCandidate(line: Line, verb: number, trees: readonly Tree[]): Candidate | null {
  const {items} = line
  const lemma = items[verb].upos === 'NOUN' ? items[verb].lemma.replace(/ing$/, '') : items[verb].lemma
  if (isPassiveVerb(items, verb) || (verb === 0 && items[verb].form.endsWith('ed'))) return null
  const source = sourceBeside(line, verb, trees)
  const base = {line, lemma, pos: 'v' as const, source, cue: {first: verb, last: verb}}
  // "says the general who led the retreat": what follows is the source's own.
  const right = source?.inverted ? null : rightOf(line, verb, trees)
  // What stands before "…, he said" or "…, said Dar".
  const groupFirst = source && !source.inverted ? Math.min(source.run.first, source.role?.first ?? verb) : verb
  const gate = items[groupFirst - 1]
  const atLeft = gate && (isComma(gate) || gate.quote !== null || /^[?!]$/.test(gate.form)) && isFiniteVerb(items[verb])
  if (atLeft && source) {
    const edge = gate.quote ? groupFirst - 1 : groupFirst - 2
    const start = segmentStart(items, edge)
    const left = {first: start, last: edge}
    const hasQuote = isSpeech(items[edge]) || isSpeech(items[start])
    // A headline may leave its verb out: "Border to stay shut, minister says".
    const headline = verb === items.length - 1 && start === 0 && edge > 1
    const hasClause = headline || items.slice(start, edge + 1).some(isFiniteVerb)
    const direct = right && /^(?:that|clause|quote|wh)$/.test(right.form)
    const groupLast = source.inverted ? Math.max(source.run.last, source.role?.last ?? 0) : verb
    if (
      edge >= start &&
      (hasQuote ||
        (hasClause &&
          !direct &&
          !/^(?:as|when|if|while|after|before|since|because|although|though|in|on|at)$/i.test(items[start].form)))
    ) {
      const after = afterGroup(items, groupLast, hasQuote) ?? quoteAfterAnd(items, groupLast)
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
  // "What the general called a “planned movement” was a rout."
  const what = source !== null && isWord(items[source.run.first - 1], 'what')
  const content = what ? right.content.map(run => beforeVerb(items, run)) : right.content
  return {
    line,
    cue: {first: verb, last: verb},
    lemma,
    pos: 'v',
    form: right.form,
    source,
    content,
    object: right.object,
  }
}

function beforeVerb(items: readonly Item[], {first, last}: Run): Run {
  const verb = items.findIndex((item, k) => k > first && k <= last && isFiniteVerb(item))
  return {first, last: verb < 0 ? last : verb - 1}
}

/** First item of the content that goes on after a medial attribution, past time and place words and a comma; null when there is none. */
function afterGroup(items: readonly Item[], last: number, quoted: boolean): number | null {
  let k = last + 1
  while (k < items.length && !isComma(items[k]) && !isStop(items[k]) && !items[k].quote && items[k].form !== ':') {
    // "sang to the crowd before asking her, “…”": another verb brings the rest.
    if (k - last > 14 || isFiniteVerb(items[k]) || (items[k].xpos === 'VBG' && isTelling(items[k]))) return null
    k++
  }
  if (items[k]?.quote) return k
  if (items[k + 1]?.quote) return k + 1
  // "he said, but “…”"; "he said, referring to the vote, “…”"
  const later = items.findIndex((item, n) => n > k && n < k + 12 && item.quote !== null)
  if (quoted) {
    const between = items.slice(k, later)
    const own = between.some(item => isFiniteVerb(item) || (item.xpos === 'VBG' && isTelling(item)))
    return later > 0 && isSpeech(items[later]) && !own ? later : null
  }
  if (k >= items.length - 2 || !isComma(items[k])) return null
  // Participles and conjunctions begin something else.
  if (
    items[k + 1].xpos === 'VBG' ||
    /^(?:and|but|as|who|which|while|when|after|before|citing|adding|according)$/i.test(items[k + 1].form)
  )
    return null
  return items.slice(k + 1).some(item => isFiniteVerb(item)) ? k + 1 : null
}

/** "They were old, she said, and “I had to step back”": words that go on as a quotation. */
function quoteAfterAnd(items: readonly Item[], last: number): number | null {
  const joined = isComma(items[last + 1]) && /^(?:and|but|because|so|that)$/i.test(items[last + 2]?.form ?? '')
  return joined && isSpeech(items[last + 3]) ? last + 3 : null
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
    if (item.upos === 'SCONJ' && isWord(item, 'that') && items[k + 1])
      return {form: 'that', content: [to(isComma(items[k + 1]) ? k + 2 : k + 1)]}
    if (
      isWord(item, 'that') &&
      items[k + 1] &&
      item.upos !== 'DET' &&
      (!sawNominal || addressed.test(items[verb].lemma)) &&
      items.slice(k + 1, k + 12).some(isFiniteVerb) &&
      !isFiniteVerb(items[k + 1])
    )
      return {form: 'that', content: [to(k + 1)]}
    if (
      k <= verb + 3 &&
      /^(?:whether|if|why|how|what|where|who)$/i.test(item.form) &&
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
        (other, n) => n > k && n < k + 14 && other.upos === 'SCONJ' && isWord(other, 'that'),
      )
      const quoted = items[k + 1]?.quote
      if (quoted) continue
      if (later > 0 && isComma(items[later - 1]) && !items.slice(k, later).some(isFiniteVerb))
        return {form: 'that', content: [to(later + 1)]}
      break
    }
    if (isStop(item) || item.form === ';') break
    if (/^(?:who|which|because|after|before|when|while|since|as|unless|until)$/i.test(item.form)) break
    if (item.upos === 'NOUN' || item.upos === 'PROPN' || item.upos === 'PRON') sawNominal = true
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

const accuses = /^(?:accuse|suspect|warn|inform|assure|convict|remind)$/

function plainRight(items: readonly Item[], verb: number, trees: readonly Tree[]): Right | null {
  let k = verb + 1
  while (items[k] && (items[k].upos === 'ADV' || isTime(items[k]))) k++
  const item = items[k]
  if (!item || isStop(item) || isComma(item)) return null
  const phraseEnd = (from: number) => clauseEnd(items, from, verb, trees)
  if (isWord(item, 'to') && items.slice(k + 1, k + 3).some(other => other.upos === 'VERB' || other.upos === 'AUX'))
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
  if (isWord(then, 'to') && items[object.last + 2]?.upos === 'VERB')
    return {form: 'obj-inf', content: [{first: k, last: phraseEnd(k)}]}
  if (isWord(then, 'of')) return {form: 'obj-of', content: [{first: object.last + 2, last: phraseEnd(object.last + 2)}]}
  // "accused the leader, Kim, of …"
  const aside = isComma(then) && accuses.test(items[verb].lemma) ? asideAfter(items, object.last) : null
  if (
    aside &&
    isComma(items[aside.last + 1]) &&
    /^of$/i.test(items[aside.last + 2]?.form ?? '') &&
    items[aside.last + 3]
  )
    return {form: 'obj-of', content: [{first: aside.last + 3, last: phraseEnd(aside.last + 3)}]}
  const ofInside = items.slice(k, object.last).findIndex(word => isWord(word, 'of'))
  if (ofInside > 0 && accuses.test(items[verb].lemma))
    return {form: 'obj-of', content: [{first: k + ofInside + 1, last: phraseEnd(k + ofInside + 1)}]}
  const noun = items.slice(k, object.last + 1).find(({upos}) => upos === 'NOUN')?.lemma
  return {form: 'obj', content: [{first: k, last: phraseEnd(k)}], object: noun}
}
