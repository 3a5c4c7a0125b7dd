/**
 * Boosted regression trees over whole numbers. Nodes stand in preorder; `trait` of a node is the number that it asks for, -1 at a
 * leaf. Up to `bound` the next node answers, above it the node `other`; a leaf gives `bound` parts of `unit`.
 */
export interface Boosted {
  readonly roots: Int32Array
  readonly trait: Int8Array
  readonly bound: Int16Array
  readonly other: Int32Array
  readonly unit: number
}

/** Log-odds of yes for some traits: a sum of whole numbers, the same on every machine. */
export function oddsOf({roots, trait, bound, other, unit}: Boosted, traits: Int16Array): number {
  let sum = 0
  for (let n = 0; n < roots.length; n++) {
    let at = roots[n]
    while (trait[at] >= 0) at = traits[trait[at]] <= bound[at] ? at + 1 : other[at]
    sum += bound[at]
  }
  return sum * unit
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
  return {roots: Int32Array.from(roots), trait, bound, other}
}
