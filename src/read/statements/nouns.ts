import type {Tree} from '../../text/index.ts'
import {clauseEnd, segmentStart} from './bounds.ts'
import type {Candidate} from './candidates.ts'
import {isNameWord, isSpeech, type Item, type Line} from './lines.ts'
import {asideAfter, isComma, isFiniteVerb, isStop, isWord, nounPhraseOn, type Run, type Source} from './sources.ts'

/** Nouns of what is said or thought. */
export const nouns: ReadonlySet<string> = new Set(
  'claim statement allegation accusation belief view warning argument suggestion assertion promise pledge vow threat fear hope concern demand call report rumor rumour denial assurance proposal decision plan idea charge complaint criticism opinion prediction question doubt request offer announcement insistence contention speculation finding assessment remark comment recommendation conviction confession conclusion'.split(
    ' ',
  ),
)

/** "Dar’s claim that …", "fears that …", "calls for …". */
export function nounCandidate(line: Line, noun: number, trees: readonly Tree[]): Candidate | null {
  const {items} = line
  const {lemma} = items[noun]
  if (!nouns.has(lemma)) return null
  const next = items[noun + 1]
  if (!next) return null
  const base = {line, lemma, pos: 'n' as const, cue: {first: noun, last: noun}, source: possessorOf(items, noun)}
  if (noun + 2 >= items.length) return null
  const end = Math.min(clauseEnd(items, noun + 2, noun, []), subjectEnd(items, noun, trees))
  if (end < noun + 2) return null
  if (/^that$/i.test(next.form)) return {...base, form: 'that', content: [{first: noun + 2, last: end}]}
  if (/^to$/i.test(next.form) && items[noun + 2].upos === 'VERB')
    return {...base, form: 'inf', content: [{first: noun + 1, last: end}]}
  if (next.upos === 'ADP')
    return {...base, form: `prep:${next.form.toLowerCase()}`, content: [{first: noun + 2, last: end}]}
  return null
}

/** "The suggestion that France had paid angered Paris": what hangs on a subject ends before its verb. */
function subjectEnd(items: readonly Item[], noun: number, trees: readonly Tree[]): number {
  const {sentence, token} = items[noun]
  const tree = trees[sentence]
  if (tree?.rel(token) !== 'nsubj') return items.length
  const [, last] = tree.subtree(token)
  const after = items.findIndex(item => item.sentence === sentence && item.token > last)
  return after < 0 ? items.length : after - 1
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
export function signedCandidate(line: Line): Candidate | null {
  const {items} = line
  if (!isSpeech(items[0]) || !/^(?:—|–|―|--|-)$/.test(items[1]?.form ?? '')) return null
  let last = 2
  while (items[last + 1] && isNameWord(items[last + 1]) && !isStop(items[last + 1])) last++
  if (!items[2] || !isNameWord(items[2]) || isStop(items[2])) return null
  const run = {first: 2, last}
  const after = items[run.last + 1]
  if (after && !isStop(after) && !isComma(after)) return null
  const source = {run, role: asideAfter(items, run.last), inverted: true}
  return {line, lemma: '―', pos: 'p', form: 'signed', source, cue: {first: 1, last: 1}, content: [{first: 0, last: 0}]}
}

/** "according to X, …", "…, according to X". */
export function accordingCandidate(line: Line, at: number): Candidate | null {
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
    // "The rebels, according to the army, have left": the clause goes on.
    const subject = content.length === 0 && at - 2 >= start && isComma(items[at - 1]) && isFiniteVerb(items[after])
    if (subject) content.push({first: start, last: at - 2})
    if (content.length === 0 || subject) content.push({first: after, last})
  }
  return content.length > 0 ? {...base, content} : null
}

const speakers =
  /^(?:minister|premier|president|official|spokes(?:man|woman|person)|police|army|military|court|judge|report|study|poll|survey|source|analyst|expert|envoy|ministry|government|union|group|lawyer|family|witness|doctor|aide|general|king|pope|mayor|governor|senator|ambassador|diplomat)s?$/i
