import type {Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {type Quote, quotesIn} from './quotes.ts'

/** A word, or a whole quotation that stands in the place of one. */
export interface Item {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** Sentence and token; -1 for a quotation. */
  readonly sentence: number
  readonly token: number
  readonly quote: Quote | null
  /** A quotation of something said, not the title of a show or book. */
  readonly speech: boolean
}

/** A stretch of text read as one for attribution: a sentence, with the rest of a sentence that a quotation was cut from. */
export interface Line {
  readonly items: readonly Item[]
  readonly paragraph: number
  /** Inside of a quotation, read for itself. */
  readonly quoted: boolean
}

function itemOf(tree: Tree, sentence: number, token: number): Item {
  const {starts, ends} = tree.sentence
  return {
    start: starts[token],
    end: ends[token],
    form: tree.form(token),
    lemma: tree.lemma(token).toLowerCase(),
    upos: tree.upos(token),
    xpos: tree.xpos(token),
    sentence,
    token,
    quote: null,
    speech: false,
  }
}

/** Paragraphs of the text as given by blank lines. */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  for (const match of text.matchAll(/\n\s*\n/g)) {
    if (match.index > start) found.push({start, end: match.index})
    start = match.index + match[0].length
  }
  if (start < text.length) found.push({start, end: text.length})
  return found
}

/** The text's lines of attribution, in text order; what is inside a quotation of a sentence or more follows as lines of its own. */
export function linesOf(text: string, trees: readonly Tree[], paragraphs = paragraphsOf(text)): Line[] {
  const quotes = quotesIn(text, paragraphs).filter(quote => !isNickname(text, quote))
  const words: Item[] = []
  for (const [sentence, tree] of trees.entries())
    for (let token = 0; token < tree.length; token++) words.push(itemOf(tree, sentence, token))
  const outer: Item[] = []
  const inner: Item[][] = quotes.map(() => [])
  let q = 0
  for (const word of words) {
    while (q < quotes.length && word.start >= quotes[q].outer.end) q++
    const quote = quotes[q]
    if (!quote || word.start < quote.outer.start) {
      outer.push(word)
      continue
    }
    if (outer.at(-1)?.quote !== quote) outer.push(quoteItem(text, quote))
    if (word.start >= quote.inner.start && word.end <= quote.inner.end) inner[q].push(word)
    // A mark and a dash in one word: "home.”― Karen Bo".
    if (word.end > quote.outer.end && word.start < quote.outer.end)
      outer.push({
        ...word,
        start: quote.outer.end,
        form: text.slice(quote.outer.end, word.end),
        lemma: '',
        upos: 'PUNCT',
      })
  }
  const lines: Line[] = []
  let paragraph = 0
  let items: Item[] = []
  const flush = () => {
    if (items.length > 0) lines.push({items, paragraph, quoted: false})
    items = []
  }
  for (const item of outer) {
    const last = items.at(-1)
    while (paragraph < paragraphs.length - 1 && item.start >= paragraphs[paragraph].end) {
      flush()
      paragraph++
    }
    if (last && items.length > 0 && (isSigned(items) ? item.quote : breaks(text, last, item))) flush()
    items.push(item)
  }
  flush()
  const within = quotes.flatMap((quote, n) => {
    if (inner[n].length < 6) return []
    const at = paragraphs.findIndex(({end}) => quote.outer.start < end)
    return splitSentences(inner[n]).map(items => ({items, paragraph: at, quoted: true}))
  })
  return [...lines, ...within].sort((a, b) => a.items[0].start - b.items[0].start || (a.quoted ? 1 : -1))
}

/** "Marcia “Cia” Price": a word within a name. */
function isNickname(text: string, {outer, inner}: Quote): boolean {
  return (
    inner.end - inner.start < 20 &&
    /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)?$/u.test(text.slice(inner.start, inner.end)) &&
    /\p{Lu}[\p{L}.’'-]+ $/u.test(text.slice(Math.max(0, outer.start - 30), outer.start)) &&
    /^ \p{Lu}\p{Ll}+/u.test(text.slice(outer.end, outer.end + 20))
  )
}

