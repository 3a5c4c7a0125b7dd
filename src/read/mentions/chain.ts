import type {EntityId} from '../../model/index.ts'
import type {Unit} from './draft.ts'
import {namedEntities, side} from './named.ts'
import {personOf} from './people.ts'
import type {SentenceReader} from './sentence.ts'
import {isPast} from './words.ts'

/** What stands to the left of a role noun or a person's name and belongs to it. */
export interface Chain {
  /** First token and character of the phrase. */
  first: number
  start: number
  /** States and organisations that own it, nearest first. */
  owners: EntityId[]
  /** Those coordinated with the farthest owner, right to left: "British, French and German diplomats". */
  shared: Shared[]
  /** Units used up, from right to left. */
  units: Unit[]
  /** A pronoun that owns it: "his government". */
  pronoun: number
  former: boolean
  /** Person who owns it: "Lee's government", "the Trump administration". */
  person: EntityId | null
}

/** A further owner of the same noun. */
export interface Shared {
  readonly id: EntityId
  readonly unit: Unit
}

/** What stands before a unit and belongs to it. */
export function chainOf(reader: SentenceReader, unit: Unit): Chain {
  const {tree, text} = reader
  const {words} = reader.discourse
  const {starts, ends, forms} = tree.sentence
  const chain: Chain = {
    first: unit.first,
    start: unit.start,
    owners: [],
    shared: [],
    units: [],
    pronoun: -1,
    former: false,
    person: null,
  }
  const named = unit.kind !== 'noun'
  let t = unit.first - 1
  let possessive = false
  let sawNoun = unit.kind === 'noun'
  // A noun in no table stands between: "Iran exchange ambassadors" may be a clause.
  let between = false
  for (; t >= 0; t--) {
    const before = reader.unitAt[t]
    if (before && before !== unit) {
      if (before.prefixed || reader.used.has(before)) break
      if (before.kind === 'noun') {
        if (possessive || (!named && isScene(reader, before, unit))) break
        if (
          named &&
          !sawNoun &&
          before.noun!.class !== 'title' &&
          before.noun!.class !== 'office' &&
          before.noun!.plural
        )
          break
        sawNoun = true
        chain.units.push(before)
        chain.first = before.first
        chain.start = before.start
        t = before.first
        continue
      }
      if (named && !sawNoun) break
      const owner = ownerUnit(reader, before, possessive)
      if (!owner) {
        // "Gulf officials": a name that owns nothing is a word like others.
        if (before.kind !== 'run' || named) break
        t = before.first
        chain.first = before.first
        chain.start = before.start
        continue
      }
      if (!possessive && between && !isAdjective(reader, before)) break
      if (!possessive && !named && isScene(reader, before, unit)) break
      if (owner.person) chain.person = owner.person
      else chain.owners.push(owner.id)
      chain.units.push(before)
      chain.first = before.first
      chain.start = before.start
      t = before.first
      if (owner.last) {
        if (!owner.person && !named) shareOwners(reader, chain, before, possessive)
        leadIn(reader, chain)
        break
      }
      // A state may stand before the organisation: "US State Department spokesman".
      possessive = false
      continue
    }
    const tag = tree.upos(t)
    const form = forms[t].toLowerCase()
    // "On Monday State Department spokeswoman X": the day is no part of it.
    if (possessive || (tag === 'PROPN' && reader.days.some(({span}) => span.start <= starts[t] && ends[t] <= span.end)))
      break
    if (tree.xpos(t) === 'POS') {
      possessive = true
      continue
    }
    if (form === '-' && t + 1 < tree.length && !words.former.has(forms[t - 1]?.toLowerCase() ?? '')) {
      if (tree.upos(t + 1) === 'VERB' || starts[t + 1] !== ends[t]) {
        // "Iran-backed militia": what backs it is not its owner.
        if (chain.first === t + 1) {
          chain.first = Math.min(t + 2, unit.first)
          chain.start = chain.first === unit.first ? unit.start : starts[chain.first]
        }
        break
      }
      continue
    }
    if (tag === 'PRON' && tree.deprel(t) === 'nmod:poss' && !/^(?:my|our|your)$/.test(form)) {
      chain.pronoun = t
      break
    }
    if (named && !sawNoun) {
      if (!words.former.has(form)) break
    }
    if (
      tag !== 'ADJ' &&
      tag !== 'NOUN' &&
      tag !== 'PROPN' &&
      form !== '-' &&
      !words.former.has(form) &&
      tree.xpos(t) !== 'VBN'
    )
      break
    // "police arrested forty protesters": a participle after a noun is a verb.
    const told = t > 0 && tree.xpos(t) === 'VBN' && form !== 'armed' && /^(?:NOUN|PROPN)$/.test(tree.upos(t - 1))
    const done = t > 0 && tree.xpos(t) === 'VBN' && tree.upos(t - 1) === 'AUX'
    // "The Dominican Republic sent doctors", whatever the tagger makes of the verb.
    const left = reader.unitAt[t - 1]
    const acts = left && left.kind !== 'noun' && !isAdjective(reader, left) && isPast(reader.discourse.lexicon, form)
    if (told || done || acts || words.number.has(form) || words.time.has(form)) break
    // A modifier hangs inside the phrase; what hangs outside it is another phrase without its preposition or verb.
    if (!named && tag !== 'ADJ' && form !== '-' && (tree.head(t) <= t || tree.head(t) > unit.last)) break
    if (tag === 'NUM' || /^[^\p{L}-]/u.test(text[starts[t]])) break
    if (words.former.has(form)) chain.former = true
    const way = chain.owners.length ? null : side(reader, forms[t])
    if (way) chain.owners.push(way.entities[0])
    if (tag === 'NOUN' && tree.xpos(t) !== 'HYPH') between = true
    if (chain.units.length || unit.kind === 'noun') {
      chain.first = t
      chain.start = starts[t]
    }
  }
  return chain
}

