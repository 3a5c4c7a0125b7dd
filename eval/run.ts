import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {loadEngine} from '../src/ingest/engine.ts'
import {DetenteError} from '../src/model/index.ts'
import {parts} from './ablation.ts'
import {belowFloor, type Floors} from './floors.ts'
import type {GoldSet, Score} from './set.ts'
import {articles} from './sets/articles.ts'
import {attribution} from './sets/attribution.ts'
import {countries} from './sets/countries.ts'
import {dates} from './sets/dates.ts'
import {events} from './sets/events.ts'
import {figures} from './sets/figures.ts'
import {incidents} from './sets/incidents.ts'
import {names} from './sets/names.ts'
import {pages} from './sets/pages.ts'
import {petrarch} from './sets/petrarch.ts'
import {places} from './sets/places.ts'
import {reality} from './sets/reality.ts'
import {trees} from './sets/trees.ts'
import {unbroken} from './sets/unbroken.ts'

const sets: readonly GoldSet[] = [
  trees,
  names,
  pages,
  dates,
  figures,
  places,
  reality,
  attribution,
  events,
  countries,
  incidents,
  articles,
  petrarch,
  unbroken,
]
const root = join(import.meta.dirname, '..')
const help = `npm run eval -- [--set NAME] [--data PATH] [--shared FOLDER] [--floors] [--json]
  --set NAME     one set: ${sets.map(set => set.name).join(', ')}
  --data PATH    another file or folder of the same shape (with --set)
  --shared DIR   where the gold data lies (../shared)
  --without PART the reader without its rules or its model: rules, model (with --set attribution)
  --floors       fail when a score is below its floor in eval/floors.json
  --json         scores as JSON`

async function main() {
  const {values} = parseArgs({
    options: {
      set: {type: 'string'},
      data: {type: 'string'},
      shared: {type: 'string', default: join(root, '..', 'shared')},
      without: {type: 'string'},
      floors: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
      help: {type: 'boolean', short: 'h', default: false},
    },
  })
  if (values.help) return console.log(help)
  const chosen = values.set === undefined ? sets : sets.filter(set => set.name === values.set)
  if (chosen.length === 0 || (values.data !== undefined && values.set === undefined))
    throw new DetenteError(
      'eval/unknown-set',
      `expected --set with one of ${sets.map(set => set.name).join(', ')}, found ${values.set ?? 'none'}`,
    )
  const without = parts.find(part => part === values.without)
  if (values.without !== undefined && (!without || values.set !== 'attribution'))
    throw new DetenteError(
      'eval/unknown-set',
      `expected --set attribution with --without ${parts.join(' or ')}, found ${values.without}`,
    )
  const engine = {...loadEngine(), without}
  const floors: Floors = JSON.parse(readFileSync(join(root, 'eval', 'floors.json'), 'utf8'))
  const all: Score[] = []
  const failures: string[] = []
  for (const set of chosen) {
    const path = values.data ?? join(values.shared, set.data)
    if (!existsSync(path)) {
      console.log(`${set.name}: no data at ${path}, left out`)
      continue
    }
    const scores = await set.score(path, engine)
    all.push(...scores.map(score => ({set: set.name, ...score})))
    if (!values.json) print(set, scores, values.data === undefined ? floors : {})
    if (values.floors) failures.push(...belowFloor(set.name, scores, floors))
  }
  if (values.json) console.log(JSON.stringify(all, null, 1))
  if (failures.length > 0) throw new DetenteError('eval/below-floor', failures.join('\n'))
}

function print(set: GoldSet, scores: readonly Score[], floors: Floors) {
  console.log(`\n${set.name} — ${set.about}`)
  const width = Math.max(...scores.map(score => `${score.split} ${score.measure}`.length))
  for (const {split, measure, value, unit, detail} of scores) {
    const floor = floors[`${set.name}/${split}/${measure}`]
    const shown = unit === undefined ? (value * 100).toFixed(1).padStart(6) : `${value.toFixed(2).padStart(6)} ${unit}`
    console.log(
      `  ${`${split} ${measure}`.padEnd(width)} ${shown}${floor === undefined ? '' : `  floor ${(floor * 100).toFixed(1)}`}${detail ? `  (${detail})` : ''}`,
    )
  }
}

main().catch(error => {
  if (!(error instanceof DetenteError)) throw error
  console.error(`${error.code}: ${error.message}`)
  process.exit(1)
})