export const genres =
  /^(?:source|credit|byline|date|time|place|venue|title|tags?|topics?|opinion|update|explainer|timeline|live|photos?|video|score|analysis|note|editorial|profile|interview|review|watch|map|fact|breaking|exclusive|factbox|weather|letters?|correction)$/i

/** "Lima: a funeral and a shrug": what a part of the text is about, under its place. */
const isTopic = (words: readonly Item[]) =>
  /^(?:an?|the)$/i.test(words[0].form) && !words.some(({upos}) => /^(?:VERB|AUX)$/.test(upos))

/** "Minister: border to stay shut", "Iran: “We will answer”": a headline's speaker before a colon, or after a quotation and one. */
export function headlineCandidate(line: Line): Candidate | null {
  const {items} = line
  const at = items.findIndex(({form}) => form === ':')
  if (at < 0 || items.length > 18 || isStop(items.at(-1))) return null
  const base = {line, lemma: ':', pos: 'p' as const, form: 'headline', cue: {first: at, last: at}}
  const names = (first: number, last: number) => {
    const run = items.slice(first, last + 1)
    if (run.length === 0 || run.length > 4 || run.some(item => genres.test(item.form) || isFiniteVerb(item)))
      return null
    const named =
      run.every(({upos, form}) => upos === 'PROPN' || /^\p{Lu}{2,}$/u.test(form)) || speakers.test(items[last].form)
    return named ? {run: {first, last}, role: null, inverted: first > at} : null
  }
  const after = items.slice(at + 1)
  const source = names(0, at - 1)
  const telling = after[0]?.quote
    ? isSpeech(after[0])
    : after.length > 3 && !/^(?:what|who|how|why|when|where)$/i.test(after[0].form) && !isTopic(after)
  if (source && telling) return {...base, source, content: [{first: at + 1, last: items.length - 1}]}
  const signed = at === 1 && isSpeech(items[0]) ? names(2, items.length - 1) : null
  return signed ? {...base, source: signed, content: [{first: 0, last: 0}]} : null
}

/** "…, as the memo put it", "As the minister put it on Monday, …". */
export function putCandidate(line: Line): Candidate | null {
  const {items} = line
  const at = items.findIndex(({lemma, upos}, k) => upos === 'VERB' && lemma === 'put' && isWord(items[k + 1], 'it'))
  if (at < 0) return null
  let as = at - 1
  while (as >= 0 && !/^as$/i.test(items[as].form) && !isComma(items[as])) as--
  if (as < 0 || isComma(items[as])) return null
  const run = nounPhraseOn(items, as + 1)
  if (!run || run.last >= at) return null
  const source = {run, role: null, inverted: false}
  const base = {line, lemma: 'put', pos: 'v' as const, form: 'put', source, cue: {first: at, last: at + 1}}
  // "…, as the paper put it in a long piece, “the operator”": the quotation is what it put so.
  const comma = items.findIndex((item, k) => k > at && isComma(item))
  const quoted = items[comma + 1]
  if (comma > at && comma < at + 8 && quoted?.quote && !items.slice(at + 1, comma).some(isFiniteVerb))
    if (isSpeech(quoted) || !items[as - 1]?.quote) return {...base, content: [{first: comma + 1, last: comma + 1}]}
  // "the “lawful source of income,” as a memo put it": the comma stands inside of the marks.
  if (isComma(items[as - 1]) || items[as - 1]?.quote) {
    const last = isComma(items[as - 1]) ? as - 2 : as - 1
    return last > 0 || items[0].quote ? {...base, content: [{first: segmentStart(items, last), last}]} : null
  }
  let last = items.length - 1
  while (last > comma && isStop(items[last])) last--
  return as === 0 && comma > 0 && last > comma ? {...base, content: [{first: comma + 1, last}]} : null
}
