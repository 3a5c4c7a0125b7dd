import type {DayReading, Mention, Sector} from '../../model/index.ts'
import type {Work} from '../work.ts'
import {resolveSentence} from './anaphora.ts'
import {joinAppositions, joinScholars} from './apposition.ts'
import {flagRoleConflicts} from './conflicts.ts'
import {Discourse} from './discourse.ts'
import type {Draft} from './draft.ts'
import {joinForerunners} from './forerunners.ts'
import {findHomes, settleHomes} from './homes.ts'
import {findSenders} from './senders.ts'
import {SentenceReader} from './sentence.ts'
import {unitsOf} from './units.ts'

/** Finds everyone who is mentioned, by whatever words, and every place that is a state or stands in the lexicon. */
export function findMentions(work: Work): void {
  const {text} = work.doc
  const discourse = new Discourse(work)
  const all: Draft[] = []
  let day = 0
  const days = [...work.days].sort((a, b) => a.span.start - b.span.start)
  for (const [index, tree] of work.trees.entries()) {
    const here: DayReading[] = []
    while (day < days.length && days[day].span.start < tree.sentence.end) here.push(days[day++])
    const units = unitsOf(tree, text, work.lexicon, here, key => discourse.isSurname(key))
    const drafts = new SentenceReader(discourse, index, tree, units, text, here).read()
    joinAppositions(discourse, tree, drafts)
    joinScholars(discourse, drafts)
    flagRoleConflicts(discourse, tree, drafts, units, here)
    const settled = resolveSentence(discourse, index, tree, drafts)
    findHomes(discourse, tree, settled)
    findSenders(discourse, tree, settled)
    all.push(...settled.sort((a, b) => a.start - b.start || b.end - a.end))
  }
  joinForerunners(discourse, all)
  settleHomes(discourse)
  finish(discourse, all)
}

function finish(discourse: Discourse, all: readonly Draft[]): void {
  const {work} = discourse
  const used = new Set(all.flatMap(({entities}) => entities))
  for (const id of used) if (!work.entities.has(id)) discourse.meet(id)
  for (const id of work.entities.keys()) if (!used.has(id)) work.entities.delete(id)
  const ids = new Map(all.map((made, n) => [made, `m_${n + 1}`]))
  work.mentions = all.map(made => ({
    id: ids.get(made)!,
    span: {start: made.start, end: made.end},
    sentence: made.sentence,
    head: made.head,
    entities: made.entities,
    all: made.all,
    reason: made.reason,
    sense: made.sense,
    sector: narrowed(work, made),
    role: made.role,
    antecedent: made.antecedent ? (ids.get(made.antecedent) ?? null) : null,
  }))
  work.mentionAt = work.trees.map(tree => new Array<Mention | null>(tree.length).fill(null))
  // Wider mentions first, so that inner ones overwrite them.
  const order = all.map((_, n) => n).sort((a, b) => width(all[b]) - width(all[a]) || a - b)
  for (const n of order) {
    const {sentence, first, last} = all[n]
    for (let t = first; t <= last; t++) work.mentionAt[sentence][t] = work.mentions[n]
  }
}

const width = ({first, last}: Draft) => last - first

/** A sector only where it says more than the entity's own. */
function narrowed(work: Work, made: Draft): Sector | null {
  if (made.sector === null || made.entities.length === 0) return null
  return work.entities.get(made.entities[0])?.sector === made.sector ? null : made.sector
}
