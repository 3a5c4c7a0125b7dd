import type {Names} from './names.ts'
import {Tally} from './tally.ts'

/** Who (`subject`) does what (`relation`) to whom (`object`) on which day; all are numbers from 0. */
export interface Fact {
  subject: number
  relation: number
  object: number
  day: number
}

/** Sizes that a history is laid out for; `facts` is an upper bound. */
export interface Extent {
  entities: number
  relations: number
  facts: number
}

/** Dense numbers for sparse pairs of numbers. */
class Keys {
  private readonly known = new Map<number, number>()
  of(a: number, b: number, width: number): number {
    const packed = a * width + b
    const key = this.known.get(packed)
    if (key !== undefined) return key
    this.known.set(packed, this.known.size)
    return this.known.size - 1
  }
  seen(a: number, b: number, width: number): number {
    return this.known.get(a * width + b) ?? -1
  }
}

/** All that happened before a day, counted the ways that a forecast asks for. Each fact is kept in both directions: relation r + R is r turned round. */
export class Past {
  readonly relations: number
  readonly keys = new Keys()
  readonly placeKeys = new Keys()
  readonly kindKeys = new Keys()
  /** (subject, relation) → object. */
  readonly same: Tally
  /** subject → object by any relation, either way. */
  readonly partner: Tally
  /** (subject, direction) → object. */
  readonly turned: Tally
  /** relation → object. */
  readonly popular: Tally
  /** direction → object. */
  readonly active: Tally
  /** (place of subject, relation) → object. */
  readonly home: Tally
  /** (subject, relation) → place of object. */
  readonly toPlace: Tally
  /** subject → place of object. */
  readonly anyPlace: Tally
  /** (kind of subject, relation) → kind of object. */
  readonly kindToKind: Tally
  /** (subject, relation) → kind of object. */
  readonly toKind: Tally
  /** seat of subject → seat of object. */
  readonly seats: Tally
  /** (seat of subject, relation) → seat of object. */
  readonly seatsBy: Tally
  readonly seatKeys = new Keys()
  /** seat → its entities. */
  readonly crowd: Tally
  /** The place that an entity belongs to: that of its name, else that of those whom it deals with most. */
  readonly seat: Int32Array
  private readonly isPlace: Uint8Array
  /** slot of (subject → object) in `partner` → relation. */
  readonly between: Tally

  constructor(
    readonly extent: Extent,
    readonly names: Names,
  ) {
    const both = extent.relations * 2
    const twice = extent.facts * 2
    this.relations = both
    this.same = new Tally(twice, extent.entities)
    this.partner = new Tally(extent.entities, extent.entities)
    this.turned = new Tally(extent.entities * 2, extent.entities)
    this.popular = new Tally(both, extent.entities)
    this.active = new Tally(2, extent.entities)
    this.home = new Tally(twice, extent.entities)
    this.toPlace = new Tally(twice, names.places)
    this.anyPlace = new Tally(extent.entities, names.places)
    this.kindToKind = new Tally(twice, names.kinds)
    this.toKind = new Tally(twice, names.kinds)
    this.seats = new Tally(names.places, names.places)
    this.seatsBy = new Tally(twice, names.places)
    this.crowd = new Tally(names.places, extent.entities)
    this.seat = names.place.slice()
    this.isPlace = new Uint8Array(names.places)
    for (let e = 0; e < extent.entities; e++) if (names.kind[e] !== 0) this.isPlace[names.place[e]] = 1
    this.between = new Tally(twice, both)
  }

  /** Takes in a day's facts; days must come in order. */
  add(facts: readonly Fact[]): void {
    const {relations} = this.extent
    for (const {subject, relation, object, day} of facts) {
      this.one(subject, relation, object, day)
      this.one(object, relation + relations, subject, day)
    }
    for (const {subject, object, day} of facts) {
      this.settle(subject, day)
      this.settle(object, day)
    }
  }

  private settle(entity: number, day: number): void {
    if (this.names.kind[entity] !== 0) return
    const {anyPlace} = this
    let most = 0
    for (let i = anyPlace.heads[entity]; i >= 0; i = anyPlace.next[i]) {
      const place = anyPlace.ids[i]
      const w = anyPlace.weightAt(i, 3, day)
      if (this.isPlace[place] && (w > most || (w === most && place < this.seat[entity]))) {
        most = w
        this.seat[entity] = place
      }
    }
  }

  private one(s: number, r: number, o: number, day: number): void {
    const {place, kind} = this.names
    const {seat} = this
    const direction = r < this.extent.relations ? 0 : 1
    const key = this.keys.of(s, r, this.relations)
    this.same.add(key, o, day)
    this.toPlace.add(key, seat[o], day)
    this.toKind.add(key, kind[o], day)
    this.partner.add(s, o, day)
    this.anyPlace.add(s, place[o], day)
    this.turned.add(s * 2 + direction, o, day)
    this.popular.add(r, o, day)
    this.active.add(direction, o, day)
    this.home.add(this.placeKeys.of(seat[s], r, this.relations), o, day)
    this.seats.add(seat[s], seat[o], day)
    this.seatsBy.add(this.seatKeys.of(seat[s], r, this.relations), seat[o], day)
    this.crowd.add(seat[s], s, day)
    this.kindToKind.add(this.kindKeys.of(kind[s], r, this.relations), kind[o], day)
    this.between.add(this.partner.find(s, o), r, day)
  }
}
