import type {EventCode, Mention, Party, Sector, Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {countryOf, partiesOf} from '../work.ts'
import {bodiesBeside} from './bodies.ts'
import {lemmaOf, mentionAt, type Scene, statementAt} from './scene.ts'

export type Part = 'actor' | 'recipient'

const firstPerson = new Set(['i', 'we', 'us', 'me', 'our', 'my'])
const notActing = new Set(['outlet', 'company', 'institute'])
const reach = 4

/**
 * Who stands at a token: the mention there, the speaker for "we", or for a common noun its owner ("Ankara's decision",
 * "Pakistani shelling"). An actor may only be owner of a noun that acts for it (a force, a weapon, an office).
 */
export function partiesAt(scene: Scene, token: number, part: Part): Party[] {
  const direct = directAt(scene, token, part)
  if (direct.length > 0) return [...placed(scene, token, part, direct), ...bodiesBeside(scene, token, direct)]
  const mention = mentionAt(scene, token)
  if (mention) return part === 'recipient' && mention.sense === 'place' ? ownersOf(scene, token, part) : []
  const {tree, acts} = scene
  const upos = tree.upos(token)
  if (upos !== 'NOUN' && upos !== 'NUM' && upos !== 'ADJ' && upos !== 'PROPN' && upos !== 'PRON') return []
  const lemma = lemmaOf(tree, token)
  if (
    part === 'actor' &&
    upos !== 'NUM' &&
    !['agent', 'protester', 'force', 'helper', 'fighter'].some(set => acts.sets.get(set)?.has(lemma))
  )
    return []
  if (part === 'recipient' && acts.sets.get('nuisance-object')?.has(lemma)) return []
  return ownersOf(scene, token, part)
}

/** Unnamed people without a country take the party that owns them: "observers from the OSCE", "NATO peacekeepers". */
function placed(scene: Scene, token: number, part: Part, direct: Party[]): Party[] {
  if (direct.some(({entity, country}) => country !== null || !entity.startsWith('~unnamed'))) return direct
  const within = withinName(scene, direct[0].span, part)
  const owners = within.length > 0 ? within : ownersOf(scene, token, part)
  if (owners.length > 0) return owners.map(owner => ({...owner, sector: direct[0].sector ?? owner.sector}))
  const home = homeBeside(scene, token, part) ?? homeBelow(scene, token)
  return home ? direct.map(party => ({...party, country: home})) : direct
}

const leading = /^(?:led|backed|dominated|controlled|run)$/

/** Who is named inside the words for unnamed people or before them: "al-Qaeda leaders", "UN inspectors", "French-led forces". */
function withinName(scene: Scene, span: Span, part: Part): Party[] {
  const {tree} = scene
  const first = tree.tokenAt(span.start)
  const start = first >= 3 && leading.test(tree.form(first - 1).toLowerCase()) ? first - 3 : first
  for (let at = start; at >= 0 && at < tree.length && tree.sentence.ends[at] <= span.end; at++) {
    const mention = mentionAt(scene, at)
    if (!mention || mention.head !== at || mention.span.start === span.start) continue
    if (mention.span.end - mention.span.start >= span.end - span.start) continue
    const found = political(scene, spokenFor(scene, mention), part).filter(isKnown)
    if (found.length > 0) return found
  }
  return []
}

/** Of a known state, or named. */
export function isKnown({entity, country}: Party): boolean {
  return country !== null || !entity.startsWith('~unnamed')
}

/** "The gunmen, Somalis, fled": the country of a people named beside those without one. */
function homeBeside(scene: Scene, token: number, part: Part): string | null {
  for (const at of scene.tree.appositions(token)) {
    const mention = mentionAt(scene, at)
    if (mention?.head !== at || mention.reason !== 'demonym') continue
    const country = political(scene, spokenFor(scene, mention), part)[0]?.country
    if (country) return country
  }
  return null
}

/** The country of the one place named under a noun: "refugees fleeing the war in Liberia". */
function homeBelow(scene: Scene, token: number): string | null {
  const [, last] = scene.tree.subtree(token)
  for (let at = token + 1; at <= last; at++) {
    const mention = mentionAt(scene, at)
    if (mention?.head !== at || mention.sense !== 'place' || !scene.tree.covers(token, at)) continue
    const country = countryOf(scene.work, mention.entities[0])
    if (country) return country
  }
  return null
}

const governing = new Set(['capital', 'seat', 'role-noun'])

/** The parties of a mention; a state as such has no sector, its government, capital and seat have. */
function spokenFor({work}: Scene, mention: Mention): Party[] {
  const parties = partiesOf(work, mention)
  const whole = mention.sector === null && !governing.has(mention.reason)
  return whole
    ? parties.map(party => (work.entities.get(party.entity)?.kind === 'state' ? {...party, sector: null} : party))
    : parties
}

/** Everyone at a token: "French and Egyptian warships" are two. */
export function allAt(scene: Scene, token: number): Party[] {
  const own = partiesAt(scene, token, 'actor')
  if (own.length === 0) return own
  const others = [...modifiersOf(scene, token, 'actor'), ...severalBehind(scene, token)]
  const states = new Set(own.map(({country}) => country))
  return distinct([...own, ...others.filter(({country}) => country === null || !states.has(country))])
}

/** "The presidents of Chad and Mali", "negotiators from Israel and Hamas": two or more behind one noun. */
function severalBehind(scene: Scene, token: number): Party[] {
  const behind = scene.tree.obliques(token).filter(({prep}) => prep === 'of' || prep === 'from')
  return behind.length > 1 ? behind.flatMap(({token: at}) => directAt(scene, at, 'actor')) : []
}

/** The mention at a token itself, an apposition of it, or the speaker when it is "we". */
export function directAt(scene: Scene, token: number, part: Part): Party[] {
  const {tree} = scene
  const shared = part === 'recipient' && anaphor.test(tree.form(token)) ? sharedObject(scene, token) : []
  if (shared.length > 0) return shared
  const mention = mentionAt(scene, token)
  if (mention && (mention.head === token || holds(scene, mention, token))) {
    const parties = political(scene, spokenFor(scene, mention), part)
    if (parties.length > 0) return parties
  }
  if (tree.upos(token) === 'PRON' && firstPerson.has(lemmaOf(tree, token))) return speakerAt(scene, token, part)
  for (const other of tree.appositions(token)) {
    const found = mentionAt(scene, other)
    if (found && found.head === other) return political(scene, spokenFor(scene, found), part)
  }
  return []
}

const anaphor = /^(?:it|them|him|her)$/i

/** "Criticised Chad and urged it to withdraw": the object of the verb that this one is coordinated with. */
function sharedObject(scene: Scene, token: number): Party[] {
  const {tree} = scene
  const verb = tree.rel(token) === 'nsubj' ? tree.head(tree.head(token)) : tree.head(token)
  const first = verb >= 0 && tree.rel(verb) === 'conj' ? tree.head(verb) : -1
  if (first < 0 || tree.upos(first) !== 'VERB') return []
  return tree.childrenBy(first, 'obj').flatMap(at => (at < verb ? directAt(scene, at, 'recipient') : []))
}

/** "Russian-made rockets" are nobody's on that account. */
const making = /^(?:made|built|designed|manufactured|supplied|born)$/i

/** Whose a noun is: possessor, demonym or compound before it, `of`, `by` or `from` after it. */
export function ownersOf(scene: Scene, token: number, part: Part, left = reach): Party[] {
  if (left === 0) return []
  const {tree} = scene
  const after = tree.obliques(token)
  const owners = tree.childrenBy(token, 'nmod:poss')
  const edge = part === 'recipient' && /^(?:border|frontier|boundary)$/.test(lemmaOf(tree, token))
  const before = tree.childrenBy(token, 'amod', 'compound', 'nummod', 'nmod').filter(at => at < token)
  const doers = after.filter(({prep}) => prep === 'by').map(({token: at}) => at)
  const candidates = [
    // "Its border with Guyana".
    ...(edge ? after.filter(({prep}) => prep === 'with').map(({token: at}) => at) : []),
    ...before.flatMap(at => [...tree.childrenBy(at, 'compound'), at]).filter(at => isBody(scene, at)),
    ...owners.filter(at => tree.upos(at) !== 'PRON'),
    ...(isPerson(scene, token) || part === 'recipient' ? [] : doers),
    ...before,
    ...owners,
    ...after.filter(({prep}) => prep === 'of').map(({token: at}) => at),
    ...after
      .filter(({prep}) => /^(?:from|in|throughout|across|from across|from around)$/.test(prep))
      .map(({token: at}) => at),
    ...(isPerson(scene, token) ? [] : doers),
    ...tiesOf(tree, token),
  ]
  for (const candidate of candidates) {
    const direct = directAt(scene, candidate, part)
    if (direct.length > 0) {
      for (const other of tree.expand([candidate]))
        if (other !== candidate) direct.push(...directAt(scene, other, part))
      return direct
    }
    if (mentionAt(scene, candidate) || making.test(tree.form(candidate))) continue
    const deeper = ownersOf(scene, candidate, part, left - 1)
    if (deeper.length > 0) return deeper
  }
  return []
}

const tying =
  /^(?:affiliate|align|ally|associate|back|connect|control|direct|employ|finance|fund|hire|lead|link|loyal|pay|run|serve|sponsor|support|tie|train|work)$/

/** "The release of two Swedish engineers by Iran": what stands by people did something to them. */
function isPerson({tree, acts}: Scene, token: number): boolean {
  const lemma = lemmaOf(tree, token)
  return ['person', 'prisoner', 'victim', 'hostage'].some(set => acts.sets.get(set)?.has(lemma))
}

/** "Hackers tied to North Korea", "a militia backed by Iran": to whom a participle or "loyal" behind a noun ties it. */
function tiesOf(tree: Tree, token: number): number[] {
  return tree
    .childrenBy(token, 'acl', 'amod')
    .filter(at => at > token && tying.test(lemmaOf(tree, at)) && tree.deprel(at) !== 'acl:relcl')
    .flatMap(at => tree.obliques(at))
    .filter(({prep}) => /^(?:to|by|with|for)$/.test(prep))
    .map(({token: at}) => at)
}

const bodies = new Set(['armed-group', 'party', 'organisation'])

/** "bin Laden's al-Qaeda network": the group itself stands before the noun. */
function isBody(scene: Scene, token: number): boolean {
  const mention = mentionAt(scene, token)
  if (!mention || mention.head !== token) return false
  return bodies.has(scene.work.entities.get(mention.entities[0])?.kind ?? '')
}

/** Every party named before or in a noun phrase: "US-Pakistan cooperation", "the talks of Iran and Iraq". */
export function modifiersOf(scene: Scene, token: number, part: Part): Party[] {
  const {tree} = scene
  const [first] = tree.subtree(token)
  const found: Party[] = []
  for (let at = first; at < token; at++) {
    const mention = mentionAt(scene, at)
    if (!mention || mention.head !== at || !nearby(scene, token, at)) continue
    found.push(...political(scene, spokenFor(scene, mention), part))
  }
  return distinct(found)
}

function nearby({tree}: Scene, token: number, at: number): boolean {
  let up = at
  for (let step = 0; step < 4 && up >= 0; step++) {
    const rel = tree.rel(up)
    const head = tree.head(up)
    if (rel === 'acl' || rel === 'advcl' || rel === 'appos') return false
    if (head === token) return true
    up = head
  }
  return false
}

function holds({tree}: Scene, mention: Mention, token: number): boolean {
  const {starts, ends} = tree.sentence
  return mention.span.start <= starts[token] && ends[token] <= mention.span.end
}

function speakerAt(scene: Scene, token: number, part: Part): Party[] {
  const {starts, ends} = scene.tree.sentence
  const statement = statementAt(scene.work, starts[token])
  const id = statement?.source.entity
  // "Asked me not to print her name": in words that are not quoted, whoever writes.
  const writer = statement?.form === 'indirect' && /^(?:me|us)$/i.test(scene.tree.form(token))
  if (!id || writer) return []
  const entity = scene.work.entities.get(id)
  const span = {start: starts[token], end: ends[token]}
  const party: Party = {
    entity: id,
    country: countryOf(scene.work, id),
    sector: entity?.sector ?? null,
    span,
    how: 'implied',
  }
  return political(scene, [party], part)
}

/** Leaves out who plays no political part: outlets, firms and institutes never act, experts and unplaced people neither; "a German reporter" may suffer. */
export function political({work}: Scene, parties: readonly Party[], part: Part): Party[] {
  return parties.filter(party => {
    const entity = work.entities.get(party.entity)
    if (!entity) return party.country !== null
    if (part === 'recipient')
      return entity.kind === 'outlet' ? entity.id.includes(':') : entity.kind !== 'company' || party.country !== null
    if (notActing.has(entity.kind)) return false
    if (entity.kind !== 'person' && entity.kind !== 'people') return true
    if (party.sector === 'MED' || party.sector === 'BUS') return entity.kind === 'people' && party.country !== null
    if (party.sector === 'EDU') return entity.kind === 'people' && party.country !== null
    return party.country !== null || party.sector !== null
  })
}

/** Parties one by one, each entity once. */
export function distinct(parties: readonly Party[]): Party[] {
  const seen = new Set<string>()
  return parties.filter(({entity, sector}) => {
    const key = `${entity} ${sector}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Parties that are not among `others`. */
export function without(parties: readonly Party[], others: readonly Party[]): Party[] {
  return parties.filter(party => !others.some(other => other.entity === party.entity))
}

const civil = new Set<Sector | null>(['CVL', 'LAB', 'EDU', 'REL', 'BUS', 'REF', 'MED', null])

/** Who may do an act of this kind: civilians of no known country only protest. */
export function acting(event: EventCode, parties: readonly Party[]): Party[] {
  if (event === 'PROTEST') return [...parties]
  return parties.filter(
    ({entity, country, sector}) => country !== null || !entity.startsWith('~') || !civil.has(sector),
  )
}
