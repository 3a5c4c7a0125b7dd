import type {CodedEvent, DayReading, EventCode, Party, Reality, Span} from '../../model/index.ts'
import {lendDays} from '../days/lend.ts'
import {adjectivesOf, become, conditionOf, decide, type State} from '../reality/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'
import {writtenBounds} from '../written.ts'
import {answers} from './answers.ts'
import {counterpart, mainPair} from './pair.ts'
import {clauseOf, clauseSpan} from './clause.ts'
import {contextsOf} from './contexts.ts'
import {atHome} from './homes.ts'
import {findActs} from './find.ts'
import type {Hit} from './hit.ts'
import {distinct, partiesAt} from './parties.ts'
import {joinTellings} from './same.ts'
import {type Scene, statementAt} from './scene.ts'
import {dayOf} from './when.ts'
import {placeOf} from './where.ts'
import {aged} from './age.ts'
import {type Draft, nameDoers} from './doers.ts'

/** Fills `work.events`: the acts of every sentence, with who, to whom, when, where and whether it happened. */
export function codeEvents(work: Work): void {
  const {acts} = work.lexicon
  const drafts: Draft[] = []
  work.trees.forEach((tree, sentence) => {
    const scene: Scene = {work, acts, tree, sentence}
    for (const hit of findActs(scene)) drafts.push(draftOf(scene, hit))
  })
  const pair = mainPair(work)
  const told = joinTellings(
    work,
    nameDoers(work, drafts, pair).map(draft => atHome(work, draft)),
  )
  const reference = work.doc.published.day ?? writtenBounds(work).first
  const answered = answers(work, told)
  const two = answered
    .map(draft => ({draft, event: counterpart(work, draft, pair, answered)}))
    .filter(({event}) => isWhole(event))
  const days = lendDays(
    work,
    two.map(({draft: {hit, tree}, event}) => ({event, tree, verb: hit.light >= 0 ? hit.light : hit.trigger})),
  )
  work.events = two.map(({draft, event: undated}, n) => {
    const whole = {...undated, occurred: days[n]}
    const past = work.doc.published.day === null || draft.tree.tense(draft.hit.trigger) === 'past'
    const event = aged(whole, reference, past, eraAt(work, draft.event.evidence.span.start))
    return {...event, occurred: notAhead(event, work.doc.published.day), id: `ev_${n + 1}`}
  })
}

/** What has happened did not begin after its text came out: a day that says so was misread and is better unknown. */
function notAhead({occurred, reality}: CodedEvent, published: string | null): DayReading | null {
  const happened = reality.value === 'occurred' || reality.value === 'historical'
  const ahead = published !== null && occurred !== null && (occurred.first ?? '') > published
  return happened && ahead ? null : occurred
}

const ofTwo = new Set<EventCode>(['SUPPORT', 'AID', 'COOPERATE', 'SANCTION'])

/** Backing, help and sanctions are between two; where the text names only one, or nobody whose state is known, there is nothing to record. */
export function isWhole({
  event,
  mode,
  actors,
  recipients,
}: Pick<CodedEvent, 'event' | 'mode' | 'actors' | 'recipients'>): boolean {
  // "Vietnam sentenced a blogger": a court's own people need no other state.
  if (ofTwo.has(event) && mode !== 'convict' && recipients.length === 0 && actors.length < 2) return false
  return [...actors, ...recipients].some(
    ({entity, country, sector}) =>
      country !== null || !entity.startsWith('~') || (sector !== null && !entity.startsWith('~unnamed')),
  )
}

/** The day expression of the heading that a place of the text stands under, if it has one. */
function eraAt(work: Work, offset: number): DayReading | null {
  let heading: Span | null = null
  for (const {kind, span} of work.doc.blocks) if (kind === 'heading' && span.end <= offset) heading = span
  const under = heading
  if (!under) return null
  return work.days.find(({kind, span}) => kind === 'day' && under.start <= span.start && span.end <= under.end) ?? null
}

