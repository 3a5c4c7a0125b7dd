import type {Past} from './past.ts'
import type {Rules} from './rules.ts'
import type {Vectors} from './vectors.ts'
import {HALF_LIVES, type Tally} from './tally.ts'

export interface Query {
  subject: number
  /** r, or r + R where the asked-for one is who did it. */
  relation: number
  day: number
}

const FADES = HALF_LIVES.length
const NEVER = 255

/** Features are bytes on fixed scales, so that trees need no bins and nothing depends on the sample. */
const ofWeight = (w: number) => {
  const q = 16 * Math.log2(1 + 64 * w)
  return q > 255 ? 255 : q
}
const ofShare = (p: number) => {
  const q = 25 * Math.log2(1 + 1000 * p)
  return q > 255 ? 255 : q
}
const ofDays = (d: number) => {
  const q = 21 * Math.log2(1 + d)
  return q > 254 ? 254 : q
}

/** The best `most` slots of a key by faded weight. */
const top = (tally: Tally, key: number, kind: number, day: number, most: number): number[] => {
  const found: {slot: number; w: number}[] = []
  for (let i = tally.heads[key]; i >= 0; i = tally.next[i]) found.push({slot: i, w: tally.weightAt(i, kind, day)})
  found.sort((a, b) => b.w - a.w || tally.ids[a.slot] - tally.ids[b.slot])
  return found.slice(0, most).map(f => f.slot)
}

export const FEATURES = 86

/** What the bytes tell of, first and last of each stretch. */
export const featureGroups: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  'same pair and act': [[0, 10]],
  'same pair': [[11, 20]],
  'who acts and suffers how often': [
    [21, 24],
    [33, 38],
    [85, 85],
  ],
  'who meets the act': [[25, 32]],
  'places and kinds': [
    [39, 48],
    [70, 81],
  ],
  rules: [[49, 52]],
  'the other way round': [
    [53, 56],
    [66, 69],
  ],
  'two steps': [[57, 58]],
  vectors: [[82, 84]],
}

/** Finds whom a query may mean and describes each by `FEATURES` bytes. */
export class Candidates {
  ids = new Int32Array(4096)
  rows = new Uint8Array(4096 * FEATURES)
  size = 0
  private readonly stamp: Int32Array
  private readonly where: Int32Array
  private round = 0
  private day = -1
  private popularTop = new Map<number, number[]>()
  private partnerTop = new Map<number, number[]>()
  private homeTop = new Map<number, number[]>()
  private crowdTop = new Map<number, number[]>()
  private seatTop = new Map<number, number[]>()
  private twoHop = new Map<number, {ids: Int32Array; score: Float32Array}>()
  private readonly hop: Float32Array
  private readonly members: Int32Array[]

  constructor(
    readonly past: Past,
    readonly rules: Rules,
    readonly vectors: Vectors,
  ) {
    const {entities} = past.extent
    this.stamp = new Int32Array(entities).fill(-1)
    this.where = new Int32Array(entities)
    this.hop = new Float32Array(entities)
    const lists: number[][] = Array.from({length: past.names.places}, () => [])
    for (let e = 0; e < entities; e++) lists[past.names.place[e]].push(e)
    this.members = lists.map(list => Int32Array.from(list))
  }

  private put(id: number): number {
    if (this.stamp[id] === this.round) return this.where[id]
    this.stamp[id] = this.round
    this.where[id] = this.size
    if (this.size === this.ids.length) {
      const ids = new Int32Array(this.size * 2)
      ids.set(this.ids)
      this.ids = ids
      const rows = new Uint8Array(this.size * 2 * FEATURES)
      rows.set(this.rows)
      this.rows = rows
    }
    this.ids[this.size] = id
    return this.size++
  }

  private cached(of: Map<number, number[]>, tally: Tally, key: number, kind: number, most: number): number[] {
    let found = of.get(key)
    if (!found) {
      found = top(tally, key, kind, this.day, most)
      of.set(key, found)
    }
    return found
  }

