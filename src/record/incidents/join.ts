import {createHash} from 'node:crypto'
import {compare, realm} from './agree.ts'
import {coarseness, monthsIn, type Window} from './calendar.ts'
import {type Features, featuresOf} from './features.ts'
import type {Likeness} from './likeness.ts'
import {type Links, linkTables, noLinks} from './links.ts'
import type {Telling} from './telling.ts'

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
/** A window longer than this is filed by month, up to `longest` months. */
const shortWindow = 10
const longest = 24

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
  /** Lists in which it was looked for, and stands, since its first member was filed. */
  readonly lists: Set<readonly Cluster<T>[]>
  /** Number of the last telling that was compared with it. */
  tried: number
}

/**
 * Puts tellings of the same happening together. Each telling, exact ones first, goes to the incident with which it agrees
 * best, or opens one. The order in which they are given does not matter. What people have said of them goes before all else.
 */
export function joinTellings<T extends Telling>(
  given: readonly T[],
  {links = noLinks, likeness = null}: JoinOptions = {},
): Joined<T>[] {
  const filed: Filed<T> = new Map()
  const clusters: Cluster<T>[] = []
  const {partners, strangers} = linkTables(links)
  const placed = new Map<string, Cluster<T>>()
  for (const [n, features] of inOrder(given).entries()) {
    const {telling} = features
    const slots = slotsOf(features)
    const partner = partnerOf(partners.get(telling.id), placed)
    const found = partner ?? bestOf(features, n, slots.look, filed, strangers.get(telling.id), likeness)
    const cluster: Cluster<T> = found?.cluster ?? {
      n: clusters.length,
      members: [],
      shown: [],
      lists: new Set(),
      tried: -1,
    }
    if (!found) clusters.push(cluster)
    cluster.members.push({telling, why: found?.why ?? null})
    if (cluster.shown.length < compared) cluster.shown.push(features)
    if (partners.has(telling.id)) placed.set(telling.id, cluster)
    file(cluster, slots.file, filed)
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
  slots: readonly Slots[],
  filed: Filed<T>,
  strangers: ReadonlySet<string> | undefined,
  likeness: Likeness | null,
) {
  let best: {cluster: Cluster<T>; points: number; member: Features<T>} | null = null
  for (const {keys, times} of slots)
    for (const key of keys) {
      const byTime = filed.get(key)
      if (!byTime) continue
      for (const time of times)
        for (const cluster of byTime.get(time) ?? []) {
          if (cluster.tried === n) continue
          cluster.tried = n
          if (strangers && cluster.members.some(member => strangers.has(member.telling.id))) continue
          const fit = fitOf(telling, cluster, likeness)
          if (fit && (!best || fit.points > best.points || (fit.points === best.points && cluster.n < best.cluster.n)))
            best = {cluster, ...fit}
        }
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

/** Clusters by kind and dyad, then by time. */
type Filed<T extends Telling> = Map<string, Map<Time, Cluster<T>[]>>

/** A day, a month or a mark, as a number where one can be had: strings made for every day would cost more than the comparing. */
type Time = number | string

interface Slots {
  readonly keys: readonly string[]
  readonly times: readonly Time[]
}

const day = (n: number): Time => n * 4
const longMonth = (n: number): Time => n * 4 + 1
const shortMonth = (n: number): Time => n * 4 + 2
const print = (n: number): Time => n * 4 + 3

function file<T extends Telling>(cluster: Cluster<T>, slots: readonly Slots[], filed: Filed<T>): void {
  for (const {keys, times} of slots)
    for (const key of keys) {
      let byTime = filed.get(key)
      if (!byTime) filed.set(key, (byTime = new Map()))
      for (const time of times) {
        const list = byTime.get(time)
        if (!list) byTime.set(time, [cluster])
        else if (cluster.members.length === 1) {
          if (list[list.length - 1] !== cluster) list.push(cluster)
        } else if (!cluster.lists.has(list)) {
          cluster.lists.add(list)
          if (!list.includes(cluster)) list.push(cluster)
        }
      }
    }
}

/** Where a telling is filed and where it looks for others. */
function slotsOf({telling, dyads, window: told, published}: Features): {
  file: readonly Slots[]
  look: readonly Slots[]
} {
  const kind = `${telling.event} ${realm(telling)}`
  // The day of publication stands in for a day that is not told.
  const window = told ?? (published === null ? null : {from: published, to: published})
  const slack = telling.day?.approx ? 3 : 1
  const marks = [`doc ${telling.doc}`, ...telling.sketch.slice(0, 4).map(print)]
  const own = [...(window ? filedTimes(window) : []), ...marks]
  const near = [...(window ? (told ? soughtTimes(window, slack, slack) : soughtTimes(window, 4, 3)) : []), ...marks]
  const slots = (part: string, list: readonly string[], times: readonly Time[]): Slots => ({
    keys: list.map(dyad => `${kind} ${part} ${dyad}`),
    times,
  })
  const {whole, half, partial} = dyads
  // A telling with an unknown side is filed as such; one with both looks there too, and can be found from either side.
  return partial
    ? {file: [slots('partial', whole, own)], look: [slots('partial', whole, near), slots('half', half, near)]}
    : {
        file: [slots('whole', whole, own), slots('half', half, own)],
        look: [slots('whole', whole, near), slots('partial', half, near)],
      }
}

/** A short window is filed by its days, and by its months for long ones to find; a long one only by its months. */
function filedTimes(window: Window): Time[] {
  const months = monthsIn(window, longest + 1)
  if (months.length > longest) return [`long ${window.from} ${window.to}`]
  if (window.to - window.from > shortWindow) return months.map(longMonth)
  return [...daysFrom(window, 0, 0), ...months.map(shortMonth)]
}

function soughtTimes(window: Window, before: number, after: number): Time[] {
  const months = monthsIn(window, longest + 1)
  if (months.length > longest) return [`long ${window.from} ${window.to}`]
  const long = months.map(longMonth)
  if (window.to - window.from > shortWindow) return [...long, ...months.map(shortMonth)]
  return [...daysFrom(window, before, after), ...long]
}

function daysFrom({from, to}: Window, before: number, after: number): Time[] {
  const days: Time[] = []
  for (let n = from - before; n <= to + after; n++) days.push(day(n))
  return days
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
function inOrder<T extends Telling>(given: readonly T[]): Features<T>[] {
  const keyed = given.map(telling => {
    const features = featuresOf(telling)
    return {features, key: keyOf(features)}
  })
  keyed.sort((a, b) => {
    for (let i = 0; i < a.key.length; i++) if (a.key[i] !== b.key[i]) return a.key[i] < b.key[i] ? -1 : 1
    return 0
  })
  return keyed.map(({features}) => features)
}

const keyOf = ({telling, window, dyads}: Features): (string | number)[] => [
  window ? coarseness(telling.day?.precision ?? null) : 8,
  telling.reality === 'historical' ? 1 : 0,
  dyads.partial ? 1 : 0,
  telling.day?.first ?? '',
  telling.published ?? '9999',
  telling.id,
]
