import type {Act} from '../../lexicon/acts.ts'
import type {EventCode} from '../../model/index.ts'
import {guard} from './guard.ts'
import type {Hit} from './hit.ts'
import {matchNoun} from './nouns.ts'
import {lemmaOf, type Scene} from './scene.ts'
import {isSport} from './sense.ts'
import {matchVerb} from './verbs.ts'

/** Acts whose content is another act: what is promised, refused, demanded or threatened is not told as an event of its own. */
const speaking = new Set<EventCode>(['AGREE', 'REJECT', 'REQUEST', 'THREATEN'])

/** The acts that the rows of the table find in one sentence, at most one a word, in the order of the text. */
export function findActs(scene: Scene): Hit[] {
  const {tree} = scene
  const hits: Hit[] = []
  if (isSport(scene)) return hits
  for (let token = 0; token < tree.length; token++) {
    const best = bestAt(scene, token)
    const hit = best && guard(scene, best)
    if (hit) hits.push(hit)
  }
  return prune(scene, hits).map(hit => hostile(hit, hits))
}

const harsh = new Set<EventCode>(['COERCE', 'SANCTION', 'ASSAULT', 'PROTEST', 'MOBILIZE', 'REJECT'])

/** Readiness for a hostile act is a threat, not an agreement: "is prepared to impose martial law". */
function hostile(hit: Hit, hits: readonly Hit[]): Hit {
  if (hit.act.event !== 'AGREE' || hit.complement < 0 || hit.act.pattern.triggers.includes('agree')) return hit
  const inner = hits.find(other => other.trigger === hit.complement && harsh.has(other.act.event))
  return inner
    ? {...hit, act: {...hit.act, event: 'THREATEN', mode: null, cameo: '130'}, recipients: inner.recipients}
    : hit
}

function bestAt(scene: Scene, token: number): Hit | null {
  const {tree, acts} = scene
  const upos = tree.upos(token)
  const lemma = lemmaOf(tree, token)
  const keys = upos === 'VERB' ? ['v', 'a'] : upos === 'ADJ' ? ['a'] : upos === 'NOUN' || upos === 'PROPN' ? ['n'] : []
  const form = tree.form(token).toLowerCase()
  let best: Hit | null = null
  for (const key of keys) {
    const known = acts.byTrigger.get(`${key}:${lemma}`)
    const word = known ? lemma : key === 'a' ? form : key === 'v' ? acts.verbForms.get(form) : undefined
    for (const act of known ?? acts.byTrigger.get(`${key}:${word}`) ?? [])
      best = better(best, match(scene, token, act, key))
  }
  return best
}

function match(scene: Scene, token: number, act: Act, key: string): Hit | null {
  return key === 'n' ? matchNoun(scene, token, act) : matchVerb(scene, token, act)
}

function better(a: Hit | null, b: Hit | null): Hit | null {
  if (!a || !b) return a ?? b
  if (a.pending !== b.pending) return a.pending ? b : a
  return b.weight > a.weight ? b : a
}

/** Drops what another hit already tells: its object noun, the content of a promise, an act of the same kind between the same two. */
function prune(scene: Scene, hits: readonly Hit[]): Hit[] {
  const {tree} = scene
  return hits.filter(hit => {
    for (const other of hits) {
      if (other === hit) continue
      if (other.words.includes(hit.trigger) && (other.act.event === hit.act.event || speaking.has(other.act.event)))
        return false
      if (hit.light === other.trigger && other.words.includes(hit.trigger)) return false
      if (other.trigger === hit.light && other.act.event === hit.act.event) return false
      if (speaking.has(other.act.event) && other.complement >= 0 && contained(scene, other.complement, hit))
        return false
      if (speaking.has(other.act.event) && other.trigger !== hit.trigger && isContent(scene, other, hit)) return false
      if (hit.act.event === other.act.event && sameParties(hit, other) && tree.covers(other.trigger, hit.trigger))
        return false
    }
    return true
  })
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
  const upos = tree.upos(hit.trigger)
  return upos === 'NOUN' && ['obj', 'obl', 'nsubj'].includes(tree.rel(hit.trigger))
}

function sameParties(a: Hit, b: Hit): boolean {
  const ids = (hit: Hit) =>
    [...hit.actors, ...hit.recipients]
      .map(({entity}) => entity)
      .sort()
      .join(' ')
  return ids(a) === ids(b)
}
