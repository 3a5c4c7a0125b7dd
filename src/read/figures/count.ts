import type {Figure, Span} from '../../model/index.ts'
import {type Amount, amountsIn} from './amounts.ts'
import type {Scope} from './scope.ts'
import type {FigureWord, WordForm} from './words.ts'

export type Counted = Pick<Figure, 'span' | 'what' | 'low' | 'high' | 'approx' | 'unit' | 'who'> & Partial<Scope>

const passive =
  /\b(?:was|were|been|being|are|is|be|got|get|gets|left)(?:\s+(?:also|reportedly|later|then|not|all|both|either|seriously|badly|slightly|severely|critically|allegedly|brutally|confirmed|reported))*\s+$/i
const single = /(?<![\p{L}\d])(?:an?|another)\s+(?=\p{L})/giu
const nobody =
  /(?<![\p{L}])(?:no\s+one|nobody|none\s+of\s+[^.;]{2,30}|no\s+(?:people|persons|civilians|soldiers|casualties|fatalities|deaths|injuries|victims|one))(?![\p{L}])/giu
const opens =
  /(?:^|[\s,;(])(?:which|that|who|where|after|before|when|while|but|because|although|if|as|since|until|to)\s/i
const joinOnly = /^(?:[^.;:]*?)(?:,|\band\b|\bor\b|\bplus\b|\bas well as\b|\bincluding\b)\s*(?:\p{L}+\s+){0,2}$/iu
const bodyWord = /^(?:people|persons|civilians|soldiers|others|men|women|children|of)/i

/** "the toll from Tuesday's attack on a bus station rose to 17". */
const rises = /\b(?:rose|risen|climbed|grew|grown|jumped|increased|went up|stood|stands|reached)\b/i
const turns = /\b(?:who|which|that|where|while|but|said)\b/i

const tells: ReadonlySet<WordForm> = new Set(['verb', 'act', 'state', 'noun', 'toll'])

/** What the numbers of one sentence count, read from the words near them; needs no letter case and no tree. */
export function countedIn(text: string, {start, end}: Span, words: readonly FigureWord[]): Counted[] {
  const told = words.filter(({forms}) => [...forms].some(form => tells.has(form)))
  const amounts: Amount[] = [...amountsIn(text, start, end)]
  if (told.length > 0) amounts.push(...singles(text, start, end, amounts), ...nobodies(text, start, end))
  amounts.sort((a, b) => a.span.start - b.span.start)
  const counted: (Counted & {amount: Amount})[] = []
  for (let n = 0; n < amounts.length; n++) {
    const amount = amounts[n]
    const next = amounts[n + 1]?.span.start ?? end
    const word =
      governing(text, amount, told, start) ??
      following(text, amount, amounts, n, told, end) ??
      coordinated(text, amount, amounts[n - 1], counted.at(-1))
    if (word) counted.push({...figureOf(text, amount, word.what, Math.min(next, end)), amount})
    else {
      const unit = words.find(
        ({forms, span}) =>
          forms.has('unit') &&
          span.start >= amount.span.end &&
          span.start < next &&
          near(text, amount.span.end, span.start, 4),
      )
      if (unit && isPlain(amount, text)) counted.push({...figureOf(text, amount, 'troops', unit.span.end), amount})
    }
  }
  return counted.map(({amount: _, ...figure}) => figure)
}

/** "a soldier was wounded": an article counts one, where a casualty word follows. */
function singles(text: string, start: number, end: number, amounts: readonly Amount[]): Amount[] {
  const found: Amount[] = []
  for (const match of text.slice(start, end).matchAll(single)) {
    const at = {start: start + match.index, end: start + match.index + match[0].trimEnd().length}
    if (amounts.some(({span}) => span.start <= at.start && at.start < span.end)) continue
    found.push({span: at, low: 1, high: 1, approx: false})
  }
  return found
}

function nobodies(text: string, start: number, end: number): Amount[] {
  return [...text.slice(start, end).matchAll(nobody)].map(match => ({
    span: {start: start + match.index, end: start + match.index + match[0].length},
    low: 0,
    high: 0,
    approx: false,
  }))
}

const countWords = (text: string) => text.trim().split(/\s+/).filter(Boolean).length

function near(text: string, from: number, to: number, words: number): boolean {
  const between = text.slice(from, to)
  return !/[.;:!?]\s|["“”]/.test(between) && countWords(between) <= words
}

/** An article counts only where its noun is a person's and the word is close. */
const isPlain = ({span}: Amount, text: string) => !/^(?:an?|another)$/i.test(text.slice(span.start, span.end))

/** The word before a number that takes it as its object: "killing 13", "the deaths of 24 soldiers", "the toll rose to 40". */
function governing(text: string, amount: Amount, words: readonly FigureWord[], start: number): FigureWord | null {
  for (const word of [...words].reverse()) {
    if (word.span.end > amount.span.start) continue
    const between = text.slice(word.span.end, amount.span.start)
    const before = text.slice(Math.max(start, word.span.start - 40), word.span.start)
    if (
      word.forms.has('toll') &&
      near(text, word.span.end, amount.span.start, rises.test(between) && !turns.test(between) ? 20 : 8) &&
      /\b(?:to|at|of|is|was|stands|reached|exceeds?|passed|as)\s*(?:\p{L}+\s+)?$/iu.test(between)
    )
      return word
    if (word.forms.has('noun') && /^\s+of(?:\s+the)?\s*$/i.test(between)) return word
    if (
      (word.forms.has('verb') || word.forms.has('act')) &&
      /^\s*(?:,\s*)?(?:also\s+)?(?:and\s+\p{L}+ing\s+|and\s+\p{L}+ed\s+)?(?:the\s+)?(?:lives\s+of\s+)?$/iu.test(between)
    )
      // "were killed, 12 of them children": a passive has its counted ones before it.
      return passive.test(before) ? null : word
    if (
      word.forms.has('noun') &&
      /^(?:lives)$/.test(word.word) &&
      /\b(?:claimed|took|cost)\s+the\s*$/i.test(before) &&
      /^\s+of\s*$/.test(between)
    )
      return word
    return null
  }
  return null
}

/** The word after a number that is said of those it counts: "13 were killed", "40 dead", "12 people, including …, died". */
function following(
  text: string,
  amount: Amount,
  amounts: readonly Amount[],
  n: number,
  words: readonly FigureWord[],
  end: number,
): FigureWord | null {
  const article = !isPlain(amount, text)
  for (const word of words) {
    if (word.span.start < amount.span.end) continue
    const between = text.slice(amount.span.end, word.span.start)
    if (!near(text, amount.span.end, word.span.start, article ? 7 : 14)) return null
    const later = amounts.slice(n + 1).filter(other => other.span.end <= word.span.start)
    // "five of the wounded died": part of those told by the word.
    if (/^\s+of\s+(?:the|its|his|her|those|these|their)\s+$/i.test(between)) continue
    // "four telephones, but nobody was injured": the word is of nobody.
    if (later.some(({high}) => high === 0)) return null
    const rivals = later.filter(other => isPlain(other, text))
    // Other numbers may stand between only in one list with this one.
    if (rivals.length > 0 && !rivals.every(other => joinOnly.test(text.slice(amount.span.end, other.span.start))))
      return null
    const direct = /^\s*(?:(?:more|others?|other)\s*)?$/i.test(between)
    const isPassive = passive.test(between) || passive.test(text.slice(amount.span.start, word.span.start))
    if (word.forms.has('noun') && !word.forms.has('verb')) {
      if (
        word.word === 'lives'
          ? /\b(?:claimed|took|cost|claim|claiming|taking|costing)\s*$/i.test(
              text.slice(Math.max(0, amount.span.start - 12), amount.span.start),
            )
          : !article && /^\s*(?:\p{L}+\s+){0,2}$/u.test(between) && /s$/.test(word.word)
      )
        return word
      if (!word.forms.has('state')) continue
    }
    if (opens.test(between) && !isPassive) return null
    // "19 men killed 40": the word has its own object.
    const takes =
      (word.forms.has('verb') || word.forms.has('act')) &&
      /^\s+(?:the|a|an|some|more|at|about|nearly|over|\d|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|\p{L}+s)\b/iu.test(
        text.slice(word.span.end, word.span.end + 14),
      )
    if (takes && !isPassive && !direct) return null
    if (word.forms.has('act') && (isPassive || !article)) return word
    if (isPassive && (word.forms.has('verb') || word.forms.has('state'))) return word
    if (word.forms.has('state')) {
      if (/^(?:died|perished|fled|lost )/.test(word.word)) return word
      if (direct || (!article && rivals.length === 0 && /^(?:\s+\p{L}+){0,3}\s+$/u.test(between))) return word
    }
    if (word.forms.has('verb') && /ed$|slain/.test(word.word)) {
      if (direct) return word
      const after = text.slice(word.span.end, Math.min(end, word.span.end + 12))
      // "12 people killed in Homs": a reduced passive has no object.
      if (
        !article &&
        /^\s*(?:in|by|on|at|during|when|after|and|,|\.|near|since|last|yesterday|$)/i.test(after) &&
        bodyWord.test(between.trim())
      )
        return word
    }
    return null
  }
  return null
}

/** "killing 13 people and 4 children": the second shares the first one's word. */
function coordinated(
  text: string,
  amount: Amount,
  previous: Amount | undefined,
  last: (Counted & {amount: Amount}) | undefined,
): {what: Counted['what']} | null {
  if (!previous || !last || last.amount !== previous || last.what === 'troops' || !isPlain(amount, text)) return null
  const between = text.slice(previous.span.end, amount.span.start)
  const listed = /^(?:\s+\p{L}+){1,4}(?:\s+and|,\s+and|,)\s+$/u.test(between)
  // "10 people were wounded, including three policemen": part of those counted.
  const included = /^[^.;]{2,60}[,\s](?:including|among them)\s+$/i.test(between)
  if (!listed && !included) return null
  return {what: last.what}
}

const whoPattern =
  /^\s+((?:of\s+the(?:m|se|ir)?\s+)?(?:other\s+|more\s+|additional\s+)?(?:\p{L}[\p{L}'’-]*\s+){0,4}?\p{L}[\p{L}'’-]*?)(?=\s+(?:were|was|are|is|have|had|has|been|died|fled|perished|in|on|at|by|from|who|when|after|during|and|killed|dead|wounded|injured|died|near|for|to|with|of|as|or|detained|arrested)\b|[.,;:)”"]|$)/iu

function figureOf(text: string, {span, low, high, approx}: Amount, what: Counted['what'], limit: number): Counted {
  const match = whoPattern.exec(text.slice(span.end, Math.max(limit, span.end)))
  const verbs =
    /^(?:were|was|are|is|have|had|been|killed|dead|wounded|injured|died|dying|deaths|others?|more|in|on|by|and|of)$/i
  let who: Span | null = null
  if (match && !verbs.test(match[1])) {
    const start = span.end + match[0].length - match[1].length
    who = {start, end: start + match[1].length}
  }
  return {span, what, low, high, approx, unit: null, who}
}
