import {type Boosted, boosted} from '../../../src/read/statements/learned/boosted.ts'
import {chance, shuffled} from '../perceptron.ts'

export interface Example {
  readonly traits: Int16Array
  readonly yes: boolean
}

export interface BoostOptions {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf, and what is added to each. */
  readonly least: number
  readonly pull: number
  /** Share of the traits, and of the examples, that each tree looks at. */
  readonly some: number
}

interface Leaf {
  readonly rows: Int32Array
  readonly slopes: number
  readonly curves: number
  readonly table: Float64Array
  /** The best split: gain, trait, bin; gain 0: none. */
  gain: number
  trait: number
  bin: number
  node: Node
}

interface Node {
  trait: number
  bin: number
  bound: number
  low: Node | null
  high: Node | null
  value: number
}

const bins = 64

/** Gradient-boosted trees for log-odds, grown leaf by leaf where the gain is highest (Friedman 2001; Ke et al. 2017). */
export function boost(data: readonly Example[], {trees, leaves, rate, least, pull, some}: BoostOptions): Boosted {
  const count = data[0].traits.length
  const bounds = Array.from({length: count}, (_, f) => boundsOf(data, f))
  const columns = bounds.map((list, f) => Uint8Array.from(data, ({traits}) => binOf(list, traits[f])))
  const score = new Float64Array(data.length)
  const slope = new Float64Array(data.length)
  const curve = new Float64Array(data.length)
  const random = chance(5)
  let looked: Int32Array = new Int32Array()
  const grown: Node[] = []

  const tableOf = (rows: Int32Array) => {
    const table = new Float64Array(count * bins * 2)
    for (const f of looked) {
      const column = columns[f]
      const base = f * bins * 2
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        const at = base + column[row] * 2
        table[at] += slope[row]
        table[at + 1] += curve[row]
      }
    }
    return table
  }
  const worth = (slopes: number, curves: number) => (slopes * slopes) / (curves + pull)
  const leafOf = (rows: Int32Array, table: Float64Array, node: Node): Leaf => {
    let [slopes, curves] = [0, 0]
    for (const row of rows) {
      slopes += slope[row]
      curves += curve[row]
    }
    node.value = (rate * slopes) / (curves + pull)
    const leaf: Leaf = {rows, slopes, curves, table, gain: 0, trait: -1, bin: -1, node}
    const whole = worth(slopes, curves)
    for (const f of looked) {
      const base = f * bins * 2
      let [low, lowCurve] = [0, 0]
      for (let bin = 0; bin < bounds[f].length; bin++) {
        low += table[base + bin * 2]
        lowCurve += table[base + bin * 2 + 1]
        if (lowCurve < least) continue
        if (curves - lowCurve < least) break
        const gain = worth(low, lowCurve) + worth(slopes - low, curves - lowCurve) - whole
        if (gain > leaf.gain + 1e-9) Object.assign(leaf, {gain, trait: f, bin})
      }
    }
    return leaf
  }
  for (let tree = 0; tree < trees; tree++) {
    for (let n = 0; n < data.length; n++) {
      const chance = 1 / (1 + Math.exp(-score[n]))
      slope[n] = (data[n].yes ? 1 : 0) - chance
      curve[n] = chance * (1 - chance)
    }
    looked = shuffled(count, random)
      .slice(0, Math.ceil(count * some))
      .sort()
    const rows = shuffled(data.length, random)
      .slice(0, Math.ceil(data.length * some))
      .sort()
    const root: Node = {trait: -1, bin: 0, bound: 0, low: null, high: null, value: 0}
    const open = [leafOf(rows, tableOf(rows), root)]
    while (open.length < leaves) {
      let best = 0
      for (let n = 1; n < open.length; n++) if (open[n].gain > open[best].gain) best = n
      const leaf = open[best]
      if (leaf.gain <= 0) break
      const column = columns[leaf.trait]
      const low = leaf.rows.filter(row => column[row] <= leaf.bin)
      const high = leaf.rows.filter(row => column[row] > leaf.bin)
      const small = tableOf(low.length < high.length ? low : high)
      const rest = leaf.table
      for (let i = 0; i < rest.length; i++) rest[i] -= small[i]
      const [lowTable, highTable] = low.length < high.length ? [small, rest] : [rest, small]
      const blank = (): Node => ({trait: -1, bin: 0, bound: 0, low: null, high: null, value: 0})
      const node = Object.assign(leaf.node, {
        trait: leaf.trait,
        bin: leaf.bin,
        bound: bounds[leaf.trait][leaf.bin],
        low: blank(),
        high: blank(),
      })
      open[best] = leafOf(low, lowTable, node.low)
      open.push(leafOf(high, highTable, node.high))
    }
    for (let n = 0; n < data.length; n++) {
      let node = root
      while (node.low && node.high) node = columns[node.trait][n] <= node.bin ? node.low : node.high
      score[n] += node.value
    }
    grown.push(root)
  }
  return flat(grown)
}

/** Bounds that part the values of a trait into up to `bins` lots of like size; a value up to the first bound falls into the first lot. */
function boundsOf(data: readonly Example[], f: number): number[] {
  const values = Int16Array.from(data, ({traits}) => traits[f]).sort()
  const distinct = [...new Set(values)]
  if (distinct.length <= bins) return distinct.slice(0, -1)
  const found = new Set<number>()
  for (let n = 1; n < bins; n++) found.add(values[Math.floor((n * values.length) / bins)])
  found.delete(distinct.at(-1)!)
  return [...found]
}

function binOf(bounds: readonly number[], value: number): number {
  let [low, high] = [0, bounds.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (value <= bounds[mid]) high = mid
    else low = mid + 1
  }
  return low
}

/** Trees in preorder with values as whole parts of a unit. */
function flat(roots: readonly Node[]): Boosted {
  let high = 0
  const nodes: Node[] = []
  const walk = (node: Node) => {
    nodes.push(node)
    if (node.low && node.high) {
      walk(node.low)
      walk(node.high)
    } else high = Math.max(high, Math.abs(node.value))
  }
  roots.forEach(walk)
  const unit = high / 32767
  const trait = Int8Array.from(nodes, ({trait}) => trait)
  const bound = Int16Array.from(nodes, node => (node.trait >= 0 ? node.bound : Math.round(node.value / unit)))
  return boosted(trait, bound, unit)
}
