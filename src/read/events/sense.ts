import type {Act} from '../../lexicon/acts.ts'
import type {Entity, Party} from '../../model/index.ts'
import {negationOf} from '../reality/own.ts'
import {bodily} from './fill.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'

const civil = new Set(['CVL', 'LAB', 'EDU', 'REF', 'REL', 'OPP', 'MED', 'BUS'])
const armed = new Set(['MIL', 'REB', 'UAF', 'COP', 'SPY', 'CRM'])
/** Words that are as often said of debates, polls and games as of arms. */
const figurative = new Set([
  'attack',
  'assault',
  'battle',
  'beat',
  'campaign',
  'clash',
  'conflict',
  'duel',
  'fight',
  'fighting',
  'hit',
  'mount',
  'offensive',
  'onslaught',
  'pound',
  'retaliate',
  'strike',
  'target',
  'wage',
  'war',
])
const passing = new Set(['speak', 'talk', 'write', 'court', 'brief', 'call'])
const willing = new Set(['willing', 'ready', 'prepared', 'committed'])

/** Whether the parties fit the sense of the row: politicians do not shell each other in a debate, workers' strikes are no air strikes. */
export function sensible(
  scene: Scene,
  act: Act,
  trigger: number,
  words: readonly number[],
  actors: readonly Party[],
  recipients: readonly Party[],
): boolean {
  const {tree} = scene
  const lemma = lemmaOf(tree, trigger)
  const named = words.map(at => lemmaOf(tree, at))
  if (isAim(scene, act, words)) return false
  // "Blow up the establishment": nothing that can be blown up.
  if (act.id === 'blow-up-of' && recipients.length === 0 && !tree.objects(trigger).some(at => bodily(scene, at)))
    return false
  if (actors.length === 0) return true
  // "Go back to work", not back on a promise.
  if (act.id === 'go-back-on' && tree.obliques(trigger).some(({prep}) => prep === 'to')) return false
  if (isView(scene, act, words, actors) || isNaming(scene, act, trigger)) return false
  if (act.event === 'ASSAULT') {
    if (named.includes('strike') && actors.every(({sector}) => sector !== null && civil.has(sector))) return false
    if (lemma === 'fire' && tree.form(trigger + 1) === 'back' && allPersons(scene, actors)) return false
    if (
      act.pattern.triggers.some(word => word === 'fight' || word === 'battle') &&
      /^(?:together|alongside|beside)$/.test(tree.form(trigger + 1))
    )
      return false
    if (tree.objects(trigger).some(at => isOffer(scene, at))) return false
    if (lemma === 'beat') return actors.some(({sector}) => sector !== null && armed.has(sector))
    if ([lemma, ...named].some(word => figurative.has(word)) && !forceful(scene, actors, recipients)) return false
  }
  if (act.event === 'MOBILIZE' && isSwarm(scene, [...tree.subjects(trigger), ...words])) return false
  if (act.event === 'PROTEST') {
    if (named.includes('strike') && actors.some(({sector}) => sector === 'MIL')) return false
    if (isFestive(scene, trigger)) return false
    if (lemma === 'demonstrate' && tree.child(trigger, 'ccomp', 'obj') >= 0) return false
  }
  if (act.event === 'CONSULT' && lemma === 'meet' && tree.isPassive(trigger) && named.length === 0)
    return !tree.obliques(trigger).some(({prep}) => prep === 'with')
  if (act.event === 'REJECT' && (speechless(scene, trigger) || leavesOpen(scene, act, trigger))) return false
  if (act.id === 'hold-in') return isCaptivity(scene, trigger, actors)
  if (act.id === 'take-town') return takesTown(scene, trigger, actors)
  if (act.mode === 'visit' && recipients.length > 0 && !abroad(actors, recipients)) return false
  if (act.mode === 'visit' && isCrossing(scene, act, trigger, actors)) return false
  if (lemma === 'agree' && isOpinion(scene, trigger)) return false
  if (act.event === 'CONSULT' && act.pattern.kind === 'v' && passing.has(lemma) && act.pattern.subject?.slot !== 'BOTH')
    return abroad(actors, recipients)
  if (act.event === 'AGREE' && (willing.has(lemma) || act.id === 'prepared-to'))
    return recipients.some(({country}) => country !== null)
  return true
}

const bodies = /^(?:army|troop|fleet|squadron|battalion|brigade|regiment|division|legion)$/

