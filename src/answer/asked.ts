import type {Lexicon} from '../lexicon/index.ts'
import {type Incident, type Question, type StatementRow, stateOf} from '../model/index.ts'

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

/** Only what was printed in the time asked about and, where it is asked what somebody says, by those. A state stands for its people. */
export function statementsAsked(
  statements: readonly StatementRow[],
  question: Question,
  lexicon: Lexicon,
): readonly StatementRow[] {
  const {kind, pair, direction, others, since, until} = question
  const timed = spansTime(question) && (since !== null || until !== null)
  const first = direction === 'a-to-b' ? pair?.[0] : direction === 'b-to-a' ? pair?.[1] : undefined
  const speakers = kind !== 'said' ? [] : others.length > 0 ? others : first ? [first] : []
  const isOf = (id: string) => {
    const known = lexicon.entities.get(id)
    return speakers.includes(id) || (known !== undefined && speakers.includes(stateOf(known) ?? ''))
  }
  return statements.filter(({statement: {source}, evidence}) => {
    const day = evidence.doc.published
    if (timed && (day === null || (since !== null && day < since) || (until !== null && day > until))) return false
    return speakers.length === 0 || [source.entity, ...source.others].some(id => id !== null && isOf(id))
  })
}