  private hops(subject: number): {ids: Int32Array; score: Float32Array} {
    let found = this.twoHop.get(subject)
    if (found) return found
    const {partner} = this.past
    const touched: number[] = []
    for (const first of this.cached(this.partnerTop, partner, subject, 2, 150).slice(0, 40)) {
      const middle = partner.ids[first]
      const out = partner.totalAt(middle, 2, this.day)
      if (out <= 0) continue
      const w = partner.weightAt(first, 2, this.day) / out
      for (const second of this.cached(this.partnerTop, partner, middle, 2, 150).slice(0, 40)) {
        const end = partner.ids[second]
        if (end === subject) continue
        if (this.hop[end] === 0) touched.push(end)
        this.hop[end] += w * partner.weightAt(second, 2, this.day)
      }
    }
    touched.sort((a, b) => this.hop[b] - this.hop[a] || a - b)
    const ids = Int32Array.from(touched.slice(0, 200))
    const score = Float32Array.from(ids, id => this.hop[id])
    for (const id of touched) this.hop[id] = 0
    found = {ids, score}
    this.twoHop.set(subject, found)
    return found
  }

  private begin(day: number): void {
    this.round++
    this.size = 0
    if (day === this.day) return
    this.day = day
    for (const cache of [this.crowdTop, this.seatTop, this.popularTop, this.partnerTop, this.homeTop, this.twoHop])
      cache.clear()
  }

  /** Fills `ids` and `size` with those whom the subject has lately dealt with. */
  partners({subject, day}: Query): void {
    this.begin(day)
    for (const i of this.cached(this.partnerTop, this.past.partner, subject, 2, 150)) this.put(this.past.partner.ids[i])
  }

  /** Fills `ids`, `rows` and `size` for a query. */
  find(query: Query): void {
    const {past} = this
    const {subject: s, relation: r, day} = query
    this.begin(day)
    const key = past.keys.seen(s, r, past.relations)
    const homeKey = past.placeKeys.seen(past.seat[s], r, past.relations)
    if (key >= 0) for (let i = past.same.heads[key]; i >= 0; i = past.same.next[i]) this.put(past.same.ids[i])
    for (const i of this.cached(this.partnerTop, past.partner, s, 2, 150)) this.put(past.partner.ids[i])
    if (homeKey >= 0) for (const i of this.cached(this.homeTop, past.home, homeKey, 3, 40)) this.put(past.home.ids[i])
    for (const i of this.cached(this.popularTop, past.popular, r, 2, 30)) this.put(past.popular.ids[i])
    const hops = this.hops(s)
    for (let i = 0; i < Math.min(40, hops.ids.length); i++) this.put(hops.ids[i])
    for (const i of this.cached(this.crowdTop, past.crowd, past.seat[s], 2, 60)) this.put(past.crowd.ids[i])
    for (const i of this.cached(this.seatTop, past.seats, past.seat[s], 2, 8).slice(0, 4))
      for (const j of this.cached(this.crowdTop, past.crowd, past.seats.ids[i], 2, 60).slice(0, 15))
        this.put(past.crowd.ids[j])
    const neighbours = this.members[past.names.place[s]]
    if (neighbours.length <= 60)
      for (const id of neighbours) if (past.active.find(r < past.extent.relations ? 0 : 1, id) >= 0) this.put(id)
    this.describe(query, key, homeKey, hops)
  }

