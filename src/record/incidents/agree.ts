import type {EventCode} from '../../model/index.ts'
import {coarseness, type Window} from './calendar.ts'
import {type Features, featuresOf} from './features.ts'
import type {Likeness} from './likeness.ts'
import {agreement, type Side} from './parties.ts'
import {overlap} from './sketch.ts'
import type {Telling} from './telling.ts'
import {Vocabulary} from './vocabulary.ts'

/** Points from which two tellings count as one happening. */
export const threshold = 3

/** Sketches of paragraphs are this long. */
const sketchSize = 48

export interface Agreement {
  readonly points: number
  readonly needed: number
  readonly why: readonly string[]
}

/** What speaks for two tellings of one type being the same happening; `null` when something forbids it. */
export function agree(a: Telling, b: Telling, likeness: Likeness | null = null): Agreement | null {
  const vocabulary = new Vocabulary()
  return compare(featuresOf(a, vocabulary), featuresOf(b, vocabulary), likeness, [])
}

/** The same of tellings that are compared again and again. Reasons cost more than points: they are given only when asked for. */
export function compare(
  left: Features,
  right: Features,
  likeness: Likeness | null,
  why: string[] | null,
): Agreement | null {
  const a = left.telling
  const b = right.telling
  if (left.kind !== right.kind) return null
  if (a.mode && b.mode && a.mode !== b.mode) return null
  if (left.window && right.window && gapOf(left.window, right.window) > 7) return null
  const actors = agreement(left.sides.actors, right.sides.actors)
  const recipients = actors && agreement(left.sides.recipients, right.sides.recipients)
  if (!actors || !recipients) return null
  if (left.sides.mutual && !enoughShared(left.sides.actors, right.sides.actors)) return null
  const printed = a.doc !== b.doc && overlap(a.sketch, b.sketch, sketchSize) >= 0.6
  const days = dayPoints(left, right, printed, why)
  const place = placePoints(a, b)
  if (!days || place === null) return null

  let points = days.points + place + actors.points + recipients.points
  if (place >= 1) why?.push(`same place: ${a.place?.name}`)
  if (actors.points + recipients.points > 0) why?.push('same people or bodies')
  if (a.mode && a.mode === b.mode) {
    points += 0.75
    why?.push(`same mode: ${a.mode}`)
  }
  if (a.contexts.some(context => b.contexts.includes(context))) points += 0.25
  const figure = a.figures.find(x =>
    b.figures.some(y => x.what === y.what && x.low <= y.high && y.low <= x.high && x.high > 2),
  )
  if (figure) {
    points += 1.5
    why?.push(`same number: ${figure.low === figure.high ? figure.low : `${figure.low}–${figure.high}`} ${figure.what}`)
  }
  if (a.cameo && a.cameo === b.cameo) points += 0.5
  const word = (left.cue === right.cue && left.cue.length > 0) || left.cue.some(root => right.cue.includes(root))
  if (word) {
    points += 2
    why?.push(`same word: ${a.cue}`)
  }
  const kin = !word && left.cue.some(root => right.cue.some(other => areKin(root, other)))
  if (kin) {
    points += 1.5
    why?.push(`words of one stem: ${a.cue}, ${b.cue}`)
  }
  const undated = !left.window && !right.window
  const compared = a.doc !== b.doc && likeness !== null
  const needed = threshold + days.more + (actors.open ? 1 : 0) + (recipients.open ? 1 : 0)
  // In another word for the act, what else the clauses share says less; without days, where articles may be of any, nothing.
  const mostShared = word || kin ? 3 : undated && compared ? 0.3 : 1
  const most = points + mostShared + (printed ? wordForWord : 0) + deed + (word || kin ? mostLike : 0)
  if (most < needed && why === null) return {points, needed, why: []}
  const all = left.roots.length + right.roots.length
  const shared = all === 0 ? 0 : (2 * countShared(left.roots, right.roots)) / all
  points += Math.min(mostShared, 5 * shared)
  if (why && shared > 0) why.push(`shared words: ${sharedWords(left, right).slice(0, 6).join(', ')}`)
  if (printed) {
    points += wordForWord
    why?.push('same paragraph, word for word')
  }
  // Deeds, unlike words, are seldom done twice a day by the same to the same.
  if (a.doc !== b.doc && days.exact && deeds.has(a.event)) points += deed
  // One article seldom tells the same act twice in other words.
  if (a.doc === b.doc) points -= 1
  // Looked up last, and only where it can decide: it costs more than all the rest.
  const decides = points + mostLike >= needed && points - (undated ? leastUndated : leastDated) < needed
  const like = compared && decides ? likeness.docs(a.doc, b.doc) : null
  if (like !== null) {
    points += likePoints(like, word || kin, undated)
    if (like >= alike) why?.push(`articles on the same: ${like.toFixed(2)}`)
  }
  return {points, needed, why: why ?? []}
}

