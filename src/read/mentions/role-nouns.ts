import type {EntityId} from '../../model/index.ts'
import {type Chain, chainOf, ownerAfter} from './chain.ts'
import type {Draft, Unit} from './draft.ts'
import {namedEntities} from './named.ts'
import {officeHolder} from './people.ts'
import type {SentenceReader} from './sentence.ts'

/** A role noun: with its owner an institution or people, without one whatever the text is about. */
export function readNoun(reader: SentenceReader, unit: Unit): void {
  const {discourse, tree} = reader
  const noun = unit.noun!
  if (noun.class === 'title' || isModifier(reader, unit)) return
  const chain = chainOf(reader, unit)
  const right = ownerAfter(reader, unit, noun)
  const owners = chain.owners.length ? chain.owners : right.owners
  const org = owners.find(id => !discourse.lexicon.states.has(id))
  const determiner = reader.determiner(chain.first)
  if (unit.last + 1 < tree.length && noun.noun === 'opposition' && tree.form(unit.last + 1) === 'to') return
  const definite = discourse.words.definite.has(determiner) || chain.person !== null
  const indefinite = discourse.words.indefinite.has(determiner)
  const last = right.last >= 0 ? right.last : unit.last
  const end = right.end || unit.end
  const about: Partial<Draft> = {
    head: reader.headOf(unit.first, unit.last),
    reason: 'role-noun',
    plural: tree.feat(unit.last, 'Number') !== 'Sing' && noun.plural,
    noun,
    former: chain.former,
    sector: noun.sector,
  }
  const take = () => {
    for (const used of chain.units) reader.take(used)
    for (const used of right.units) reader.take(used)
  }
  const add = (entities: EntityId[], more: Partial<Draft> = {}) => {
    take()
    reader.add(chain.first, last, {start: chain.start, end}, {...about, entities, ...more})
  }
  const pronounOwner = owners.length === 0 && chain.pronoun >= 0
  if (noun.class === 'type') {
    // "the ISIS group", "Lebanon's Hezbollah movement"
    const before = reader.unitAt[unit.first - 1]
    if (org && before && chain.units.includes(before)) add([org], {reason: 'name', sector: null})
    else if (definite && owners.length === 0 && tree.form(Math.min(unit.last + 1, tree.length - 1)) !== 'of')
      later(reader, unit, chain, 'group-noun')
    return
  }
  if (chain.person && noun.class === 'state') {
    const country = reader.countryOf(chain.person)
    if (country) add([country], {role: null})
    return
  }
  if (noun.class === 'arms' && owners.length === 0 && chain.pronoun < 0) return
  const owner = owners[0] ?? (pronounOwner ? null : undefined)
  if (pronounOwner) {
    later(reader, unit, chain, 'role-noun')
    return
  }
  if (org && (noun.class === 'state' || noun.class === 'body' || noun.class === 'arms')) {
    // "Taliban government", "Houthi rebels", "NATO troops"
    const same = noun.sector === reader.entity(org).sector || noun.class === 'state' || noun.sector === 'REB'
    add([org], {sector: same ? null : noun.sector})
    return
  }
  if (noun.class === 'office' && !about.plural) {
    if (indefinite && owners.length === 0) return
    // "becoming president", "is the next president of …": the office, nobody.
    if (isPredicative(reader, unit) || (!chain.owners.length && indefinite)) return
    const found = officeHolder(reader, noun, owner ?? null, chain.former, reader.daysHere())
    if (found) {
      add([found.id], {reason: found.reason, antecedent: found.draft})
      return
    }
    if (owner === undefined) {
      if (definite) later(reader, unit, chain, 'role-on-that-day')
      return
    }
  }
  if (noun.class === 'unnamed' || noun.class === 'office') {
    const words = wordsOf(reader, chain, unit, owner ?? null)
    const country = org ? reader.homeOf(org) : (owner ?? null)
    add([discourse.unnamed(words, 'person', country, reader.sectorOf(noun, org ?? null))], {sector: null})
    addOwners(reader, chain)
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
  if (tree.childrenBy(head, 'amod').some(t => words.ordinal.has(tree.form(t).toLowerCase()))) return true
  const up = tree.head(head)
  return up >= 0 && tree.rel(head) !== 'nsubj' && words.become.has(tree.lemma(up))
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
  if (!owner || chain.owners.length) return lowerStart(said, reader.tree.upos(chain.first))
  return `${reader.discourse.work.entities.get(owner)?.name ?? owner} ${lowerStart(said, reader.tree.upos(chain.first))}`
}

const institutional = new Set(['COP', 'MIL', 'LEG', 'JUD', 'GOV', 'SPY', 'OPP'])

function lowerStart(words: string, tag: string): string {
  return tag === 'PROPN' || /^[A-Z]{2}/.test(words) || /^[A-Z]\./.test(words)
    ? words
    : tag === 'ADJ'
      ? words
      : words[0].toLowerCase() + words.slice(1)
}
