/**
 * Boosted regression trees over whole numbers. Nodes stand in preorder; `trait` of a node is the number that it asks for, -1 at a
 * leaf. Up to `bound` the next node answers, above it the one behind all that hangs on the next; a leaf gives `bound` parts of `unit`.
 */
export interface Boosted {
  readonly trait: Int8Array
  readonly bound: Int16Array
  readonly unit: number
  readonly trees: number
  /**
   * The splits by what they ask for and then by bound, so that those that a trait is above stand first; each in two numbers. The
   * first has its bound and its tree in 16 bits each, the second has a bit for each leaf of the tree that is not at its lower side:
   * the lowest leaf that all of them keep answers (Lucchese et al. 2015). Two numbers from one list are read quicker than three from three.
   */
  readonly splits: Int32Array
  /** Where the splits of a trait begin, and behind the last trait where they end. */
  readonly from: Int32Array
  /** What the leaves give, in places of 32 for each tree. */
  readonly leaves: Int16Array
  /** The leaves of each tree that are not ruled out: filled anew for each sum. */
  readonly open: Int32Array
}

/** Log-odds of yes for some traits: a sum of whole numbers, the same on every machine. */
export function oddsOf({trees, splits, from, leaves, open, unit}: Boosted, traits: Int16Array): number {
  open.fill(-1)
  for (let asked = 0; asked + 1 < from.length; asked++) {
    const value = traits[asked]
    const end = from[asked + 1]
    for (let n = from[asked]; n < end; n += 2) {
      const split = splits[n]
      if (split >> 16 >= value) break
      open[split & 0xffff] &= splits[n + 1]
    }
  }
  let sum = 0
  for (let n = 0; n < trees; n++) sum += leaves[n * mostLeaves + 31 - Math.clz32(open[n] & -open[n])]
  return sum * unit
}

/** Leaves of a tree, as bits of a number. */
const mostLeaves = 32

/** Trees as bytes: three for each node. */
export function packTrees({trait, bound}: Boosted): Uint8Array {
  const bytes = new Uint8Array(trait.length * 3)
  const view = new DataView(bytes.buffer)
  for (let n = 0; n < trait.length; n++) {
    view.setInt8(n * 3, trait[n])
    view.setInt16(n * 3 + 1, bound[n], true)
  }
  return bytes
}

/** Trees from their bytes. Throws where they end within a tree. */
export function unpackTrees(bytes: Uint8Array, unit: number): Boosted {
  const size = bytes.length / 3
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const trait = Int8Array.from({length: size}, (_, n) => view.getInt8(n * 3))
  const bound = Int16Array.from({length: size}, (_, n) => view.getInt16(n * 3 + 1, true))
  return boosted(trait, bound, unit)
}

/** Trees from their nodes. Throws where they end within a tree. */
export function boosted(trait: Int8Array, bound: Int16Array, unit: number): Boosted {
  const splits: {trait: number; bound: number; tree: number; keeps: number}[] = []
  const leaves: number[] = []
  let trees = 0
  let next = 0
  /** Takes the next node and all that hang on it. */
  const take = () => {
    if (next === trait.length) throw new Error('trees end within a tree')
    const node = next++
    if (trait[node] < 0) {
      leaves.push(bound[node])
      return
    }
    const first = leaves.length
    take()
    const lower = (1 << (leaves.length - first)) - 1
    const keeps = ~(lower << (first - trees * mostLeaves))
    splits.push({trait: trait[node], bound: bound[node], tree: trees, keeps})
    take()
  }
  while (next < trait.length) {
    take()
    trees++
    if (leaves.length > trees * mostLeaves) throw new Error(`a tree has more than ${mostLeaves} leaves`)
    while (leaves.length < trees * mostLeaves) leaves.push(0)
  }
  splits.sort((a, b) => a.trait - b.trait || a.bound - b.bound)
  const from = new Int32Array((splits.at(-1)?.trait ?? -1) + 2)
  for (const {trait} of splits) from[trait + 1] += 2
  for (let n = 1; n < from.length; n++) from[n] += from[n - 1]
  return {
    trait,
    bound,
    unit,
    trees,
    splits: Int32Array.from(splits.flatMap(({bound, tree, keeps}) => [(bound << 16) | tree, keeps])),
    from,
    leaves: Int16Array.from(leaves),
    open: new Int32Array(trees),
  }
}
