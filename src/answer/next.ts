import {actsAhead} from '../forecast/next/acts-ahead.ts'
import {readNames} from '../forecast/next/names.ts'
import type {Fact} from '../forecast/next/past.ts'
import type {Lexicon} from '../lexicon/index.ts'
import {type Day, type EntityId, type EventCode, eventCodes, type NextAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {counts} from '../relation/index.ts'
import {sideOf} from './relation.ts'

export interface NextOptions {
  /** Days asked about, from the day after the last one known. */
  readonly days?: number
  /** Leave out what was published after this day. */
  readonly asOf?: Day | null
  /** Also learn from what other projects tell, as imported. */
  readonly outside?: boolean
}

/** What two sides will do to each other within some days, likeliest first. Throws `answer/unknown-entity`. */
export async function next(
  record: OpenRecord,
  lexicon: Lexicon,
  sides: readonly [EntityId, EntityId],
  options: NextOptions = {},
): Promise<NextAnswer> {
  const {days = 30, asOf = null, outside = false} = options
  const pair = [await sideOf(record, lexicon, sides[0]), await sideOf(record, lexicon, sides[1])] as const
  const told = await tellings(record, asOf, outside)
  const last = told.reduce((latest, {day}) => (day > latest ? day : latest), asOf ?? '')
  const ids = [
    ...new Set([...pair.map(({id}) => id), ...told.flatMap(({actor, recipient}) => [actor, recipient])]),
  ].sort()
  const number = new Map(ids.map((id, i) => [id, i]))
  const at = (id: string) => number.get(id) as number
  const facts: Fact[] = told.map(({actor, event, recipient, day}) => ({
    subject: at(actor),
    relation: eventCodes.indexOf(event),
    object: at(recipient),
    day: dayNumber(day),
  }))
  const names = readNames(ids.map(id => lexicon.entities.get(id)?.name ?? id))
  const {acts, learned, tested} = actsAhead(facts, {
    entities: ids.length,
    relations: eventCodes.length,
    names,
    pair: [at(pair[0].id), at(pair[1].id)],
    from: last === '' ? 0 : dayNumber(last) + 1,
    days,
  })
  const side = (n: number) => (ids[n] === pair[0].id ? pair[0] : pair[1])
  return {
    pair: [
      {id: pair[0].id, name: pair[0].name},
      {id: pair[1].id, name: pair[1].name},
    ],
    after: last === '' ? null : last,
    days,
    facts: facts.length,
    learned,
    backtest: tested,
    acts: acts.map(({subject, relation, object, ...rest}) => ({
      actor: side(subject).id,
      event: eventCodes[relation],
      recipient: side(object).id,
      chance: rest.chance,
      baseRate: rest.baseRate,
      count: rest.count,
      last: dayOf(rest.last),
    })),
  }
}

interface Telling {
  readonly actor: EntityId
  readonly event: EventCode
  readonly recipient: EntityId
  readonly day: Day
}

/** Who did what to whom on which day; what is known only to a month or worse tells nothing here. */
async function tellings(record: OpenRecord, asOf: Day | null, outside: boolean): Promise<Telling[]> {
  const told: Telling[] = []
  for (const incident of await record.incidents({asOf})) {
    const {first, last} = incident.days
    if (!counts(incident) || first === null || last === null || dayNumber(last) - dayNumber(first) > 7) continue
    const sides = (list: typeof incident.actors) => [...new Set(list.map(({country, entity}) => country ?? entity))]
    for (const actor of sides(incident.actors))
      for (const recipient of sides(incident.recipients))
        if (actor !== recipient) told.push({actor, event: incident.event, recipient, day: last})
  }
  if (outside)
    for await (const {actor, event, recipient, day} of record.outside.events())
      if (event !== null && actor !== recipient && (asOf === null || day <= asOf))
        told.push({actor, event, recipient, day})
  return told
}

const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
const dayOf = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10)
