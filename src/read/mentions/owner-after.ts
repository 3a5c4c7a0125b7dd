import type {RoleNoun} from '../../lexicon/index.ts'
import type {EntityId, Sector} from '../../model/index.ts'
import {chainOf, type Shared} from './chain.ts'
import type {Unit} from './draft.ts'
import {namedEntities} from './named.ts'
import {personOf} from './people.ts'
import type {SentenceReader} from './sentence.ts'
import {isOneOf} from './words.ts'

/** Who owns a role noun by what stands after it. */
export interface OwnerAfter {
  readonly owners: EntityId[]
  readonly shared: Shared[]
  /** Units that become part of the mention. */
  readonly units: Unit[]
  /** Last token and character of the mention; -1 and 0: those of the noun. */
  readonly last: number
  readonly end: number
  /** Sector of the body that the noun belongs to: "chairman of the Senate". */
  readonly sector: Sector | null
  /** Who leads it: "the government of President Avril". */
  readonly person: EntityId | null
}

const none: OwnerAfter = {owners: [], shared: [], units: [], last: -1, end: 0, sector: null, person: null}

/** "government of Pakistan", "director of the New Lines Institute", "envoys from Chad", "extremist groups in Afghanistan". */
export function ownerAfter(reader: SentenceReader, unit: Unit, noun: RoleNoun): OwnerAfter {
  const {tree, discourse} = reader
  let t = unit.last + 1
  if (t >= tree.length) return none
  const prep = tree.form(t).toLowerCase()
  const local = discourse.words.local.has(prep)
  const from = prep === 'from'
  // "an adviser to the foreign ministry" is its own, "an ambassador to Chad" is not Chad's.
  const serves = prep === 'to' && discourse.words.serving.has(noun.noun)
  if (prep !== 'of' && prep !== 'for' && !serves && !from && !local) return none
  t++
  while (t < tree.length && !reader.unitAt[t] && (tree.upos(t) === 'DET' || tree.upos(t) === 'ADJ')) t++
  const after = reader.unitAt[t]
  if (!after || after.prefixed) return none
  if (tree.sentence.starts[t] !== after.start && after.first !== t) return none
  const led = serves || (prep === 'of' && (noun.class === 'state' || noun.class === 'body' || noun.class === 'arms'))
  const person = led ? personAfter(reader, after) : null
  if (person) return {...none, person}
  if (after.kind === 'noun') return prep === 'of' || prep === 'for' || serves ? bodyAfter(reader, unit, after) : none
  const found = namedEntities(reader, after)
  if (found?.entities.length !== 1) return none
  // "of Pakistani citizens" owns the citizens.
  const next = after.last + 1 < tree.length ? tree.upos(after.last + 1) : 'PUNCT'
  if (found.reason === 'demonym' && (next === 'NOUN' || next === 'ADJ' || next === 'PROPN')) {
    return from || local ? none : bodyRead(reader, unit, after)
  }
  const id = found.entities[0]
  const state = discourse.lexicon.states.has(id)
  const ofState = noun.class === 'state' || noun.class === 'body'
  if (local) return state && ofState ? {...none, owners: [id]} : none
  const owned = unit.first > 0 && tree.deprel(unit.first - 1) === 'nmod:poss'
  if (from && (owned || noun.class === 'office' || !comesFrom(reader, unit, after))) return none
  if (prep === 'for' && noun.class !== 'unnamed') return none
  const whole = state && !from && (ofState || noun.class === 'office')
  const shared = state && noun.plural ? othersAfter(reader, after) : []
  const units = whole ? [after, ...shared.map(({unit}) => unit)] : []
  const end = units.at(-1)
  return {...none, owners: [id], shared, units, last: end ? end.last : -1, end: end ? end.end : 0}
}

/** "of General Zia", "of President Prosper Avril": somebody whom the tables know or who bears a title. */
function personAfter(reader: SentenceReader, after: Unit): EntityId | null {
  let named = after
  while (named.kind === 'noun' && (named.noun!.class === 'title' || named.noun!.class === 'office')) {
    const next = reader.unitAt[named.last + 1]
    if (!next || next.first !== named.last + 1) return null
    named = next
  }
  const next = named.last + 1
  if (named.kind === 'noun' || named.prefixed || (next < reader.tree.length && reader.tree.xpos(next) === 'POS'))
    return null
  return personOf(reader, named, chainOf(reader, named))?.entities[0] ?? null
}

/** "envoys from Chad came", but not "pulled its troops from Chad". */
function comesFrom(reader: SentenceReader, unit: Unit, after: Unit): boolean {
  const {tree, discourse} = reader
  const head = reader.headOf(unit.first, unit.last)
  if (tree.head(reader.headOf(after.first, after.last)) !== head) return false
  const up = tree.head(head)
  return up < 0 || tree.rel(head) === 'nsubj' || !isOneOf(discourse.lexicon, discourse.words.motion, tree, up)
}

/** "of Iran, Iraq and Syria": states that go on a list; empty unless it ends in "and". */
function othersAfter(reader: SentenceReader, first: Unit): Shared[] {
  const {tree, discourse} = reader
  const found: Shared[] = []
  for (let last = first.last, ended = false; !ended; ) {
    let t = last + 1
    if (t < tree.length && tree.form(t) === ',') t++
    if (t < tree.length && tree.form(t).toLowerCase() === 'and') {
      ended = true
      t++
    }
    if (t === last + 1) return []
    if (t < tree.length && tree.upos(t) === 'DET') t++
    const unit = t < tree.length ? reader.unitAt[t] : null
    if (unit?.kind !== 'name' || unit.first !== t) return []
    const named = namedEntities(reader, unit)
    const id = named?.entities[0]
    if (!id || named.entities.length > 1 || named.reason === 'demonym' || !discourse.lexicon.states.has(id)) return []
    const next = unit.last + 1 < tree.length ? tree.xpos(unit.last + 1) : ''
    if (next === 'POS' || tree.rel(unit.last) === 'nsubj') return []
    found.push({id, unit})
    last = unit.last
  }
  return found
}

/** "chairman of the Senate", "spokesman for the Iranian foreign ministry": a body without a name of its own. */
function bodyAfter(reader: SentenceReader, unit: Unit, after: Unit): OwnerAfter {
  const body = after.noun!
  const person = unit.noun!.class === 'office' || unit.noun!.class === 'unnamed'
  if (!person || (body.class !== 'body' && body.class !== 'state') || body.kind === 'people') return none
  const {owners} = chainOf(reader, after)
  if (owners.length) return {...none, owners, sector: body.sector}
  return {...ownerAfter(reader, after, body), shared: [], units: [], last: -1, end: 0, sector: body.sector}
}

/** "a former adviser to the Colombian foreign ministry": a body that the units to the right have been read into. */
function bodyRead(reader: SentenceReader, unit: Unit, after: Unit): OwnerAfter {
  const person = unit.noun!.class === 'office' || unit.noun!.class === 'unnamed'
  const body = reader.drafts.find(({first, noun}) => first === after.first && noun !== null)
  if (!person || !body || (body.noun!.class !== 'body' && body.noun!.class !== 'state')) return none
  const country = body.noun!.kind === 'people' ? null : reader.countryOf(body.entities[0])
  return country === null ? none : {...none, owners: [country], sector: body.noun!.sector}
}
