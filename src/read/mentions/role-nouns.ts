import type {RoleNoun} from '../../lexicon/index.ts'
import type {EntityId} from '../../model/index.ts'
import {type Chain, chainOf} from './chain.ts'
import {demonymOf, peopleIn} from './discourse.ts'
import type {Draft, Unit} from './draft.ts'
import {inOffice} from './bearers.ts'
import {isEnding} from './handover.ts'
import {namedEntities} from './named.ts'
import {ownerAfter} from './owner-after.ts'
import {officeHolder} from './people.ts'
import {isOfPlace, ofOthers, regionOf} from './regions.ts'
import type {SentenceReader} from './sentence.ts'

/** A role noun: with its owner an institution or people, without one whatever the text is about. */
export function readNoun(reader: SentenceReader, unit: Unit): void {
  const {discourse, tree} = reader
  const noun = unit.noun!
  if (noun.class === 'title' || isModifier(reader, unit)) return
  if (unit.last + 1 < tree.length && noun.noun === 'opposition' && tree.form(unit.last + 1) === 'to') return
  if (isOfBody(reader, unit)) return
  const chain = chainOf(reader, unit)
  const right = ownerAfter(reader, unit, noun)
  const owners = chain.owners.length ? chain.owners : right.owners
  const org = owners.find(id => !discourse.lexicon.states.has(id)) ?? null
  const determiner = reader.determiner(chain.first)
  const leader = chain.person ?? right.person
  const definite = discourse.words.definite.has(determiner) || leader !== null
  const indefinite = discourse.words.indefinite.has(determiner)
  const plural = tree.feat(unit.last, 'Number') !== 'Sing' && noun.plural
  const add = (entities: EntityId[], more: Partial<Draft> = {}) => {
    for (const used of [...chain.units, ...right.units]) reader.take(used)
    const shared = chain.owners.length ? [...chain.shared].reverse() : right.shared
    const first = chain.shared.at(-1)?.unit ?? chain
    for (const {unit: used} of chain.shared) reader.take(used)
    const every = [...shared.map(({id, unit: owner}) => ofOwner(reader, noun, id, owner, unit)), ...entities]
    if (chain.owners.length === 0) every.push(...every.splice(0, shared.length))
    reader.add(
      first.first,
      Math.max(right.last, unit.last),
      {start: first.start, end: right.end || unit.end},
      {
        head: reader.headOf(unit.first, unit.last),
        reason: 'role-noun',
        plural: plural || every.length > 1,
        noun,
        former: chain.former,
        owner: owners.length === 1 && discourse.lexicon.states.has(owners[0]) ? owners[0] : null,
        sector: noun.sector,
        entities: [...new Set(every)],
        ...more,
      },
    )
  }
  if (noun.class === 'type') {
    const led = leaderOf(reader, unit)
    if (led) {
      chain.first = led.first
      chain.start = led.start
      add([coalition(reader, led)], {sector: null})
      return
    }
    // "the ISIS group", "Lebanon's Hezbollah movement"
    const before = reader.unitAt[unit.first - 1]
    if (org && before && chain.units.includes(before)) add([org], {reason: 'name', sector: null})
    else if (
      definite &&
      owners.length === 0 &&
      !isName(reader, unit) &&
      tree.form(Math.min(unit.last + 1, tree.length - 1)) !== 'of'
    )
      later(reader, unit, chain, 'group-noun')
    return
  }
  if (leader && noun.class === 'state') {
    const country = reader.countryOf(leader)
    if (country) add([country], {role: null})
    return
  }
  if (leader && owners.length === 0 && (noun.class === 'body' || noun.class === 'arms')) {
    const force = forceOf(reader, noun, leader)
    if (force) {
      add([force], {sector: noun.sector, role: null})
      return
    }
  }
  if (noun.class === 'arms' && owners.length === 0 && chain.pronoun < 0) return
  if (owners.length === 0 && chain.pronoun >= 0) {
    later(reader, unit, chain, 'role-noun')
    return
  }
  const owner = owners[0] ?? null
  if (org && (noun.class === 'state' || noun.class === 'body' || noun.class === 'arms')) {
    // "Taliban government", "Houthi rebels", "NATO troops"
    const same = noun.sector === reader.entity(org).sector || noun.class === 'state' || noun.sector === 'REB'
    add([org], {sector: same ? null : noun.sector})
    return
  }
  if (noun.class === 'office' && !plural) {
    if (indefinite && owners.length === 0) return
    // "becoming president", "is the next president of …": the office, nobody.
    if (isPredicative(reader, unit) || (!chain.owners.length && indefinite)) return
    const found =
      right.sector || indefinite || isSecond(reader, unit) || isOfPlace(reader, chain)
        ? null
        : officeHolder(
            reader,
            noun,
            regionOf(reader, chain, unit) ?? owner,
            chain.former,
            reader.daysHere(),
            isEnding(reader, unit),
          )
    if (found) {
      add([found.id], {reason: found.reason, antecedent: found.draft})
      return
    }
    if (owner === null && right.sector === null && !ofOthers(reader, chain, unit)) {
      if (definite) later(reader, unit, chain, 'role-on-that-day')
      return
    }
  }
  if (owners.length === 0 && discourse.words.principal.has(noun.noun)) {
    const next = reader.unitAt[unit.last + 1]
    // "Presidents Macron and Erdogan"
    if (next && next.kind !== 'noun' && discourse.office(noun.noun)) return
    const alone = discourse.office(noun.noun) !== null && determiner === 'the' && chain.first === unit.first
    if (isTheTwo(reader, unit) || (alone && reader.tree.child(unit.last, 'nmod', 'acl') < 0)) {
      later(reader, unit, chain, 'group-noun')
      return
    }
  }
  if (noun.class === 'unnamed' || noun.class === 'office') {
    const holders = holdersOf(reader, noun, [...owners, ...chain.shared, ...right.shared])
    if (holders) {
      for (const {unit: used} of chain.shared) reader.take(used)
      chain.shared.length = 0
      right.shared.length = 0
      add(holders, {reason: 'role-on-that-day', sector: null})
      return
    }
    const words = wordsOf(reader, chain, unit, owner)
    const country = org ? reader.homeOf(org) : (owner ?? (leader ? reader.countryOf(leader) : null))
    const sector = right.sector ?? reader.sectorOf(noun, org)
    add([discourse.unnamed(words, 'person', country, sector)], {sector: null})
    addOwners(reader, chain)
    return
  }
  // "Kurdish rebels in Iraq" are not Iraq's.
  if (
    owner &&
    chain.owners.length === 0 &&
    noun.class === 'body' &&
    peopleIn(discourse.lexicon, reader.text.slice(chain.start, unit.start))
  ) {
    const words = wordsOf(reader, chain, unit, null)
    add([discourse.unnamed(words, noun.kind === 'people' ? 'people' : noun.kind, owner, noun.sector)])
    return
  }
  if (owner) {
    add([noun.class === 'state' ? owner : discourse.body(owner, noun)], {
      sector: noun.class === 'state' ? 'GOV' : noun.sector,
    })
    return
  }
  const single = tree.feat(unit.last, 'Number') === 'Sing' || noun.noun === 'police'
  if (definite || (!indefinite && single && institutional.has(noun.sector ?? ''))) {
    later(reader, unit, chain, 'role-noun')
    return
  }
  if (noun.class === 'body') {
    const words = wordsOf(reader, chain, unit, null)
    add([discourse.unnamed(words, noun.kind === 'people' ? 'people' : noun.kind, null, noun.sector)])
  }
}

