import type {Tree} from '../../text/index.ts'
import {type Discourse, kindOf} from './discourse.ts'
import type {Draft} from './draft.ts'
import {isOneOf} from './words.ts'

/** "Russia sent 2,000 peacekeepers", "It mobilised troops": forces without an owner are of the state that sends them. */
export function findSenders(discourse: Discourse, tree: Tree, drafts: readonly Draft[]): void {
  const {lexicon, words, work} = discourse
  for (const made of drafts) {
    const [id] = made.entities
    if (made.noun?.class !== 'body' || made.noun.sector !== 'MIL' || !id?.startsWith('~unnamed')) continue
    const verb = tree.rel(made.head) === 'obj' ? tree.head(made.head) : -1
    if (verb < 0 || !isOneOf(lexicon, words.sending, tree, verb)) continue
    const subjects = tree.subjects(verb)
    const sender = drafts.find(draft => subjects.includes(draft.head) && draft.entities.length === 1)
    if (!sender) continue
    const state = kindOf(discourse, sender) === 'state' ? sender.entities[0] : governing(discourse, sender)
    if (!state || work.entities.get(id)?.country) continue
    made.entities = [discourse.body(state, made.noun)]
    made.antecedent = sender
  }
}

/** A ruler or ministry sends what is the state's. */
function governing({work}: Discourse, {entities}: Draft): string | null {
  const entity = work.entities.get(entities[0])
  return entity?.sector === 'GOV' || entity?.sector === 'MIL' ? entity.country : null
}
