import type {Arcs} from './arcs.ts'
import type {Atoms} from './atoms.ts'
import {mix} from './hash.ts'
import type {Features} from './linear.ts'

const none = -9

/** Fills `features` for the next transition: arc-hybrid, words, tags and clusters of the stack, the buffer and their dependents. */
export function transitionFeatures(atoms: Atoms, arcs: Arcs, features: Features): void {
  const {words, tags, coarse, middle, fine, length} = atoms
  const {stack, size, front, left1, left2, right1, right2, labels, leftCount, rightCount, has} = arcs
  const s0 = size > 0 ? stack[size - 1] : -1
  const s1 = size > 1 ? stack[size - 2] : -1
  const s2 = size > 2 ? stack[size - 3] : -1
  const b0 = front
  const b1 = front + 1
  const b2 = front + 2
  const b3 = front + 3
  const w = (i: number) => (i < 0 ? none : i < length ? words[i] : 7)
  const t = (i: number) => (i < 0 ? none : i < length ? tags[i] : -7)
  const c = (i: number) => (i < 0 ? none : i < length ? coarse[i] : -7)
  const m = (i: number) => (i < 0 ? none : i < length ? middle[i] : -7)
  const g = (i: number) => (i < 0 ? none : i < length ? fine[i] : -7)
  const l = (i: number) => (i < 0 ? none : labels[i])
  const s0w = w(s0)
  const s0t = t(s0)
  const s1w = w(s1)
  const s1t = t(s1)
  const s2w = w(s2)
  const s2t = t(s2)
  const b0w = w(b0)
  const b0t = t(b0)
  const b1w = w(b1)
  const b1t = t(b1)
  const b2w = w(b2)
  const b2t = t(b2)
  const b3t = t(b3)
  const s0c = c(s0)
  const s1c = c(s1)
  const b0c = c(b0)
  const s0m = m(s0)
  const s1m = m(s1)
  const b0m = m(b0)
  const b1m = m(b1)
  const s0l = s0 < 0 ? -1 : left1[s0]
  const s0l2 = s0 < 0 ? -1 : left2[s0]
  const s0r = s0 < 0 ? -1 : right1[s0]
  const s0r2 = s0 < 0 ? -1 : right2[s0]
  const s1l = s1 < 0 ? -1 : left1[s1]
  const s1r = s1 < 0 ? -1 : right1[s1]
  const s1r2 = s1 < 0 ? -1 : right2[s1]
  const s2r = s2 < 0 ? -1 : right1[s2]
  const b0l = left1[b0]
  const b0l2 = left2[b0]
  const s0lt = t(s0l)
  const s0rt = t(s0r)
  const s1rt = t(s1r)
  const s1lt = t(s1l)
  const b0lt = t(b0l)
  const s0ll = l(s0l)
  const s0rl = l(s0r)
  const s1rl = l(s1r)
  const s1ll = l(s1l)
  const b0ll = l(b0l)
  const d = s0 < 0 ? 0 : bucket(b0 - s0)
  const e = s1 < 0 ? 0 : bucket(s0 - s1)
  const s0v = s0 < 0 ? 0 : Math.min(leftCount[s0], 3) * 8 + Math.min(rightCount[s0], 4)
  const s1v = s1 < 0 ? 0 : Math.min(leftCount[s1], 3) * 8 + Math.min(rightCount[s1], 4)
  const b0v = Math.min(leftCount[b0], 4)
  const s0h = s0 < 0 ? 0 : has[s0]
  const s1h = s1 < 0 ? 0 : has[s1]
  const b0h = has[b0]
  const s0wt = mix(s0w, s0t)
  const s1wt = mix(s1w, s1t)
  const b0wt = mix(b0w, b0t)
  const s0b0t = mix(s0t, b0t)
  const s1s0t = mix(s1t, s0t)
  const s0b0m = mix(s0m, b0m)
  const s1s0m = mix(s1m, s0m)
  const h = features.hashes
  let k = 0
  // Single words.
  h[k++] = mix(1, Math.min(size, 1))
  h[k++] = mix(2, s0w)
  h[k++] = mix(3, s0t)
  h[k++] = mix(4, s0wt)
  h[k++] = mix(5, s1w)
  h[k++] = mix(6, s1t)
  h[k++] = mix(7, s1wt)
  h[k++] = mix(8, b0w)
  h[k++] = mix(9, b0t)
  h[k++] = mix(10, b0wt)
  h[k++] = mix(11, b1w)
  h[k++] = mix(12, b1t)
  h[k++] = mix(13, mix(b1w, b1t))
  h[k++] = mix(14, b2w)
  h[k++] = mix(15, b2t)
  h[k++] = mix(16, mix(b2w, b2t))
  h[k++] = mix(17, s2t)
  h[k++] = mix(18, mix(s2w, s2t))
  h[k++] = mix(19, g(s0))
  h[k++] = mix(20, g(s1))
  h[k++] = mix(21, g(b0))
  // Pairs.
  h[k++] = mix(mix(22, s0wt), b0wt)
  h[k++] = mix(mix(23, s0wt), b0t)
  h[k++] = mix(mix(24, s0t), b0wt)
  h[k++] = mix(mix(25, s0w), b0w)
  h[k++] = mix(26, s0b0t)
  h[k++] = mix(mix(27, s1wt), s0wt)
  h[k++] = mix(mix(28, s1wt), s0t)
  h[k++] = mix(mix(29, s1t), s0wt)
  h[k++] = mix(mix(30, s1w), s0w)
  h[k++] = mix(31, s1s0t)
  h[k++] = mix(mix(32, s1t), b0t)
  h[k++] = mix(mix(33, s1wt), b0t)
  h[k++] = mix(mix(34, s1t), b0wt)
  h[k++] = mix(mix(35, b0t), b1t)
  h[k++] = mix(mix(36, b0wt), b1t)
  h[k++] = mix(mix(37, b0t), mix(b1w, b1t))
  h[k++] = mix(mix(38, s0b0t), s0m)
  h[k++] = mix(mix(39, s0b0t), b0m)
  h[k++] = mix(mix(40, s0b0t), s0b0m)
  h[k++] = mix(mix(41, s1s0t), s1m)
  h[k++] = mix(mix(42, s1s0t), s0m)
  h[k++] = mix(mix(43, s1s0t), s1s0m)
  h[k++] = mix(mix(44, s0c), mix(b0c, s1c))
  // Three and more.
  h[k++] = mix(mix(45, s0b0t), b1t)
  h[k++] = mix(mix(46, s1s0t), b0t)
  h[k++] = mix(mix(47, s1s0t), mix(b0t, b1t))
  h[k++] = mix(mix(48, s0b0t), mix(b1t, b2t))
  h[k++] = mix(mix(49, b0t), mix(b1t, b2t))
  h[k++] = mix(mix(50, s2t), mix(s1t, s0t))
  h[k++] = mix(mix(51, s2t), mix(s1s0t, b0t))
  h[k++] = mix(mix(52, s1s0t), b0wt)
  h[k++] = mix(mix(53, s1wt), s0b0t)
  h[k++] = mix(mix(54, s0wt), mix(s1t, b0t))
  h[k++] = mix(mix(55, s1m), mix(s0wt, b0m))
  h[k++] = mix(mix(56, s0wt), mix(b0t, b1t))
  h[k++] = mix(mix(57, b0wt), mix(s0t, b1t))
  h[k++] = mix(mix(58, b3t), mix(b2t, mix(b1t, b0t)))
  h[k++] = mix(mix(59, s1t), mix(s0w, b0w))
  h[k++] = mix(mix(60, s1w), mix(s0w, b0t))
  // With dependents.
  h[k++] = mix(mix(61, s0b0t), s0lt)
  h[k++] = mix(mix(62, s0b0t), s0rt)
  h[k++] = mix(mix(63, s0b0t), b0lt)
  h[k++] = mix(mix(64, s1s0t), s1rt)
  h[k++] = mix(mix(65, s1s0t), s0lt)
  h[k++] = mix(mix(66, s1s0t), s0rt)
  h[k++] = mix(mix(67, s1s0t), s1lt)
  h[k++] = mix(mix(68, s0wt), mix(s0ll, s0rl))
  h[k++] = mix(mix(69, s1wt), mix(s1ll, s1rl))
  h[k++] = mix(mix(70, b0wt), b0ll)
  h[k++] = mix(mix(71, s0t), s0h)
  h[k++] = mix(mix(72, s1t), s1h)
  h[k++] = mix(mix(73, b0t), b0h)
  h[k++] = mix(mix(74, s0b0t), mix(s0h, b0h))
  h[k++] = mix(mix(75, s1s0t), mix(s1h, s0ll))
  h[k++] = mix(mix(76, s1t), mix(s1h, s0wt))
  h[k++] = mix(mix(77, s0wt), w(s0l))
  h[k++] = mix(mix(78, s0wt), w(s0r))
  h[k++] = mix(mix(79, s1wt), w(s1r))
  h[k++] = mix(mix(80, b0wt), w(b0l))
  h[k++] = mix(mix(81, s0t), mix(s0ll, l(s0l2)))
  h[k++] = mix(mix(82, s0t), mix(s0rl, l(s0r2)))
  h[k++] = mix(mix(83, s1t), mix(s1rl, l(s1r2)))
  h[k++] = mix(mix(84, b0t), mix(b0ll, l(b0l2)))
  // Where a phrase hangs: its preposition or conjunction with the two places on offer.
  h[k++] = mix(mix(85, s1wt), mix(w(s0l), s0t))
  h[k++] = mix(mix(86, s1t), mix(w(s0l), s0w))
  h[k++] = mix(mix(87, s1m), mix(w(s0l), s0m))
  h[k++] = mix(mix(88, s1w), mix(w(s0l), s0m))
  h[k++] = mix(mix(89, s2w), mix(w(s0l), s1w))
  h[k++] = mix(mix(90, s2t), mix(w(s0l), s1t))
  h[k++] = mix(mix(91, s2m(s2, middle)), mix(w(s0l), s1m))
  h[k++] = mix(mix(92, s1wt), mix(b0w, s0t))
  h[k++] = mix(mix(93, s0w), mix(b0w, m(b1)))
  h[k++] = mix(mix(94, s0m), mix(b0w, b1m))
  h[k++] = mix(mix(95, s1m), mix(b0w, b1m))
  h[k++] = mix(mix(96, s1t), mix(s1rl, mix(w(s1r), s0t)))
  h[k++] = mix(mix(97, s0t), mix(s0rl, mix(w(s0r), b0t)))
  h[k++] = mix(mix(98, s2t), mix(l(s2r), mix(s1t, s0t)))
  // Distances and counts.
  h[k++] = mix(mix(99, s0b0t), d)
  h[k++] = mix(mix(100, s0wt), d)
  h[k++] = mix(mix(101, b0wt), d)
  h[k++] = mix(mix(102, s1s0t), e)
  h[k++] = mix(mix(103, s1wt), e)
  h[k++] = mix(mix(104, s0wt), e)
  h[k++] = mix(mix(105, s0wt), s0v)
  h[k++] = mix(mix(106, s1wt), s1v)
  h[k++] = mix(mix(107, b0wt), b0v)
  h[k++] = mix(mix(108, s0b0t), mix(d, s0v))
  h[k++] = mix(mix(109, s1s0t), mix(e, s1v))
  h[k++] = mix(mix(110, s0b0t), mix(b0v, s0v))
  h[k++] = mix(mix(111, s0t), t(s0 + 1))
  h[k++] = mix(mix(112, s0t), mix(t(s0 - 1), b0t))
  h[k++] = mix(mix(113, b0t), mix(t(b0 - 1), s0t))
  // What stands between, and what the lower word has already.
  const between0 = s0 < 0 ? -1 : atoms.between(s0, b0)
  const between1 = s1 < 0 ? -1 : atoms.between(s1, s0)
  h[k++] = mix(mix(114, s0b0t), between0)
  h[k++] = mix(mix(115, s1s0t), between1)
  h[k++] = mix(mix(116, s1s0t), mix(between1, b0t))
  h[k++] = mix(mix(123, s1w), mix(s1h, s0t))
  h[k++] = mix(mix(124, s1w), mix(s1h, w(s0l)))
  features.count = k
}

function s2m(i: number, middle: Int32Array): number {
  return i < 0 ? none : middle[i]
}

function bucket(distance: number): number {
  return distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : 7
}