/** "Assad's forces", "Haftar's troops": of the state or the group that the person rules in these days. */
function forceOf(reader: SentenceReader, noun: RoleNoun, person: EntityId): EntityId | null {
  const {discourse} = reader
  const {lexicon} = discourse
  const held = lexicon.rolesOf(person).filter(role => discourse.words.ruling.has(role.role))
  const ruled = new Set(held.filter(role => inOffice([role], reader.daysHere())).map(({of}) => of))
  if (ruled.size !== 1) return null
  const [of] = ruled
  if (lexicon.states.has(of)) return discourse.body(of, noun)
  return lexicon.entities.get(of)?.kind === 'armed-group' ? discourse.meet(of).id : null
}

/** "the opposition coalition APNU": its name follows. */
function isName(reader: SentenceReader, unit: Unit): boolean {
  const next = reader.unitAt[unit.last + 1]
  return next !== null && next !== undefined && next.kind !== 'noun' && next.start === unit.end + 1
}

/** "the two leaders", "both leaders", but not "two leaders of the opposition". */
function isTheTwo({tree, discourse}: SentenceReader, {first, last}: Unit): boolean {
  const form = (t: number) => (t >= 0 && t < tree.length ? tree.form(t).toLowerCase() : '')
  if (form(last + 1) === 'of') return false
  return form(first - 1) === 'both' || (form(first - 1) === 'two' && discourse.words.definite.has(form(first - 2)))
}

