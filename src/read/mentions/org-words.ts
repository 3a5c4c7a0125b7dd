import type {Lexicon} from '../../lexicon/index.ts'

const orgTables = new WeakMap<Lexicon, ReadonlyMap<string, OrgWord>>()

/** What a word in a name tells of who bears it. */
export interface OrgWord {
  readonly kind: string
  readonly sector: string
}

export function orgWords(lexicon: Lexicon): ReadonlyMap<string, OrgWord> {
  let table = orgTables.get(lexicon)
  if (!table) {
    const rows = lexicon.table('org-words', ['word', 'kind', 'sector', 'from'])
    table = new Map(rows.map(({cells}) => [cells.word, {kind: cells.kind, sector: cells.sector}]))
    orgTables.set(lexicon, table)
  }
  return table
}