/** "A troop of baboons", "an army of volunteers": many of what bears no arms. */
function isSwarm(scene: Scene, tokens: readonly number[]): boolean {
  const {tree, acts} = scene
  const arms = ['force', 'police', 'vehicle', 'weapon', 'agent']
  return tokens.some(
    at =>
      bodies.test(lemmaOf(tree, at)) &&
      tree
        .obliques(at)
        .some(
          ({token, prep}) =>
            prep === 'of' &&
            tree.upos(token) === 'NOUN' &&
            !arms.some(set => acts.sets.get(set)?.has(lemmaOf(tree, token))),
        ),
  )
}

const festive = /^(?:celebrate|greet|welcome|watch|cheer|mourn|pray|worship|commemorate)$/

/** "Filled the square to celebrate the title": a crowd against nobody. */
function isFestive({tree}: Scene, trigger: number): boolean {
  return tree.childrenBy(trigger, 'advcl', 'xcomp').some(at => festive.test(lemmaOf(tree, at)))
}

/** "Held in Baku": people, by whom nothing but their captivity is told. */
function isCaptivity(scene: Scene, trigger: number, actors: readonly Party[]): boolean {
  const {tree, work} = scene
  const kindOf = ({entity}: Party) => work.entities.get(entity)?.kind
  if (!tree.isPassive(trigger) && actors.some(party => kindOf(party) === 'person')) return false
  const held = tree.objects(trigger)
  return (
    held.length > 0 &&
    held.every(at => {
      const mention = mentionAt(scene, at)
      const kind = mention && work.entities.get(mention.entities[0])?.kind
      return kind === 'people' || kind === 'person' || kind === 'military'
    })
  )
}

/** "Rebels took Goma": fighters, and a place by its name. */
function takesTown(scene: Scene, trigger: number, actors: readonly Party[]): boolean {
  const {tree, work} = scene
  const fights = ({sector, entity}: Party) =>
    (sector !== null && armed.has(sector) && sector !== 'CRM') || work.entities.get(entity)?.kind === 'armed-group'
  return actors.every(fights) && tree.objects(trigger).some(at => mentionAt(scene, at)?.sense === 'place')
}

const going = new Set('alight come drive go head jet journey land return rush sail set stop touch'.split(' '))
const moving = new Set([...going, 'arrive', 'fly', 'travel', 'leave', 'depart'])

/** Tourists, troops and tankers reach another country on no visit; nor does a state "go to" another, but for talks. */
function isCrossing({tree, work, acts}: Scene, {pattern}: Act, trigger: number, actors: readonly Party[]): boolean {
  if (actors.every(({sector}) => sector !== null && civil.has(sector) && sector !== 'OPP')) return true
  const lemma = lemmaOf(tree, trigger)
  if (!moving.has(lemma)) return false
  const loads = ['force', 'vehicle', 'helper', 'trade-good']
  if (tree.subjects(trigger).some(at => loads.some(set => acts.sets.get(set)?.has(lemmaOf(tree, at))))) return true
  const bare = ({entity, sector}: Party) =>
    sector === 'COP' || (sector === null && work.entities.get(entity)?.kind === 'state')
  return going.has(lemma) && pattern.obliques.every(({fill}) => fill.slot) && actors.every(bare)
}

const speech = new Set([
  'say',
  'comment',
  'discuss',
  'speculate',
  'answer',
  'elaborate',
  'name',
  'identify',
  'confirm',
  'disclose',
  'specify',
  'give',
  'provide',
  'reveal',
  'offer',
  'describe',
  'go',
  'be',
  'predict',
  'rule',
])

/** "Hit its growth target": an aim, with the word that says whose it is. */
function isAim({tree}: Scene, {event}: Act, words: readonly number[]): boolean {
  if (event !== 'ASSAULT') return false
  return words.some(at => {
    const owner = tree.child(at, 'nmod:poss')
    return lemmaOf(tree, at) === 'target' && owner >= 0 && tree.upos(owner) === 'PRON'
  })
}

/** "The positions that she has taken": views, where nobody who fights takes them and nobody is named who held them. */
function isView(scene: Scene, {mode}: Act, words: readonly number[], actors: readonly Party[]): boolean {
  if (mode !== 'seize' || !words.some(at => lemmaOf(scene.tree, at) === 'position')) return false
  return !actors.some(party => bearsArms(scene, party) || scene.work.entities.get(party.entity)?.kind === 'state')
}