  private describe(
    {subject: s, relation: r, day}: Query,
    key: number,
    homeKey: number,
    hops: {ids: Int32Array; score: Float32Array},
  ): void {
    const {past, rows, size} = this
    const {names} = past
    rows.fill(0, 0, size * FEATURES)
    const direction = r < past.extent.relations ? 0 : 1
    const back = r < past.extent.relations ? r + past.extent.relations : r - past.extent.relations
    const kindKey = past.kindKeys.seen(names.kind[s], r, past.relations)
    const seatKey = past.seatKeys.seen(past.seat[s], r, past.relations)
    const backKeyOf = (o: number) => past.keys.seen(o, r, past.relations)

    // Ranks within (s, r) by last day and by weight, within s by last day.
    let lastSame = -1
    if (key >= 0)
      for (let i = past.same.heads[key]; i >= 0; i = past.same.next[i])
        if (past.same.last[i] > lastSame) lastSame = past.same.last[i]
    let lastPartner = -1
    for (let i = past.partner.heads[s]; i >= 0; i = past.partner.next[i])
      if (past.partner.last[i] > lastPartner) lastPartner = past.partner.last[i]
    const hopOf = this.hop
    for (let i = 0; i < hops.ids.length; i++) hopOf[hops.ids[i]] = hops.score[i]

    // Who of the recent partners of s stands in r to whom: m in top partners, (m, r) → o.
    const lent = new Map<number, number>()
    for (const first of this.cached(this.partnerTop, past.partner, s, 2, 150).slice(0, 15)) {
      const mKey = past.keys.seen(past.partner.ids[first], r, past.relations)
      if (mKey < 0) continue
      const w = past.partner.weightAt(first, 2, day) / (1 + past.same.totalAt(mKey, 3, day))
      for (let i = past.same.heads[mKey]; i >= 0; i = past.same.next[i]) {
        const id = past.same.ids[i]
        if (this.stamp[id] === this.round) lent.set(id, (lent.get(id) ?? 0) + w * past.same.weightAt(i, 3, day))
      }
    }

    const sameTotal2 = key < 0 ? 0 : past.same.totalAt(key, 2, day)
    const sameTotal3 = key < 0 ? 0 : past.same.totalAt(key, 3, day)
    const sameTotal = key < 0 ? 0 : past.same.total(key)
    const partnerTotal1 = past.partner.totalAt(s, 1, day)
    const partnerTotal3 = past.partner.totalAt(s, 3, day)
    const popularTotal2 = past.popular.totalAt(r, 2, day)
    const popularTotal = past.popular.total(r)
    const homeTotal = homeKey < 0 ? 0 : past.home.totalAt(homeKey, 3, day)

    this.vectors.ask(s, r)
    const vectorScores = new Float32Array(size)
    let vectorMost = -Infinity
    for (let c = 0; c < size; c++) {
      vectorScores[c] = this.vectors.score(this.ids[c])
      if (vectorScores[c] > vectorMost) vectorMost = vectorScores[c]
    }
    let vectorSum = 0
    for (let c = 0; c < size; c++) vectorSum += Math.exp(vectorScores[c] - vectorMost)
    const pastShare = (o: number) => {
      const slot = past.active.find(1 - direction, o)
      return slot < 0 ? NEVER : ofDays(day - past.active.last[slot])
    }
    for (let c = 0; c < size; c++) {
      const o = this.ids[c]
      let f = c * FEATURES
      const weights = (tally: Tally, slot: number) => {
        for (let k = 0; k < FADES; k++) rows[f++] = slot < 0 ? 0 : ofWeight(tally.weightAt(slot, k, day))
      }
      const days = (tally: Tally, slot: number) => {
        rows[f++] = slot < 0 ? NEVER : ofDays(day - tally.last[slot])
      }
      // 0–10: same subject and relation
      let slot = key < 0 ? -1 : past.same.find(key, o)
      weights(past.same, slot)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.same.count[slot])
      rows[f++] = slot < 0 || sameTotal2 <= 0 ? 0 : ofShare(past.same.weightAt(slot, 2, day) / sameTotal2)
      rows[f++] = slot < 0 || sameTotal3 <= 0 ? 0 : ofShare(past.same.weightAt(slot, 3, day) / sameTotal3)
      rows[f++] = slot < 0 ? 0 : ofShare(past.same.count[slot] / sameTotal)
      days(past.same, slot)
      rows[f++] = slot < 0 ? NEVER : ofDays(lastSame - past.same.last[slot])
      rows[f++] = slot < 0 ? NEVER : ofDays(day - past.same.first[slot])
      // 11–20: same subject
      slot = past.partner.find(s, o)
      const pair = slot
      weights(past.partner, slot)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.partner.count[slot])
      rows[f++] = slot < 0 || partnerTotal1 <= 0 ? 0 : ofShare(past.partner.weightAt(slot, 1, day) / partnerTotal1)
      rows[f++] = slot < 0 || partnerTotal3 <= 0 ? 0 : ofShare(past.partner.weightAt(slot, 3, day) / partnerTotal3)
      days(past.partner, slot)
      rows[f++] = slot < 0 ? NEVER : ofDays(lastPartner - past.partner.last[slot])
      rows[f++] = slot < 0 ? NEVER : ofDays(day - past.partner.first[slot])
      // 21–24
      const turnedKey = s * 2 + direction
      slot = past.turned.find(turnedKey, o)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.turned.weightAt(slot, 1, day))
      rows[f++] = slot < 0 ? 0 : ofWeight(past.turned.weightAt(slot, 3, day))
      rows[f++] =
        slot < 0 ? 0 : ofShare(past.turned.weightAt(slot, 3, day) / (past.turned.totalAt(turnedKey, 3, day) || 1))
      days(past.turned, slot)
      // 25–32
      slot = past.popular.find(r, o)
      weights(past.popular, slot)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.popular.count[slot])
      rows[f++] = slot < 0 || popularTotal2 <= 0 ? 0 : ofShare(past.popular.weightAt(slot, 2, day) / popularTotal2)
      rows[f++] = slot < 0 ? 0 : ofShare(past.popular.count[slot] / popularTotal)
      days(past.popular, slot)
      // 33–38
      slot = past.active.find(direction, o)
      weights(past.active, slot)
      days(past.active, slot)
      rows[f++] = slot < 0 ? NEVER : ofDays(day - past.active.first[slot])
      // 39–42
      slot = homeKey < 0 ? -1 : past.home.find(homeKey, o)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.home.weightAt(slot, 2, day))
      rows[f++] = slot < 0 ? 0 : ofWeight(past.home.weightAt(slot, 3, day))
      rows[f++] = slot < 0 || homeTotal <= 0 ? 0 : ofShare(past.home.weightAt(slot, 3, day) / homeTotal)
      days(past.home, slot)
      // 43–48: by place and kind of name
      const place = past.seat[o]
      slot = key < 0 ? -1 : past.toPlace.find(key, place)
      rows[f++] = slot < 0 ? 0 : ofShare(past.toPlace.weightAt(slot, 3, day) / (past.toPlace.totalAt(key, 3, day) || 1))
      slot = past.anyPlace.find(s, place)
      rows[f++] = slot < 0 ? 0 : ofShare(past.anyPlace.weightAt(slot, 3, day) / (past.anyPlace.totalAt(s, 3, day) || 1))
      rows[f++] = slot < 0 ? 0 : ofShare(past.anyPlace.weightAt(slot, 1, day) / (past.anyPlace.totalAt(s, 1, day) || 1))
      slot = kindKey < 0 ? -1 : past.kindToKind.find(kindKey, names.kind[o])
      rows[f++] = slot < 0 ? 0 : ofShare(past.kindToKind.count[slot] / past.kindToKind.total(kindKey))
      slot = key < 0 ? -1 : past.toKind.find(key, names.kind[o])
      rows[f++] = slot < 0 ? 0 : ofShare(past.toKind.count[slot] / past.toKind.total(key))
      rows[f++] = (past.seat[s] === place ? 128 : 0) + (names.kind[o] === 1 ? 64 : 0) + (names.kind[o] === 0 ? 32 : 0)
      // 49–52: rules
      let none = 1
      let best = 0
      let second = 0
      let kindsSeen = 0
      if (pair >= 0) {
        const {between} = past
        for (let i = between.heads[pair]; i >= 0; i = between.next[i]) {
          const p = this.rules.confidence(between.ids[i], r, day - between.last[i])
          none *= 1 - p
          kindsSeen++
          if (p > best) {
            second = best
            best = p
          } else if (p > second) second = p
        }
      }
      rows[f++] = ofShare(1 - none)
      rows[f++] = ofShare(best)
      rows[f++] = ofShare(second)
      rows[f++] = Math.min(255, kindsSeen * 8)
      // 53–56: the same act the other way round, and its reverse
      const oKey = backKeyOf(o)
      slot = oKey < 0 ? -1 : past.same.find(oKey, s)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.same.weightAt(slot, 3, day))
      days(past.same, slot)
      slot = pair < 0 ? -1 : past.between.find(pair, back)
      rows[f++] = slot < 0 ? 0 : ofWeight(past.between.weightAt(slot, 3, day))
      rows[f++] = oKey < 0 ? 0 : ofWeight(past.same.totalAt(oKey, 2, day))
      // 57–58: two hops
      rows[f++] = ofWeight(hopOf[o])
      rows[f++] = ofWeight(lent.get(o) ?? 0)
      // 59–65: the query
      rows[f++] = ofWeight(sameTotal3)
      rows[f++] = ofWeight(sameTotal)
      rows[f++] = key < 0 ? 0 : Math.min(255, past.same.sizes[key])
      rows[f++] = Math.min(255, 12 * Math.log2(1 + past.partner.sizes[s]))
      rows[f++] = ofWeight(partnerTotal1)
      rows[f++] = ofWeight(popularTotal2)
      rows[f++] = direction * 255
      // 66-69: from the other's side
      const backKey = past.keys.seen(o, back, past.relations)
      slot = key < 0 ? -1 : past.same.find(key, o)
      rows[f++] =
        slot < 0 || backKey < 0
          ? 0
          : ofShare(past.same.weightAt(slot, 3, day) / (past.same.totalAt(backKey, 3, day) || 1))
      rows[f++] = pair < 0 ? 0 : ofShare(past.partner.weightAt(pair, 3, day) / (past.partner.totalAt(o, 3, day) || 1))
      rows[f++] = pair < 0 ? 0 : ofShare(past.partner.weightAt(pair, 1, day) / (past.partner.totalAt(o, 1, day) || 1))
      rows[f++] = backKey < 0 ? 0 : ofShare(past.same.totalAt(backKey, 3, day) / (past.partner.totalAt(o, 3, day) || 1))
      // seats
      const to = past.seat[o]
      slot = past.seats.find(past.seat[s], to)
      rows[f++] =
        slot < 0 ? 0 : ofShare(past.seats.weightAt(slot, 1, day) / (past.seats.totalAt(past.seat[s], 1, day) || 1))
      rows[f++] =
        slot < 0 ? 0 : ofShare(past.seats.weightAt(slot, 3, day) / (past.seats.totalAt(past.seat[s], 3, day) || 1))
      rows[f++] = slot < 0 ? 0 : ofWeight(past.seats.weightAt(slot, 1, day))
      days(past.seats, slot)
      slot = seatKey < 0 ? -1 : past.seatsBy.find(seatKey, to)
      rows[f++] =
        slot < 0 ? 0 : ofShare(past.seatsBy.weightAt(slot, 2, day) / (past.seatsBy.totalAt(seatKey, 2, day) || 1))
      rows[f++] =
        slot < 0 ? 0 : ofShare(past.seatsBy.weightAt(slot, 3, day) / (past.seatsBy.totalAt(seatKey, 3, day) || 1))
      days(past.seatsBy, slot)
      slot = past.crowd.find(to, o)
      rows[f++] = slot < 0 ? 0 : ofShare(past.crowd.weightAt(slot, 1, day) / (past.crowd.totalAt(to, 1, day) || 1))
      rows[f++] = slot < 0 ? 0 : ofShare(past.crowd.weightAt(slot, 3, day) / (past.crowd.totalAt(to, 3, day) || 1))
      rows[f++] = names.kind[s] === names.kind[o] ? 255 : 0
      slot = past.anyPlace.find(o, past.names.place[s])
      rows[f++] = slot < 0 ? 0 : ofShare(past.anyPlace.weightAt(slot, 3, day) / (past.anyPlace.totalAt(o, 3, day) || 1))
      rows[f++] = Math.min(255, 12 * Math.log2(1 + past.partner.sizes[o]))
      // vectors
      const x = vectorScores[c]
      rows[f++] = Math.max(0, Math.min(255, 128 + 12 * (x - vectorMost) + 100))
      rows[f++] = Math.max(0, Math.min(255, 128 + 12 * x))
      rows[f++] = ofShare(Math.exp(x - vectorMost) / vectorSum)
      rows[f++] = pastShare(o)
    }
    for (let i = 0; i < hops.ids.length; i++) hopOf[hops.ids[i]] = 0
  }
}
