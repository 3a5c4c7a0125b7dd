import type {Arcs} from './arcs.ts'
import type {Atoms} from './atoms.ts'
import {mix} from './hash.ts'
import type {Features} from './linear.ts'

const none = -9

/** Fills `features` for the label of the arc from `head` to `child`, whose dependents are known. */
export function labelFeatures(atoms: Atoms, arcs: Arcs, head: number, child: number, features: Features): void {
  const {words, tags, middle, fine, length, forms} = atoms
  const {left1, left2, right1, right2, labels, has, leftCount, rightCount} = arcs
  const w = (i: number) => (i < 0 ? none : i < length ? words[i] : 7)
  const t = (i: number) => (i < 0 ? none : i < length ? tags[i] : -7)
  const m = (i: number) => (i < 0 ? none : i < length ? middle[i] : -7)
  const l = (i: number) => (i < 0 ? none : labels[i])
  const before = child < head
  const distance = Math.min(Math.abs(head - child), 8)
  const side = before ? 1 : 2
  const hw = w(head)
  const ht = mix(t(head), side)
  const cw = w(child)
  const ct = t(child)
  const hm = m(head)
  const cm = m(child)
  const pair = mix(ht, ct)
  const hh = has[head]
  const ch = has[child]
  const cl = left1[child]
  const cl2 = left2[child]
  const cr = right1[child]
  const near = before ? left1[head] : right1[head]
  const far = before ? right1[head] : left1[head]
  const near2 = before ? left2[head] : right2[head]
  const first = child === 0 || forms[child - 1] === '"' ? 1 : 0
  const h = features.hashes
  let k = 0
  h[k++] = 1
  h[k++] = mix(2, pair)
  h[k++] = mix(3, mix(ht, cw))
  h[k++] = mix(4, mix(hw, mix(side, ct)))
  h[k++] = mix(5, mix(hw, mix(side, cw)))
  h[k++] = mix(6, mix(pair, hw))
  h[k++] = mix(7, mix(pair, cw))
  h[k++] = mix(8, mix(pair, distance))
  h[k++] = mix(9, mix(pair, hm))
  h[k++] = mix(10, mix(pair, cm))
  h[k++] = mix(11, mix(pair, mix(hm, cm)))
  h[k++] = mix(12, mix(ht, fine[child]))
  h[k++] = mix(13, mix(ct, mix(side, head < length ? fine[head] : none)))
  h[k++] = mix(14, mix(pair, mix(w(cl), t(cl))))
  h[k++] = mix(15, mix(pair, mix(w(cl), hw)))
  h[k++] = mix(16, mix(pair, mix(w(cl), cw)))
  h[k++] = mix(17, mix(pair, mix(w(cl), hm)))
  h[k++] = mix(18, mix(pair, mix(w(cl), cm)))
  h[k++] = mix(19, mix(pair, mix(w(cl2), w(cl))))
  h[k++] = mix(20, mix(pair, mix(w(cr), t(cr))))
  h[k++] = mix(21, mix(pair, ch))
  h[k++] = mix(22, mix(pair, hh))
  h[k++] = mix(23, mix(cw, mix(side, hh)))
  h[k++] = mix(24, mix(hw, mix(side, hh)))
  h[k++] = mix(25, mix(hw, mix(side, ch)))
  h[k++] = mix(26, mix(pair, mix(l(cl), l(cr))))
  h[k++] = mix(27, mix(pair, mix(l(near), l(far))))
  h[k++] = mix(28, mix(pair, mix(l(near), l(near2))))
  h[k++] = mix(29, mix(pair, mix(w(near), side)))
  h[k++] = mix(30, mix(pair, t(child + 1)))
  h[k++] = mix(31, mix(pair, t(child - 1)))
  h[k++] = mix(32, mix(pair, t(head + 1)))
  h[k++] = mix(33, mix(pair, t(head - 1)))
  h[k++] = mix(34, mix(pair, w(child - 1)))
  h[k++] = mix(35, mix(pair, w(child + 1)))
  h[k++] = mix(36, mix(ct, mix(t(child - 1), t(child + 1))))
  h[k++] = mix(37, mix(pair, mix(leftCount[head], rightCount[head])))
  h[k++] = mix(38, mix(pair, mix(first, distance)))
  h[k++] = mix(39, mix(cw, mix(w(head - 1), side)))
  h[k++] = mix(40, mix(pair, mix(w(left1[head]), t(far))))
  h[k++] = mix(41, mix(pair, mix(w(head - 1), distance)))
  h[k++] = mix(42, mix(cw, mix(w(child + 1), ht)))
  h[k++] = mix(43, mix(cw, mix(w(child - 1), ht)))
  features.count = k
}
