import type {CodedEvent, Party} from '../../model/index.ts'
import type {Work} from '../work.ts'
import type {Draft} from './doers.ts'

/** Drops a second telling that only points back to the first: the same kind of act between the same two, named with "the" or in the same clause. */
export function joinTellings(_work: Work, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  for (const draft of drafts) if (!kept.some(earlier => pointsBack(draft, earlier))) kept.push(draft)
  return kept
}

function pointsBack(draft: Draft, earlier: Draft): boolean {
  const a = draft.event
  const b = earlier.event
  if (a.event !== b.event || key(a.recipients) !== key(b.recipients)) return false
  if (!sharesCountry(a.actors, b.actors)) return false
  if (a.reality.value !== b.reality.value) return false
  if (a.sentence === b.sentence) return overlaps(a, b) || a.evidence.rule === b.evidence.rule
  const {tree, hit} = draft
  if (a.occurred && b.occurred && a.occurred.first !== b.occurred.first) return false
  return hit.light < 0 && (tree.upos(hit.trigger) !== 'VERB' || tree.xpos(hit.trigger) === 'VBG')
}

function overlaps(a: CodedEvent, b: CodedEvent): boolean {
  return a.evidence.span.start < b.evidence.span.end && b.evidence.span.start < a.evidence.span.end
}

function sharesCountry(a: readonly Party[], b: readonly Party[]): boolean {
  const home = ({country, entity}: Party) => country ?? entity
  return a.some(one => b.some(other => home(one) === home(other)))
}

function key(parties: readonly Party[]): string {
  return parties
    .map(({entity, country}) => country ?? entity)
    .sort()
    .join(' ')
}
