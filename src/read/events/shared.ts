import type {EventCode, Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Hit} from './hit.ts'

const addressed = new Set<EventCode>(['REQUEST', 'ACCUSE', 'THREATEN', 'REJECT'])

/** "Summoned the envoy and demanded the return of the pilot": words without an addressee go to whom the act before them was done to. */
export function sharedRecipients(tree: Tree, hits: readonly Hit[]): Hit[] {
  return hits.map(hit => {
    if (hit.recipients.length > 0 || !addressed.has(hit.act.event) || tree.rel(hit.trigger) !== 'conj') return hit
    const first = hits.find(
      other => other.trigger === tree.shared(hit.trigger) || other.trigger === tree.head(hit.trigger),
    )
    return first && addressed.has(first.act.event) && sameOnes(first.actors, hit.actors)
      ? {...hit, recipients: first.recipients}
      : hit
  })
}

function sameOnes(a: readonly Party[], b: readonly Party[]): boolean {
  return a.length === b.length && a.every(({entity}) => b.some(other => other.entity === entity))
}
