import type {Atoms} from './atoms.ts'
import {hashSlice, mix} from './hash.ts'
import {bestOf, type Features, type Linear} from './linear.ts'

/** Tags that a word may have: those seen with it, and the open ones unless it is well known. */
export class TagChoice {
  /** By number of the entry, once asked for. */
  private readonly widened = new Map<number, readonly number[]>()
  private readonly named = new Map<number, readonly number[]>()

  constructor(
    readonly open: readonly number[],
    /** Names in capitals: also offered for known words that are capitalised. */
    readonly names: readonly number[],
  ) {}

  candidates(atoms: Atoms, i: number): readonly number[] {
    const {index, tags, closed} = atoms.entries[i]
    if (tags.length === 0) return this.open
    if (!closed) return together(this.widened, index, tags, this.open)
    const capital = (atoms.shapes[i] & 6) !== 0
    return capital ? together(this.named, index, tags, this.names) : tags
  }
}

function together(
  made: Map<number, readonly number[]>,
  index: number,
  tags: readonly number[],
  more: readonly number[],
): readonly number[] {
  let all = made.get(index)
  if (!all) {
    all = union(tags, more)
    made.set(index, all)
  }
  return all
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  const rest = b.filter(tag => !a.includes(tag))
  return rest.length ? [...a, ...rest] : a
}

/** Fills `features` for the tag of word `i`; words before it are tagged. */
export function tagFeatures(atoms: Atoms, i: number, features: Features): void {
  const {words, forms, lower, shapes, tags, coarse, middle, fine, length, loud} = atoms
  const form = lower[i]
  const n = form.length
  const w = words[i]
  const w1 = i > 0 ? words[i - 1] : 1
  const w2 = i > 1 ? words[i - 2] : 1
  const n1 = i + 1 < length ? words[i + 1] : 2
  const n2 = i + 2 < length ? words[i + 2] : 2
  const t1 = i > 0 ? tags[i - 1] : -2
  const t2 = i > 1 ? tags[i - 2] : -2
  const s = loud ? shapes[i] | 512 : shapes[i]
  const first = i === 0 ? 1 : 0
  const m = middle[i]
  const m1 = i > 0 ? middle[i - 1] : -1
  const k1 = i + 1 < length ? middle[i + 1] : -1
  const a0 = ambiguity(atoms, i)
  const a1 = i + 1 < length ? ambiguity(atoms, i + 1) : -1
  const a2 = i + 2 < length ? ambiguity(atoms, i + 2) : -1
  const end2 = hashSlice(form, Math.max(0, n - 2), n)
  const next = i + 1 < length ? forms[i + 1] : ''
  const f = features
  f.count = 0
  f.add(1)
  f.add(mix(2, w))
  f.add(mix(mix(3, w), t1))
  f.add(mix(mix(4, w), mix(t1, t2)))
  f.add(mix(mix(5, w), n1))
  f.add(mix(mix(6, w), w1))
  f.add(mix(mix(7, w1), n1))
  f.add(mix(8, w1))
  f.add(mix(9, n1))
  f.add(mix(10, w2))
  f.add(mix(11, n2))
  f.add(mix(12, t1))
  f.add(mix(mix(13, t1), t2))
  f.add(mix(14, hashSlice(form, Math.max(0, n - 1), n)))
  f.add(mix(15, end2))
  f.add(mix(16, hashSlice(form, Math.max(0, n - 3), n)))
  f.add(mix(17, hashSlice(form, Math.max(0, n - 4), n)))
  f.add(mix(18, hashSlice(form, 0, Math.min(2, n))))
  f.add(mix(19, hashSlice(form, 0, Math.min(3, n))))
  f.add(mix(mix(20, s), first))
  f.add(mix(mix(21, s), mix(end2, first)))
  f.add(mix(mix(22, s), mix(t1, shapes[i + 1] ?? -1)))
  f.add(mix(23, m))
  f.add(mix(24, fine[i]))
  f.add(mix(mix(25, coarse[i]), t1))
  f.add(mix(mix(26, m), mix(t1, a1)))
  f.add(mix(mix(27, m1), m))
  f.add(mix(mix(28, m), k1))
  f.add(mix(mix(29, t1), a1))
  f.add(mix(mix(30, w), a1))
  f.add(mix(mix(31, w), mix(t1, a1)))
  f.add(mix(mix(32, a1), a2))
  f.add(mix(mix(33, atoms.entries[i].written), mix(s, first)))
  f.add(mix(34, hashSlice(next, Math.max(0, next.length - 3), next.length)))
  f.add(mix(mix(35, w), mix(a1, a2)))
  f.add(mix(mix(36, t1), mix(a0, a1)))
  f.add(mix(mix(37, w1), mix(a0, w2)))
  f.add(mix(mix(38, w), mix(n1, n2)))
}

function ambiguity(atoms: Atoms, i: number): number {
  const {tags, known} = atoms.entries[i]
  return known ? mix(mix(tags[0], tags[1] ?? -1), tags[2] ?? -1) : atoms.shapes[i] | 0x10000
}

/** Tags the sentence from left to right. */
export function tag(linear: Linear, atoms: Atoms, choice: TagChoice, features: Features): void {
  for (let i = 0; i < atoms.length; i++) {
    const candidates = choice.candidates(atoms, i)
    if (candidates.length > 1) tagFeatures(atoms, i, features)
    atoms.tags[i] = bestOf(linear, features, candidates)
  }
}
