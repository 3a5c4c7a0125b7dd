import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, IndexSeries, Role} from '../model/index.ts'
import {monthNumber} from '../relation/index.ts'

/** A stretch of a relation under one leader of one side. */
export interface Period {
  readonly label: string
  readonly role: Role
  readonly first: string
  readonly last: string
  readonly mean: number
  readonly incidents: number
}

const heads = ['president', 'supreme leader', 'prime minister', 'chancellor', 'king', 'general secretary']

/** The index by the heads of the first side that the lexicon knows heads of; consecutive terms of one person are one period. */
export function periodsOf(index: IndexSeries, lexicon: Lexicon): Period[] {
  const roles = index.pair.map(side => termsOf(side, lexicon)).find(list => list.length > 0) ?? []
  return roles.flatMap(role => {
    const from = role.since === null ? 0 : monthNumber(role.since)
    const to = role.until === null ? Number.POSITIVE_INFINITY : monthNumber(role.until)
    const within = index.points.filter(
      ({month}) => monthNumber(`${month}-01`) >= from && monthNumber(`${month}-01`) < to,
    )
    if (within.length === 0) return []
    const mean = within.reduce((sum, {level}) => sum + level, 0) / within.length
    const incidents = within.reduce((sum, point) => sum + point.incidents, 0)
    const label = lexicon.entities.get(role.entity)?.name ?? role.entity
    return [{label, role, first: within[0].month, last: within[within.length - 1].month, mean, incidents}]
  })
}

function termsOf(side: EntityId, lexicon: Lexicon): Role[] {
  for (const head of heads) {
    const held = lexicon.roles
      .filter(({role, of, since}) => role === head && of === side && since !== null)
      .sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))
    if (held.length > 0) return joined(held)
  }
  return []
}

function joined(roles: readonly Role[]): Role[] {
  const terms: Role[] = []
  for (const role of roles) {
    const before = terms.at(-1)
    if (before && before.entity === role.entity && before.until === role.since)
      terms[terms.length - 1] = {...before, until: role.until}
    else terms.push(role)
  }
  return terms
}
