import type {Incident, IncidentLine, IncidentPage, LaneMonth, RelationAnswer, RelationView} from '../model/index.ts'
import {counts, quadClassOf} from '../relation/index.ts'
import {changeIn} from './relation.ts'

/** Incidents that a page lists at first. */
export const firstListed = 200
/** Most incidents that a chart draws one by one. */
export const mostTicks = 1000
/** Most shares of a change that are told one by one. */
const mostShares = 200

/** Which incidents of a relation. What is left out does not narrow. */
export interface Paging {
  readonly limit: number
  readonly offset: number
  /** Only those that move the index. */
  readonly moving: boolean
  /** Only those with printed numbers. */
  readonly figures: boolean
  /** Only those that may be of these days, both included. */
  readonly since: string | null
  readonly until: string | null
}

/** A relation as its page shows it at first; the change between two months when either is given. */
export function relationView(answer: RelationAnswer, from: string | null, to: string | null): RelationView {
  const {incidents, statements, quotations: _, change: __, ...rest} = answer
  const ordered = newestFirst(incidents)
  return {
    ...rest,
    counts: {
      incidents: incidents.length,
      moving: incidents.filter(counts).length,
      undated: incidents.filter(({days}) => days.first === null && days.last === null).length,
      figures: incidents.reduce((sum, {figures}) => sum + figures.length, 0),
      statements: statements.length,
    },
    contexts: [...new Set(incidents.flatMap(({contexts}) => contexts))].sort(),
    incidents: ordered.slice(0, firstListed).map(lineOf),
    ticks: incidents.length > mostTicks ? null : incidents.map(lineOf),
    months: monthsOf(incidents),
    change: from === null && to === null ? null : largestShares(answer, from, to),
  }
}

/** The relation with some of its incidents, newest first, and where they stand among all. */
export function relationPage(answer: RelationAnswer, paging: Paging) {
  const wanted = chosen(answer.incidents, paging)
  const {offset, limit} = paging
  return {...answer, incidents: wanted.slice(offset, offset + limit), total: wanted.length, offset, limit}
}

/** Some incidents of a relation, in brief. */
export function incidentPage({incidents}: RelationAnswer, paging: Paging): IncidentPage {
  const wanted = chosen(incidents, paging)
  const {offset, limit} = paging
  return {
    total: wanted.length,
    offset,
    incidents: wanted.slice(offset, offset + limit).map(each => ({...lineOf(each), figures: each.figures})),
  }
}

function chosen(incidents: readonly Incident[], {moving, figures, since, until}: Paging): Incident[] {
  return newestFirst(
    incidents.filter(each => {
      if (moving && !counts(each)) return false
      if (figures && each.figures.length === 0) return false
      if (since === null && until === null) return true
      const {first, last} = each.days
      const [begins, ends] = [first ?? last, last ?? first]
      return (
        begins !== null && ends !== null && (until === null || begins <= until) && (since === null || ends >= since)
      )
    }),
  )
}

const newestFirst = (incidents: readonly Incident[]): Incident[] => {
  const day = ({days}: Incident) => days.first ?? days.last ?? ''
  return [...incidents].sort((a, b) => (day(b) < day(a) ? -1 : day(b) > day(a) ? 1 : a.id < b.id ? -1 : 1))
}

function lineOf(incident: Incident): IncidentLine {
  const {id, event, mode, actors, recipients, days, precision, place, reality, aspect, claimed, denied, origins} =
    incident
  return {id, event, mode, actors, recipients, days, precision, place, reality, aspect, claimed, denied, origins}
}

function monthsOf(incidents: readonly Incident[]): LaneMonth[] {
  const months = new Map<string, {[kind in Exclude<keyof LaneMonth, 'month'>]: number}>()
  for (const {days, event, reality, denied} of incidents) {
    const month = (days.first ?? days.last)?.slice(0, 7)
    if (month === undefined) continue
    const found = months.get(month) ?? {friendly: 0, hostile: 0, friendlyNot: 0, hostileNot: 0}
    const side = quadClassOf(event).endsWith('cooperation') ? 'friendly' : 'hostile'
    const happened = (reality === 'occurred' || reality === 'historical') && denied === null
    found[happened ? side : (`${side}Not` as const)]++
    months.set(month, found)
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, found]) => ({month, ...found}))
}

function largestShares(answer: RelationAnswer, from: string | null, to: string | null): RelationView['change'] {
  const change = changeIn(answer.incidents, answer.index, from, to)
  if (change === null) return null
  const told = change.contributions.slice(0, mostShares)
  const others = change.contributions.slice(mostShares)
  const ids = new Set(told.map(({incident}) => incident))
  return {
    ...change,
    contributions: told,
    others: {count: others.length, share: others.reduce((sum, {share}) => sum + share, 0)},
    incidents: answer.incidents.filter(({id}) => ids.has(id)).map(lineOf),
  }
}
