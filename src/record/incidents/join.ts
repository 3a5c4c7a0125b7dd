import {createHash} from 'node:crypto'
import {agree, realm} from './agree.ts'
import {coarseness, dayNumber, monthsIn, type Window, windowOf} from './calendar.ts'
import type {Likeness} from './likeness.ts'
import {type Links, linkTables, noLinks} from './links.ts'
import {dyadKeys} from './parties.ts'
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
}

/**
 * Puts tellings of the same happening together. Each telling, exact ones first, goes to the incident with which it agrees
 * best, or opens one. The order in which they are given does not matter. What people have said of them goes before all else.
 */
export function joinTellings<T extends Telling>(
  given: readonly T[],
  {links = noLinks, likeness = null}: JoinOptions = {},
): Joined<T>[] {
  const tellings = inOrder(given)
  const filed = new Map<string, Cluster<T>[]>()
  const clusters: Cluster<T>[] = []
  const {partners, strangers} = linkTables(links)
  const placed = new Map<string, Cluster<T>>()
  for (const telling of tellings) {
    const slots = slotsOf(telling)
    const partner = partnerOf(partners.get(telling.id), placed)
    const found = partner ?? bestOf(telling, slots.look, filed, strangers.get(telling.id), likeness)
    const cluster: Cluster<T> = found?.cluster ?? {n: clusters.length, members: []}
    if (!found) clusters.push(cluster)
    cluster.members.push({telling, why: found?.why ?? null})
    if (partners.has(telling.id)) placed.set(telling.id, cluster)
    for (const slot of slots.file) {
      const list = filed.get(slot)
      if (!list) filed.set(slot, [cluster])
      else if (list[list.length - 1] !== cluster && !list.includes(cluster)) list.push(cluster)
    }
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
  telling: T,
  slots: readonly string[],
  filed: ReadonlyMap<string, Cluster<T>[]>,
  strangers: ReadonlySet<string> | undefined,
  likeness: Likeness | null,
) {
  const tried = new Set<Cluster<T>>()
  let best: {cluster: Cluster<T>; points: number; why: string} | null = null
  for (const slot of slots)
    for (const cluster of filed.get(slot) ?? []) {
      if (tried.has(cluster)) continue
      tried.add(cluster)
      if (strangers && cluster.members.some(member => strangers.has(member.telling.id))) continue
      const fit = fitOf(telling, cluster, likeness)
      if (fit && (!best || fit.points > best.points || (fit.points === best.points && cluster.n < best.cluster.n)))
        best = {cluster, ...fit}
    }
  return best
}

/** The best agreement with a member, when no member forbids it. */
function fitOf<T extends Telling>(
  telling: T,
  {members}: Cluster<T>,
  likeness: Likeness | null,
): {points: number; why: string} | null {
  let best: {points: number; why: string} | null = null
  for (const member of members.slice(0, compared)) {
    const found = agree(member.telling, telling, likeness)
    if (!found) return null
    if (found.points < found.needed) continue
    // Above what is needed, so that vague agreement does not outbid an exact one.
    const points = found.points - found.needed
    if (!best || points > best.points)
      best = {
        points,
        why: `with ${member.telling.id}: ${found.why.join('; ')} (${found.points.toFixed(2)} of ${found.needed})`,
      }
  }
  return best
}

/** Where a telling is filed and where it looks for others. */
function slotsOf(telling: Telling): {file: string[]; look: string[]} {
  const {whole, half, partial} = dyadKeys(telling)
  const kind = `${telling.event} ${realm(telling)}`
  const told = windowOf(telling.day)
  const window = told ?? publishedWindow(telling)
  const slack = telling.day?.approx ? 3 : 1
  const own = window ? filedTimes(window) : []
  const near = window ? (told ? soughtTimes(window, slack, slack) : soughtTimes(window, 4, 3)) : []
  const marks = [`doc ${telling.doc}`, ...telling.sketch.slice(0, 4).map(value => `print ${value}`)]
  const keys = (dyads: readonly string[], times: readonly string[], part: string) =>
    dyads.flatMap(dyad => times.map(time => `${kind} ${part} ${dyad} ${time}`))
  // A telling with an unknown side is filed as such; one with both looks there too, and can be found from either side.
  const file = partial
    ? keys(whole, [...own, ...marks], 'partial')
    : [...keys(whole, [...own, ...marks], 'whole'), ...keys(half, [...own, ...marks], 'half')]
  const look = partial
    ? [...keys(whole, [...near, ...marks], 'partial'), ...keys(half, [...near, ...marks], 'half')]
    : [...keys(whole, [...near, ...marks], 'whole'), ...keys(half, [...near, ...marks], 'partial')]
  return {file, look}
}

/** A short window is filed by its days, and by its months for long ones to find; a long one only by its months. */
function filedTimes(window: Window): string[] {
  const months = monthsIn(window, longest + 1)
  if (months.length > longest) return [`long ${window.from} ${window.to}`]
  if (window.to - window.from > shortWindow) return months.map(month => `long month ${month}`)
  return [...daysFrom(window, 0, 0), ...months.map(month => `short month ${month}`)]
}

function soughtTimes(window: Window, before: number, after: number): string[] {
  const months = monthsIn(window, longest + 1)
  if (months.length > longest) return [`long ${window.from} ${window.to}`]
  const long = months.map(month => `long month ${month}`)
  if (window.to - window.from > shortWindow) return [...long, ...months.map(month => `short month ${month}`)]
  return [...daysFrom(window, before, after), ...long]
}

function daysFrom({from, to}: Window, before: number, after: number): string[] {
  const days: string[] = []
  for (let day = from - before; day <= to + after; day++) days.push(`day ${day}`)
  return days
}

/** The day of publication stands in for a day that is not told. */
function publishedWindow({published}: Telling): Window | null {
  if (published === null) return null
  const day = dayNumber(published)
  return {from: day, to: day}
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
function inOrder<T extends Telling>(given: readonly T[]): T[] {
  const keyed = given.map(telling => ({telling, key: keyOf(telling)}))
  keyed.sort((a, b) => {
    for (let i = 0; i < a.key.length; i++) if (a.key[i] !== b.key[i]) return a.key[i] < b.key[i] ? -1 : 1
    return 0
  })
  return keyed.map(({telling}) => telling)
}

const keyOf = (telling: Telling): (string | number)[] => [
  windowOf(telling.day) ? coarseness(telling.day?.precision ?? null) : 8,
  telling.reality === 'historical' ? 1 : 0,
  dyadKeys(telling).partial ? 1 : 0,
  telling.day?.first ?? '',
  telling.published ?? '9999',
  telling.id,
]
