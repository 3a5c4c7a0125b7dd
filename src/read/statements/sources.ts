import type {Tree} from '../../text/index.ts'
import type {Item, Line} from './lines.ts'

/** A run of items: first and last, both included. */
export interface Run {
  readonly first: number
  readonly last: number
}

const nominal = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'SYM', 'X'])
const skipped = new Set(['ADV', 'AUX', 'PART', 'INTJ'])
const subjectPronouns = new Set([
  'i',
  'he',
  'she',
  'they',
  'we',
  'it',
  'who',
  'which',
  'others',
  'some',
  'many',
  'one',
  'you',
  'that',
  'both',
  'several',
  'this',
  'these',
  'most',
  'none',
])

export const isComma = (item: Item | undefined) =>
  item !== undefined && (item.form.length === 1 ? ',—–―'.includes(item.form) : item.form === '--')
export const isStop = (item: Item | undefined) =>
  item === undefined || ('.!?…'.includes(item.form[0]) && /^[.!?…]+$/.test(item.form))

/** Whether an item is a word, given in lower case, however it is written. */
export const isWord = (item: Item | undefined, word: string) =>
  item !== undefined && item.form.length === word.length && item.form.toLowerCase() === word

const isAndOr = (item: Item) => isWord(item, 'and') || isWord(item, 'or')
const isOnOrNot = (item: Item) => isWord(item, 'on') || isWord(item, "n't")

