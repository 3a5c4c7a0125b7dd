import {createHash} from 'node:crypto'
import {atOnce} from '../../model/turns.ts'
import {compare} from './agree.ts'
import {type Features, featuresOf, realm} from './features.ts'
import {filingOf} from './filing.ts'
import type {Likeness} from './likeness.ts'
import {type Links, linkTables, noLinks} from './links.ts'
import {type Shelf, Shelves} from './shelves.ts'
import type {Telling} from './telling.ts'
import {Vocabulary} from './vocabulary.ts'

export interface Member<T extends Telling = Telling> {
  readonly telling: T
  /** Why it was joined; `null` for the one that opened the incident. */
  readonly why: string | null
}

export interface Joined<T extends Telling = Telling> {
  readonly id: string
  readonly members: readonly Member<T>[]
}

/** Members that a new telling is compared with: bounds the work on a happening that everyone prints. */
const compared = 8

export interface JoinOptions {
  /** What people have said of tellings. */
  readonly links?: Links
  /** How like the Docs are in what they are about. */
  readonly likeness?: Likeness | null
}

interface Cluster<T extends Telling> {
  readonly n: number
  readonly members: Member<T>[]
  /** Of the first members: those with which others are compared. */
  readonly shown: Features<T>[]
  /** Shelves on which it was looked for, and stands, since its first member was filed. */
  on: Set<Shelf> | null
  /** Number of the last telling that was compared with it. */
  tried: number
}

/**
 * Puts tellings of the same happening together. Each telling, exact ones first, goes to the incident with which it agrees
 * best, or opens one. The order in which they are given does not matter. What people have said of them goes before all else.
 */
export const joinTellings = <T extends Telling>(given: readonly T[], options: JoinOptions = {}): Joined<T>[] =>
  atOnce(joining(given, options))

/** Tellings that are joined before others may get their turn. */
const stretch = 500

/** The same in steps, between which others may have their turn. */
export function* joining<T extends Telling>(
  given: readonly T[],
  {links = noLinks, likeness = null}: JoinOptions = {},
): Generator<undefined, Joined<T>[]> {
  const shelves = new Shelves<Cluster<T>>()
  const clusters: Cluster<T>[] = []
  const {partners, strangers} = linkTables(links)
  const placed = new Map<string, Cluster<T>>()
  const vocabulary = new Vocabulary()
  const sorted: Features<T>[] = []
  for (const telling of given) {
    if (sorted.push(featuresOf(telling, vocabulary)) % (4 * stretch) === 0) yield
  }
  sorted.sort(inOrder)
  for (const [n, features] of sorted.entries()) {
    if (n % stretch === stretch - 1) yield
    const {telling} = features
    const {filed, sought} = filingOf(features)
    const partner = partnerOf(partners.get(telling.id), placed)
    const found = partner ?? bestOf(features, n, sought, shelves, strangers.get(telling.id), likeness)
    const cluster: Cluster<T> = found?.cluster ?? {
      n: clusters.length,
      members: [],
      shown: [],
      on: null,
      tried: -1,
    }
    if (!found) clusters.push(cluster)
    cluster.members.push({telling, why: found?.why ?? null})
    if (cluster.shown.length < compared) cluster.shown.push(features)
    if (partners.has(telling.id)) placed.set(telling.id, cluster)
    file(cluster, filed, shelves)
  }
  return named(links.together.length === 0 ? clusters : united(clusters, links, placed))
}

/** The incident of the first of those that people have put together with a telling. */
function partnerOf<T extends Telling>(
  partners: ReadonlyMap<string, string> | undefined,
  placed: ReadonlyMap<string, Cluster<T>>,
) {
  for (const [id, why] of partners ?? []) {
    const cluster = placed.get(id)
    if (cluster) return {cluster, why}
  }
  return null
}

/** Incidents that hold tellings which people have put together become one. */
function united<T extends Telling>(
  clusters: readonly Cluster<T>[],
  {together}: Links,
  placed: ReadonlyMap<string, Cluster<T>>,
): Cluster<T>[] {
  const into = new Map<Cluster<T>, Cluster<T>>()
  const home = (cluster: Cluster<T>): Cluster<T> => (into.has(cluster) ? home(into.get(cluster)!) : cluster)
  for (const {a, b, why} of together) {
    const [x, y] = [placed.get(a), placed.get(b)].map(cluster => cluster && home(cluster))
    if (!x || !y || x === y) continue
    const [first, second] = x.n < y.n ? [x, y] : [y, x]
    first.members.push(...second.members.map(({telling, why: own}) => ({telling, why: own ?? why})))
    into.set(second, first)
  }
  return clusters.filter(cluster => !into.has(cluster))
}