/** Points for paragraphs that are the same word for word, and for a deed on the same day. */
const wordForWord = 4
const deed = 0.75
/** Likeness from which on two Docs may be of one subject. */
const alike = 0.2
/** Most points that it gives. */
const mostLike = 1.5
/** Most points that it takes, without days and with them. */
const leastUndated = 4
const leastDated = 0.5

/**
 * What the subject of the articles says: little where days say when, much where they do not. It brings no two together that have
 * no word in common. Fitted on ECB+, whose topics hold two like happenings each (docs/method.md).
 */
function likePoints(like: number, sameWord: boolean, undated: boolean): number {
  const points = 20 * (like - alike)
  return Math.max(undated ? -leastUndated : -leastDated, Math.min(sameWord ? mostLike : 0, points))
}

/** `acquire` and `acquisition`: roots that begin alike. */
function areKin(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 4 && same >= 0.7 * Math.min(a.length, b.length)
}

/** Talks of three are not the talks of two of them and a fourth. */
function enoughShared(x: readonly Side[], y: readonly Side[]): boolean {
  if (x.length < 2 || y.length < 2) return true
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  return few.every(one => agreement([one], many) !== null)
}

const deeds: ReadonlySet<EventCode> = new Set(['AGREE', 'AID', 'COERCE', 'CONCEDE', 'MOBILIZE', 'RETREAT', 'SANCTION'])

interface DayPoints {
  /** The same day, exactly told by both. */
  readonly exact?: boolean
  readonly points: number
  readonly more: number
}

function dayPoints(left: Features, right: Features, printed: boolean, why: string[] | null): DayPoints | null {
  const [a, b] = [left.telling, right.telling]
  const [x, y] = [left.window, right.window]
  if (!x || !y) return undatedPoints(left, right, x ?? y, printed, why)
  const rough = Math.max(coarseness(a.day?.precision ?? null), coarseness(b.day?.precision ?? null))
  const slack = a.day?.approx || b.day?.approx ? 3 : 1
  const gap = gapOf(x, y)
  if (gap > (printed ? 7 : rough === 0 ? slack : slack - 1)) return null
  if (rough === 0) {
    why?.push(gap > 0 ? `${gap} day${gap === 1 ? '' : 's'} apart` : `same day: ${a.day?.first}`)
    return gap > 0 ? daysApart : sameDay
  }
  if (rough >= 5 && !(x.from === y.from && x.to === y.to) && !printed) return null
  why?.push('days overlap')
  return rough <= 2 ? overlapping : overlappingVaguely
}

const sameDay: DayPoints = {exact: true, points: 2, more: 0}
const daysApart: DayPoints = {points: 1, more: 0}
const overlapping: DayPoints = {points: 1, more: 0.5}
const overlappingVaguely: DayPoints = {points: 0.25, more: 0.5}
const undatedDays: DayPoints = {points: 0.5, more: 0.5}

const gapOf = (x: Window, y: Window) => Math.max(x.from - y.to, y.from - x.to)

/** Without a day, what was published in the same days, or in the same words, may be the same. */
function undatedPoints(
  a: Features,
  b: Features,
  known: Window | null,
  printed: boolean,
  why: string[] | null,
): DayPoints | null {
  if (printed || a.telling.doc === b.telling.doc) return undatedDays
  const first = a.window ? null : a.published
  const second = b.window ? null : b.published
  if (known) {
    const published = first ?? second
    if (published === null || published < known.from || published > known.to + 4) return null
    why?.push('published in those days')
    return undatedDays
  }
  if (first === null || second === null || Math.abs(first - second) > 3) return null
  why?.push('published in the same days')
  return undatedDays
}

/** `null`: the places cannot be the same. */
function placePoints({place: a}: Telling, {place: b}: Telling): number | null {
  if (!a || !b) return 0
  if (a.country && b.country && a.country !== b.country) return null
  if (a.name === b.name) return a.precision === 'country' ? 0.25 : 1.5
  const towns = a.precision === 'city' && b.precision === 'city'
  if (a.latitude !== null && a.longitude !== null && b.latitude !== null && b.longitude !== null) {
    const exact = (precision: string) => precision === 'city' || precision === 'site'
    if (!exact(a.precision) || !exact(b.precision)) return 0
    const far = kilometres([a.latitude, a.longitude], [b.latitude, b.longitude])
    return far > 60 ? null : 0.5
  }
  return towns ? null : 0
}

function kilometres([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const rad = Math.PI / 180
  const x = (lon2 - lon1) * rad * Math.cos(((lat1 + lat2) / 2) * rad)
  return 6371 * Math.hypot(x, (lat2 - lat1) * rad)
}

/** How many numbers two ascending lists share. */
function countShared(a: readonly number[], b: readonly number[]): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]]
    if (x === y) count++
    if (x <= y) i++
    if (y <= x) j++
  }
  return count
}

function sharedWords(a: Features, b: Features): string[] {
  const [few, many] = a.roots.length <= b.roots.length ? [a, b] : [b, a]
  return few.words.filter((_, n) => many.roots.includes(few.roots[n])).sort()
}
