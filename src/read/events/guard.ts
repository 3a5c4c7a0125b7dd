import type {Act} from '../../lexicon/acts.ts'
import type {EventCode, Mention, Party} from '../../model/index.ts'
import {armed} from './arms.ts'
import {blaming} from './blame.ts'
import {inFiction} from './genre.ts'
import type {Hit} from './hit.ts'
import {inIdiom} from './idiom.ts'
import type {Miss} from './miss.ts'
import {distinct, partiesAt} from './parties.ts'
import {isBusiness, isCommonCrime, isLawsuit, isTakeover} from './private.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'
import {toInfinitive} from './syntax.ts'

/**
 * A hit as it may be told, or a reason where its words fit a row but its parties or its sentence show another act:
 * a state's protest is a complaint, a test of a bomb is no attack, and nobody does anything to itself.
 */
export function guard(scene: Scene, found: Hit): Hit | Miss {
  if ([found.trigger, ...found.words, ...scene.tree.objects(found.trigger)].some(at => inIdiom(scene, at)))
    return 'idiom'
  if (found.act.id === 'insist-that' && !wishes(scene, found)) return 'modal'
  // "Dismissed such talk": hearsay, no meeting.
  if (found.words.some(at => scene.tree.form(at) === 'talk' && scene.tree.upos(at) === 'NOUN')) return 'idiom'
  if (found.act.event === 'AGREE' && refusesToBear(scene, found.complement)) return 'warning'
  const hit = athome(scene, expelled(scene, asked(blaming(scene, armed(scene, rest(scene, found))))))
  if (!hit) return 'home'
  if (inFiction(scene, hit.trigger)) return 'fiction'
  if (isCommonCrime(scene, hit) || isLawsuit(scene, hit)) return 'crime'
  if (isBusiness(scene, hit) || isTakeover(scene, hit)) return 'business'
  if (leavesHome(scene, hit)) return 'home'
  if (selfInflicted(scene, hit)) return 'self'
  if (lowered(scene, hit)) return 'lowered'
  if (hit.act.id.startsWith('warn') && !carriesOut(scene, hit)) return 'warning'
  if (hit.act.id === 'deny-that' && !isOwnDeed(scene, hit)) return 'warning'
  if (hit.act.event === 'PROTEST' && hit.actors.length > 0 && hit.actors.every(party => governs(scene, party)))
    return complaint(scene, hit) ?? 'state'
  return hit
}

/** "Demanded the return of the pilot": one's own people are not asked to give themselves back. */
function asked(hit: Hit): Hit {
  if (!/^(?:demand|call-for)-release-of$/.test(hit.act.id)) return hit
  const homes = new Set(hit.actors.map(({country}) => country).filter(country => country !== null))
  const kept = hit.recipients.filter(({country}) => country === null || !homes.has(country))
  return kept.length === hit.recipients.length ? hit : {...hit, recipients: kept}
}

/** "Expelled half a million Afghans": a people is deported, a diplomat expelled. */
function expelled({work, acts, tree}: Scene, hit: Hit): Hit {
  if (hit.act.id !== 'expel' || hit.recipients.length === 0) return hit
  const people = hit.recipients.every(
    ({entity, sector}) => work.entities.get(entity)?.kind === 'people' && (sector === null || sector === 'CVL'),
  )
  if (!people || tree.objects(hit.trigger).some(at => acts.sets.get('envoy')?.has(lemmaOf(tree, at)))) return hit
  return {...hit, act: {...hit.act, event: 'COERCE', mode: 'deport', cameo: '174'}}
}

/** "Insisted that they leave" wants something; "insisted that they were safe" says so. */
function wishes({tree}: Scene, {trigger, complement: clause}: Hit): boolean {
  if (clause < 0) return true
  if (tree.form(trigger + 1) === ',') return false
  // "Where, officers insist, they sleep".
  if (tree.head(clause) >= 0 && tree.rel(clause) === 'parataxis') return false
  const lemma = lemmaOf(tree, clause)
  if (lemma === 'have' || (lemma === 'must' && tree.copula(clause) < 0)) return true
  if (
    toInfinitive(tree, clause) ||
    tree
      .children(clause)
      .some(at => tree.rel(at) === 'aux' && /^(?:has|have|had)$/i.test(tree.form(at)) && tree.form(at + 1) === 'to')
  )
    return true
  const finite = (at: number) =>
    tree.xpos(at) === 'VBZ' ||
    (tree.xpos(at) === 'VBD' && /ed$/.test(tree.form(at))) ||
    /^(?:is|are|was|were|had|have|will|would)$/i.test(tree.form(at))
  return ![clause, tree.copula(clause), ...tree.auxiliaries(clause)].some(at => at >= 0 && finite(at))
}

/** "Promised not to leave it unpunished": a threat rather than an agreement. */
function refusesToBear({tree}: Scene, clause: number): boolean {
  return (
    clause >= 0 &&
    /^(?:leave|let|allow|tolerate|forget|forgive)$/.test(lemmaOf(tree, clause)) &&
    tree.children(clause).some(at => at < clause && /^(?:not|never)$/i.test(tree.form(at)))
  )
}

