import type {CodedEvent} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'
import type {Hit} from './hit.ts'
import {type Pair, stateParty} from './pair.ts'
import {subjectsOf} from './syntax.ts'

/** An event in the making, with the hit and tree that it comes from. */
export interface Draft {
  readonly event: CodedEvent
  readonly hit: Hit
  readonly tree: Tree
}

const reach = 2

/**
 * Gives an attack told without its doer the one who claims responsibility for it within two sentences, and drops what may
 * have been no attack at all. The claim itself is then no telling of its own.
 */
export function nameDoers(work: Work, drafts: readonly Draft[], pair: Pair | null): Draft[] {
  const used = new Set<Draft>()
  const out = drafts.map(draft => {
    if (!draft.hit.pending) return draft
    if (draft.event.event !== 'ASSAULT')
      return pair && draft.event.recipients.length === 0 ? together(work, draft, pair) : draft
    const claim = drafts.find(
      other =>
        isClaim(other) &&
        other.event.actors.length > 0 &&
        Math.abs(other.event.sentence - draft.event.sentence) <= reach &&
        !used.has(other),
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
    .filter((draft, n) => (!draft.hit.pending || isAttack(work, draft)) && !used.has(drafts[n]))
    .map(draft => (isClaim(draft) ? claimed(draft) : draft))
}

/** "Ties were restored": between the two that the text is about. */
function together(work: Work, draft: Draft, pair: Pair): Draft {
  const {value} = draft.event.reality
  if (value !== 'occurred' && value !== 'historical') return draft
  const actors = pair.flatMap(id => stateParty(work, id, draft.event.evidence.cue))
  return actors.length < 2 ? draft : {...draft, event: {...draft.event, actors}, hit: {...draft.hit, pending: false}}
}

const deliberate = new Set([
  'abduct',
  'targeted',
  'heavy-weapons',
  'aerial',
  'drone',
  'suicide-attack',
  'unconventional',
])
/** Shot, they are not victims of a common crime. */
const official = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'OPP'])
const byHand = new Set(['firearms', 'beat', 'torture', 'primitive'])
const blasts = new Set(['blast', 'explosion'])

/** Whether an attack whose doer is unknown shows itself as one: by its kind, or by a weapon or an assault in its clause. */
function isAttack(work: Work, {hit, tree, event}: Draft): boolean {
  if (event.event !== 'ASSAULT' || !event.recipients.some(({country}) => country !== null)) return false
  const {sets} = work.lexicon.acts
  const instruments = sets.get('instrument') ?? new Set<string>()
  const harmful = (at: number) =>
    mentioned(work, event.sentence, at) ||
    ['instrument', 'attack', 'weapon', 'vehicle', 'force', 'agent'].some(set =>
      sets.get(set)?.has(tree.lemma(at).toLowerCase()),
    )
  // "Was struck by the beauty of the land".
  if (
    tree.obliques(hit.trigger).some(({token, prep}) => prep === 'by' && tree.upos(token) === 'NOUN' && !harmful(token))
  )
    return false
  // "Storms hit the coast".
  if (
    !tree.isPassive(hit.trigger) &&
    subjectsOf(tree, hit.trigger).some(at => tree.upos(at) === 'NOUN' && !harmful(at))
  )
    return false
  if (deliberate.has(hit.act.mode ?? '') || hit.act.id.startsWith('ambush')) return true
  if (event.recipients.some(({sector}) => sector !== null && official.has(sector)) && byHand.has(hit.act.mode ?? ''))
    return true
  if (
    /^(?:shoot-dead|beat-to-death)/.test(hit.act.id) &&
    tree.objects(hit.trigger).some(at => isPublic(work, tree, at))
  )
    return true
  const isWeapon = (at: number) => instruments.has(tree.lemma(at).toLowerCase())
  const places = [...subjectsOf(tree, hit.trigger)]
  for (const {token, prep} of tree.obliques(hit.trigger))
    if (prep === 'in' || prep === 'by' || prep === 'during' || prep === 'with') places.push(token)
  return places.some(
    at =>
      isWeapon(at) ||
      (blasts.has(tree.lemma(at).toLowerCase()) && tree.childrenBy(at, 'compound', 'amod', 'nmod').some(isWeapon)),
  )
}

/** Who a token is, where anybody is named or described there. */
function mentioned({mentionAt}: Work, sentence: number, at: number): boolean {
  return mentionAt[sentence]?.[at] != null
}

/** "The candidate was shot dead": whose death is no private matter. */
function isPublic({lexicon}: Work, tree: Tree, at: number): boolean {
  return lexicon.acts.sets.get('public-figure')?.has(tree.lemma(at).toLowerCase()) ?? false
}

function isClaim({hit}: Draft): boolean {
  return hit.act.id.startsWith('claim-responsibility')
}

function claimed(draft: Draft): Draft {
  const by = draft.event.actors[0]?.entity ?? null
  return {...draft, event: {...draft.event, reality: {...draft.event.reality, claimed: by}}}
}
