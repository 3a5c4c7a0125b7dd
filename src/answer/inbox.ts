import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, Flag, InboxAnswer, InboxItem, Incident, Precision} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {contributionsTo, counts, indexOf} from '../relation/index.ts'

/** Relations looked through, and items shown. */
const pairsRead = 24
const most = 100

const coarse: Partial<Record<Precision, string>> = {
  season: 'a season',
  year: 'its year',
  decade: 'its decade',
  era: 'an era',
}

/**
 * What a person had best look at: incidents that move an index and are in doubt, those with the largest share in a
 * relation's whole change first. What someone has corrected or confirmed is not asked for again.
 */
export async function inbox(record: OpenRecord, lexicon: Lexicon, known: Known = {}): Promise<InboxAnswer> {
  const [pairs, flags, corrections] = await Promise.all([
    record.pairs(pairsRead, known),
    record.flags(null, known),
    record.corrections(),
  ])
  const seen = new Set(corrections.filter(({state}) => state === 'in-force').flatMap(({records}) => records))
  const items = new Map<string, InboxItem>()
  for (const {pair, names} of pairs) {
    const incidents = await record.incidents({pair, ...known})
    const index = indexOf(incidents, {pair, direction: 'both', theme: null})
    const [first, last] = [index.points[0], index.points.at(-1)]
    if (!first || !last || first === last) continue
    const shares = new Map(
      contributionsTo(incidents, index, first.month, last.month).map(({incident, share}) => [incident, share]),
    )
    for (const incident of incidents) {
      if (!counts(incident) || incident.tellings.some(telling => seen.has(telling))) continue
      const doubts = doubtsOf(incident, flags, id => lexicon.entities.get(id)?.name ?? id)
      const share = shares.get(incident.id) ?? 0
      const before = items.get(incident.id)
      if (doubts.length === 0 || (before && Math.abs(before.share) >= Math.abs(share))) continue
      items.set(incident.id, {incident, pair, names, share, doubts})
    }
  }
  const sorted = [...items.values()].sort(
    (a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.incident.id < b.incident.id ? -1 : 1),
  )
  return {items: sorted.slice(0, most), total: sorted.length, relations: pairs.length, corrections}
}

/** Why an incident may be read wrongly, in words. */
function doubtsOf(
  {evidence, claimed, precision, figures}: Incident,
  flags: readonly (Flag & {doc: {id: string}})[],
  nameOf: (id: EntityId) => string,
): string[] {
  const doubts: string[] = []
  if (claimed !== null) doubts.push(`only ${nameOf(claimed)} vouches for it`)
  const known = precision === null ? undefined : coarse[precision]
  if (known !== undefined) doubts.push(`the text tells no day, only ${known}`)
  const kinds = new Map<string, [number, number]>()
  for (const {what, who, low, high} of figures) {
    const [least, largest] = kinds.get(`${what} ${who ?? ''}`) ?? [low, high]
    kinds.set(`${what} ${who ?? ''}`, [Math.min(least, low), Math.max(largest, high)])
  }
  for (const [kind, [low, high]] of kinds)
    if (high > 2 * Math.max(1, low)) doubts.push(`figures of ${kind.trim()} differ: ${low} to ${high}`)
  for (const {doc, span, message} of flags)
    if (doc.id === evidence.doc.id && span.start < evidence.span.end && span.end > evidence.span.start)
      doubts.push(message)
  return doubts
}
