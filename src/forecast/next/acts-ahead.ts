import {Forecaster, type NextOptions, usual} from './forecaster.ts'
import type {Names} from './names.ts'
import type {Fact} from './past.ts'

/** An act that one of two may do to the other within some days. */
export interface ActAhead {
  readonly subject: number
  readonly relation: number
  readonly object: number
  /** Chance that it is done at least once. */
  readonly chance: number
  /** Share of past stretches of as many days in which it was. */
  readonly baseRate: number
  readonly count: number
  readonly last: number
}

/** How the same would have done before: mean Brier scores over acts and stretches, 0 is best. */
export interface AheadTest {
  readonly stretches: number
  /** Acts asked about in all of them: those known before and those that came for the first time, which had no chance. */
  readonly acts: number
  readonly came: number
  readonly brier: number
  readonly baseRate: number
}

export interface AheadOptions {
  readonly entities: number
  readonly relations: number
  readonly names: Names
  readonly pair: readonly [number, number]
  /** The first day that is not known, and how many days are asked about. */
  readonly from: number
  readonly days: number
  readonly next?: NextOptions
  /** Whether the ranker may learn; by default it does where there is enough. */
  readonly learns?: boolean
}

/** Below so many facts nothing is learned: whom an act meets is read off counts alone. */
export const leastToLearn = 3000
/** Half-lives in days of how often someone does something: the mean of both rates. */
const halfLives = [30, 365] as const
/** Most stretches before `from` that are tested, and the fewest for a test to be told. */
const tested = {most: 24, least: 6}

/**
 * What two will do to each other: how often each does such an act at all, by a count that fades, times the chance that it is the other whom it meets.
 * That chance comes from the learned ranker where there is enough to learn from, else from how often it was the other before. Rolling origin: the same is
 * asked at the beginning of each of the last stretches of as many days, with what was known then; the ranker learns from what came before the first of them.
 */
export function actsAhead(
  facts: readonly Fact[],
  options: AheadOptions,
): {acts: ActAhead[]; learned: boolean; tested: AheadTest | null} {
  const {from, days} = options
  const known = facts.filter(({day}) => day < from).sort((a, b) => a.day - b.day)
  const first = known.length > 0 ? known[0].day : from
  // Half of the past only fills the memory.
  const stretches = Math.min(tested.most, Math.floor((from - first) / 2 / days))
  const origins = Array.from({length: stretches}, (_, n) => from - (stretches - n) * days)
  const begun = known.filter(({day}) => day < (origins[0] ?? from)).length
  const learned = (options.learns ?? true) && known.length >= leastToLearn
  const testable = stretches >= tested.least && (!learned || begun >= leastToLearn)
  const own = known.filter(({subject}) => options.pair.includes(subject))
  const whom = learned ? ranker(known, options, testable ? origins[0] : from) : counter(own)
  const sum = {stretches: 0, acts: 0, came: 0, brier: 0, baseRate: 0}
  for (const origin of testable ? origins : []) {
    sum.stretches++
    score(sum, at(own, first, options, origin, whom(origin)), own, options, origin)
  }
  const {stretches: n, acts, came, brier, baseRate} = sum
  return {
    acts: at(own, first, options, from, whom(from)),
    learned,
    tested: acts === 0 ? null : {stretches: n, acts, came, brier: brier / acts, baseRate: baseRate / acts},
  }
}

/** What is to be expected when only what came before `origin` is known. */
function at(
  known: readonly Fact[],
  first: number,
  {pair, days, relations}: AheadOptions,
  origin: number,
  whom: Whom,
): ActAhead[] {
  const acts: ActAhead[] = []
  for (const [subject, object] of [pair, [pair[1], pair[0]] as const]) {
    const own: Fact[][] = Array.from({length: relations}, () => [])
    for (const fact of known) if (fact.subject === subject && fact.day < origin) own[fact.relation].push(fact)
    for (const [relation, done] of own.entries()) {
      const met = done.filter(fact => fact.object === object).map(fact => fact.day)
      if (met.length === 0) continue
      const baseRate = shareOfStretches(met, first, origin, days)
      const lately = rate(done, first, origin) * whom(subject, relation, object)
      const usually = met.length / Math.max(1, origin - first)
      acts.push({
        subject,
        relation,
        object,
        chance: drawn(baseRate, lately / usually),
        baseRate,
        count: met.length,
        last: met[met.length - 1],
      })
    }
  }
  return acts.sort((a, b) => b.chance - a.chance || a.subject - b.subject || a.relation - b.relation)
}

