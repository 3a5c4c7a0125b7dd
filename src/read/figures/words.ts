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

interface Row {
  readonly what: FigureKind
  readonly forms: Set<WordForm>
}

/** What goes on after a first word: longer phrases first. */
interface Phrase extends Row {
  readonly word: string
  readonly rest: RegExp
}

const tables = new WeakMap<Lexicon, ReadonlyMap<string, readonly Phrase[]>>()

function tableOf(lexicon: Lexicon): ReadonlyMap<string, readonly Phrase[]> {
  const known = tables.get(lexicon)
  if (known) return known
  const rows = new Map<string, Row>()
  for (const {cells} of lexicon.table('figure-words', ['id', 'word', 'what', 'form', 'from'])) {
    const row = rows.get(cells.word) ?? {what: cells.what as FigureKind, forms: new Set<WordForm>()}
    row.forms.add(cells.form as WordForm)
    rows.set(cells.word, row)
  }
  const table = new Map<string, Phrase[]>()
  for (const [word, row] of [...rows].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))) {
    const [first, ...more] = word.split(' ')
    const rest = new RegExp(`${more.map(part => `\\s+${part}`).join('')}(?![\\p{L}-])`, 'iuy')
    table.set(first, [...(table.get(first) ?? []), {...row, word, rest}])
  }
  tables.set(lexicon, table)
  return table
}

const anyWord = /(?<![\p{L}-])\p{L}+/gu

/** Words of `figure-words.tsv` in a stretch of text, left to right. */
export function figureWordsIn(lexicon: Lexicon, text: string, {start, end}: Span): FigureWord[] {
  const table = tableOf(lexicon)
  const part = text.slice(start, end)
  const found: FigureWord[] = []
  let from = 0
  for (anyWord.lastIndex = 0; ; ) {
    const match = anyWord.exec(part)
    if (!match) return found
    if (match.index < from) continue
    const after = match.index + match[0].length
    const phrase = table.get(match[0].toLowerCase())?.find(({rest}) => {
      rest.lastIndex = after
      return rest.test(part)
    })
    if (!phrase) continue
    from = phrase.rest.lastIndex
    const {what, forms, word} = phrase
    found.push({what, forms, word, span: {start: start + match.index, end: start + from}})
  }
}
