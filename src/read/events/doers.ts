import type {CodedEvent} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'
import type {Hit} from './hit.ts'
import {type Pair, stateParty} from './pair.ts'

/** An event in the making, with the hit and tree that it comes from. */
export interface Draft {
  readonly event: CodedEvent
  readonly hit: Hit
  readonly tree: Tree
}

const reach = 2

/**
 * Gives an attack told without its doer the one who claims responsibility for it within two sentences, and drops attacks
 * whose doer the text does not tell. The claim itself is then no telling of its own.
 */
export function nameDoers(work: Work, drafts: readonly Draft[], pair: Pair | null): Draft[] {
  const used = new Set<Draft>()
  const out = drafts.map(draft => {
    if (!draft.hit.pending) return draft
    if (draft.event.event !== 'ASSAULT')
      return pair && draft.event.recipients.length === 0 ? together(work, draft, pair) : draft
    const claim = drafts.find(
      other => isClaim(other) && Math.abs(other.event.sentence - draft.event.sentence) <= reach && !used.has(other),
    )
    if (!claim) return draft
    used.add(claim)
    const actors = claim.event.actors.map(party => ({...party, how: 'implied' as const}))
    const why = [...draft.event.reality.why, {because: 'responsibility claimed for it', span: claim.event.evidence.cue}]
    const event: CodedEvent = {
      ...draft.event,
      actors,
      reality: {...draft.event.reality, claimed: actors[0].entity, why},
    }
    return {...draft, event, hit: {...draft.hit, pending: false}}
  })
  return out
    .filter((draft, n) => !draft.hit.pending && !used.has(drafts[n]))
    .map(draft => (isClaim(draft) ? claimed(draft) : draft))
}

/** "Ties were restored": between the two that the text is about. */
function together(work: Work, draft: Draft, pair: Pair): Draft {
  const actors = pair.flatMap(id => stateParty(work, id, draft.event.evidence.cue))
  return actors.length < 2 ? draft : {...draft, event: {...draft.event, actors}, hit: {...draft.hit, pending: false}}
}

function isClaim({hit}: Draft): boolean {
  return hit.act.id.startsWith('claim-responsibility')
}

function claimed(draft: Draft): Draft {
  const by = draft.event.actors[0]?.entity ?? null
  return {...draft, event: {...draft.event, reality: {...draft.event.reality, claimed: by}}}
}
