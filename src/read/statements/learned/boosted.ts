/**
 * Boosted regression trees over whole numbers. Nodes stand in preorder; `trait` of a node is the number that it asks for, -1 at a
 * leaf. Up to `bound` the next node answers, above it the node `other`; a leaf gives `bound` parts of `unit`.
 */
export interface Boosted {
  readonly roots: Int32Array
  readonly trait: Int8Array
  readonly bound: Int16Array
  readonly other: Int32Array
  /** Trait and bound of each node in one number, which is below 0 at a leaf. */
  readonly nodes: Int32Array
  /** How many nodes are left out above the bound. */
  readonly jumps: Int32Array
  /** The most that the trees from each one on can give. */
  readonly most: Int32Array
  readonly unit: number
}

/** Log-odds of yes for some traits: a sum of whole numbers, the same on every machine; -∞ where it is below `least`. */
export function oddsOf(
  {roots, nodes, jumps, most, unit}: Boosted,
  traits: Int16Array,
  least = Number.NEGATIVE_INFINITY,
): number {
  let sum = 0
  for (let n = 0; n < roots.length; n++) {
    if ((sum + most[n]) * unit < least) return Number.NEGATIVE_INFINITY
    let at = roots[n]
    let node = nodes[at]
    while (node >= 0) {
      at += 1 + (jumps[at] & ((((node << 16) >> 16) - traits[node >> 16]) >> 31))
      node = nodes[at]
    }
    sum += (node << 16) >> 16
  }
  return sum * unit < least ? Number.NEGATIVE_INFINITY : sum * unit
}

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
  return {...linked(trait, bound), unit}
}

/** Finds where trees begin and which node answers above the bound. */
export function linked(trait: Int8Array, bound: Int16Array): Omit<Boosted, 'unit'> {
  const roots: number[] = []
  const other = new Int32Array(trait.length).fill(-1)
  const open: number[] = []
  for (let n = 0; n < trait.length; n++) {
    if (open.length === 0 && (n === 0 || trait[n - 1] < 0)) roots.push(n)
    if (trait[n] >= 0) {
      open.push(n)
      continue
    }
    // A leaf ends the lower side of the innermost node, or that node and all that end with it.
    while (open.length > 0 && other[open.at(-1)!] >= 0) open.pop()
    if (open.length > 0) other[open.at(-1)!] = n + 1
  }
  // The upper side of the innermost node that is left would stand behind the last one.
  if (open.length > 0) throw new Error('trees end within a tree')
  const nodes = Int32Array.from(trait, (asked, n) => (asked << 16) | (bound[n] & 0xffff))
  const jumps = other.map((to, n) => (to < 0 ? 0 : to - n - 1))
  return {roots: Int32Array.from(roots), trait, bound, other, nodes, jumps, most: mostFrom(roots, trait, bound)}
}

function mostFrom(roots: readonly number[], trait: Int8Array, bound: Int16Array): Int32Array {
  const most = new Int32Array(roots.length + 1)
  for (let n = roots.length - 1; n >= 0; n--) {
    let high = Number.NEGATIVE_INFINITY
    for (let at = roots[n]; at < (roots[n + 1] ?? trait.length); at++)
      if (trait[at] < 0) high = Math.max(high, bound[at])
    most[n] = most[n + 1] + high
  }
  return most
}
