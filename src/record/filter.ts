import type {DuckDBValue} from '@duckdb/node-api'
import {listValue} from '@duckdb/node-api'
import type {Day, Direction, EntityId, EventCode, Incident, RealityValue} from '../model/index.ts'

/** The record as it stood on a past day: by publication, and by when it was read. What is left out does not narrow. */
export interface Known {
  /** Only what was published by that day. Docs whose day is unknown count from the last day on which it can be. */
  readonly asOf?: Day | null
  /** Only what had come into the record by that day (UTC). What came before such days were kept counts always. */
  readonly readBy?: Day | null
}

/** Which incidents or events. What is left out does not narrow. */
export interface IncidentFilter extends Known {
  /** Two states, or armed groups and others by id. A state stands for all of its institutions. */
  readonly pair?: readonly [EntityId, EntityId] | null
  /** `a-to-b`: the first of the pair acts; what both do together counts for either. */
  readonly direction?: Direction
  /** Takes part on either side. */
  readonly party?: EntityId | null
  /** First and last day, both included; undated ones are left out when either is given. */
  readonly since?: Day | null
  readonly until?: Day | null
  readonly event?: EventCode | null
  readonly reality?: RealityValue | null
  /** PLOVER context. */
  readonly theme?: string | null
  readonly ids?: readonly string[] | null
}

/** The Docs that were known; `d` is the table docs. */
export function addKnownBy(where: Conditions, {asOf, readBy}: Known): Conditions {
  if (asOf) where.add('coalesce(d.published, d.published_last) <= CAST(? AS DATE)', asOf)
  if (readBy)
    where.add('d.sha256 IN (SELECT sha256 FROM snapshots WHERE came IS NULL OR substr(came, 1, 10) <= ?)', readBy)
  return where
}

/** Conditions and their values, put together without ever writing a value into SQL. */
export class Conditions {
  readonly values: DuckDBValue[] = []
  readonly #parts: string[] = []

  /** Adds a condition; each `?` becomes the next parameter. */
  add(condition: string, ...values: DuckDBValue[]): this {
    let next = 0
    this.#parts.push(
      condition.replace(/\?/g, () => {
        this.values.push(values[next++])
        return `$${this.values.length}`
      }),
    )
    return this
  }

  /** `WHERE …`, or nothing. */
  toString(): string {
    return this.#parts.length ? `WHERE ${this.#parts.map(part => `(${part})`).join(' AND ')}` : ''
  }
}

const acts = '(list_contains(actors, ?) OR list_contains(actor_countries, ?))'
const suffers = '(list_contains(recipients, ?) OR list_contains(recipient_countries, ?))'
const mutual = "event IN ('AGREE', 'CONSULT', 'COOPERATE')"

/** What `pair` asks for, of an incident in hand. */
export function isBetween({event, actors, recipients}: Incident, [a, b]: readonly [EntityId, EntityId]): boolean {
  const among = (side: Incident['actors'], id: EntityId) =>
    side.some(({entity, country}) => entity === id || country === id)
  const together = recipients.length === 0 || event === 'AGREE' || event === 'CONSULT' || event === 'COOPERATE'
  return (
    (together && among(actors, a) && among(actors, b)) ||
    (among(actors, a) && among(recipients, b)) ||
    (among(actors, b) && among(recipients, a))
  )
}

export function incidentConditions(filter: IncidentFilter): Conditions {
  const where = new Conditions()
  const {pair, direction = 'both', party, since, until, event, reality, theme, ids} = filter
  if (pair) {
    const [a, b] = pair
    const together = `(len(recipients) = 0 OR ${mutual}) AND ${acts} AND ${acts}`
    const either = [`(${together})`]
    const values: string[] = [a, a, b, b]
    if (direction !== 'b-to-a') {
      either.push(`(${acts} AND ${suffers})`)
      values.push(a, a, b, b)
    }
    if (direction !== 'a-to-b') {
      either.push(`(${acts} AND ${suffers})`)
      values.push(b, b, a, a)
    }
    where.add(either.join(' OR '), ...values)
  }
  if (party) where.add(`${acts} OR ${suffers}`, party, party, party, party)
  if (since) where.add('last_day >= CAST(? AS DATE)', since)
  if (until) where.add('first_day <= CAST(? AS DATE)', until)
  if (event) where.add('event = ?', event)
  if (reality) where.add('reality = ?', reality)
  if (theme) where.add('list_contains(contexts, ?)', theme)
  if (ids) where.add('id IN (SELECT unnest(CAST(? AS VARCHAR[])))', listValue([...ids]))
  return where
}
