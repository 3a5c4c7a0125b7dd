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

export interface AheadOptions {
  readonly entities: number
  readonly relations: number
  readonly names: Names
  readonly pair: readonly [number, number]
  /** The first day that is not known, and how many days are asked about. */
  readonly from: number
  readonly days: number
  readonly next?: NextOptions
}

/** Below so many facts nothing is learned: whom an act meets is read off counts alone. */
export const leastToLearn = 3000
/** Half-life in days of how often someone does something. */
const halfLife = 180

/**
 * What two will do to each other: how often each does such an act at all, by a count that fades, times the chance that it is the other whom it meets.
 * That chance comes from the learned ranker where there is enough to learn from, else from how often it was the other before.
 */
export function actsAhead(facts: readonly Fact[], options: AheadOptions): {acts: ActAhead[]; learned: boolean} {
  const {pair, from, days} = options
  const known = facts.filter(({day}) => day < from).sort((a, b) => a.day - b.day)
  const learned = known.length >= leastToLearn
  const whom = learned ? ranked(known, options) : counted(known)
  const first = known.length > 0 ? known[0].day : from
  const acts: ActAhead[] = []
  for (const [subject, object] of [pair, [pair[1], pair[0]] as const])
    for (let relation = 0; relation < options.relations; relation++) {
      const done = known.filter(fact => fact.subject === subject && fact.relation === relation)
      const met = done.filter(fact => fact.object === object).map(fact => fact.day)
      if (met.length === 0) continue
      const expected = rate(done, first, from) * days * whom(subject, relation, object)
      acts.push({
        subject,
        relation,
        object,
        chance: 1 - Math.exp(-expected),
        baseRate: stretches(met, first, from, days),
        count: met.length,
        last: met[met.length - 1],
      })
    }
  acts.sort((a, b) => b.chance - a.chance || a.subject - b.subject || a.relation - b.relation)
  return {acts, learned}
}

/** Acts a day: those that fade over as much time as fades with them. */
function rate(done: readonly Fact[], first: number, from: number): number {
  let [acts, time] = [0, 0]
  for (const {day} of done) acts += 0.5 ** ((from - day) / halfLife)
  time = (halfLife / Math.LN2) * (1 - 0.5 ** (Math.max(1, from - first) / halfLife))
  return acts / time
}

type Whom = (subject: number, relation: number, object: number) => number

function counted(known: readonly Fact[]): Whom {
  return (subject, relation, object) => {
    const own = known.filter(fact => fact.subject === subject)
    const [same, all] = [own.filter(fact => fact.relation === relation), own]
    const share = (list: readonly Fact[]) => list.filter(fact => fact.object === object).length
    return (share(same) + (2 * share(all)) / Math.max(1, all.length)) / (same.length + 2)
  }
}

function ranked(known: readonly Fact[], {entities, relations, names, from, next = usual}: AheadOptions): Whom {
  const forecaster = new Forecaster({entities, relations, facts: known.length}, names, next)
  const byDay = new Map<number, Fact[]>()
  for (const fact of known) byDay.set(fact.day, [...(byDay.get(fact.day) ?? []), fact])
  const all = [...byDay.values()]
  // The first two fifths only fill the history.
  const start = Math.floor(all.length * 0.4)
  const ahead = all.slice(start).reduce((sum, of) => sum + of.length * 2, 0)
  all.forEach((of, i) => {
    forecaster.take(of, i >= start ? Math.min(1, next.questions / ahead) : 0)
  })
  forecaster.learn()
  return (subject, relation, object) => {
    const {ids, chances} = forecaster.answer({subject, relation, day: from})
    const at = ids.indexOf(object)
    return at < 0 ? 0 : chances[at]
  }
}

/** Share of all stretches of so many days in which one of these days lies. */
function stretches(met: readonly number[], first: number, from: number, days: number): number {
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