/** The same noun of a further owner: "British" in "British and French diplomats". */
function ofOwner(reader: SentenceReader, noun: RoleNoun, id: EntityId, owner: Unit, unit: Unit): EntityId {
  const {discourse, text} = reader
  const state = discourse.lexicon.states.has(id)
  if (noun.class === 'state') return id
  if (noun.class === 'body' || noun.class === 'arms') return state ? discourse.body(id, noun) : id
  const words = `${text.slice(owner.start, owner.end)} ${text.slice(unit.start, unit.end).toLowerCase()}`
  return discourse.unnamed(words, 'person', state ? id : reader.homeOf(id), reader.sectorOf(noun, state ? null : id))
}

/** "the foreign ministers of Iran and Iraq": the holders on that day, when each is known. */
function holdersOf(
  reader: SentenceReader,
  noun: RoleNoun,
  owners: readonly (EntityId | {readonly id: EntityId})[],
): EntityId[] | null {
  const {discourse} = reader
  const office = owners.length > 1 && noun.plural ? discourse.office(noun.noun) : null
  if (!office) return null
  const found = owners.map(owner =>
    discourse.holder(office, typeof owner === 'string' ? owner : owner.id, reader.daysHere()),
  )
  return found.every(id => id !== null) ? found.map(id => discourse.meet(id).id) : null
}

/** "Saudi-led coalition", "US-led military alliance": who leads it. */
function leaderOf(reader: SentenceReader, unit: Unit): {id: EntityId; first: number; start: number} | null {
  const {tree} = reader
  let t = unit.first - 1
  while (
    t > 1 &&
    unit.first - t < 4 &&
    tree.form(t).toLowerCase() !== 'led' &&
    /^(?:ADJ|NOUN|PROPN)$/.test(tree.upos(t))
  )
    t--
  if (t < 2 || tree.form(t).toLowerCase() !== 'led' || tree.form(t - 1) !== '-') return null
  const owner = reader.unitAt[t - 2]
  if (owner?.kind !== 'name') return null
  const found = namedEntities(reader, owner)
  if (found?.entities.length !== 1) return null
  reader.take(owner)
  return {id: found.entities[0], first: owner.first, start: owner.start}
}

/** A coalition has the home of its leader. */
function coalition(reader: SentenceReader, {id}: {id: EntityId}): EntityId {
  const {discourse} = reader
  const state = discourse.lexicon.states.has(id)
  const leader = state ? demonymOf(discourse.lexicon, id) : (discourse.lexicon.entities.get(id)?.name ?? id)
  return discourse.make({
    id: `${id}:coalition`,
    kind: 'military',
    name: `${leader}-led coalition`,
    country: state ? id : (discourse.lexicon.entities.get(id)?.country ?? null),
    sector: discourse.lexicon.entities.get(id)?.sector === 'IGO' ? 'IGO' : 'MIL',
  }).id
}

/** Organisations inside a role are mentioned too: "State Department spokesman". */
export function addOwners(reader: SentenceReader, chain: Chain): void {
  for (const unit of chain.units) {
    if (unit.kind === 'noun') continue
    const found = namedEntities(reader, unit)
    if (!found || found.toponym || found.reason === 'demonym') continue
    reader.add(unit.first, unit.last, unit, {entities: found.entities, all: found.all, reason: found.reason})
  }
}

