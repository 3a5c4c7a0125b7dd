import {type Lexicon, piecesOf} from '../../lexicon/index.ts'
import type {Span} from '../../model/index.ts'
import {verbForms} from './verb-forms.ts'

/** Words of a question that the table knows, and what they say. */
export interface KnownWords {
  readonly part: string
  readonly value: string
  readonly span: Span
}

/** Longest first, and none inside another: in `war on terror`, `war` alone says nothing. In order of the text. */
export function knownWords(text: string, lexicon: Lexicon, taken: readonly Span[]): KnownWords[] {
  const pieces = piecesOf(text)
  const rows = rowsOf(lexicon)
  const found: KnownWords[] = []
  const held = new Map<string, Span[]>()
  for (const {keys, part, value} of rows)
    for (let n = 0; n + keys.length <= pieces.length; n++) {
      if (!keys.every((key, k) => pieces[n + k].key === key)) continue
      const span = {start: pieces[n].start, end: pieces[n + keys.length - 1].end}
      // `come together again` says two things: only words that say the same kind of thing shut each other out, and a theme shuts out all.
      const rivals = [...taken, ...(held.get(part) ?? []), ...(held.get('theme') ?? [])]
      if (rivals.some(rival => overlap(rival, span))) continue
      held.set(part, [...(held.get(part) ?? []), span])
      found.push({part, value, span})
    }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

interface Row {
  readonly part: string
  readonly value: string
  readonly keys: readonly string[]
}

const rowsKept = new WeakMap<Lexicon, readonly Row[]>()

/** The table's rows in all their forms, longest first. */
function rowsOf(lexicon: Lexicon): readonly Row[] {
  const kept = rowsKept.get(lexicon)
  if (kept) return kept
  const rows = lexicon
    .table('question-words', ['words', 'part', 'value', 'from'])
    .flatMap(({cells}) =>
      formsOf(cells, lexicon).map(words => ({...cells, words, keys: piecesOf(words).map(({key}) => key)})),
    )
    .sort((a, b) => b.keys.length - a.keys.length || b.words.length - a.words.length || (a.words < b.words ? -1 : 1))
  rowsKept.set(lexicon, rows)
  return rows
}

/** What sides do may stand in any form of its verb: `made up` says what `make up` says. */
function formsOf({words, part}: {words: string; part: string}, lexicon: Lexicon): string[] {
  if (part !== 'kind' && part !== 'turn') return [words]
  const [verb, ...rest] = words.split(' ')
  return verbForms(verb, lexicon).map(form => [form, ...rest].join(' '))
}

/** What is left of a question when all that was understood is taken out: runs of words. */
export function unreadWords(text: string, lexicon: Lexicon, taken: readonly Span[]): string[] {
  const plain = new Set(lexicon.table('question-plain', ['words', 'from']).map(({cells}) => cells.words))
  const runs: Span[] = []
  let open = false
  for (const {key, start, end} of piecesOf(text)) {
    const known = plain.has(key) || taken.some(span => overlap(span, {start, end}))
    if (!known && open) runs[runs.length - 1] = {start: runs[runs.length - 1].start, end}
    else if (!known) runs.push({start, end})
    open = !known
  }
  return runs.map(({start, end}) => text.slice(start, end))
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
