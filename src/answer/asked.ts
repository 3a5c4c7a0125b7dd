import type {Lexicon} from '../lexicon/index.ts'
import {type EntityId, type Incident, type Question, type StatementRow, stateOf} from '../model/index.ts'
import {isMutual, isOneOf} from './question/acts.ts'
import {speakerSectors} from './speakers.ts'

/** Whether the answer keeps to the time that the question names; else that time is what now is held against. */
export const spansTime = ({kind}: Question) =>
  kind === 'happened' || kind === 'said' || kind === 'change' || kind === 'sides'

/** Only what lies in the span of time that the question names. */
export function incidentsAsked(incidents: readonly Incident[], question: Question): readonly Incident[] {
  const {since, until} = question
  if (!spansTime(question) || (since === null && until === null)) return incidents
  return incidents.filter(({days: {first, last}}) => {
    if (first === null || last === null) return false
    return (until === null || first <= until) && (since === null || last >= since)
  })
}

/** Only acts of the kinds asked about, done by one of the two to the other, or together; where one way is asked about, only that way. */
export function actsAsked(incidents: readonly Incident[], question: Question): readonly Incident[] {
  const {acts, pair, direction} = question
  if (acts.length === 0 || pair === null) return incidents
  const [a, b] = direction === 'b-to-a' ? [pair[1], pair[0]] : pair
  return incidents.filter(
    incident =>
      isOneOf(acts, incident) &&
      (isMutual(acts) || isDone(incident, a, b) || (direction === 'both' && isDone(incident, b, a))),
  )
}

/** Whether one side, or somebody of it, does it to the other. */
export const isDone = ({actors, recipients}: Incident, a: EntityId, b: EntityId): boolean =>
  isAmong(actors, a) && isAmong(recipients, b)

const isAmong = (parties: Incident['actors'], side: EntityId): boolean =>
  parties.some(({entity, country}) => entity === side || country === side)

/** Only what was printed in the time asked about and, where it is asked what somebody says, by those. A state stands for its people. */
export function statementsAsked(
  statements: readonly StatementRow[],
  question: Question,
  lexicon: Lexicon,
): readonly StatementRow[] {
  const {kind, pair, direction, others, since, until, sector} = question
  const timed = spansTime(question) && (since !== null || until !== null)
  const first = direction === 'a-to-b' ? pair?.[0] : direction === 'b-to-a' ? pair?.[1] : undefined
  const speakers = kind !== 'said' ? [] : others.length > 0 ? others : first ? [first] : []
  const isOf = (id: string) => {
    const known = lexicon.entities.get(id)
    return speakers.includes(id) || (known !== undefined && speakers.includes(stateOf(known) ?? ''))
  }
  const sectorOf = speakerSectors(statements, lexicon)
  return statements.filter(row => {
    const {
      statement: {source},
      evidence,
    } = row
    const day = evidence.doc.published
    if (timed && (day === null || (since !== null && day < since) || (until !== null && day > until))) return false
    if (sector !== null && sectorOf(row) !== sector) return false
    return speakers.length === 0 || [source.entity, ...source.others].some(id => id !== null && isOf(id))
  })
}