/** Whether a word is in a set of word-sets.tsv. */
function isIn({acts}: Scene, set: string, word: string): boolean {
  return acts.sets.get(set)?.has(word) ?? false
}

/** "Evacuated its embassy in Khartoum": a state that takes its own people home helps nobody else. */
function leavesHome({tree}: Scene, {act, trigger}: Hit): boolean {
  if (act.event !== 'AID' || lemmaOf(tree, trigger) !== 'evacuate') return false
  return tree.objects(trigger).some(at => {
    const owner = tree.child(at, 'nmod:poss')
    const own = owner >= 0 && tree.upos(owner) === 'PRON'
    return own || /^(?:embassy|consulate|mission)$/.test(lemmaOf(tree, at))
  })
}

const harmful = new Set<EventCode>(['ASSAULT', 'COERCE'])

/** "Struck her head", "shot himself": harm to one's own body is no attack on anybody. */
function selfInflicted(scene: Scene, {act, trigger, actors}: Hit): boolean {
  const {tree} = scene
  if (!harmful.has(act.event) || tree.upos(trigger) !== 'VERB') return false
  return tree.childrenBy(trigger, 'obj').some(at => {
    if (isIn(scene, 'reflexive', tree.form(at).toLowerCase()))
      return !actors.some(({sector}) => sector === 'REB' || sector === 'UAF')
    return isIn(scene, 'body-part', lemmaOf(tree, at))
  })
}

/** Acts whose object word changes what they are. */
function rest(scene: Scene, hit: Hit): Hit {
  const {tree} = scene
  const {act, words} = hit
  const test = act.event === 'ASSAULT' && act.mode === 'explosives' && tree.upos(hit.trigger) === 'VERB'
  if (!test || !words.some(at => tree.children(at).some(child => isIn(scene, 'nuclear', lemmaOf(tree, child)))))
    return hit
  return {...hit, act: {...act, event: 'MOBILIZE', mode: 'weapons', cameo: '155'}, recipients: []}
}

const lowerable = new Set<EventCode>(['SANCTION', 'AID', 'COOPERATE', 'SUPPORT', 'REJECT'])

/** "Lowers the tariff", "cut off most of its aid": the verb tells the act, not the noun under it. */
function lowered(scene: Scene, {act, trigger, light}: Hit): boolean {
  const {tree} = scene
  if (light >= 0 || tree.upos(trigger) !== 'NOUN' || !lowerable.has(act.event)) return false
  let at = trigger
  for (let step = 0; step < 3; step++) {
    const head = tree.head(at)
    if (head < 0) return false
    if (tree.upos(head) === 'VERB') return isIn(scene, 'lowering', lemmaOf(tree, head)) && tree.rel(at) === 'obj'
    if (tree.rel(at) !== 'nmod' || !isIn(scene, 'share', lemmaOf(tree, head))) return false
    at = head
  }
  return false
}

const grown = new Set(['GOV', 'MIL', 'SPY', 'COP', 'JUD', 'LEG', 'IGO'])

/** A state or one of its organs. */
function governs({work}: Scene, {entity, sector}: Party): boolean {
  const kind = work.entities.get(entity)?.kind
  if (kind === 'people' || kind === 'armed-group') return false
  return sector === null ? kind === 'state' : grown.has(sector)
}

/** What a state protests against it disapproves of; a state holds no marches and downs no tools. */
function complaint({tree}: Scene, hit: Hit): Hit | null {
  if (lemmaOf(tree, hit.trigger) === 'protest')
    return {...hit, act: {...hit.act, event: 'ACCUSE', mode: 'disapprove', cameo: '111'}}
  return hit.act.mode === 'strike' || hit.act.mode === 'demo' ? null : hit
}

const unarmed = new Set(['CVL', 'EDU', 'BUS', 'MED'])

/** "Warned of a Russian attack": the harm is somebody else's to do. */
function isOfAnother(scene: Scene, harm: number, actors: readonly Party[]): boolean {
  const {tree} = scene
  const by = tree.obliques(harm).filter(({prep}) => prep === 'by' || prep === 'from')
  const doers = [...tree.childrenBy(harm, 'nmod:poss', 'amod', 'compound'), ...by.map(({token}) => token)].flatMap(at =>
    partiesAt(scene, at, 'actor'),
  )
  return (
    doers.length > 0 &&
    !doers.some(({country, entity}) =>
      actors.some(one => one.entity === entity || (country !== null && one.country === country)),
    )
  )
}

