import {Arcs} from './arcs.ts'
import type {Atoms} from './atoms.ts'
import {mix} from './hash.ts'
import {labelFeatures} from './label.ts'
import {type Features, type Linear, scoreOf} from './linear.ts'

const none = -9
const most = 12

/** Places where a word could hang instead, found by climbing from its neighbours. */
export interface Places {
  count: number
  readonly heads: Int32Array
  /** Dependent of that head that would stand next to the word, -1 for none. */
  readonly beside: Int32Array
}

export function makePlaces(): Places {
  return {count: 0, heads: new Int32Array(most * 2 + 2), beside: new Int32Array(most * 2 + 2)}
}

/** What revision needs to know of a finished first tree. */
export class Draft {
  readonly firsts: Int32Array
  readonly lasts: Int32Array

  constructor(
    readonly atoms: Atoms,
    readonly arcs: Arcs,
    /** Heads and labels of a second tree, built from right to left. */
    readonly heads2: Int32Array,
    readonly labels2: Int32Array,
  ) {
    const n = atoms.length
    this.firsts = new Int32Array(n + 1)
    this.lasts = new Int32Array(n + 1)
    for (let i = 0; i < n; i++) this.firsts[i] = arcs.left1[i] >= 0 ? this.firsts[arcs.left1[i]] : i
    for (let i = n - 1; i >= 0; i--) this.lasts[i] = arcs.right1[i] >= 0 ? this.lasts[arcs.right1[i]] : i
  }
}

/** Fills `places` for word `i`: its heads in both trees, and the chains above its left and right neighbour. */
export function findPlaces({arcs, heads2, firsts, lasts}: Draft, i: number, places: Places): void {
  const {heads, length} = arcs
  places.count = 0
  climb(heads, length, firsts[i] - 1, places, 0)
  climb(heads, length, lasts[i] + 1, places, places.count)
  offer(places, heads[i])
  if (heads2[i] < length) offer(places, heads2[i])
}

function offer(places: Places, head: number): void {
  for (let k = 0; k < places.count; k++) if (places.heads[k] === head) return
  places.heads[places.count] = head
  places.beside[places.count++] = -1
}

function climb(heads: Int32Array, length: number, from: number, places: Places, before: number): void {
  let at = from
  let last = -1
  for (let k = 0; k < most && at >= 0 && at < length; k++) {
    let seen = false
    for (let j = 0; j < before; j++) if (places.heads[j] === at) seen = true
    if (!seen) {
      places.heads[places.count] = at
      places.beside[places.count++] = last
    }
    last = at
    at = heads[at]
  }
}

