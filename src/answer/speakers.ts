import {fold, type Lexicon, piecesOf} from '../lexicon/index.ts'
import type {Sector, StatementRow} from '../model/index.ts'

/**
 * The sector of whoever says a statement: of one who is known its own, else what the words say that tell who it is, in any of these statements.
 * Those who were something once are it no more.
 */
export function speakerSectors(rows: readonly StatementRow[], lexicon: Lexicon): (row: StatementRow) => Sector | null {
  const told = new Map<string, Sector>()
  const keyOf = ({id, statement: {source}}: StatementRow) => source.entity ?? id
  for (const row of rows) {
    const known = lexicon.entities.get(row.statement.source.entity ?? '')?.sector
    const sector = known ?? sectorIn(row.role ?? '', lexicon) ?? sectorIn(row.speaker ?? '', lexicon)
    if (sector && !told.has(keyOf(row))) told.set(keyOf(row), sector)
  }
  return row => told.get(keyOf(row)) ?? null
}

const once = /\b(?:former|formerly|retired|ex|until)\b/i
const longest = 5

/** The first words that name what somebody is, or the body that they belong to. */
function sectorIn(words: string, lexicon: Lexicon): Sector | null {
  if (once.test(words)) return null
  const keys = piecesOf(words).map(({key}) => key)
  const sectors = sectorsOf(lexicon)
  for (let n = 0; n < keys.length; n++)
    for (let length = longest; length > 0; length--) {
      const sector = sectors.get(keys.slice(n, n + length).join(' '))
      if (sector) return sector
    }
  return null
}

const kept = new WeakMap<Lexicon, ReadonlyMap<string, Sector>>()

function sectorsOf(lexicon: Lexicon): ReadonlyMap<string, Sector> {
  const known = kept.get(lexicon)
  if (known) return known
  const bodies = lexicon.table('org-words', ['word', 'kind', 'sector', 'from']).map(({cells}) => cells)
  const sectors = new Map<string, Sector>()
  for (const {word, sector} of bodies) if (sector !== '') sectors.set(fold(word), sector as Sector)
  for (const {noun, sector} of lexicon.roleNouns) if (sector) sectors.set(fold(noun), sector)
  kept.set(lexicon, sectors)
  return sectors
}
