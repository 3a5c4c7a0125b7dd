import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {EntityId} from '../model/index.ts'
import {ownFolder} from './folder.ts'
import {piecesOf} from './pieces.ts'
import {readTable} from './table.ts'

/** One place of that name. */
export interface GazetteerPlace {
  /** As printed in the project's own rows; else in lower case without diacritics. */
  readonly name: string
  /** `''` for what lies in no one country. */
  readonly country: EntityId | ''
  /** First-level region by its code in GeoNames (`TX`, `09`); `''` where unknown. */
  readonly region: string
  readonly kind: 'capital' | 'seat' | 'city' | 'region' | 'county' | 'wide' | 'water' | 'abbreviation' | 'postal'
  readonly latitude: number
  readonly longitude: number
  /** People in thousands; 0 where unknown. */
  readonly thousands: number
}

export interface Gazetteer {
  /** Places of exactly this name, case, diacritics and hyphens aside: the project's own rows, then by number of people. */
  named(name: string): readonly GazetteerPlace[]
  /** Places whose name begins with these whole words and has more: `Ludwigshafen am` finds Ludwigshafen am Rhein. */
  startingWith(words: string): readonly GazetteerPlace[]
  /** Middle of a country; `null` for an unknown id. */
  middleOf(country: EntityId): readonly [latitude: number, longitude: number] | null
}

/** The form under which the table is sorted and searched. */
export function keyOf(name: string): string {
  return piecesOf(name)
    .map(({key}) => key)
    .join(' ')
}

/** Answers are kept until there are so many. */
const mostKept = 20_000
const opened = new Map<string, Gazetteer>()

/**
 * Opens the tables of a folder, `data/gazetteer` by default. `places.tsv` is kept as it is and searched by halves, so that opening costs little more than
 * reading the file. Throws the file system's error when it cannot be read.
 */
export function openGazetteer(folder: string = join(ownFolder(), '../gazetteer')): Gazetteer {
  const before = opened.get(folder)
  if (before) return before
  const countries = new Map(
    readTable(join(folder, 'countries.tsv'), ['id', 'latitude', 'longitude', 'from']).map(({cells}) => [
      cells.id,
      [Number(cells.latitude), Number(cells.longitude)] as const,
    ]),
  )
  const own = new Map<string, GazetteerPlace[]>()
  for (const {cells} of readTable(join(folder, 'own.tsv'), [
    'name',
    'country',
    'region',
    'kind',
    'latitude',
    'longitude',
    'from',
  ])) {
    const key = keyOf(cells.name)
    const place = placeOf([cells.name, cells.country, cells.region, cells.kind, cells.latitude, cells.longitude, '0'])
    own.set(key, [...(own.get(key) ?? []), place])
  }
  const bytes = readFileSync(join(folder, 'places.tsv'))
  const known = new Map<string, readonly GazetteerPlace[]>()
  const gazetteer: Gazetteer = {
    named(name) {
      const key = keyOf(name)
      let found = known.get(key)
      if (found) return found
      found = Object.freeze([...(own.get(key) ?? []), ...(key === '' ? [] : rowsFrom(bytes, `${key}\t`))])
      if (known.size >= mostKept) known.clear()
      known.set(key, found)
      return found
    },
    startingWith: words => {
      const key = `${keyOf(words)} `
      return key === ' ' ? [] : rowsFrom(bytes, key)
    },
    middleOf: country => countries.get(country) ?? null,
  }
  opened.set(folder, gazetteer)
  return gazetteer
}

/** The rows of a table sorted by the bytes of its first cell whose first cell begins with `key`, most people first. */
function rowsFrom(bytes: Buffer, key: string): GazetteerPlace[] {
  const wanted = Buffer.from(key)
  const begin = bytes.indexOf(10) + 1
  let low = begin
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = middle <= begin ? begin : bytes.lastIndexOf(10, middle - 1) + 1
    if (bytes.compare(wanted, 0, wanted.length, start, Math.min(bytes.length, start + wanted.length)) < 0)
      low = bytes.indexOf(10, start) + 1
    else high = start
  }
  const places: GazetteerPlace[] = []
  for (let at = low; at < bytes.length; ) {
    if (bytes.compare(wanted, 0, wanted.length, at, Math.min(bytes.length, at + wanted.length)) !== 0) break
    const end = bytes.indexOf(10, at)
    places.push(placeOf(bytes.toString('utf8', at, end).split('\t')))
    at = end + 1
  }
  return places.sort((a, b) => b.thousands - a.thousands)
}

function placeOf(cells: readonly string[]): GazetteerPlace {
  return {
    name: cells[0],
    country: cells[1],
    region: cells[2],
    kind: cells[3] as GazetteerPlace['kind'],
    latitude: Number(cells[4]),
    longitude: Number(cells[5]),
    thousands: Number(cells[6]),
  }
}