/** Fills `features` for hanging word `i` on `head`, next to `beside`. */
export function placeFeatures(draft: Draft, i: number, head: number, beside: number, features: Features): void {
  const {atoms, arcs, heads2, labels2, firsts, lasts} = draft
  const {words, tags, coarse, middle, fine, length} = atoms
  const {heads, labels, left1, right1, right2, has} = arcs
  const w = (k: number) => (k < 0 ? none : k < length ? words[k] : 7)
  const t = (k: number) => (k < 0 ? none : k < length ? tags[k] : -7)
  const m = (k: number) => (k < 0 ? none : k < length ? middle[k] : -7)
  const l = (k: number) => (k < 0 ? none : k < length ? labels[k] : -7)
  const now = heads[i] === head ? 1 : 0
  const agreed = (heads2[i] === head ? 2 : 0) + now + (heads2[i] === heads[i] ? 4 : 0)
  const l2 = labels2[i]
  const side = head < i ? 1 : 2
  const ti = t(i)
  const wi = w(i)
  const th = t(head)
  const wh = w(head)
  const mi = m(i)
  const mh = m(head)
  const li = labels[i]
  const lh = l(head)
  const up = head < length ? heads[head] : -1
  const low = Math.min(i, head)
  const high = Math.max(i, head)
  const distance = high - low
  const d = (distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : distance < 25 ? 7 : 8) * 4 + side
  const between = atoms.between(low, high)
  const child = left1[i]
  const cw = w(child)
  const cl = l(child)
  const pair = mix(mix(ti, th), side)
  const tb = t(beside)
  const lb = l(beside)
  const same = (ti === th ? 1 : 0) + (coarse[i] === c(head, coarse, length) ? 2 : 0) + (mi === mh ? 4 : 0)
  const old = heads[i]
  const edge = (firsts[i] === 0 ? 1 : 0) + (lasts[i] >= length - 2 ? 2 : 0)
  const h = features.hashes
  let k = 0
  h[k++] = mix(1, mix(now, li))
  h[k++] = mix(2, mix(now, pair))
  h[k++] = mix(3, mix(now, mix(li, mix(th, side))))
  h[k++] = mix(4, mix(now, mix(wi, th)))
  h[k++] = mix(5, mix(now, mix(cw, th)))
  h[k++] = mix(6, mix(now, mix(li, lh)))
  h[k++] = mix(7, mix(now, mix(d, li)))
  h[k++] = mix(8, pair)
  h[k++] = mix(9, mix(pair, wi))
  h[k++] = mix(10, mix(pair, wh))
  h[k++] = mix(11, mix(pair, mix(wi, wh)))
  h[k++] = mix(12, mix(pair, mi))
  h[k++] = mix(13, mix(pair, mh))
  h[k++] = mix(14, mix(pair, mix(mi, mh)))
  h[k++] = mix(15, mix(pair, d))
  h[k++] = mix(16, mix(pair, mix(between, d)))
  h[k++] = mix(17, mix(wi, mix(th, d)))
  h[k++] = mix(18, mix(pair, mix(cw, cl)))
  h[k++] = mix(19, mix(cw, mix(wh, side)))
  h[k++] = mix(20, mix(cw, mix(wh, mi)))
  h[k++] = mix(21, mix(cw, mix(mh, mix(mi, side))))
  h[k++] = mix(22, mix(cw, mix(th, d)))
  h[k++] = mix(23, mix(pair, lh))
  h[k++] = mix(24, mix(pair, mix(t(up), lh)))
  h[k++] = mix(25, mix(pair, mix(w(up), lh)))
  h[k++] = mix(26, mix(pair, mix(tb, lb)))
  h[k++] = mix(27, mix(pair, mix(w(beside), lb)))
  h[k++] = mix(28, mix(li, mix(th, mix(lb, side))))
  h[k++] = mix(29, mix(li, mix(th, has[Math.min(head, length)])))
  h[k++] = mix(30, mix(pair, has[Math.min(head, length)]))
  h[k++] = mix(31, mix(li, mix(same, between)))
  h[k++] = mix(32, mix(li, mix(same, mix(th, d))))
  h[k++] = mix(33, mix(pair, mix(has[i], between)))
  h[k++] = mix(34, mix(pair, mix(t(old), mix(now, l(old)))))
  h[k++] = mix(35, mix(li, mix(th, mix(t(old), d))))
  h[k++] = mix(36, mix(wi, mix(li, mix(th, lh))))
  h[k++] = mix(37, mix(pair, mix(t(i - 1), t(i + 1))))
  h[k++] = mix(38, mix(pair, mix(t(head - 1), t(head + 1))))
  h[k++] = mix(39, mix(pair, mix(t(firsts[i] - 1), t(lasts[i] + 1))))
  h[k++] = mix(40, mix(wi, mix(lh, mix(edge, between))))
  h[k++] = mix(41, mix(wi, mix(tb, mix(lb, th))))
  h[k++] = mix(42, mix(fine[i], mix(th, side)))
  h[k++] = mix(43, mix(ti, mix(head < length ? fine[head] : 0, side)))
  h[k++] = mix(44, mix(cw, mix(head < length ? fine[head] : 0, side)))
  h[k++] = mix(45, mix(pair, mix(cw, mix(w(old), now))))
  h[k++] = mix(46, mix(cw, mix(mh, mix(m(old), now))))
  h[k++] = mix(47, mix(pair, mix(l(right1[Math.min(head, length)]), l(right2[Math.min(head, length)]))))
  h[k++] = mix(48, mix(li, mix(wh, side)))
  h[k++] = mix(49, mix(li, mix(wh, wi)))
  h[k++] = mix(50, mix(pair, mix(l(left1[Math.min(head, length)]), edge)))
  h[k++] = mix(51, agreed)
  h[k++] = mix(52, mix(agreed, mix(li, l2)))
  h[k++] = mix(53, mix(agreed, pair))
  h[k++] = mix(54, mix(agreed, mix(li, mix(d, th))))
  h[k++] = mix(55, mix(agreed, mix(cw, th)))
  h[k++] = mix(56, mix(agreed, mix(li, lh)))
  h[k++] = mix(57, mix(agreed, mix(wi, th)))
  h[k++] = mix(58, mix(agreed, mix(cw, mix(wh, side))))
  h[k++] = mix(59, mix(agreed, mix(li, between)))
  h[k++] = mix(60, mix(agreed, mix(l2, t(heads2[i]))))
  h[k++] = mix(61, mix(agreed, mix(li, mix(tb, lb))))
  features.count = k
}