/** What someone is or becomes: "was elected president", "the first president". */
function isPredicative(reader: SentenceReader, unit: Unit): boolean {
  const {tree} = reader
  const {words} = reader.discourse
  const head = reader.headOf(unit.first, unit.last)
  if (tree.copula(head) >= 0 || tree.rel(head) === 'xcomp') return true
  if (tree.childrenBy(head, 'amod').some(t => t < unit.first && words.ordinal.has(tree.form(t).toLowerCase())))
    return true
  const up = tree.head(head)
  return up >= 0 && tree.rel(head) !== 'nsubj' && words.become.has(tree.lemma(up))
}

/** "the deputy head of Mossad", "the next US president": not who holds the office. */
function isSecond({tree, discourse}: SentenceReader, unit: Unit): boolean {
  for (let t = unit.first - 1; t >= 0 && t >= unit.first - 3; t--)
    if (discourse.words.second.has(tree.form(t).toLowerCase())) return true
  return false
}

/** Left for the anaphora step, which knows what stands before. */
function later(reader: SentenceReader, unit: Unit, chain: Chain, reason: Draft['reason']): void {
  for (const used of chain.units) reader.take(used)
  reader.add(
    chain.first,
    unit.last,
    {start: chain.start, end: unit.end},
    {
      head: reader.headOf(unit.first, unit.last),
      reason,
      noun: unit.noun,
      sector: unit.noun!.sector,
      plural: reader.tree.feat(unit.last, 'Number') === 'Plur',
      former: chain.former,
      pronoun: chain.pronoun,
      open: true,
    },
  )
}

/** "shot in the head", "a gun to her head". */
function isOfBody({tree, discourse}: SentenceReader, {last, noun}: Unit): boolean {
  if (!discourse.words.bodily.has(noun!.noun) || tree.child(last, 'nmod') >= 0) return false
  return /^(?:in|on|to|at|against)$/.test(tree.preposition(last))
}

/** A role noun that only modifies: "police station", "government policy". */
export function isModifier(reader: SentenceReader, unit: Unit): boolean {
  const {tree} = reader
  const next = unit.last + 1
  if (next >= tree.length) return false
  if (tree.sentence.forms[next] === '-' && tree.sentence.starts[next] === unit.end) return true
  const tag = tree.upos(next)
  if (tag !== 'NOUN' && tag !== 'PROPN') return false
  const after = reader.unitAt[next]
  // Hardly ever does someone modify a thing; taggers take verbs for nouns more often.
  if (
    !after &&
    (unit.noun!.class === 'office' || unit.noun!.class === 'unnamed') &&
    tree.feat(next, 'Number') !== 'Plur'
  )
    return false
  if (after && after.kind !== 'noun') return false
  const rel = tree.rel(unit.last)
  return rel === 'compound' || rel === 'amod' || rel === 'nmod' || tree.head(unit.last) === next
}

/** Words that tell an unnamed person apart: "US defense official". */
function wordsOf(reader: SentenceReader, chain: Chain, unit: Unit, owner: EntityId | null): string {
  const said = reader.text
    .slice(chain.start, unit.end)
    .replace(/^(?:(?:senior|top|unnamed|anonymous|several|many|some|other|various|more|most)\s+)+/i, '')
    .replace(/[’']s?(?=\s)/g, '')
    .replace(/\s+/g, ' ')
  const plain = lowerStart(reader, chain.first, said)
  if (!owner || chain.owners.length) return plain
  return `${reader.discourse.work.entities.get(owner)?.name ?? owner} ${plain}`
}

const institutional = new Set(['COP', 'MIL', 'LEG', 'JUD', 'GOV', 'SPY', 'OPP'])

/** A capital only where the word has one by itself, not by standing first in a sentence. */
function lowerStart(reader: SentenceReader, first: number, words: string): string {
  const {tree} = reader
  const own = first > 0 || (reader.unitAt[first]?.kind !== 'noun' && tree.upos(first) === 'PROPN')
  return own || reader.unitAt[first]?.kind === 'name' || /^[A-Z](?:[A-Z]|\.)/.test(words)
    ? words
    : words[0].toLowerCase() + words.slice(1)
}