/** A verb that can stand with a subject of its own. */
export function isFiniteVerb({upos, xpos}: Item): boolean {
  return xpos === 'MD' || ((upos === 'VERB' || upos === 'AUX') && (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP'))
}

function isNominal(item: Item): boolean {
  return nominal.has(item.upos) && !(item.form.length < 4 && /^(?:to|not|n't)$/i.test(item.form))
}

/** A hyphen inside a word that the text writes as one: "Kim Yo-jong". */
function hyphenated(items: readonly Item[], at: number): boolean {
  const [before, hyphen, after] = [items[at - 1], items[at], items[at + 1]]
  return (
    before !== undefined &&
    after !== undefined &&
    hyphen.form === '-' &&
    before.end === hyphen.start &&
    hyphen.end === after.start
  )
}

/** "adviser to the ministry", "ambassador to Lima": a preposition that belongs to the office. */
const isOfficeTo = (items: readonly Item[], at: number) =>
  isWord(items[at], 'to') &&
  /^(?:advis[eo]r|ambassador|envoy|aide|assistant|counsel|counsellor|representative|emissary|delegate|consultant|secretary|deputy|attach[eé])s?$/i.test(
    items[at - 1]?.form ?? '',
  )

/** The noun phrase that ends at `last`, its "of"- and "for"-parts included. */
export function nounPhraseBack(items: readonly Item[], last: number): Run | null {
  let first = last
  if (!items[last] || (!isNominal(items[last]) && items[last].form !== ')')) return null
  // "at 86 she said"
  if (/^(?:he|she|they|we|I)$/i.test(items[last].form)) return {first, last}
  let brackets = items[last].form === ')' ? 1 : 0
  while (first > 0) {
    const item = items[first - 1]
    if (hyphenated(items, first - 1)) {
      first -= 2
      continue
    }
    // A determiner begins its phrase: "in 2024 the North".
    if (items[first].upos === 'DET' && item.upos !== 'ADP' && item.upos !== 'DET' && !isAndOr(item)) break
    if (item.form === ')') brackets++
    if (brackets > 0) {
      if (item.form === '(') brackets--
      first--
      continue
    }
    const joins =
      (item.form.length < 5 && /^(?:of|for|from|at|with|in|&|-|\/)$/i.test(item.form)) || (isAndOr(item) && first >= 2)
    if (joins || isOfficeTo(items, first - 1)) {
      if (first < 2 || !isNominal(items[first - 2]) || items[first - 2].upos === 'PRON') break
      first--
      continue
    }
    if (item.form.length < 3 && /^(?:’s|'s|’|'|\.)$/.test(item.form)) {
      first--
      continue
    }
    if (!isNominal(item) || isTime(item) || isComma(item) || item.xpos === 'WDT' || item.xpos === 'WP') break
    first--
  }
  while (
    first < last &&
    (/^(?:ADP|CCONJ|PUNCT)$/.test(items[first].upos) || /^(?:what|which|whom|that)$/i.test(items[first].form))
  )
    first++
  return {first, last}
}

/** The noun phrase that begins at `first`. */
export function nounPhraseOn(items: readonly Item[], first: number): Run | null {
  if (!items[first] || !isNominal(items[first])) return null
  let last = first
  while (last + 1 < items.length) {
    const item = items[last + 1]
    if (hyphenated(items, last + 1)) {
      last += 2
      continue
    }
    if (
      ((item.form.length < 5 && /^(?:of|for|from|at|&|-|\/|and)$/i.test(item.form)) || isOfficeTo(items, last + 1)) &&
      items[last + 2] &&
      isNominal(items[last + 2]) &&
      !isTime(items[last + 2])
    ) {
      last++
      continue
    }
    if (item.form.length < 3 && /^(?:’s|'s|’|')$/.test(item.form)) {
      last++
      continue
    }
    if (!isNominal(item) || isTime(item) || /^(?:who|whom|which)$/i.test(item.form)) break
    last++
  }
  return {first, last}
}

const times = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently january february march april june july august september october november december'.split(
    ' ',
  ),
)
export const isTime = ({form}: Item) => form.length > 3 && form.length < 10 && times.has(form.toLowerCase())

export interface Source {
  /** Items that name the source. */
  readonly run: Run
  /** Items of "director of …" beside the name. */
  readonly role: Run | null
  readonly inverted: boolean
  /** What a relative pronoun stands for: "Iran" of "Iran, which denied". */
  readonly antecedent?: Run | null
}

/** The subject of a telling verb, from the words beside it: "Dar, the foreign minister, has also said", "said Nawaz, head of …". */
export function sourceBeside({items}: Line, verb: number, trees: readonly Tree[]): Source | null {
  return before(items, verb, trees) ?? inverted(items, verb)
}

function before(items: readonly Item[], verb: number, trees: readonly Tree[]): Source | null {
  let at = verb - 1
  while (at >= 0 && (skipped.has(items[at].upos) || isTime(items[at]) || isOnOrNot(items[at]))) at--
  if (at < 0) return null
  let role: Run | null = null
  if (isComma(items[at]) || items[at].form === ')') {
    const opened = apposition(items, at)
    if (opened !== null) {
      role = {first: opened + 1, last: at - 1}
      at = opened - 1
    } else if (isComma(items[at])) {
      return inverted(items, verb) ?? subjectFromTree(items, verb, trees)
    }
  }
  const item = items[at]
  if (!item) return null
  if (item.upos === 'PRON' || item.upos === 'DET') {
    if (!subjectPronouns.has(item.form.toLowerCase())) return subjectFromTree(items, verb, trees)
    if (/^(?:who|which|that)$/i.test(item.form)) {
      const back = isComma(items[at - 1]) ? at - 2 : at - 1
      const antecedent = back >= 0 ? nounPhraseBack(items, back) : null
      return {run: antecedent ?? {first: at, last: at}, role: null, inverted: false}
    }
  }
  const owner = ownerOfClause(items, at, verb, trees)
  const run = owner === null ? nounPhraseBack(items, at) : withPlace(items, nounPhraseBack(items, owner), at)
  if (!run) return subjectFromTree(items, verb, trees)
  // "The defence minister, No Kwang-chol, warned": the name stands in the aside.
  if (role && namesIn(items, run, role)) return {run: role, role: run, inverted: false}
  return {run, role, inverted: false}
}

/** "A former chief of the commission in Lima, Ana Ruiz, said": whether an aside is the name of whom the words before it describe. */
export function namesIn(items: readonly Item[], {first, last}: Run, aside: Run): boolean {
  if (aside.last - aside.first > 4 || aside.last === aside.first) return false
  if (items.slice(aside.first, aside.last + 1).some(({upos, form}) => upos !== 'PROPN' && form !== '-')) return false
  const cut = items.slice(first, last + 1).findIndex(({upos}) => upos === 'ADP')
  return items[cut > 0 ? first + cut - 1 : last].upos === 'NOUN'
}

/** Where the word of a tree stands among the items; -1 where it does not. */
const itemOf = (items: readonly Item[], sentence: number, token: number) =>
  items.findIndex(item => item.sentence === sentence && item.token === token)

/** "an officer who had served in Khost said": the noun whose clause a word right before the verb ends; null where it ends none. */
function ownerOfClause(items: readonly Item[], at: number, verb: number, trees: readonly Tree[]): number | null {
  const {sentence, token} = items[at]
  const tree = trees[sentence]
  if (!tree || items[verb].sentence !== sentence) return null
  let owner = -1
  for (let up = token, steps = 0; up >= 0 && steps < tree.length; up = tree.head(up), steps++) {
    if (up === items[verb].token) break
    if (tree.rel(up) === 'acl' && tree.tense(up) !== null) owner = tree.head(up)
  }
  if (owner < 0 || owner >= token) return null
  const found = itemOf(items, sentence, owner)
  return found < 0 || found >= at || items[found].upos === 'VERB' ? null : found
}

/** "A diplomat in Lima who asked not to be named": with what stands between a noun and its clause. */
function withPlace(items: readonly Item[], run: Run | null, limit: number): Run | null {
  if (!run) return null
  let {last} = run
  while (last + 1 < limit && /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM)$/.test(items[last + 1].upos) && !isTime(items[last + 1]))
    last++
  return last > run.last &&
    /^(?:NOUN|PROPN)$/.test(items[last].upos) &&
    /^(?:who|whose|that)$/i.test(items[last + 1].form)
    ? {first: run.first, last}
    : run
}

/** Start comma of "X, the director of Y, said" for the comma at `end`; null when it is no such aside. */
function apposition(items: readonly Item[], end: number): number | null {
  for (let k = end - 1; k > Math.max(0, end - 32); k--) {
    const item = items[k]
    if (item.quote || isStop(item)) return null
    if (!isComma(item)) continue
    const first = items[k + 1]
    if (!/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM|ADV|VERB|ADP)$/.test(first.upos)) return null
    const head = items[k - 1]
    if (!head || !/^(?:PROPN|NOUN|PRON|NUM|PUNCT)$/.test(head.upos)) return null
    // A list, "X, Y, and Z", is no aside.
    if (/^(?:and|or|but)$/i.test(first.form)) return null
    const clause = items.slice(k + 1, end).some(isFiniteVerb)
    if (clause && !/^(?:who|which|whose|where)$/i.test(first.form)) return null
    // A further aside before this one: "Jo Ray, 40, a farmer, said".
    const more = isComma(items[k]) && items[k - 1].upos === 'NUM' ? apposition(items, k) : null
    return more ?? k
  }
  return null
}