function c(i: number, coarse: Int32Array, length: number): number {
  return i < length ? coarse[i] : -7
}

/** Looks at each word again, now that the whole tree is known, and hangs it elsewhere where that scores higher. */
export function revise(linear: Linear, draft: Draft, places: Places, features: Features): Int32Array {
  const {arcs} = draft
  const {length} = arcs
  const heads = arcs.heads.slice()
  for (let i = 0; i < length; i++) {
    if (heads[i] === length) continue
    const best = bestPlace(linear, draft, i, places, features)
    if (best !== heads[i] && !climbsTo(heads, best, i, length)) heads[i] = best
  }
  return heads
}

export function bestPlace(linear: Linear, draft: Draft, i: number, places: Places, features: Features): number {
  findPlaces(draft, i, places)
  let best = draft.arcs.heads[i]
  if (places.count === 1) return best
  let high = Number.NEGATIVE_INFINITY
  for (let k = 0; k < places.count; k++) {
    placeFeatures(draft, i, places.heads[k], places.beside[k], features)
    const score = scoreOf(linear, features, 0)
    if (score > high) {
      high = score
      best = places.heads[k]
    }
  }
  return best
}

/** Whether `target` is `from` or above it; also true when the tree is too deep to tell in bounded time. */
function climbsTo(heads: Int32Array, from: number, target: number, length: number): boolean {
  let at = from
  for (let k = 0; k < 200; k++) {
    if (at === target) return true
    if (at === length) return false
    at = heads[at]
  }
  return true
}

/** Arcs of a finished tree. */
export function arcsOf(heads: Int32Array, labels: Int32Array): Arcs {
  const length = heads.length - 1
  const arcs = new Arcs(length)
  arcs.heads.set(heads)
  arcs.labels.set(labels)
  for (let i = 0; i < length; i++) {
    const head = heads[i]
    arcs.has[head] |= 1 << (labels[i] % 31)
    if (i < head) {
      arcs.leftCount[head]++
      if (arcs.left1[head] < 0) arcs.left1[head] = i
      else if (arcs.left2[head] < 0) arcs.left2[head] = i
    } else {
      arcs.rightCount[head]++
      arcs.right2[head] = arcs.right1[head]
      arcs.right1[head] = i
    }
  }
  return arcs
}

/** As `labelFeatures`, with what only finished trees tell: both first labels, the labels above and beside. */
export function relabelFeatures(atoms: Atoms, arcs: Arcs, child: number, second: number, features: Features): void {
  const {words, tags, length} = atoms
  const {heads, labels, right1, right2, left1, left2} = arcs
  const head = heads[child]
  labelFeatures(atoms, arcs, head, child, features)
  const t = (k: number) => (k < 0 ? none : k < length ? tags[k] : -7)
  const w = (k: number) => (k < 0 ? none : k < length ? words[k] : 7)
  const l = (k: number) => (k < 0 ? none : k < length ? labels[k] : -7)
  const side = child < head ? 1 : 2
  const up = head < length ? heads[head] : -1
  const old = labels[child]
  const pair = mix(mix(t(head), side), t(child))
  const h = features.hashes
  let k = features.count
  h[k++] = mix(101, old)
  h[k++] = mix(102, mix(old, pair))
  h[k++] = mix(103, mix(old, words[child]))
  h[k++] = mix(104, mix(old, w(head)))
  h[k++] = mix(105, mix(old, l(head)))
  h[k++] = mix(106, mix(pair, l(head)))
  h[k++] = mix(107, mix(pair, mix(l(head), t(up))))
  h[k++] = mix(108, mix(pair, mix(l(head), w(up))))
  h[k++] = mix(109, mix(pair, mix(l(right1[head]), l(right2[head]))))
  h[k++] = mix(110, mix(pair, mix(l(left1[head]), l(left2[head]))))
  h[k++] = mix(111, mix(pair, mix(w(left1[head]), w(right1[head]))))
  h[k++] = mix(112, mix(pair, mix(l(right1[child]), w(right1[child]))))
  h[k++] = mix(113, mix(old, mix(l(right1[head]), l(left1[head]))))
  h[k++] = mix(114, mix(pair, mix(w(left1[child]), l(head))))
  h[k++] = mix(115, mix(pair, mix(t(left1[child]), t(left2[child]))))
  h[k++] = mix(116, mix(words[child], mix(l(head), t(up))))
  h[k++] = mix(117, second)
  h[k++] = mix(118, mix(second, old))
  h[k++] = mix(119, mix(second, pair))
  h[k++] = mix(120, mix(second, mix(old, pair)))
  h[k++] = mix(121, mix(second, words[child]))
  features.count = k
}