function quoteItem(text: string, quote: Quote): Item {
  const {start, end} = quote.outer
  const form = text.slice(start, end)
  return {
    start,
    end,
    form,
    lemma: '',
    upos: 'QUOTE',
    xpos: 'QUOTE',
    sentence: -1,
    token: -1,
    quote,
    speech: isSaid(form),
  }
}

/** Whether one line ends between two neighbours: at the end of a sentence, but not between a quotation and its "he said". */
function breaks(text: string, last: Item, next: Item): boolean {
  if (last.quote) {
    const ended = text.slice(last.quote.inner.start, last.quote.inner.end).trimEnd()
    if (/[.…?!]$/.test(ended) && /^\p{Lu}/u.test(next.form) && !next.quote)
      return /[.…]$/.test(ended) || !isTag(text, next)
    return next.quote !== null && /[.?!…,]$/.test(ended)
  }
  if (next.quote) return /^[.!?]+$/.test(last.form)
  return last.sentence !== next.sentence && !isShort(text, last, next)
}

/** "“We are afraid.” ― Karen Sadat": the name, though no stop ends the quotation's sentence, and no other quotation with it. */
function isSigned(items: readonly Item[]): boolean {
  if (items.length < 2 || items.length > 8 || !isSpeech(items[0]) || !/^[—–―]$/.test(items[1].form)) return false
  return items.slice(2).every(isNameWord)
}

/** A word as names have them, however it was tagged; the stop after an initial or after the name is no word. */
export const isNameWord = ({form, upos}: Item) =>
  upos === 'PROPN' || /^\p{Lu}[\p{L}\p{M}.’'-]*$/u.test(form) || /^(?:\.|de|del|da|van|von|bin|al|el)$/.test(form)

const titles =
  /^(?:Rep|Sen|Gov|Gen|Del|Supt|Atty|Insp|Brig|Cpl|Pvt|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Rev|Hon|Dr|Mr|Mrs|Ms|Prof|Amb|St|[A-Z])\.$/

/** "said Rep. | Lopez", "Lopez (D-Wis. | )": a sentence cut at the stop of a short form. */
function isShort(text: string, last: Item, next: Item): boolean {
  if (next.start - last.end > 1 || !last.form.endsWith('.')) return false
  const word = last.form === '.' ? text.slice(text.lastIndexOf(' ', last.start - 1) + 1, last.end) : last.form
  return titles.test(word.replace(/^\W+/, '')) || next.form === ')' || /^\p{Ll}/u.test(next.form)
}

const telling =
  '(?:said|says|asked|asks|told|tells|added|wrote|tweeted|replied|wondered|demanded|shouted|shouts|cried|yelled|exclaimed|declared|joked|quipped|continued|insisted|warned|thundered)'
const addressing = '(?:asked|asks|told|tells|warned|reminded|assured)'
const aside = '(?:in|on|at|to|during|after|before|when|outside|of|as|with|reporters|rhetorically)'

/** What stands between a quotation and its "Dar asked" or "Dar, the minister, told the council". */
const tag = new RegExp(
  `^\\p{Lu}[^!?\\n]{0,90}?(?<!\\b(?:who|which|that) )\\b(?:${telling}|${addressing} (?:(?:the|a|an|his|her|their|its) )?(?:[\\p{L}’'-]+ )?(?!to\\b)[\\p{L}’'-]+)(?:[.,]|\\s+${aside}\\b)`,
  'u',
)

/** "“Is it over?” Dar asked.": a capital after a question may still begin its attribution. */
const isTag = (text: string, next: Item) => tag.test(text.slice(next.start, next.start + 140))

function splitSentences(items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  for (const item of items) {
    const last = parts.at(-1)?.at(-1)
    if (!last || last.sentence !== item.sentence) parts.push([])
    parts.at(-1)!.push(item)
  }
  return parts.filter(part => part.length >= 5)
}

export const isSpeech = (item: Item | undefined) => item?.speech === true

function isSaid(form: string): boolean {
  const words = form.match(/\p{L}[\p{L}’']+/gu) ?? []
  const low = words.filter(word => /^\p{Ll}/u.test(word)).length
  if (words.length <= 2) return /[,.?!…]\W*$/.test(form)
  // "“That’s right, Donald,” she said": its first word has a capital in any case.
  return low * 2 >= words.length || (/[,?!]\W*$/.test(form) && low * 2 >= words.length - 1)
}
