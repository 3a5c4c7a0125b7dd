import type {EventCode, Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Hit} from './hit.ts'

const addressed = new Set<EventCode>(['REQUEST', 'ACCUSE', 'THREATEN', 'REJECT'])

/** "Summoned the envoy and demanded the return of the pilot": words without an addressee go to whom the act before them was done to. */
export function sharedRecipients(tree: Tree, hits: readonly Hit[]): Hit[] {
  return hits.map(hit => {
    if (hit.recipients.length > 0 || !addressed.has(hit.act.event)) return hit
    if (hit.act.event === 'REJECT') {
      const accusers = accusersOf(tree, hit, hits)
      if (accusers.length > 0) return {...hit, recipients: accusers}
    }
    if (tree.rel(hit.trigger) !== 'conj') return hit
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

/** "Thailand accused Cambodia of opening fire, a charge that Phnom Penh denied": whose charge it is. */
function accusersOf(tree: Tree, {trigger, actors}: Hit, hits: readonly Hit[]): readonly Party[] {
  if (!/^(?:deny|dismiss|dispute|rebut|refute|reject|repudiate)$/.test(tree.lemma(trigger))) return []
  const charge = hits.find(
    ({act, recipients, trigger: at}) =>
      act.event === 'ACCUSE' && at < trigger && recipients.some(one => isOf(one, actors)),
  )
  return charge ? charge.actors.filter(one => !isOf(one, actors)) : []
}

function isOf({entity, country}: Party, parties: readonly Party[]): boolean {
  return parties.some(one => one.entity === entity || (country !== null && one.country === country))
}