/** "…, saying, “…”" at the end of a sentence. */
const bringsQuote = (items: readonly Item[], k: number) =>
  /^[,:]$/.test(items[k + 1]?.form ?? '') && items[k + 2]?.quote != null

/** The main verb over a word, or that of the clause that somebody tells. */
function mainOver(tree: Tree, token: number): number {
  let at = tree.head(token)
  for (let steps = 0; steps < tree.length && tree.head(at) >= 0; steps++) {
    if (/^(?:root|ccomp|parataxis)$/.test(tree.rel(at))) break
    at = tree.head(at)
  }
  return at
}

function subjectFromTree(items: readonly Item[], verb: number, trees: readonly Tree[]): Source | null {
  const {sentence, token} = items[verb]
  const tree = trees[sentence]
  // "Dean poked at him, tweeting, “…”": whose deed the participle is stands above it.
  const clause = tree !== undefined && items[verb].xpos === 'VBG' && tree.rel(token) === 'advcl'
  const doer = clause ? (bringsQuote(items, verb) ? mainOver(tree, token) : tree.head(token)) : token
  const [subject] = tree?.subjects(doer) ?? []
  if (subject === undefined || subject >= token) return null
  const at = itemOf(items, sentence, subject)
  if (at < 0 || items[at].upos === 'VERB') return null
  const [first, last] = tree.subtree(subject)
  let [a, b] = [at, at]
  while (a > 0 && items[a - 1].sentence === sentence && items[a - 1].token >= first && !isComma(items[a - 1])) a--
  while (b + 1 < verb && items[b + 1].sentence === sentence && items[b + 1].token <= last && !isComma(items[b + 1])) b++
  return {run: {first: a, last: b}, role: null, inverted: false}
}

/** "…, said Shuja Nawaz, head of the Center": verb before subject, only where a clause or quotation stands before it. */
function inverted(items: readonly Item[], verb: number): Source | null {
  const previous = items[verb - 1]
  if (!previous || !(isComma(previous) || previous.quote)) return null
  const run = nounPhraseOn(items, verb + 1)
  if (!run) return null
  const next = items[run.last + 1]
  if (next && isFiniteVerb(next)) return null
  return {run, role: asideAfter(items, run.last), inverted: true}
}

/** The aside after a name: ", head of the Center for South Asian Studies in Washington". */
export function asideAfter(items: readonly Item[], last: number): Run | null {
  if (!isComma(items[last + 1])) return null
  const first = last + 2
  if (!items[first] || !/^(?:DET|NOUN|ADJ|PROPN|PRON)$/.test(items[first].upos)) return null
  let end = first
  const clause = /^(?:who|whose)$/i.test(items[first].form)
  let relative = false
  while (items[end + 1] && !isComma(items[end + 1]) && !isStop(items[end + 1]) && !items[end + 1].quote) {
    if (/^(?:who|whom|whose|which|that|where)$/i.test(items[end + 1].form)) relative = true
    if (!clause && !relative && isFiniteVerb(items[end + 1])) return null
    end++
  }
  return {first, last: end}
}
