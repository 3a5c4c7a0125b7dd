import {type Gazetteer, keyOf, type Lexicon} from '../../lexicon/index.ts'
import type {Span} from '../../model/index.ts'
import {type Candidate, candidatesFor} from './candidates.ts'

/** A name of a place at its place in the text, with what it means; `null`: unknown. */
export interface Toponym {
  readonly span: Span
  readonly name: string
  readonly place: Candidate | null
}

interface Group {
  readonly candidates: readonly Candidate[]
  readonly at: number[]
  scores: number[]
}

/**
 * Decides what each name of a place in one text means. A name means one place in a text. What speaks for a candidate, in points of about one order of
 * magnitude of people: its size, what stands right behind or before the name ("Tripoli, Lebanon"; "Texas town of Paris"), how often its country and
 * region are named, and how near it lies to others. Spans in text order.
 */
export function resolveToponyms(
  text: string,
  spans: readonly Span[],
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): Toponym[] {
  const groups = new Map<string, Group>()
  const keys = spans.map(({start, end}, n) => {
    const name = text.slice(start, end)
    const key = keyOf(name)
    const group = groups.get(key) ?? {candidates: candidatesFor(name, lexicon, gazetteer), at: [], scores: []}
    group.at.push(n)
    groups.set(key, group)
    return key
  })
  const list = [...groups.values()]
  for (const group of list) group.scores = group.candidates.map(({prior}) => prior)
  const holding = spans.map((_, n) => groups.get(keys[n])!.candidates.map(() => 0))
  for (const group of list) for (const n of group.at) contained(text, spans, keys, groups, holding, n)
  const chosen = () => list.map(group => best(group))
  for (let round = 0; round < 2; round++) {
    const now = chosen()
    const scores = list.map((group, g) =>
      group.candidates.map((place, c) => group.scores[c] + support(place, list, now, g)),
    )
    if (round === 1) return answer(scores)
    list.forEach((group, g) => {
      group.scores = group.scores.map((score, c) => (score + scores[g][c]) / 2)
    })
  }
  return answer(list.map(({scores}) => scores))

  function answer(scores: readonly (readonly number[])[]): Toponym[] {
    return spans.map((span, n) => {
      const group = groups.get(keys[n])!
      const own = scores[list.indexOf(group)].map((score, c) => score + holding[n][c])
      return {span, name: text.slice(span.start, span.end), place: highest(group.candidates, own)}
    })
  }
}

const best = (group: Group) => highest(group.candidates, group.scores)

function highest(candidates: readonly Candidate[], scores: readonly number[]): Candidate | null {
  let found: Candidate | null = null
  let most = Number.NEGATIVE_INFINITY
  candidates.forEach((candidate, n) => {
    if (scores[n] > most) {
      found = candidate
      most = scores[n]
    }
  })
  return found
}

/** Adds what the next name says of the one before it: "Paris, Texas", "Tripoli in Lebanon", "Reno (Nevada)". */
function contained(
  text: string,
  spans: readonly Span[],
  keys: readonly string[],
  groups: ReadonlyMap<string, Group>,
  holding: readonly number[][],
  n: number,
) {
  const group = groups.get(keys[n])!
  let points = 6
  for (const step of [1, 2]) {
    const next = n + step
    if (next >= spans.length) return
    const between = text.slice(spans[next - 1].end, spans[next].start)
    const close = /^(?:,|\s\(|,?\s(?:in|of)(?:\s\p{Ll}+)?)\s?(?:the\s)?$/u.test(between)
    // In a row of equals, "Paris, London and Rome", none holds another.
    if (
      !close ||
      (step === 1 && /^,\s?$/.test(between) && /^ (?:and|or)\b/.test(text.slice(spans[next].end, spans[next].end + 5)))
    )
      return
    const holders = groups.get(keys[next])!.candidates
    let any = false
    group.candidates.forEach((place, c) => {
      const fits = holders.some(holder => holds(holder, place))
      if (fits) group.scores[c] += points
      any ||= fits
    })
    if (any)
      holders.forEach((holder, c) => {
        if (holder.kind !== 'city' && group.candidates.some(place => holds(holder, place))) holding[next][c] += 3
      })
    points = 4
  }
}

function holds(holder: Candidate, place: Candidate): boolean {
  if (holder === place || holder.country === '' || holder.country !== place.country) return false
  if (holder.kind === 'country') return place.kind !== 'country'
  if (holder.kind === 'region') {
    if (place.kind === 'region' || place.kind === 'country') return false
    return holder.region !== '' && place.region !== '' ? holder.region === place.region : distance(holder, place) < 300
  }
  if (holder.kind === 'county') return place.kind === 'city' && distance(holder, place) < 80
  return holder.kind === 'city' && place.kind !== 'country' && place.kind !== 'region' && distance(holder, place) < 50
}

/** What the other names of the text say for a candidate. */
function support(place: Candidate, list: readonly Group[], now: readonly (Candidate | null)[], self: number): number {
  let [country, region, near] = [0, 0, 0]
  now.forEach((other, g) => {
    if (!other || g === self) return
    const times = Math.min(4, list[g].at.length)
    if (other.country !== '' && other.country === place.country) {
      country += times * (other.kind === 'country' ? 1.5 : 1)
      if (place.region !== '' && other.region === place.region && other.kind !== 'country') region += times
    }
    if (other.kind === 'country' || other.kind === 'wide' || place.kind === 'country') return
    const far = distance(other, place)
    if (far < 250) near += times * (1 - far / 300)
  })
  const more = (count: number, most: number) => Math.min(most, Math.log2(1 + count) * 0.6)
  return more(country, 2) + more(region, 1.2) + more(near, 1.2)
}

/** Kilometres along the great circle between two places. */
export function distance(
  a: {readonly latitude: number; readonly longitude: number},
  b: {readonly latitude: number; readonly longitude: number},
): number {
  const rad = Math.PI / 180
  const [x, y] = [Math.sin(((b.latitude - a.latitude) * rad) / 2), Math.sin(((b.longitude - a.longitude) * rad) / 2)]
  const h = x * x + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * y * y
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}
