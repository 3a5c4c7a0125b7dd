import type {RoleNoun} from '../../lexicon/index.ts'
import {fold, piecesOf} from '../../lexicon/index.ts'
import type {DayReading, EntityId, Sector} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import {type Draft, draft, type Unit} from './draft.ts'
import {bracketed, namedEntities, side} from './named.ts'
import {officeHolder, personOf, rolePlays} from './people.ts'
import {senseOf} from './sense.ts'
import {formers, orgWords} from './units.ts'

/** What stands to the left of a role noun or a person's name and belongs to it. */
export interface Chain {
  /** First token and character of the phrase. */
  first: number
  start: number
  /** States and organisations that own it, nearest first. */
  owners: EntityId[]
  /** Units used up, from right to left. */
  units: Unit[]
  /** A pronoun that owns it: "his government". */
  pronoun: number
  former: boolean
  /** Person who owns it: "Lee's government", "the Trump administration". */
  person: EntityId | null
}

/** Reads one sentence's units into drafts, from right to left, so that a head takes what stands before it. */
export class SentenceReader {
  private readonly used = new Set<Unit>()
  private readonly unitAt: (Unit | null)[]
  readonly drafts: Draft[] = []

  constructor(
    readonly discourse: Discourse,
    readonly index: number,
    readonly tree: Tree,
    readonly units: readonly Unit[],
    readonly text: string,
    readonly days: readonly DayReading[],
  ) {
    this.unitAt = new Array(tree.length).fill(null)
    for (const unit of units) for (let t = unit.first; t <= unit.last; t++) this.unitAt[t] = unit
  }

  read(): Draft[] {
    for (let u = this.units.length - 1; u >= 0; u--) {
      const unit = this.units[u]
      if (this.used.has(unit)) continue
      if (unit.kind === 'noun') this.readNoun(unit)
      else if (!bracketed(this.text, unit)) this.readName(unit)
    }
    this.readBrackets()
    return this.drafts.sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** A name: a person with title and owner before it, an organisation, a state, a place. */
  private readName(unit: Unit): void {
    const {tree, discourse} = this
    const person = personOf(this, unit, this.chain(unit))
    if (person) {
      const chain = this.chain(unit)
      const roles = chain.units.filter(({kind}) => kind === 'noun')
      const first = roles.length ? chain.first : unit.first
      const start = roles.length ? chain.start : unit.start
      for (const used of roles.length ? chain.units : []) this.take(used)
      if (roles.length) this.addOwners(chain)
      const role = roles.length ? {start, end: roles[0].end} : null
      this.add(
        first,
        unit.last,
        {start, end: unit.end},
        {
          head: this.headOf(unit.first, unit.last),
          entities: person.entities,
          all: person.entities.length < 2,
          reason: person.reason,
          role,
          former: chain.former,
        },
      )
      const known = discourse.introduce(person.entities[0], person.words)
      rolePlays(this, known, chain)
      return
    }
    const found = namedEntities(this, unit)
    if (!found || (unit.prefixed && found.toponym !== 'city' && found.reason === 'demonym')) return
    const head = this.headOf(unit.first, unit.last)
    const soil = found.reason === 'demonym' && grounds.has(tree.lemma(tree.head(head) < 0 ? head : tree.head(head)))
    const sense = soil
      ? 'place'
      : found.toponym
        ? this.isDateline(unit)
          ? 'place'
          : senseOf(tree, head, found.toponym)
        : 'actor'
    let {start, first} = {start: unit.start, first: unit.first}
    const before = this.unitAt[unit.first - 1]
    // "the state news agency KCNA": the type of organisation belongs to its name.
    if (
      !found.toponym &&
      before?.noun &&
      !this.used.has(before) &&
      (before.noun.class === 'type' || before.noun.sector === 'MED')
    ) {
      this.take(before)
      if (before.noun.class !== 'type') {
        start = before.start
        first = before.first
      }
    }
    this.add(
      first,
      unit.last,
      {start, end: unit.end},
      {
        head,
        entities: found.entities,
        all: found.all,
        reason: found.reason,
        sense,
        sector: found.sector,
        plural: found.plural,
      },
    )
  }

  /** "the Joint Chiefs of Staff (JCS)": the acronym means what stands before it, here and from now on. */
  private readBrackets(): void {
    for (const unit of this.units) {
      if (this.used.has(unit) || unit.kind === 'noun' || !bracketed(this.text, unit)) continue
      const full = this.drafts.find(({end}) => end < unit.start && unit.start - end <= 2)
      const letters = this.fold(unit).join('')
      const initials = full ? piecesOf(this.text, full.start, full.end).map(({key}) => key[0]) : []
      if (!full || full.entities.length === 0 || !initials.includes(letters[0])) {
        this.readName(unit)
        continue
      }
      const known = unit.named[0]?.entity
      const found = full.entities[0].startsWith('~') && known ? known : full.entities[0]
      if (found === known) full.entities = [this.discourse.meet(known).id]
      this.discourse.acronyms.set(letters, found)
      this.add(
        unit.first,
        unit.last,
        {start: unit.start, end: unit.end},
        {entities: [found], reason: 'acronym', antecedent: full},
      )
    }
  }

  /** "KABUL, Aug 26 (Agency) –" at the start of a text. */
  private isDateline(unit: Unit): boolean {
    if (this.index > 2 || unit.start - this.tree.sentence.start > 1) return false
    return /^(?:, [\p{L}. ]+)?(?:, \p{L}+\.? \d+)?\s*(?:\([^)]{2,30}\)\s*)?[-–—]+\s/u.test(
      this.text.slice(unit.end, unit.end + 80),
    )
  }