/** "In Congress senators blocked the bill": a place or body named by the preposition, and then those who act. */
function isScene(reader: SentenceReader, owner: Unit, unit: Unit): boolean {
  const {tree, discourse} = reader
  if (owner.first === 0 || owner.last + 1 !== unit.first || isAdjective(reader, owner)) return false
  if (!unit.noun!.plural || unit.noun!.class === 'state') return false
  return discourse.words.inside.has(tree.form(owner.first - 1).toLowerCase())
}

/** "British, French and German diplomats", "Iran's and Iraq's leaders": owners of one kind before the owner. */
function shareOwners(reader: SentenceReader, chain: Chain, owner: Unit, possessive: boolean): void {
  const {tree} = reader
  let first = owner.first
  let joined = false
  for (;;) {
    let t = first - 1
    const link = t >= 0 ? tree.form(t).toLowerCase() : ''
    if (link === 'and' || link === 'or' || link === '&') joined = true
    else if (link !== ',' || !joined) return
    t--
    if (t >= 0 && tree.form(t) === ',') t--
    if (possessive) {
      if (t < 1 || tree.xpos(t) !== 'POS') return
      t--
    }
    const before = t >= 0 ? reader.unitAt[t] : null
    if (before?.kind !== 'name' || before.prefixed || reader.used.has(before)) return
    if (!possessive && !isAdjective(reader, before)) return
    const found = namedEntities(reader, before)
    if (found?.entities.length !== 1 || (found.reason === 'name' && !possessive)) return
    chain.shared.push({id: found.entities[0], unit: before})
    first = before.first
  }
}

/** "the Bush administration": whichever of them is meant, they ruled one state. */
function anyRuler(reader: SentenceReader, unit: Unit): EntityId | null {
  const {lexicon} = reader.discourse
  const after = reader.unitAt[unit.last + 1]?.noun
  if (after?.class !== 'state') return null
  const bearers = lexicon.byName.surname(reader.text.slice(unit.start, unit.end))
  const countries = new Set(bearers.map(id => lexicon.entities.get(id)?.country))
  if (countries.size !== 1) return null
  return reader.discourse.meet(bearers[0]).id
}

/** "former Swiss officer": the adjective stands before the owner. */
function leadIn(reader: SentenceReader, chain: Chain): void {
  const t = chain.first - 1
  const {tree} = reader
  if (t < 0 || reader.unitAt[t] || !reader.discourse.words.former.has(tree.form(t).toLowerCase())) return
  // "Soldiers ousted Mali's president": a verb behind its subject.
  if (t > 0 && /^VB[DN]$/.test(tree.xpos(t)) && /^(?:NOUN|PROPN|PRON)$/.test(tree.upos(t - 1))) return
  chain.former = true
  chain.first = t
  chain.start = reader.tree.sentence.starts[t]
}

/** A demonym or short form, which cannot be a subject before a bare noun. */
function isAdjective(reader: SentenceReader, unit: Unit): boolean {
  return unit.named.some(({kind}) => kind === 'demonym' || kind === 'acronym') || reader.tree.upos(unit.last) === 'ADJ'
}

/** Whether a unit can own what follows: a state, its adjective, an organisation, a person before "administration". */
function ownerUnit(
  reader: SentenceReader,
  unit: Unit,
  possessive: boolean,
): {id: EntityId; person: EntityId | null; last: boolean} | null {
  const {discourse} = reader
  if (unit.kind === 'name') {
    const ids = unit.named.map(({entity}) => entity)
    const person = ids.find(id => discourse.lexicon.people.has(id))
    if (person) return {id: person, person, last: true}
    const found = namedEntities(reader, unit)
    if (!found || found.entities.length > 1) return found ? {id: found.entities[0], person: null, last: true} : null
    const id = found.entities[0]
    return {id, person: null, last: discourse.lexicon.states.has(id)}
  }
  const person = personOf(reader, unit, chainOf(reader, unit))
  if (person && (possessive || person.reason !== 'found-name'))
    return {id: person.entities[0], person: person.entities[0], last: true}
  if (person) return null
  const ruler = anyRuler(reader, unit)
  if (ruler) return {id: ruler, person: ruler, last: true}
  const found = namedEntities(reader, unit)
  return found ? {id: found.entities[0], person: null, last: true} : null
}
