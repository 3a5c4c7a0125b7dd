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
  const columns = ['words', 'part', 'value', 'from'] as const
  return wordsIn(text, lexicon, 'question-words', columns, taken).map(({row: {part, value}, span}) => ({
    part,
    value,
    span,
  }))
}

type Cells<Column extends string> = {readonly [name in Column]: string}

/** Words of a row in one form, and what they are part of: those of one part shut each other out. */
interface Form {
  readonly cells: Cells<string>
  readonly part: string
  readonly words: string
  readonly keys: readonly string[]
}

/** Rows of a table, with `words` among its columns, whose words stand in the text; where its verb may bend, in any form of it. */
export function wordsIn<Column extends string>(
  text: string,
  lexicon: Lexicon,
  table: string,
  columns: readonly Column[],
  taken: readonly Span[],
): {readonly row: Cells<Column>; readonly span: Span}[] {
  const pieces = piecesOf(text)
  const found: {row: Cells<Column>; span: Span}[] = []
  const held = new Map<string, Span[]>()
  for (const {cells, part, keys} of formsIn(lexicon, table, columns))
    for (let n = 0; n + keys.length <= pieces.length; n++) {
      if (!keys.every((key, k) => pieces[n + k].key === key)) continue
      const span = {start: pieces[n].start, end: pieces[n + keys.length - 1].end}
      // `come together again` says two things: only words that say the same kind of thing shut each other out, and a theme shuts out all.
      const rivals = [...taken, ...(held.get(part) ?? []), ...(held.get('theme') ?? [])]
      if (rivals.some(rival => overlap(rival, span))) continue
      held.set(part, [...(held.get(part) ?? []), span])
      found.push({row: cells as Cells<Column>, span})
    }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

const formsKept = new WeakMap<Lexicon, Map<string, readonly Form[]>>()

/** A table's rows in all their forms, longest first. */
function formsIn(lexicon: Lexicon, table: string, columns: readonly string[]): readonly Form[] {
  const tables = formsKept.get(lexicon) ?? new Map<string, readonly Form[]>()
  formsKept.set(lexicon, tables)
  const kept = tables.get(table)
  if (kept) return kept
  const forms = lexicon
    .table(table, columns)
    .flatMap(({cells}) => {
      const part = 'part' in cells ? cells.part : table
      return formsOf(cells.words, part, lexicon).map(words => ({
        cells,
        part,
        words,
        keys: piecesOf(words).map(({key}) => key),
      }))
    })
    .sort((a, b) => b.keys.length - a.keys.length || b.words.length - a.words.length || (a.words < b.words ? -1 : 1))
  tables.set(table, forms)
  return forms
}

const bends = ['kind', 'turn', 'opinion', 'question-acts']

/** What sides do may stand in any form of its verb: `made up` says what `make up` says. */
function formsOf(words: string, part: string, lexicon: Lexicon): string[] {
  if (!bends.includes(part)) return [words]
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
