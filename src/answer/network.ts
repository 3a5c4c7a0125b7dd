import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, NetworkAnswer, NetworkQuery, Tie} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {campsOf, scoreOf} from '../relation/index.ts'

/** Tense triples listed. */
const mostTense = 20

/** Who is with and against whom in a span of time, and how far that is from two camps. */
export async function network(
  record: OpenRecord,
  lexicon: Lexicon,
  {since, until, asOf, readBy, theme, most}: NetworkQuery,
): Promise<NetworkAnswer> {
  const [counts, names] = await Promise.all([record.ties({since, until, asOf, readBy, theme}), record.names()])
  const nameOf = (id: EntityId) => lexicon.entities.get(id)?.name ?? names[id] ?? id
  const all = new Map<string, Tie>()
  for (const {pair, event, mode, incidents} of counts) {
    const score = scoreOf(event, mode)
    const before = all.get(pair.join('\n')) ?? {pair, incidents: 0, friendly: 0, hostile: 0, score: 0}
    const sum = before.incidents + incidents
    all.set(pair.join('\n'), {
      pair,
      incidents: sum,
      friendly: before.friendly + (score > 0 ? incidents : 0),
      hostile: before.hostile + (score < 0 ? incidents : 0),
      score: (before.score * before.incidents + score * incidents) / sum,
    })
  }
  const weights = new Map<EntityId, number>()
  for (const {pair, incidents} of all.values())
    for (const party of pair) weights.set(party, (weights.get(party) ?? 0) + incidents)
  const ranked = [...weights].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const shown = new Set(ranked.slice(0, most).map(([id]) => id))
  const ties = [...all.values()]
    .filter(({pair}) => shown.has(pair[0]) && shown.has(pair[1]))
    .sort((a, b) => b.incidents - a.incidents || (a.pair.join() < b.pair.join() ? -1 : 1))
  const {camp, against, triangles, tense} = campsOf(ties)
  return {
    since,
    until,
    parties: ranked
      .slice(0, most)
      .map(([id, incidents]) => ({id, name: nameOf(id), incidents, camp: camp.get(id) ?? null})),
    leftOut: Math.max(0, ranked.length - most),
    ties,
    balance: {against, triangles, tense: tense.length, examples: tense.slice(0, mostTense)},
  }
}