  /** A role noun: with its owner an institution or people, without one whatever the text is about. */
  private readNoun(unit: Unit): void {
    const {discourse, tree} = this
    const noun = unit.noun!
    if (noun.class === 'title' || this.isModifier(unit)) return
    const chain = this.chain(unit)
    const right = this.ownerAfter(unit, noun)
    const owners = chain.owners.length ? chain.owners : right.owners
    const org = owners.find(id => !discourse.lexicon.states.has(id))
    const determiner = this.determiner(chain.first)
    if (unit.last + 1 < tree.length && noun.noun === 'opposition' && tree.form(unit.last + 1) === 'to') return
    const definite = /^(?:the|this|that|these|those|its|their|his|her|our)$/.test(determiner) || chain.person !== null
    const indefinite = /^(?:a|an|some|several|many|other|any|no|another|two|three|four|five|both)$/.test(determiner)
    const last = right.last >= 0 ? right.last : unit.last
    const end = right.end || unit.end
    const about: Partial<Draft> = {
      head: this.headOf(unit.first, unit.last),
      reason: 'role-noun',
      plural: tree.feat(unit.last, 'Number') !== 'Sing' && noun.plural,
      noun,
      former: chain.former,
      sector: noun.sector,
    }
    const take = () => {
      for (const used of chain.units) this.take(used)
      for (const used of right.units) this.take(used)
    }
    const add = (entities: EntityId[], more: Partial<Draft> = {}) => {
      take()
      this.add(chain.first, last, {start: chain.start, end}, {...about, entities, ...more})
    }
    const pronounOwner = owners.length === 0 && chain.pronoun >= 0
    if (noun.class === 'type') {
      // "the ISIS group", "Lebanon's Hezbollah movement"
      const before = this.unitAt[unit.first - 1]
      if (org && before && chain.units.includes(before)) add([org], {reason: 'name', sector: null})
      else if (definite && owners.length === 0 && tree.form(Math.min(unit.last + 1, tree.length - 1)) !== 'of')
        this.later(unit, chain, 'group-noun')
      return
    }
    if (chain.person && noun.class === 'state') {
      const country = this.countryOf(chain.person)
      if (country) add([country], {role: null})
      return
    }
    if (noun.class === 'arms' && owners.length === 0 && chain.pronoun < 0) return
    const owner = owners[0] ?? (pronounOwner ? null : undefined)
    if (pronounOwner) {
      this.later(unit, chain, 'role-noun')
      return
    }
    if (org && (noun.class === 'state' || noun.class === 'body' || noun.class === 'arms')) {
      // "Taliban government", "Houthi rebels", "NATO troops"
      const same = noun.sector === this.entity(org).sector || noun.class === 'state' || noun.sector === 'REB'
      add([org], {sector: same ? null : noun.sector})
      return
    }
    if (noun.class === 'office' && !about.plural) {
      if (indefinite && owners.length === 0) return
      // "becoming president", "is the next president of …": the office, nobody.
      if (this.isPredicative(unit) || (!chain.owners.length && indefinite)) return
      const found = officeHolder(this, noun, owner ?? null, chain.former, this.daysHere())
      if (found) {
        add([found.id], {reason: found.reason, antecedent: found.draft})
        return
      }
      if (owner === undefined) {
        if (definite) this.later(unit, chain, 'role-on-that-day')
        return
      }
    }
    if (noun.class === 'unnamed' || noun.class === 'office') {
      const words = this.words(chain, unit, owner ?? null)
      const country = org ? this.homeOf(org) : (owner ?? null)
      add([discourse.unnamed(words, 'person', country, this.sectorOf(noun, org ?? null))], {sector: null})
      this.addOwners(chain)
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
      this.later(unit, chain, 'role-noun')
      return
    }
    if (noun.class === 'body') {
      const words = this.words(chain, unit, null)
      add([discourse.unnamed(words, noun.kind === 'people' ? 'people' : noun.kind, null, noun.sector)])
    }
  }

