import type {CorrectionEntry, Entity, EntityId, Mention, Party, Reading, Span, Statement} from '../../model/index.ts'
import {findWords, meet} from './anchor.ts'
import {partyOf, stateOf} from './fields.ts'
import type {Outcome} from './outcome.ts'

/**
 * The reading where people have said whom a mention means. What hangs on the mention goes with it: later pronouns and
 * surnames, and the part that it plays in events and statements.
 */
export function withMeant(
  reading: Reading,
  entries: readonly CorrectionEntry[],
): {readonly reading: Reading; readonly outcomes: ReadonlyMap<string, Outcome>} {
  const outcomes = new Map<string, Outcome>()
  let whole = reading
  for (const entry of entries) {
    const lost = (state: Outcome['state'], because: string) =>
      outcomes.set(entry.id, {state, because, moved: false, records: []})
    const found = findWords(entry.anchors[0], reading.doc.text)
    if (found.span === null) {
      lost('unanchored', found.why)
      continue
    }
    const at = entry.after?.everywhere ? mentionsLike(whole, found.span) : mentionsAt(whole, found.span)
    if (at.length === 0) {
      lost('not-read', 'nobody is read in its words')
      continue
    }
    const done = withOther(whole, at, entry)
    whole = done.reading
    outcomes.set(entry.id, {state: 'in-force', because: null, moved: found.moved, records: done.records})
  }
  return {reading: whole, outcomes}
}

/** The mentions that marked words are about: the one with just these words, else all that stand in them, else the narrowest around them. */
export function mentionsAt({mentions}: Reading, span: Span): Mention[] {
  const same = mentions.filter(each => each.span.start === span.start && each.span.end === span.end)
  if (same.length > 0) return same
  const within = mentions.filter(each => span.start <= each.span.start && each.span.end <= span.end)
  if (within.length > 0) return within
  const around = mentions.filter(each => meet(each.span, span))
  const length = ({span: {start, end}}: Mention) => end - start
  return around.sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1)).slice(0, 1)
}

/** All mentions that are printed with just these words. */
export function mentionsLike({doc: {text}, mentions}: Reading, {start, end}: Span): Mention[] {
  const words = text.slice(start, end)
  return mentions.filter(({span}) => text.slice(span.start, span.end) === words)
}

function withOther(reading: Reading, at: readonly Mention[], {after}: CorrectionEntry) {
  const known = new Map([...reading.entities, ...(after?.entities ?? [])].map(each => [each.id, each]))
  const mean = after?.mean ?? []
  const old = new Set(at.flatMap(({entities}) => entities).filter(id => !mean.includes(id)))
  const changed = new Set(at.map(({id}) => id))
  // What hangs on a mention stands behind it or before it; go on until nothing more does.
  for (let before = -1; before !== changed.size; ) {
    before = changed.size
    for (const {id, antecedent, entities} of reading.mentions)
      if (antecedent !== null && changed.has(antecedent) && entities.some(each => old.has(each))) changed.add(id)
  }
  const mentions = reading.mentions.map(each => (changed.has(each.id) ? {...each, entities: mean} : each))
  const spans = reading.mentions.filter(({id}) => changed.has(id)).map(({span}) => span)
  const left = new Set(mentions.flatMap(({entities}) => entities))
  // Whom no mention of the article means any longer, nothing in it is about.
  const gone = new Set([...old].filter(id => !left.has(id)))
  const here = (span: Span | null) => span !== null && spans.some(each => meet(each, span))
  const records: string[] = []

  const parties = (given: readonly Party[]) =>
    given.flatMap(party =>
      old.has(party.entity) && (here(party.span) || gone.has(party.entity))
        ? mean.flatMap(id => ({...partyOf(known.get(id)!), span: party.span, how: party.how}))
        : [party],
    )
  const events = reading.events.map(event => {
    const {claimed, denied} = event.reality
    const own = {
      ...event,
      actors: parties(event.actors),
      recipients: parties(event.recipients),
      reality: {...event.reality, claimed: instead(claimed, gone, mean), denied: instead(denied, gone, mean)},
    }
    return changedBy(event, own, records)
  })
  const statements = reading.statements.map(statement => {
    const {source, channel, content} = statement
    const whose = source.entity !== null && (here(source.span) ? old : gone).has(source.entity)
    const spoken = content.some(here)
    const of = (id: EntityId) => (spoken && !saidBeside(mentions, content, id) ? old : gone).has(id)
    const own: Statement = {
      ...statement,
      source: whose ? {...source, entity: mean[0] ?? null, others: mean.slice(1)} : source,
      channel: channel.outlet === null ? channel : {...channel, outlet: instead(channel.outlet, gone, mean)},
      about: [...new Set(statement.about.flatMap(id => (of(id) ? mean : [id])))],
    }
    return changedBy(statement, {...own, dyad: dyadOf(statement, own, known)}, records)
  })
  return {reading: {...reading, mentions, events, statements}, records}
}

function changedBy<T extends {readonly id: string}>(before: T, after: T, records: string[]): T {
  if (JSON.stringify(before) === JSON.stringify(after)) return before
  records.push(before.id)
  return after
}

const instead = (id: EntityId | null, gone: ReadonlySet<EntityId>, mean: readonly EntityId[]) =>
  id !== null && gone.has(id) ? (mean[0] ?? null) : id

const saidBeside = (mentions: readonly Mention[], content: readonly Span[], id: EntityId) =>
  mentions.some(({span, entities}) => entities.includes(id) && content.some(each => meet(each, span)))

/** A pair that a statement no longer names is no pair of it; the one that it names now, when it is of two states, is. */
function dyadOf(before: Statement, after: Statement, known: ReadonlyMap<EntityId, Entity>): Statement['dyad'] {
  if (before.about.join() === after.about.join() || before.dyad === null) return before.dyad
  const sides = [...new Set(after.about.map(id => (known.has(id) && stateOf(known.get(id)!)) || id))].sort()
  return sides.length === 2 ? [sides[0], sides[1]] : null
}
