import type {Lexicon} from '../lexicon/index.ts'
import type {BackgroundAnswer, EntityId, Incident, RelationAnswer} from '../model/index.ts'
import {breath, inTurns} from '../model/turns.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {analoguesOf, findingDrivers, indexOf, monthNumber, thirdParties, type Told} from '../relation/index.ts'
import {type Around, aroundOf} from './around.ts'
import {namedEras} from './eras.ts'
import {mostToldFirst} from './lines-of.ts'
import {ownEras} from './own-eras-of.ts'
import type {OwnEraRow} from './own-eras.ts'
import {relation} from './relation.ts'
import {ruleIn} from './rule.ts'
import {reignsOf} from './rulers.ts'

/** Most other relations in which analogues are looked for: those with most incidents. */
const mostOthers = 12
/** Least incidents of another relation. */
const leastIncidents = 6

/** Eras, analogues and drivers of a relation. Throws `answer/unknown-entity`. */
export async function background(
  record: OpenRecord,
  lexicon: Lexicon,
  pair: readonly [EntityId, EntityId],
  known: Known = {},
  /** An analyst's own eras, of any pairs. */
  ownRows: readonly OwnEraRow[] = [],
): Promise<BackgroundAnswer> {
  return backgroundOf(record, lexicon, await relation(record, lexicon, pair, known), known, ownRows)
}

/** The same of a relation that was read before, whole and in both directions; `read`: what else is in hand. */
export async function backgroundOf(
  record: OpenRecord,
  lexicon: Lexicon,
  whole: RelationAnswer,
  known: Known = {},
  ownRows: readonly OwnEraRow[] = [],
  read: Around | null = null,
): Promise<BackgroundAnswer> {
  const {pair, incidents, index} = whole
  const ids = [pair[0].id, pair[1].id] as const
  const [{sides}, others, names, entities] = await Promise.all([
    read ?? aroundOf(record, ids, known, incidents),
    otherRelations(record, ids, known),
    record.names(),
    record.entities({kind: 'person', ...known}),
  ])
  const around = unique(ids.flatMap(id => sides.get(id) ?? []))
  const drivers = await inTurns(findingDrivers(incidents, around, {pair: ids}))
  await breath()
  const docs = new Map(entities.map(({id, docs}) => [id, docs]))
  const reigns = reignsOf(incidents, index, lexicon, docs).map(reign => ({
    ...reign,
    incidents: [...reign.incidents].sort(mostToldFirst).map(({id}) => id),
  }))
  const eras = namedEras(incidents, index, lexicon, docs)
  await breath()
  const end = monthNumber(`${index.points.at(-1)?.month ?? '0000-01'}-01`)
  const analogues = analoguesOf({incidents, series: index}, others, {rule: ruleIn(lexicon, docs, end)})
  const mentioned = [
    ...ids,
    ...reigns.map(({ruler}) => ruler),
    ...eras.flatMap(({others}) => others),
    ...drivers.map(({id}) => id),
    ...(analogues?.found.flatMap(({episode}) => [...episode.pair, ...episode.others]) ?? []),
  ]
  return {
    eras,
    own: await ownEras(record, lexicon, ownRows, whole, {eras}),
    reigns,
    analogues,
    drivers,
    tried: triedIn(around, ids),
    names: Object.fromEntries(
      [...new Set(mentioned)].sort().flatMap(id => {
        const name = lexicon.entities.get(id)?.name ?? names[id]
        return name === undefined ? [] : [[id, name]]
      }),
    ),
  }
}

async function otherRelations(record: OpenRecord, pair: readonly [EntityId, EntityId], known: Known): Promise<Told[]> {
  const totals = new Map<string, number>()
  for (const {pair: other, incidents} of await record.ties(known))
    totals.set(other.join(' '), (totals.get(other.join(' ')) ?? 0) + incidents)
  const own = [...pair].sort().join(' ')
  const pairs = [...totals]
    .filter(([key, incidents]) => key.split(' ').sort().join(' ') !== own && incidents >= leastIncidents)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostOthers)
    .map(([key]) => key.split(' ') as [EntityId, EntityId])
  return Promise.all(
    pairs.map(async other => {
      const [incidents, looks] = await Promise.all([
        record.incidents({pair: other, ...known}),
        record.looks({pair: other, ...known}),
      ])
      await breath()
      return {incidents, series: indexOf(incidents, {pair: other, direction: 'both', theme: null, looks})}
    }),
  )
}

function unique(incidents: readonly Incident[]): Incident[] {
  return [...new Map(incidents.map(incident => [incident.id, incident])).values()]
}

function triedIn(around: readonly Incident[], pair: readonly [EntityId, EntityId]): number {
  const things = around.flatMap(incident => [
    ...incident.contexts.map(theme => `theme ${theme}`),
    ...thirdParties(incident, pair),
  ])
  return new Set(things).size
}