function draftOf(scene: Scene, hit: Hit): Draft {
  const {work, tree, acts, sentence} = scene
  const carrier = hit.light >= 0 ? hit.light : hit.trigger
  const state = stateOf(scene, hit)
  const [first, last] = clauseOf(tree, hit)
  const span = clauseSpan(tree, [first, last])
  const cue: Span = tree.span(Math.min(carrier, hit.trigger), Math.max(carrier, hit.trigger))
  const narrow = cue.end - cue.start > 60 ? tree.span(hit.trigger) : cue
  const event: CodedEvent = {
    id: '',
    event: hit.act.event,
    mode: hit.act.mode,
    contexts: contextsOf(acts, hit.act.contexts, tree, first, last),
    cameo: hit.act.cameo,
    actors: hit.actors,
    recipients: hit.recipients,
    occurred: dayOf(scene, hit),
    place: placeOf(scene, hit, first, last),
    figures: work.figures
      .filter(figure => span.start <= figure.span.start && figure.span.end <= span.end)
      .map(({id}) => id),
    reality: realityOf(scene, hit, state),
    statement: statementAt(work, tree.sentence.starts[hit.trigger])?.id ?? null,
    evidence: {span, cue: narrow, rule: hit.act.id},
    sentence,
  }
  return {event, hit, tree}
}

const words = new Set<EventCode>(['AGREE', 'THREATEN', 'REJECT'])

/** "Norway is willing to help if asked": the word is given, what hangs on the condition is its content. */
function saysOnCondition(tree: Tree, {act, trigger, complement}: Hit, {value, aspect}: State): boolean {
  if (value !== 'hypothetical' || aspect !== 'conditional' || !words.has(act.event) || complement < trigger)
    return false
  return tree.modal(trigger) === null && conditionOf(tree, tree.clause(trigger)) < 0
}

/** The reality of the act, or of the noun that the row asks for where that says more: "has scheduled talks". */
function stateOf({tree, acts}: Scene, hit: Hit): State {
  const tables = {modes: acts.modes, light: acts.sets.get('light') ?? new Set<string>()}
  const state = decide(tree, hit.trigger, tables)
  if (hit.act.id === 'due-in' && state.value === 'occurred')
    return become(state, 'future', 'planned', 'due: planned', tree, hit.trigger)
  const refuses = hit.act.pattern.negated || hit.act.id === 'swear-never-to'
  if (refuses && state.aspect === 'negated')
    return become({...state, aspect: 'plain'}, 'occurred', 'plain', 'not to do it is the act', tree, hit.trigger)
  if (saysOnCondition(tree, hit, state)) return {...state, value: 'occurred', aspect: 'plain'}
  if (state.value !== 'occurred' || state.aspect === 'ended' || !tables.light.has(tree.lemma(hit.trigger))) return state
  for (const word of hit.words) {
    if (tree.head(word) !== hit.trigger || tree.rel(word) !== 'obj') continue
    const noun = adjectivesOf(tree, word, tables)
    if (noun.value !== 'occurred') return noun
  }
  return state
}

function realityOf(scene: Scene, hit: Hit, state: State): Reality {
  const source = (token: number): Party | undefined =>
    token < 0 ? undefined : distinct(scene.tree.subjects(token).flatMap(at => partiesAt(scene, at, 'recipient')))[0]
  return {
    value: state.value,
    aspect: state.aspect,
    claimed: source(state.claim)?.entity ?? null,
    denied: source(state.denial)?.entity ?? null,
    why: promisesIt(scene, hit, state)
      ? [...state.why, {because: 'will, as its doer says, on a condition', span: scene.tree.span(hit.trigger)}]
      : state.why,
  }
}

/** "The rebels said they would talk if he came": the doer's own word on it. */
function promisesIt({work, tree}: Scene, {trigger, actors}: Hit, {aspect, why}: State): boolean {
  if (aspect !== 'conditional' || !why.some(({because}) => because.startsWith('would'))) return false
  const source = statementAt(work, tree.sentence.starts[trigger])?.source.entity
  return actors.some(({entity}) => entity === source)
}
