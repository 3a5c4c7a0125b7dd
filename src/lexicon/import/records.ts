import {DetenteError} from '../../model/error.ts'

/** One row of a table of the world: column → cell. */
export type TableRecord = Readonly<Record<string, string>>

/** Rows of a SPARQL result in JSON, or of a CSV or TSV with a header. Throws `lexicon/format` when it is neither. */
export function recordsIn(text: string, from: string): TableRecord[] {
  if (!text.trimStart().startsWith('{')) return separated(text)
  try {
    const {results} = JSON.parse(text) as {results?: {bindings?: Record<string, {value?: string}>[]}}
    if (Array.isArray(results?.bindings))
      return results.bindings.map(binding =>
        Object.fromEntries(Object.entries(binding).map(([name, {value}]) => [name, value ?? ''])),
      )
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw new DetenteError('lexicon/format', `${from}: expected the JSON of a SPARQL result, with results.bindings`)
}

/** RFC 4180, with commas, semicolons or tabs, whichever the header has most of. */
function separated(text: string): TableRecord[] {
  const head = text.slice(0, text.indexOf('\n') >>> 0)
  const separator = [...',;\t'].reduce((best, mark) =>
    head.split(mark).length > head.split(best).length ? mark : best,
  )
  const [names = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''), separator)
  return rows
    .filter(row => row.some(cell => cell !== ''))
    .map(row => Object.fromEntries(names.map((name, n) => [name.trim(), (row[n] ?? '').trim()])))
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  const add = (letter: string) => {
    const row = rows[rows.length - 1]
    row[row.length - 1] += letter
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (quoted && letter === '"' && text[i + 1] === '"') add(text[i++])
    else if (letter === '"') quoted = !quoted
    else if (!quoted && letter === separator) rows[rows.length - 1].push('')
    else if (!quoted && letter === '\n') rows.push([''])
    else if (letter !== '\r') add(letter)
  }
  return rows
}