/** "Called the race for her", "called it a cartel for the few": what is called something is not called for. */
function isNaming({tree}: Scene, {event, id}: Act, trigger: number): boolean {
  if (event !== 'REQUEST' || !id.startsWith('call-for') || tree.isPassive(trigger)) return false
  const named = tree.childrenBy(trigger, 'obj', 'xcomp').find(at => at > trigger && tree.preposition(at) === '')
  if (named === undefined || /day$/.test(tree.form(named)) || tree.upos(named) === 'VERB') return false
  return (
    tree.obliques(trigger).some(({token, prep}) => prep === 'for' && token > named) ||
    tree.obliques(named).some(({prep}) => prep === 'for')
  )
}

/** "Most agree that it is late": no promise of anything. */
function isOpinion({tree}: Scene, trigger: number): boolean {
  const clause = tree.child(trigger, 'ccomp')
  if (
    clause >= 0 &&
    tree.childrenBy(clause, 'nsubj', 'expl', 'csubj').some(at => /^(?:it|there)$/i.test(tree.form(at)))
  )
    return true
  if (clause >= 0) return !/^(?:will|would|shall|should|must)$/.test(tree.modal(clause) ?? '')
  return tree.tense(trigger) === 'present' && !tree.perfect(trigger) && tree.child(trigger, 'xcomp') < 0
}

/** "Declined to comment" refuses nobody anything. */
function speechless({tree}: Scene, trigger: number): boolean {
  if (!/^(?:decline|refuse)$/.test(lemmaOf(tree, trigger))) return false
  for (let at = trigger + 1; at < tree.length && at <= trigger + 3; at++)
    if (lemmaOf(tree, at) === 'to') return at + 1 < tree.length && speech.has(lemmaOf(tree, at + 1))
  return false
}

/** "Did not rule out talks", "neither confirmed nor denied it": what is not refused is left open. */
function leavesOpen({tree}: Scene, {pattern}: Act, trigger: number): boolean {
  return !pattern.negated && /^(?:rule|deny|exclude)$/.test(lemmaOf(tree, trigger)) && negationOf(tree, trigger) >= 0
}

/** A force of a state or of its own, by its sector or as what the tables know it. */
function bearsArms({work}: Scene, {sector, entity}: Party): boolean {
  return (sector !== null && armed.has(sector)) || work.entities.get(entity)?.kind === 'armed-group'
}

function forceful(scene: Scene, actors: readonly Party[], recipients: readonly Party[]): boolean {
  const kind = ({entity}: Party): Entity['kind'] | undefined => scene.work.entities.get(entity)?.kind
  if ([...actors, ...recipients].some(party => bearsArms(scene, party))) return true
  const peaceful = ({sector}: Party) => sector === 'PTY' || sector === 'LEG' || sector === 'OPP' || sector === 'MED'
  if (actors.every(peaceful)) return false
  if (!actors.every(party => kind(party) === 'person')) return true
  return recipients.length > 0 && recipients.every(party => kind(party) !== 'person') && abroad(actors, recipients)
}

/** "Shot down the proposal": paper takes no harm. */
function isOffer({tree, acts}: Scene, at: number): boolean {
  const lemma = lemmaOf(tree, at)
  return lemma !== 'peacekeeper' && ['proposal', 'accord', 'law', 'reform'].some(set => acts.sets.get(set)?.has(lemma))
}

/** "The senator fired back at Iran": words, where a force would use arms. */
function allPersons({work}: Scene, actors: readonly Party[]): boolean {
  return actors.every(
    ({entity, sector}) => work.entities.get(entity)?.kind === 'person' && !(sector !== null && armed.has(sector)),
  )
}

/** Two sides of one state count only when both are named: a ministry and "an official" are one. */
export function twoSided(parties: readonly Party[]): boolean {
  if (new Set(parties.map(({country, entity}) => country ?? entity)).size > 1) return true
  return new Set(parties.map(({entity}) => entity).filter(entity => !entity.startsWith('~unnamed'))).size > 1
}

function abroad(actors: readonly Party[], recipients: readonly Party[]): boolean {
  return recipients.some(
    ({country}) =>
      country !== null &&
      actors.some(actor => actor.country !== country && (actor.country !== null || !actor.entity.startsWith('~'))),
  )
}