  /** Organisations inside a role are mentioned too: "State Department spokesman". */
  private addOwners(chain: Chain): void {
    for (const unit of chain.units) {
      if (unit.kind === 'noun') continue
      const found = namedEntities(this, unit)
      if (!found || found.toponym || found.reason === 'demonym') continue
      this.add(unit.first, unit.last, unit, {entities: found.entities, all: found.all, reason: found.reason})
    }
  }

  /** What someone is or becomes: "was elected president", "the first president". */
  private isPredicative(unit: Unit): boolean {
    const {tree} = this
    const head = this.headOf(unit.first, unit.last)
    if (tree.copula(head) >= 0 || tree.rel(head) === 'xcomp') return true
    if (tree.childrenBy(head, 'amod').some(t => /^(?:next|first|last|new|second|third)$/i.test(tree.form(t))))
      return true
    const up = tree.head(head)
    return (
      up >= 0 && tree.rel(head) !== 'nsubj' && /^(?:become|elect|remain|appoint|name|nominate)$/.test(tree.lemma(up))
    )
  }

  /** Left for the anaphora step, which knows what stands before. */
  private later(unit: Unit, chain: Chain, reason: Draft['reason']): void {
    for (const used of chain.units) this.take(used)
    this.add(
      chain.first,
      unit.last,
      {start: chain.start, end: unit.end},
      {
        head: this.headOf(unit.first, unit.last),
        reason,
        noun: unit.noun,
        sector: unit.noun!.sector,
        plural: this.tree.feat(unit.last, 'Number') === 'Plur',
        former: chain.former,
        pronoun: chain.pronoun,
        open: true,
      },
    )
  }

  private add(first: number, last: number, span: {start: number; end: number}, about: Partial<Draft>): void {
    const made = draft(this.index, first, last, span, about)
    const rel = this.tree.rel(made.head)
    made.subject = rel === 'nsubj' || (rel === 'conj' && this.tree.rel(this.tree.shared(made.head)) === 'nsubj')
    this.drafts.push(made)
  }

  private take(unit: Unit): void {
    this.used.add(unit)
    const made = this.drafts.findIndex(({start, end}) => start === unit.start && end === unit.end)
    if (made >= 0) this.drafts.splice(made, 1)
  }

