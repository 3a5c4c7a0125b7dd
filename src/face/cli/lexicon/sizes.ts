import type {Lexicon} from '../../../ingest/index.ts'

const regions = ['Americas', 'Europe', 'Africa', 'Middle East', 'Asia', 'Oceania', 'none'] as const
type Region = (typeof regions)[number]

/** How many entities of each kind the tables hold, by the region of their home state; `none`: of many states, of a territory or of none. */
export function sizesOf(lexicon: Lexicon): Record<string, string | number>[] {
  const byKind = new Map<string, Record<Region, number>>()
  for (const {kind, country} of lexicon.entities.values()) {
    const row = byKind.get(kind) ?? (Object.fromEntries(regions.map(region => [region, 0])) as Record<Region, number>)
    row[regionOf(country === null ? null : (lexicon.states.get(country)?.cow ?? null))]++
    byKind.set(kind, row)
  }
  const rows = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1))
  const terms = {kind: 'terms of office', all: lexicon.roles.length}
  return [
    ...rows.map(([kind, row]) => ({kind, ...row, all: regions.reduce((sum, region) => sum + row[region], 0)})),
    {...Object.fromEntries([['kind', ''], ...regions.map(region => [region, ''])]), ...terms},
  ]
}

export const sizeColumns = ['kind', ...regions, 'all'] as const

/** Regions as the Correlates of War numbers its states. */
function regionOf(cow: number | null): Region {
  if (cow === null) return 'none'
  if (cow < 200) return 'Americas'
  if (cow < 400) return 'Europe'
  if (cow < 630) return 'Africa'
  if (cow < 700) return 'Middle East'
  return cow < 900 ? 'Asia' : 'Oceania'
}