/** A warning is a threat when whoever gives it would do the harm: "warned that it would close the border". */
function carriesOut(scene: Scene, {act, trigger, actors, recipients, complement, words}: Hit): boolean {
  const {tree} = scene
  if (act.event !== 'THREATEN') return true
  if (actors.length > 0 && actors.every(({sector}) => sector !== null && unarmed.has(sector))) return false
  if (recipients.some(({sector}) => sector === 'CVL') && actors.every(({country}) => country === recipients[0].country))
    return false
  if (complement < 0) {
    if (act.id !== 'warn-of-harm-against') return true
    return recipients.length > 0 && !words.some(at => isOfAnother(scene, at, actors))
  }
  const subjects = tree.childrenBy(complement, 'nsubj')
  if (act.id !== 'warn-that-threaten') return true
  if (suffers(scene, complement)) return true
  return subjects.some(at => {
    if (isIn(scene, 'pronoun-of-speaker', lemmaOf(tree, at))) return true
    const doers = partiesAt(scene, at, 'actor')
    if (
      doers.some(
        doer => governs(scene, doer) && actors.some(({country}) => country !== null && country === doer.country),
      )
    )
      return true
    return isIn(scene, 'hostile-act', lemmaOf(tree, at)) && recipients.length > 0 && tree.rel(trigger) !== 'amod'
  })
}

/** "Denied that it armed the rebels", "denied shelling the town": what the denier itself is said to have done. */
function isOwnDeed(scene: Scene, {actors, complement}: Hit): boolean {
  const {tree} = scene
  const subjects = tree.childrenBy(complement, 'nsubj')
  if (subjects.length === 0) return tree.xpos(complement) === 'VBG' || tree.child(complement, 'aux') >= 0
  return subjects.some(
    at =>
      isIn(scene, 'pronoun-of-speaker', lemmaOf(tree, at)) ||
      partiesAt(scene, at, 'actor').some(({country, entity}) =>
        actors.some(one => one.entity === entity || (country !== null && one.country === country)),
      ),
  )
}

const paying = new Set(['pay', 'suffer', 'regret', 'rue', 'burn', 'bleed', 'answer', 'punish'])
const facing = new Set([
  'face',
  'meet',
  'bring',
  'draw',
  'trigger',
  'provoke',
  'invite',
  'have',
  'receive',
  'get',
  'be',
  'become',
])
const payment = new Set([
  'consequence',
  'repercussion',
  'reprisal',
  'retaliation',
  'response',
  'retribution',
  'annihilation',
  'graveyard',
  'target',
  'inferno',
])

/** "Will be made to pay", "would face retaliation", "there will be consequences": what a warning holds out to whoever is warned. */
function suffers({tree}: Scene, clause: number): boolean {
  const inner = tree.child(clause, 'xcomp')
  if (paying.has(lemmaOf(tree, clause)) || (inner >= 0 && paying.has(lemmaOf(tree, inner)))) return true
  if (payment.has(lemmaOf(tree, clause))) return true
  return (
    facing.has(lemmaOf(tree, clause)) &&
    [...tree.objects(clause), ...tree.childrenBy(clause, 'nsubj')].some(at => payment.has(lemmaOf(tree, at)))
  )
}

const betweenTwo = new Set<EventCode>(['AID', 'COOPERATE', 'SUPPORT', 'SANCTION', 'MOBILIZE'])

/** Leaves out a recipient of the actor's own state that is the state itself, or an organ that it helps or trains. */
function athome(scene: Scene, hit: Hit): Hit | null {
  const {act, actors, recipients} = hit
  if (act.event === 'COERCE' || actors.length === 0 || recipients.length === 0) return hit
  const homes = new Set(actors.map(({country}) => country))
  if (homes.size !== 1 || homes.has(null) || !actors.every(party => governs(scene, party))) return hit
  const kept = recipients.filter(party => !own(scene, act, party, [...homes][0]))
  if (kept.length === recipients.length) return hit
  // "The air force bombed a market in Darfur".
  if (act.event === 'ASSAULT' && recipients.every(party => isGround(scene, party))) return hit
  if (kept.length === 0 && act.event !== 'MOBILIZE' && (betweenTwo.has(act.event) || act.event === 'ASSAULT'))
    return isOwnEnvoy(scene, hit) ? {...hit, recipients: []} : null
  return {...hit, recipients: distinct(kept)}
}

/** "Recalled its ambassador": from whom, others have to tell. */
function isOwnEnvoy(scene: Scene, {words}: Hit): boolean {
  const {tree} = scene
  return words.some(
    at =>
      isIn(scene, 'envoy', lemmaOf(tree, at)) && tree.childrenBy(at, 'nmod:poss').some(of => tree.upos(of) === 'PRON'),
  )
}

/** A town or region, which its own state may attack. */
function isGround(scene: Scene, {span}: Party): boolean {
  const mention = mentionAt(scene, scene.tree.tokenAt(span.start))
  return mention?.sense === 'place' && mention.reason === 'name' && !isCountry(scene, mention)
}

function isCountry({work}: Scene, {span, entities}: Mention): boolean {
  const text = work.doc.text.slice(span.start, span.end)
  return work.entities.get(entities[0])?.name === text
}

function own(scene: Scene, act: Act, party: Party, home: string | null): boolean {
  if (party.country !== home) return false
  const whole = party.entity === home && (party.sector === null || party.sector === 'GOV')
  return whole || ((betweenTwo.has(act.event) || act.mode === 'withdraw') && governs(scene, party))
}