  /** What stands before a unit and belongs to it. */
  chain(unit: Unit): Chain {
    const {tree, text} = this
    const {starts, ends, forms} = tree.sentence
    const chain: Chain = {
      first: unit.first,
      start: unit.start,
      owners: [],
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
      const before = this.unitAt[t]
      if (before && before !== unit) {
        if (before.prefixed || this.used.has(before)) break
        if (before.kind === 'noun') {
          if (possessive) break
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
        const owner = this.ownerUnit(before, possessive)
        if (!owner) {
          // "Gulf officials": a name that owns nothing is a word like others.
          if (before.kind !== 'run' || named) break
          t = before.first
          chain.first = before.first
          chain.start = before.start
          continue
        }
        if (!possessive && between && !this.isAdjective(before)) break
        if (owner.person) chain.person = owner.person
        else chain.owners.push(owner.id)
        chain.units.push(before)
        chain.first = before.first
        chain.start = before.start
        t = before.first
        if (owner.last) {
          this.leadIn(chain)
          break
        }
        // A state may stand before the organisation: "US State Department spokesman".
        possessive = false
        continue
      }
      const tag = tree.upos(t)
      const form = forms[t].toLowerCase()
      if (possessive) break
      if (tree.xpos(t) === 'POS') {
        possessive = true
        continue
      }
      if (form === '-' && t + 1 < tree.length && !formers.has(forms[t - 1]?.toLowerCase() ?? '')) {
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
        if (!formers.has(form)) break
      }
      if (
        tag !== 'ADJ' &&
        tag !== 'NOUN' &&
        tag !== 'PROPN' &&
        form !== '-' &&
        !formers.has(form) &&
        tree.xpos(t) !== 'VBN'
      )
        break
      // "police arrested forty protesters": a participle after a noun is a verb.
      const told = t > 0 && tree.xpos(t) === 'VBN' && form !== 'armed' && /^(?:NOUN|PROPN)$/.test(tree.upos(t - 1))
      if (told || numbers.has(form) || times.has(form)) break
      if (tag === 'NUM' || /^[^\p{L}-]/u.test(text[starts[t]])) break
      if (formers.has(form)) chain.former = true
      const way = chain.owners.length ? null : side(this, forms[t])
      if (way) chain.owners.push(way.entities[0])
      if (tag === 'NOUN' && tree.xpos(t) !== 'HYPH') between = true
      if (chain.units.length || unit.kind === 'noun') {
        chain.first = t
        chain.start = starts[t]
      }
    }
    return chain
  }

  /** "the Bush administration": whichever of them is meant, they ruled one state. */
  private anyRuler(unit: Unit): EntityId | null {
    const {lexicon} = this.discourse
    const after = this.unitAt[unit.last + 1]?.noun
    if (after?.class !== 'state') return null
    const bearers = lexicon.byName.surname(this.text.slice(unit.start, unit.end))
    const countries = new Set(bearers.map(id => lexicon.entities.get(id)?.country))
    if (countries.size !== 1) return null
    return this.discourse.meet(bearers[0]).id
  }

  /** "former Swiss officer": the adjective stands before the owner. */
  private leadIn(chain: Chain): void {
    const t = chain.first - 1
    if (t < 0 || this.unitAt[t] || !formers.has(this.tree.form(t).toLowerCase())) return
    chain.former = true
    chain.first = t
    chain.start = this.tree.sentence.starts[t]
  }

  /** A demonym or short form, which cannot be a subject before a bare noun. */
  private isAdjective(unit: Unit): boolean {
    return unit.named.some(({kind}) => kind === 'demonym' || kind === 'acronym') || this.tree.upos(unit.last) === 'ADJ'
  }

  /** Whether a unit can own what follows: a state, its adjective, an organisation, a person before "administration". */
  private ownerUnit(unit: Unit, possessive: boolean): {id: EntityId; person: EntityId | null; last: boolean} | null {
    const {discourse} = this
    if (unit.kind === 'name') {
      const ids = unit.named.map(({entity}) => entity)
      const person = ids.find(id => discourse.lexicon.people.has(id))
      if (person) return {id: person, person, last: true}
      const found = namedEntities(this, unit)
      if (!found || found.entities.length > 1) return found ? {id: found.entities[0], person: null, last: true} : null
      const id = found.entities[0]
      return {id, person: null, last: discourse.lexicon.states.has(id)}
    }
    const person = personOf(this, unit, this.chain(unit))
    if (person && (possessive || person.reason !== 'found-name'))
      return {id: person.entities[0], person: person.entities[0], last: true}
    if (person) return null
    const ruler = this.anyRuler(unit)
    if (ruler) return {id: ruler, person: ruler, last: true}
    const found = namedEntities(this, unit)
    return found ? {id: found.entities[0], person: null, last: true} : null
  }

  /** "government of Pakistan", "director of the New Lines Institute", "extremist groups in Afghanistan". */
  private ownerAfter(unit: Unit, noun: RoleNoun): {owners: EntityId[]; units: Unit[]; last: number; end: number} {
    const none = {owners: [], units: [], last: -1, end: 0}
    const {tree, discourse} = this
    let t = unit.last + 1
    if (t >= tree.length) return none
    const prep = tree.form(t).toLowerCase()
    const local = prep === 'in' || prep === 'inside' || prep === 'across'
    if (prep !== 'of' && prep !== 'for' && !local) return none
    t++
    while (t < tree.length && !this.unitAt[t] && (tree.upos(t) === 'DET' || tree.upos(t) === 'ADJ')) t++
    const after = this.unitAt[t]
    if (!after || after.kind === 'noun' || after.prefixed) return none
    if (tree.sentence.starts[t] !== after.start && after.first !== t) return none
    const found = namedEntities(this, after)
    if (found?.entities.length !== 1) return none
    // "of Pakistani citizens" owns the citizens.
    const next = after.last + 1 < tree.length ? tree.upos(after.last + 1) : 'PUNCT'
    if (found.reason === 'demonym' && (next === 'NOUN' || next === 'ADJ' || next === 'PROPN')) return none
    const id = found.entities[0]
    const state = discourse.lexicon.states.has(id)
    if (local)
      return state && (noun.class === 'body' || noun.class === 'state')
        ? {owners: [id], units: [], last: -1, end: 0}
        : none
    if (prep === 'for' && noun.class !== 'unnamed') return none
    const whole = state && (noun.class === 'state' || noun.class === 'body' || noun.class === 'office')
    return {owners: [id], units: whole ? [after] : [], last: whole ? after.last : -1, end: whole ? after.end : 0}
  }

  /** A role noun that only modifies: "police station", "government policy". */
  private isModifier(unit: Unit): boolean {
    const {tree} = this
    const next = unit.last + 1
    if (next >= tree.length) return false
    if (tree.sentence.forms[next] === '-' && tree.sentence.starts[next] === unit.end) return true
    const tag = tree.upos(next)
    if (tag !== 'NOUN' && tag !== 'PROPN') return false
    const after = this.unitAt[next]
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

  /** Token of a phrase that hangs on something outside it. */
  headOf(first: number, last: number): number {
    for (let t = last; t >= first; t--) {
      const head = this.tree.head(t)
      if (head < first || head > last) return t
    }
    return last
  }

  private determiner(first: number): string {
    return first > 0 ? this.tree.form(first - 1).toLowerCase() : ''
  }

  /** An official of a ministry is its country's; who works for an institute or an outlet may come from anywhere. */
  homeOf(org: EntityId): EntityId | null {
    const {country, sector} = this.entity(org)
    return sector === 'EDU' || sector === 'NGO' || sector === 'MED' || sector === 'IGO' || sector === 'BUS'
      ? null
      : country
  }

  private entity(id: EntityId) {
    return this.discourse.work.entities.get(id) ?? this.discourse.meet(id)
  }

  private countryOf(id: EntityId): EntityId | null {
    return this.discourse.work.entities.get(id)?.country ?? this.discourse.lexicon.entities.get(id)?.country ?? null
  }

  private sectorOf(noun: RoleNoun, org: EntityId | null): Sector | null {
    if (noun.class === 'office' && org) return this.entity(org).sector === 'EDU' ? 'EDU' : noun.sector
    return noun.sector
  }

  /** Words that tell an unnamed person apart: "US defense official". */
  private words(chain: Chain, unit: Unit, owner: EntityId | null): string {
    const said = this.text
      .slice(chain.start, unit.end)
      .replace(/^(?:(?:senior|top|unnamed|anonymous|several|many|some|other|various|more|most)\s+)+/i, '')
      .replace(/[’']s?(?=\s)/g, '')
      .replace(/\s+/g, ' ')
    if (!owner || chain.owners.length) return lowerStart(said, this.tree.upos(chain.first))
    return `${this.discourse.work.entities.get(owner)?.name ?? owner} ${lowerStart(said, this.tree.upos(chain.first))}`
  }

  /** Days that this sentence itself names; else those of the text. */
  daysHere(): {first: string | null; last: string | null} {
    const own = this.days.filter(({kind, first, last}) => kind === 'day' && first !== null && last !== null)
    if (own.length === 1) return {first: own[0].first, last: own[0].last}
    return this.discourse.written
  }

  /** State that owns a name by "'s" or its adjective right before it. */
  ownerBefore(unit: Unit): EntityId | null {
    const possessive = unit.first > 0 && this.tree.xpos(unit.first - 1) === 'POS'
    const before = this.unitAt[unit.first - (possessive ? 2 : 1)]
    const id = before?.named[0]?.entity
    return id && this.discourse.lexicon.states.has(id) ? id : null
  }

  /** Whether an apposition says what the bearer of a name is: ", director of …", ", who studies …". */
  describedAfter(unit: Unit): boolean {
    const {tree} = this
    if (unit.last + 2 >= tree.length || tree.form(unit.last + 1) !== ',') return false
    if (/^(?:who|whose|whom)$/i.test(tree.form(unit.last + 2))) return true
    let t = unit.last + 2
    for (; t < tree.length && t < unit.last + 12; t++) {
      const next = this.unitAt[t]
      if (next?.kind === 'noun' && !this.isModifier(next)) return !next.noun!.plural && personal.has(next.noun!.class)
      if (next?.kind === 'noun' || next?.kind === 'name') continue
      const tag = tree.upos(t)
      if (
        tag !== 'DET' &&
        tag !== 'ADJ' &&
        tag !== 'NOUN' &&
        tag !== 'PROPN' &&
        tag !== 'PRON' &&
        tag !== 'PART' &&
        tree.xpos(t) !== 'VBN'
      )
        return false
    }
    return false
  }

  fold(unit: Unit): string[] {
    return piecesOf(this.text, unit.start, unit.end).map(({key}) => key)
  }

  orgWord(unit: Unit) {
    const words = orgWords(this.discourse.lexicon)
    const pieces = this.fold(unit)
    // The kind stands last ("Imjin Policy Forum") or before its "of" ("Center for …").
    for (const word of [pieces.at(-1)!, ...pieces]) {
      const known = words.get(fold(word))
      if (known) return known
    }
    return null
  }
}

/** Nouns that make a state's adjective a place: "the Saudi capital". */
const grounds = new Set([
  'capital',
  'border',
  'airspace',
  'city',
  'soil',
  'territory',
  'coast',
  'town',
  'village',
  'province',
  'side',
])
const numbers = new Set(
  'two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million scores'.split(
    ' ',
  ),
)
/** Nouns that end a phrase of time: "last weekend militants attacked". */
const times = new Set(['today', 'yesterday', 'tomorrow', 'year', 'month', 'week', 'weekend', 'decade'])
const personal = new Set(['office', 'unnamed', 'body', 'title'])
const institutional = new Set(['COP', 'MIL', 'LEG', 'JUD', 'GOV', 'SPY', 'OPP'])
function lowerStart(words: string, tag: string): string {
  return tag === 'PROPN' || /^[A-Z]{2}/.test(words) || /^[A-Z]\./.test(words)
    ? words
    : tag === 'ADJ'
      ? words
      : words[0].toLowerCase() + words.slice(1)
}