function bestOf<T extends Telling>(
  telling: Features<T>,
  n: number,
  sought: readonly Shelf[],
  shelves: Shelves<Cluster<T>>,
  strangers: ReadonlySet<string> | undefined,
  likeness: Likeness | null,
) {
  let best: {cluster: Cluster<T>; points: number; member: Features<T>} | null = null
  for (const shelf of sought)
    for (let place = shelves.newest(shelf); place >= 0; place = shelves.older(place)) {
      const cluster = shelves.at(place)
      if (cluster.tried === n) continue
      cluster.tried = n
      if (strangers && cluster.members.some(member => strangers.has(member.telling.id))) continue
      const fit = fitOf(telling, cluster, likeness)
      if (fit && (!best || fit.points > best.points || (fit.points === best.points && cluster.n < best.cluster.n)))
        best = {cluster, ...fit}
    }
  return best && {cluster: best.cluster, why: whyOf(best.member, telling, likeness)}
}

function whyOf(member: Features, telling: Features, likeness: Likeness | null): string {
  const {why, points, needed} = compare(member, telling, likeness, [])!
  return `with ${member.telling.id}: ${why.join('; ')} (${points.toFixed(2)} of ${needed})`
}

/** The best agreement with a member, when no member forbids it. */
function fitOf<T extends Telling>(
  telling: Features<T>,
  {shown}: Cluster<T>,
  likeness: Likeness | null,
): {points: number; member: Features<T>} | null {
  let best: {points: number; member: Features<T>} | null = null
  for (const member of shown) {
    const found = compare(member, telling, likeness, null)
    if (!found) return null
    if (found.points < found.needed) continue
    // Above what is needed, so that vague agreement does not outbid an exact one.
    const points = found.points - found.needed
    if (!best || points > best.points) best = {points, member}
  }
  return best
}

/** Puts an incident on the shelves of a telling that it holds, where it does not stand yet. */
function file<T extends Telling>(cluster: Cluster<T>, filed: readonly Shelf[], shelves: Shelves<Cluster<T>>): void {
  const first = cluster.members.length === 1
  for (const shelf of filed) {
    if (!first) {
      cluster.on ??= new Set()
      if (cluster.on.has(shelf)) continue
      cluster.on.add(shelf)
      if (shelves.has(shelf, cluster)) continue
    }
    shelves.put(shelf, cluster)
  }
}

function named<T extends Telling>(clusters: readonly Cluster<T>[]): Joined<T>[] {
  const anchored = clusters
    .map(({members}) => ({members, anchor: members.map(({telling}) => anchorOf(telling)).sort()[0]}))
    .sort((a, b) =>
      a.anchor < b.anchor ? -1 : a.anchor > b.anchor ? 1 : a.members[0].telling.id < b.members[0].telling.id ? -1 : 1,
    )
  const taken = new Set<string>()
  return anchored.map(({members, anchor}) => {
    let id = ''
    for (let turn = 0; id === '' || taken.has(id); turn++) id = incidentId(turn === 0 ? anchor : `${anchor} ${turn}`)
    taken.add(id)
    return {id, members}
  })
}

const incidentId = (anchor: string) => `inc_${createHash('sha256').update(anchor).digest('hex').slice(0, 10)}`

/** The telling that names the incident: the first published, by what it tells and not by its number in the reading. */
function anchorOf(telling: Telling): string {
  const parties = [telling.actors, telling.recipients].map(list => list.map(({entity}) => entity).join('+')).join('>')
  return [
    telling.published ?? '9999',
    telling.doc,
    String(telling.at).padStart(8, '0'),
    telling.event,
    realm(telling),
    parties,
  ].join(' ')
}

/** Exact ones first, news before what is retold, those with both sides before those with one. */
const inOrder = <T extends Telling>(a: Features<T>, b: Features<T>) =>
  a.rank - b.rank ||
  order(a.telling.day?.first ?? '', b.telling.day?.first ?? '') ||
  order(a.telling.published ?? '9999', b.telling.published ?? '9999') ||
  order(a.telling.id, b.telling.id)

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
