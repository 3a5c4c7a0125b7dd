import type {ReaderAnswer, Span} from '../../../model/index.ts'
import {proseOf} from '../format.ts'

const coarse = new Set(['season', 'year', 'decade', 'era'])
const meet = (a: Span, b: Span) => a.start < b.end && a.end > b.start

/** Why each record of an article may be read wrongly, in words, by its id; those without a doubt are left out. */
export function doubtsIn({
  reading,
  names,
}: Pick<ReaderAnswer, 'reading' | 'names'>): ReadonlyMap<string, readonly string[]> {
  const doubts = new Map<string, string[]>()
  const flagged = (spans: readonly Span[]) =>
    reading.flags.filter(flag => spans.some(span => meet(flag.span, span))).map(flag => proseOf(flag.message))
  for (const {id, occurred, actors, recipients, reality, evidence} of reading.events) {
    const why: string[] = []
    if (actors.length === 0) why.push('who acted is not told')
    if ([...actors, ...recipients].some(({how}) => how === 'implied')) why.push('who is meant is implied, not said')
    if (occurred === null || (occurred.first === null && occurred.last === null)) why.push('its day is not told')
    else if (coarse.has(occurred.precision)) why.push(`its day is known to the ${occurred.precision} only`)
    if (reality.claimed !== null) why.push(`only ${names[reality.claimed] ?? reality.claimed} vouches for it`)
    why.push(...flagged([evidence.span]))
    if (why.length > 0) doubts.set(id, why)
  }
  for (const {id, source, content} of reading.statements) {
    const why: string[] = []
    if (source.entity === null) why.push('who says it is not known')
    else if (source.span === null) why.push('who says it stands in an earlier sentence')
    why.push(...flagged(content))
    if (why.length > 0) doubts.set(id, why)
  }
  return doubts
}