function score(
  sum: {acts: number; came: number; brier: number; baseRate: number},
  acts: readonly ActAhead[],
  known: readonly Fact[],
  {pair, days}: AheadOptions,
  origin: number,
): void {
  const key = ({subject, relation}: {subject: number; relation: number}) => `${subject} ${relation}`
  const came = new Set(
    known
      .filter(({day}) => day >= origin && day < origin + days)
      .filter(({subject, object}) => pair.includes(subject) && pair.includes(object) && subject !== object)
      .map(key),
  )
  const asked = new Map(acts.map(act => [key(act), act]))
  for (const each of new Set([...asked.keys(), ...came])) {
    const outcome = came.has(each) ? 1 : 0
    const {chance, baseRate} = asked.get(each) ?? {chance: 0, baseRate: 0}
    sum.acts++
    sum.came += outcome
    sum.brier += (chance - outcome) ** 2
    sum.baseRate += (baseRate - outcome) ** 2
  }
}

/** How strongly the odds follow a rate that is higher or lower than usual. */
const following = 0.5

/**
 * The odds of the base rate times a power of how much more is to be expected now than usually: acts come in bursts, so that the base rate says better than a
 * Poisson process what a rate makes of a stretch.
 */
function drawn(baseRate: number, ratio: number): number {
  const kept = Math.min(0.995, Math.max(0.001, baseRate))
  const odds = (kept / (1 - kept)) * Math.max(1e-3, ratio) ** following
  return odds / (1 + odds)
}

/** Acts a day: those that fade over as much time as fades with them. */
function rate(done: readonly Fact[], first: number, from: number): number {
  const rates = halfLives.map(halfLife => {
    const acts = done.reduce((sum, {day}) => sum + 0.5 ** ((from - day) / halfLife), 0)
    return acts / ((halfLife / Math.LN2) * (1 - 0.5 ** (Math.max(1, from - first) / halfLife)))
  })
  return rates.reduce((sum, each) => sum + each, 0) / rates.length
}

type Whom = (subject: number, relation: number, object: number) => number

function counter(known: readonly Fact[]): (origin: number) => Whom {
  return origin => {
    const tally = new Map<string, number>()
    const add = (key: string) => tally.set(key, of(key) + 1)
    const of = (key: string) => tally.get(key) ?? 0
    for (const {subject, relation, object, day} of known) {
      if (day >= origin) break
      for (const key of [
        `${subject}`,
        `${subject}>${object}`,
        `${subject}:${relation}`,
        `${subject}:${relation}>${object}`,
      ])
        add(key)
    }
    return (subject, relation, object) =>
      (of(`${subject}:${relation}>${object}`) + (2 * of(`${subject}>${object}`)) / Math.max(1, of(`${subject}`))) /
      (of(`${subject}:${relation}`) + 2)
  }
}

/** Learns once from what came before `learnedBy`; then takes in what came before each day asked about, which must not go backwards. */
function ranker(
  known: readonly Fact[],
  {entities, relations, names, next = usual}: AheadOptions,
  learnedBy: number,
): (origin: number) => Whom {
  const forecaster = new Forecaster({entities, relations, facts: known.length}, names, next)
  const byDay = new Map<number, Fact[]>()
  for (const fact of known) byDay.set(fact.day, [...(byDay.get(fact.day) ?? []), fact])
  const all = [...byDay].sort(([a], [b]) => a - b)
  const before = all.filter(([day]) => day < learnedBy)
  // The first two fifths only fill the history.
  const start = Math.floor(before.length * 0.4)
  const ahead = before.slice(start).reduce((sum, [, of]) => sum + of.length * 2, 0)
  before.forEach(([, of], i) => {
    forecaster.take(of, i >= start ? Math.min(1, next.questions / ahead) : 0)
  })
  forecaster.learn()
  let taken = before.length
  return origin => {
    for (; taken < all.length && all[taken][0] < origin; taken++) forecaster.take(all[taken][1])
    return (subject, relation, object) => {
      const {ids, chances} = forecaster.answer({subject, relation, day: origin})
      const found = ids.indexOf(object)
      return found < 0 ? 0 : chances[found]
    }
  }
}

/** Share of all stretches of so many days in which one of these days lies. */
function shareOfStretches(met: readonly number[], first: number, from: number, days: number): number {
  const all = from - first - days + 1
  if (all <= 0) return 0
  let [inside, next] = [0, first]
  for (const day of met) {
    const begin = Math.max(next, day - days + 1)
    const end = Math.min(day, from - days)
    if (end >= begin) inside += end - begin + 1
    next = Math.max(next, day + 1)
  }
  return inside / all
}
