import type {Act} from '../../lexicon/acts.ts'
import type {EventCode, Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {withContent} from './content.ts'
import {guard} from './guard.ts'
import type {Hit} from './hit.ts'
import type {Miss} from './miss.ts'
import {matchNoun} from './nouns.ts'
import {sharedRecipients} from './shared.ts'
import {lemmaOf, type Scene} from './scene.ts'
import {gameWord} from './genre.ts'
import {threatened} from './threats.ts'
import {matchVerb} from './verbs.ts'

/** Acts whose content is another act: what is promised, refused, demanded or threatened is not told as an event of its own. */
const speaking = new Set<EventCode>(['AGREE', 'REJECT', 'REQUEST', 'THREATEN'])

/** "Ended its agreement with Chad": what undoes an agreement or talks tells of them only to say that they are over. */
const undoing = new Set<EventCode>(['SANCTION', 'REJECT'])
const made = new Set<EventCode>(['AGREE', 'AID', 'CONSULT', 'COOPERATE', 'SUPPORT'])

/** One row tried at one word: the act found there, or why it is none. */
export interface Trial {
  readonly token: number
  readonly act: Act
  readonly outcome: Hit | Miss
}

/** The acts that the rows of the table find in one sentence, at most one a word, in the order of the text. `tell` hears of every row tried. */
export function findActs(scene: Scene, tell?: (trial: Trial) => void): Hit[] {
  const {tree} = scene
  const hits: Hit[] = []
  const game = gameWord(scene) >= 0
  if (game && !tell) return hits
  for (let token = 0; token < tree.length; token++) {
    let best: Hit | null = null
    const fitting: Hit[] = []
    for (const act of rowsAt(scene, token)) {
      const outcome = game
        ? 'game'
        : act.pattern.kind === 'n'
          ? matchNoun(scene, token, act)
          : matchVerb(scene, token, act)
      if (typeof outcome !== 'string') {
        best = better(best, outcome)
        fitting.push(outcome)
      }
      tell?.({token, act, outcome})
    }
    const hit = best && guard(scene, best)
    if (!hit) continue
    if (typeof hit !== 'string') hits.push(hit, ...besides(scene, hit, fitting))
    else if (best) tell?.({token, act: best.act, outcome: hit})
  }
  const kept: Hit[] = []
  for (const hit of hits)
    if (toldBy(scene, hit, hits)) tell?.({token: hit.trigger, act: hit.act, outcome: 'told'})
    else kept.push(withContent(scene, threatened(scene, hostile(hit, hits))))
  return sharedRecipients(scene.tree, kept)
}

/** "Declared martial law and a general mobilisation": another act that the same verb tells of a coordinated object. */
function besides(scene: Scene, hit: Hit, fitting: readonly Hit[]): Hit[] {
  const {tree} = scene
  if (hit.words.length === 0 || hit.act.pattern.kind !== 'v') return []
  const coordinated = (at: number) => hit.words.some(word => word !== at && tree.shared(at) === tree.shared(word))
  const others = fitting.filter(
    ({act, words}) =>
      act.event !== hit.act.event && words.length > 0 && words.every(at => coordinated(at) && !hit.words.includes(at)),
  )
  const second = others.reduce<Hit | null>(better, null)
  const guarded = second && guard(scene, second)
  return guarded && typeof guarded !== 'string' ? [guarded] : []
}

const none: readonly Act[] = []

/** The rows whose word stands at a token: its lemma, with the word before it where a hyphen joins them, or its form where the lemma is in doubt. */
function rowsAt(scene: Scene, token: number): readonly Act[] {
  const {tree, acts} = scene
  const upos = tree.upos(token)
  const lemma = lemmaOf(tree, token)
  if (upos === 'NOUN' || upos === 'PROPN') {
    const own = acts.byTrigger.get(`n:${lemma}`) ?? none
    const joined =
      token > 0 && tree.rel(token - 1) === 'compound' && acts.byTrigger.get(`n:${lemmaOf(tree, token - 1)}_${lemma}`)
    if (joined) return [...joined, ...own]
    const before = hyphened(tree, token)
    const whole =
      before && (acts.byTrigger.get(`n:${before}${lemma}`) ?? acts.byTrigger.get(`n:${before.slice(0, -1)}${lemma}`))
    if (!whole && own.length === 0 && tree.rel(token) === 'root' && tree.child(token, 'obj') > token)
      return verbsAt(scene, token) // "Nepal exports electricity to India", with the verb read as a noun.
    return whole || own
  }
  if (upos !== 'VERB' && upos !== 'ADJ') return none
  const form = tree.form(token).toLowerCase()
  const adjectives = acts.byTrigger.get(`a:${lemma}`) ?? acts.byTrigger.get(`a:${form}`) ?? none
  if (upos === 'ADJ') return adjectives
  const verbs = verbsAt(scene, token)
  return adjectives.length === 0 ? verbs : [...verbs, ...adjectives]
}

function verbsAt({tree, acts}: Scene, token: number): readonly Act[] {
  const form = tree.form(token).toLowerCase()
  const lemma = lemmaOf(tree, token)
  const known = acts.byTrigger.get(`v:${hyphened(tree, token)}${lemma}`) ?? acts.byTrigger.get(`v:${lemma}`)
  return known ?? acts.byTrigger.get(`v:${acts.verbForms.get(form)}`) ?? acts.byTrigger.get(`v:${form}`) ?? none
}

/** "test-" of "test-fired". */
function hyphened(tree: Tree, token: number): string {
  if (token < 2 || tree.form(token - 1) !== '-') return ''
  const {starts, ends} = tree.sentence
  return ends[token - 2] === starts[token - 1] && ends[token - 1] === starts[token]
    ? `${lemmaOf(tree, token - 2)}-`
    : ''
}

const harsh = new Set<EventCode>(['COERCE', 'SANCTION', 'ASSAULT', 'PROTEST', 'MOBILIZE', 'REJECT'])

const yielding = new Set<EventCode>(['CONCEDE', 'RETREAT'])

/** Readiness for a hostile act is a threat, not an agreement: "is prepared to impose martial law"; the promise to give way gives way. */
function hostile(hit: Hit, hits: readonly Hit[]): Hit {
  if (hit.act.event !== 'AGREE' || hit.complement < 0) return hit
  const given = hits.find(other => other.trigger === hit.complement && yielding.has(other.act.event))
  if (given && hit.act.pattern.kind === 'v' && hit.act.pattern.subject?.slot === 'ACTOR') {
    const recipients = given.recipients.length > 0 ? given.recipients : hit.recipients
    return {...hit, act: {...hit.act, event: 'CONCEDE', mode: null, cameo: '080'}, recipients}
  }
  if (hit.act.pattern.triggers.includes('agree')) return hit
  const inner = hits.find(other => other.trigger === hit.complement && harsh.has(other.act.event))
  return inner
    ? {...hit, act: {...hit.act, event: 'THREATEN', mode: null, cameo: '130'}, recipients: inner.recipients}
    : hit
}

function better(a: Hit | null, b: Hit | null): Hit | null {
  if (!a || !b) return a ?? b
  if (a.act.added !== b.act.added) return a.act.added ? a : b
  if (a.pending !== b.pending) return a.pending ? b : a
  return b.weight > a.weight ? b : a
}

/** Whether another hit already tells it: its object noun, the content of a promise, an act of the same kind between the same two. */
function toldBy(scene: Scene, hit: Hit, hits: readonly Hit[]): boolean {
  const {tree} = scene
  return hits.some(other => {
    if (other === hit) return false
    if (hit.act.event === 'ACCUSE' && denying.has(lemmaOf(tree, other.trigger)) && tellsOf(scene, hit.trigger, hit))
      return false
    const speaks = speaking.has(other.act.event)
    if (other.words.includes(hit.trigger) && (other.act.event === hit.act.event || speaks)) return true
    if (undoing.has(other.act.event) && made.has(hit.act.event) && other.words.includes(hit.trigger)) return true
    if (other.act.mode === 'ceasefire' && hit.act.event === 'ASSAULT' && other.words.includes(hit.trigger)) return true
    if (summed.has(hit.act.event) && hit.act.pattern.kind === 'n' && other.words.includes(hit.trigger)) return true
    if (resultOf(scene, hit, other)) return true
    if (hit.light === other.trigger && other.words.includes(hit.trigger)) return true
    if (other.trigger === hit.light && other.act.event === hit.act.event) return true
    if (speaks && other.complement >= 0 && other.act.id !== 'deny-that' && contained(scene, other.complement, hit))
      return true
    if (speaks && other.trigger !== hit.trigger && isContent(scene, other, hit)) return true
    return hit.act.event === other.act.event && sameParties(hit, other) && tree.covers(other.trigger, hit.trigger)
  })
}

/** "Blew himself up, killing nine", "shelled the town, wounding four": what an attack did to people is no second attack. */
function resultOf({tree}: Scene, hit: Hit, other: Hit): boolean {
  if (hit.act.event !== 'ASSAULT' || other.act.event !== 'ASSAULT' || !harming.has(lemmaOf(tree, hit.trigger)))
    return false
  if (tree.xpos(hit.trigger) !== 'VBG' || tree.rel(hit.trigger) !== 'advcl' || tree.head(hit.trigger) !== other.trigger)
    return false
  return tree.child(hit.trigger, 'mark', 'case') < 0 && other.recipients.length > 0
}

/** "A truce held", "accepted demands that it reform": an agreement or a demand that another act is about. */
const summed = new Set<EventCode>(['AGREE', 'REQUEST'])
const harming = new Set(['kill', 'wound', 'injure', 'massacre', 'slaughter'])
const denying = new Set(['deny', 'dismiss', 'dispute', 'rebuff', 'refute', 'reject', 'repudiate'])
const said = new Set([
  'accusation',
  'allegation',
  'assertion',
  'charge',
  'claim',
  'report',
  'rumor',
  'rumour',
  'suggestion',
])

/** "Denied reports that it bombed a town", "an accusation by Chad that Mali rejected": whether a hit is the accusation, or what the noun for it says. */
function tellsOf({tree}: Scene, noun: number, hit: Hit): boolean {
  if (!said.has(lemmaOf(tree, noun))) return false
  if (hit.trigger === noun) return hit.act.event === 'ACCUSE'
  return tree.childrenBy(noun, 'acl', 'ccomp').some(clause => tree.covers(clause, hit.trigger))
}

/** Whether a hit is the act that a `to`/`that` clause tells, not something told on the side. */
function contained({tree}: Scene, clause: number, hit: Hit): boolean {
  let at = hit.light >= 0 ? hit.light : hit.trigger
  for (let step = 0; step < 6 && at >= 0; step++) {
    if (at === clause) return true
    const rel = tree.rel(at)
    if (tree.deprel(at) === 'acl:relcl' || rel === 'parataxis') return false
    at = tree.head(at)
  }
  return false
}

/** A noun that is the object of a promise, refusal or demand: "demanded the withdrawal of troops". */
function isContent({tree}: Scene, other: Hit, hit: Hit): boolean {
  const head = tree.head(hit.trigger)
  if (head !== other.trigger) return false
  // "During a visit to Hanoi he offered a loan": when and where it was said is no part of what was said.
  if (
    tree.rel(hit.trigger) === 'obl' &&
    /^(?:after|amid|at|before|during|following|since)$/.test(tree.preposition(hit.trigger))
  )
    return false
  const upos = tree.upos(hit.trigger)
  return upos === 'NOUN' && ['obj', 'obl', 'nsubj'].includes(tree.rel(hit.trigger))
}

/** Whether two acts are between the same, and not the other way round. */
function sameParties(a: Hit, b: Hit): boolean {
  const ids = (parties: readonly Party[]) =>
    parties
      .map(({entity}) => entity)
      .sort()
      .join(' ')
  if (a.recipients.length > 0 && b.recipients.length > 0)
    return ids(a.actors) === ids(b.actors) && ids(a.recipients) === ids(b.recipients)
  return ids([...a.actors, ...a.recipients]) === ids([...b.actors, ...b.recipients])
}
