import type {Lexicon} from '../../lexicon/index.ts'
import type {FigureKind, Span} from '../../model/index.ts'

/**
 * How a word tells what a number counts. `verb`: with the counted as its object or, passive, before it; `act`: only as a
 * participle; `state`: said of those counted; `noun`: counts deeds; `toll`: is followed by the sum; `unit`: names those counted;
 * `stretch`, `combat`, `fighter`: say what kind of sum it is.
 */
export type WordForm = 'verb' | 'act' | 'state' | 'noun' | 'toll' | 'unit' | 'stretch' | 'combat' | 'fighter'

export interface FigureWord {
  readonly what: FigureKind
  readonly forms: ReadonlySet<WordForm>
  readonly word: string
  readonly span: Span
}

interface Table {
  readonly pattern: RegExp
  readonly rows: ReadonlyMap<string, {what: FigureKind; forms: Set<WordForm>}>
}

const tables = new WeakMap<Lexicon, Table>()

function tableOf(lexicon: Lexicon): Table {
  const known = tables.get(lexicon)
  if (known) return known
  const rows = new Map<string, {what: FigureKind; forms: Set<WordForm>}>()
  for (const {cells} of lexicon.table('figure-words', ['id', 'word', 'what', 'form', 'from'])) {
    const row = rows.get(cells.word) ?? {what: cells.what as FigureKind, forms: new Set<WordForm>()}
    row.forms.add(cells.form as WordForm)
    rows.set(cells.word, row)
  }
  const words = [...rows.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${words.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}-])`, 'giu')
  const table = {pattern, rows}
  tables.set(lexicon, table)
  return table
}

/** Words of `figure-words.tsv` in a stretch of text, left to right. */
export function figureWordsIn(lexicon: Lexicon, text: string, from: number, to: number): FigureWord[] {
  const {pattern, rows} = tableOf(lexicon)
  const found: FigureWord[] = []
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const word = match[0].toLowerCase().replace(/\s+/g, ' ')
    const start = from + match.index
    found.push({...rows.get(word)!, word, span: {start, end: start + match[0].length}})
  }
  return found
}
