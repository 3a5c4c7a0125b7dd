import {existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type FetchOptions, fetchTable} from '../intake/index.ts'
import {
  type Additions,
  additionsIn,
  additionsOf,
  checkLexicon,
  factsOf,
  foldedName,
  type Imported,
  joinAdditions,
  type Lexicon,
  loadLexicon,
  ownNames,
  petrarchActors,
  petrarchAgents,
  petrarchVerbs,
  recordsIn,
  withoutName,
} from '../lexicon/index.ts'
import {DetenteError} from '../model/index.ts'

export const importFormats = ['petrarch-actors', 'petrarch-agents', 'petrarch-verbs', 'csv', 'wikidata'] as const
export type ImportFormat = (typeof importFormats)[number]

/** The form of a file, by what stands in it. */
export function formatOf(text: string): ImportFormat {
  if (text.trimStart().startsWith('{')) return 'wikidata'
  if (/^---.*\[[^\]]*\]\s*-*/m.test(text)) return 'petrarch-verbs'
  if (/\[\s*~\w|\[\s*\w+~\s*\]/.test(text)) return 'petrarch-agents'
  if (/\[[A-Z+-]{3,}[^\]]*\]/.test(text)) return 'petrarch-actors'
  return 'csv'
}

/** Reads a dictionary, CSV or query result as rows for the tables; nothing is written. Throws `lexicon/format`. */
export function importFacts(text: string, format: ImportFormat, from: string, lexicon: Lexicon): Imported {
  const isState = (code: string) => lexicon.states.has(code)
  if (format === 'petrarch-verbs') return petrarchVerbs(text)
  if (format === 'petrarch-actors') return petrarchActors(text, {isState})
  if (format === 'petrarch-agents') return newNouns(petrarchAgents(text), lexicon)
  const items = new Map([...lexicon.entities.values()].map(({wikidata, id}) => [wikidata, id]))
  const named = (name: string) => {
    if (/^Q\d+$/.test(name)) return items.get(name) ?? null
    const bearers = new Set(lexicon.byName.lookup(name).map(({entity}) => entity))
    return bearers.size === 1 ? [...bearers][0] : null
  }
  const sexOf = (name: string) => lexicon.givenNames.get(foldedName(name.split(/\s+/)[0])) ?? ''
  return factsOf(recordsIn(text, from), {isState, named, sexOf}, format === 'wikidata' ? 'wikidata' : 'import')
}

/** Role nouns that the tables know say more there (offices, bodies) than a dictionary of agents does. */
function newNouns({rows, left}: Imported, lexicon: Lexicon): Imported {
  const known = new Set(lexicon.roleNouns.map(({noun}) => noun.toLowerCase()))
  const nouns = (rows['role-nouns'] ?? []).filter(({noun}) => !known.has(noun ?? ''))
  return {rows: {...rows, 'role-nouns': nouns}, left}
}

/** Text of a file, or of an http(s) address such as a SPARQL endpoint with its query. Throws `intake/…` errors. */
export async function sourceText(source: string, options: FetchOptions = {}): Promise<string> {
  if (/^https?:\/\//.test(source)) return fetchTable(source, options)
  try {
    return readFileSync(source === '-' ? 0 : source, 'utf8')
  } catch (cause) {
    throw new DetenteError('intake/not-found', `expected a file, found none that can be read at ${source}`, {cause})
  }
}

/** Address of a query to a SPARQL endpoint. */
export function queryAddress(endpoint: string, query: string): string {
  const address = new URL(endpoint)
  address.searchParams.set('query', query)
  address.searchParams.set('format', 'json')
  return address.href
}

/**
 * Writes rows beside what already stands in a folder of additions, sorted and each once, and returns how many are new. Nothing is written
 * when a row is faulty. Throws `lexicon/format`.
 */
export function keepAdditions(folder: string, {rows}: Pick<Imported, 'rows'>): number {
  const [before, more] = [additionsIn(folder), additionsOf({rows}, folder)]
  const joined = joinAdditions(before, more)
  const tables = Object.fromEntries(Object.entries(joined.tables).map(([name, text]) => [name, sorted(text)]))
  const together: Additions = {tables, instead: [], from: folder}
  const [fault] = checkLexicon(undefined, together)
  if (fault) throw new DetenteError('lexicon/format', `${folder}/${fault.file}: ${fault.message}`)
  loadLexicon(undefined, together)
  if (!existsSync(folder)) mkdirSync(folder, {recursive: true})
  for (const name of Object.keys(more.tables)) writeFileSync(join(folder, `${name}.tsv`), tables[name])
  const count = (additions: Additions, name: string) => sorted(additions.tables[name] ?? '\n').split('\n').length - 2
  return Object.keys(more.tables).reduce(
    (sum, name) => sum + count(together, name) - Math.max(0, count(before, name)),
    0,
  )
}

/**
 * Takes a name that was made known out of a folder of additions; with the one by which somebody was made known, all that was told of
 * them. A table or folder that is empty then goes too. Returns the names that are gone. Throws `usage/argument` when there is no
 * such name, and `lexicon/format` when what is left would not hold together.
 */
export function dropName(folder: string, entity: string, name: string): string[] {
  const before = additionsIn(folder)
  const own = ownNames(before, entity)
  const found = own.find(each => each.name === name)
  if (!found)
    throw new DetenteError(
      'usage/argument',
      `expected a name of ${entity} that was added in ${folder}, found “${name}”`,
      {
        hint:
          own.length === 0
            ? 'None was added; built-in names stay.'
            : `Added were ${own.map(each => each.name).join(', ')}.`,
      },
    )
  const after = withoutName(before, entity, name)
  const left = Object.entries(after.tables).filter(([, text]) => text.trimEnd().includes('\n'))
  const together: Additions = {tables: Object.fromEntries(left), instead: [], from: folder}
  const [fault] = checkLexicon(undefined, together)
  if (fault) throw new DetenteError('lexicon/format', `${folder}/${fault.file}: ${fault.message}`)
  loadLexicon(undefined, together)
  for (const [table, text] of Object.entries(after.tables)) {
    const file = join(folder, `${table}.tsv`)
    if (!(table in together.tables)) rmSync(file)
    else if (text !== before.tables[table]) writeFileSync(file, text)
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
  return found.whole ? own.map(each => each.name) : [name]
}

/** A table with its rows in order, each once. */
function sorted(text: string): string {
  const [header, ...lines] = text.split('\n').filter(Boolean)
  return header === undefined ? '' : `${[header, ...[...new Set(lines)].sort()].join('\n')}\n`
}
