import type {RoleNoun} from '../../lexicon/index.ts'
import {piecesOf} from '../../lexicon/index.ts'
import type {DayReading, EntityId, Sector} from '../../model/index.ts'
import {findNames, type NameKind, type Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import {type Draft, draft, type Unit} from './draft.ts'
import {chainOf} from './chain.ts'
import {bracketed} from './named.ts'
import {knownNames} from './known-names.ts'
import {readBrackets, readName} from './names.ts'
import {orgWords} from './org-words.ts'
import {personOf} from './people.ts'
import {isModifier, readNoun} from './role-nouns.ts'

/** Reads one sentence's units into drafts, from right to left, so that a head takes what stands before it. */
export class SentenceReader {
  readonly used = new Set<Unit>()
  readonly unitAt: (Unit | null)[]
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
    this.meetFullNames()
    for (let u = this.units.length - 1; u >= 0; u--) {
      const unit = this.units[u]
      if (this.used.has(unit)) continue
      if (unit.kind === 'noun') readNoun(this, unit)
      else if (!bracketed(this.text, unit)) readName(this, unit)
    }
    readBrackets(this)
    return this.drafts.sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** A surname may stand right of the full name that it hangs on, and the units are read from the right. */
  private meetFullNames(): void {
    const surnames = new Set<string>()
    for (const unit of this.units) {
      if (unit.kind === 'noun') continue
      const words = this.fold(unit)
      if (words.length === 1) surnames.add(words[0])
    }
    if (surnames.size === 0) return
    for (const unit of this.units) {
      const words = unit.kind === 'noun' ? [] : this.fold(unit)
      if (words.length < 2 || !surnames.has(words.at(-1)!)) continue
      const person = personOf(this, unit, chainOf(this, unit))
      if (person?.entities.length === 1) this.discourse.introduce(person.entities[0], person.words)
    }
  }

  add(first: number, last: number, span: {start: number; end: number}, about: Partial<Draft>): void {
    const made = draft(this.index, first, last, span, about)
    const rel = this.tree.rel(made.head)
    made.subject = rel === 'nsubj' || (rel === 'conj' && this.tree.rel(this.tree.shared(made.head)) === 'nsubj')
    this.drafts.push(made)
  }

  take(unit: Unit): void {
    this.used.add(unit)
    const made = this.drafts.findIndex(({start, end}) => start === unit.start && end === unit.end)
    if (made >= 0) this.drafts.splice(made, 1)
  }

  private kinds: Map<string, NameKind> | null = null

  /** What the finder of names takes exactly these words for; `null`: for no name. */
  kindOf({first, last}: Unit): NameKind | null {
    const {work, lexicon} = this.discourse
    if (!work.model) return null
    this.kinds ??= new Map(
      findNames(work.model, this.tree.sentence, knownNames(lexicon)).map(name => [
        `${name.first}-${name.last}`,
        name.kind,
      ]),
    )
    return this.kinds.get(`${first}-${last}`) ?? null
  }

  /** Token of a phrase that hangs on something outside it. */
  headOf(first: number, last: number): number {
    for (let t = last; t >= first; t--) {
      const head = this.tree.head(t)
      if (head < first || head > last) return t
    }
    return last
  }

  determiner(first: number): string {
    return first > 0 ? this.tree.form(first - 1).toLowerCase() : ''
  }

  /** An official of a ministry is its country's; who works for an institute or an outlet may come from anywhere. */
  homeOf(org: EntityId): EntityId | null {
    const {country, sector} = this.entity(org)
    return sector === 'EDU' || sector === 'NGO' || sector === 'MED' || sector === 'IGO' || sector === 'BUS'
      ? null
      : country
  }

  entity(id: EntityId) {
    return this.discourse.work.entities.get(id) ?? this.discourse.meet(id)
  }

  countryOf(id: EntityId): EntityId | null {
    return this.discourse.work.entities.get(id)?.country ?? this.discourse.lexicon.entities.get(id)?.country ?? null
  }

  /** Who works for an organisation is of its sector, unless the role itself says another: "Hezbollah lawmaker". */
  sectorOf(noun: RoleNoun, org: EntityId | null): Sector | null {
    if (org === null || telling.has(noun.sector ?? '')) return noun.sector
    return this.entity(org).sector ?? noun.sector
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
      if (next?.kind === 'noun' && !isModifier(this, next)) return !next.noun!.plural && personal.has(next.noun!.class)
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

  private readonly folded = new Map<Unit, readonly string[]>()

  /** The words of a unit as names are compared. */
  fold(unit: Unit): readonly string[] {
    let words = this.folded.get(unit)
    if (!words) this.folded.set(unit, (words = piecesOf(this.text, unit.start, unit.end).map(({key}) => key)))
    return words
  }

  orgWord(unit: Unit) {
    const words = orgWords(this.discourse.lexicon)
    const pieces = this.fold(unit)
    // The kind stands last ("Imjin Policy Forum") or before its "of" ("Center for …").
    for (const word of [pieces.at(-1)!, ...pieces]) {
      const known = words.get(word)
      if (known) return known
    }
    return null
  }
}

/** Sectors that a role noun has by itself, whoever employs its bearer. */
const telling = new Set(['LEG', 'JUD', 'COP', 'MIL', 'REL'])
const personal = new Set(['office', 'unnamed', 'body', 'title'])
