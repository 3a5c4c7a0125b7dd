import type {Tree} from '../../text/index.ts'
import type {Item} from './lines.ts'
import {isComma, isFiniteVerb, isStop, isWord, nounPhraseOn} from './sources.ts'

/** End of what is told, from `from` on: the line's end, or where another telling, an aside of attribution or a contrast begins. */
export function contentEnd(items: readonly Item[], from: number, verb: number, trees: readonly Tree[]): number {
  let last = items.length - 1
  while (last > from && isStop(items[last])) last--
  const {sentence, token} = items[verb]
  const tree = trees[sentence]
  const sameLevel = (other: number) =>
    tree !== undefined && other > token && tree.upos(other) === 'VERB' && tree.conjuncts(token).includes(other)
  for (let k = from + 1; k <= last; k++) {
    const item = items[k]
    if (item.form === ';') return k - 1
    if (isWord(item, 'according') && isWord(items[k + 1], 'to')) return isComma(items[k - 1]) ? k - 2 : k - 1
    if (isComma(item) && k + 1 <= last) {
      const next = items[k + 1]
      if (
        /^(?:adding|saying|noting|stressing|arguing|warning|citing|calling|telling|accusing|insisting|claiming|explaining)$/i.test(
          next.form,
        )
      )
        return k - 1
      if (/^(?:but|while|though|although|whereas)$/i.test(next.form)) return k - 1
      if (isWord(next, 'and') && tellsNext(items, k + 2)) return k - 1
    }
    if (
      isWord(item, 'and') &&
      k > from + 1 &&
      items[k + 1]?.sentence === sentence &&
      isTelling(items[k + 1]) &&
      sameLevel(items[k + 1].token)
    )
      return k - 1
  }
  return last
}

const tellings =
  /^(?:say|tell|add|note|warn|claim|argue|deny|insist|announce|stress|urge|call|accuse|ask|encourage|write|promise|pledge|vow|explain|believe|think|describe|criticize|reject|suggest|tweet|shout|reply|continue|report|speculate)$/
export const isTelling = (item: Item) => item.upos === 'VERB' && tellings.test(item.lemma)

/** ", and [she] said …": another telling of the same level. */
function tellsNext(items: readonly Item[], from: number): boolean {
  for (let k = from; k < Math.min(from + 6, items.length); k++) {
    if (isTelling(items[k]) && isFiniteVerb(items[k])) return true
    if (!/^(?:PRON|PROPN|NOUN|DET|ADJ|ADV|AUX)$/.test(items[k].upos)) return false
  }
  return false
}

/** Items of a dateline: "SEOUL – ", "KABUL, Aug 5 (Agency) - ". */
export function datelineEnd(items: readonly Item[], before: number): number {
  const dash = items.findIndex(
    (item, n) => n > 0 && n < 14 && n < before && /^(?:—|–|--|-)$/.test(item.form) && item.start > items[n - 1].end,
  )
  return dash > 0 && /^\p{Lu}{3,}$/u.test(items[0].form) && !items.slice(0, dash).some(isFiniteVerb) ? dash + 1 : 0
}

/** First item at or after `from` of the segment between stops: after a semicolon. */
export function segmentStart(items: readonly Item[], before: number): number {
  let at = before
  const from = datelineEnd(items, before)
  while (at > from && !/^[;:]$/.test(items[at - 1].form) && !isStop(items[at - 1])) at--
  return at
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
export function clauseEnd(items: readonly Item[], from: number, verb: number, trees: readonly Tree[]): number {
  const limit = contentEnd(items, from, verb, trees)
  let hasVerb = items[from] !== undefined && isFiniteVerb(items[from])
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
    // "denied any role and its minister warned against …": nothing in the phrase has a verb, so the next clause is no part of it.
    if (/^(?:and|but|while)$/i.test(items[k].form) && !hasVerb && opensClause(items, k + 1, limit)) return k - 1
    if (isFiniteVerb(items[k])) hasVerb = true
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
