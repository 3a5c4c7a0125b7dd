import {chance} from '../chance.ts'

/** Boosted regression trees (Friedman 2001) over binned features; each tree is a full one of `depth` levels. */
export interface Trees {
  /** Ascending cuts of each feature: a value's bin is how many cuts it is above. */
  readonly cuts: readonly (readonly number[])[]
  readonly depth: number
  readonly start: number
  /** For each tree and node feature and bin (`x > bin` goes right; feature −1: all go left), then the leaves' values. */
  readonly trees: readonly {
    readonly feature: readonly number[]
    readonly bin: readonly number[]
    readonly leaf: readonly number[]
  }[]
}

export type Loss = 'logistic' | 'poisson'

export interface TreeOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf. */
  readonly least: number
  readonly bins: number
  /** Share of the features that a tree may look at, drawn anew for each (Breiman 2001; Friedman 2002). */
  readonly columns: number
  /** Share of the rows that a tree grows from, drawn anew for each (Friedman 2002). */
  readonly rows: number
}

export const usualTrees: TreeOptions = {trees: 140, depth: 4, rate: 0.05, least: 25, bins: 32, columns: 0.4, rows: 1}

/** More and deeper trees, for whom many lessons and much time are no matter. */
export const largeTrees: TreeOptions = {...usualTrees, trees: 300, depth: 5, columns: 0.3, rows: 0.5, least: 40}

/** Learns from `rows` (one after another, `width` features each), outcomes and, where given, their weights. */
export function growTrees(
  rows: Float64Array,
  width: number,
  outcome: Float64Array,
  loss: Loss,
  weight: Float64Array | null = null,
  options: TreeOptions = usualTrees,
): Trees {
  const n = outcome.length
  const cuts = Array.from({length: width}, (_, f) => cutsOf(rows, width, f, options.bins))
  const binned = new Uint8Array(rows.length)
  for (let i = 0; i < n; i++)
    for (let f = 0; f < width; f++) binned[i * width + f] = binIn(cuts[f], rows[i * width + f])
  const mean = outcome.reduce((sum, y) => sum + y, 0) / Math.max(1, n)
  const start = loss === 'poisson' ? Math.log(Math.max(1e-4, mean)) : logit(mean)
  const score = new Float64Array(n).fill(start)
  const [slope, bend] = [new Float64Array(n), new Float64Array(n)]
  const trees: Trees['trees'][number][] = []
  const random = chance(width)
  const all = Int32Array.from({length: n}, (_, i) => i)
  for (let round = 0; round < options.trees; round++) {
    for (let i = 0; i < n; i++) {
      const expected = loss === 'poisson' ? Math.exp(Math.min(12, score[i])) : 1 / (1 + Math.exp(-score[i]))
      const own = weight?.[i] ?? 1
      slope[i] = own * (outcome[i] - expected)
      bend[i] = own * Math.max(1e-6, loss === 'poisson' ? expected : expected * (1 - expected))
    }
    const drawn = Array.from({length: width}, (_, f) => f).filter(() => random() < options.columns)
    const kept = options.rows < 1 ? all.filter(() => random() < options.rows) : all
    const tree = growOne(binned, width, drawn, kept, slope, bend, options)
    for (let i = 0; i < n; i++) score[i] += leafOf(tree, options.depth, binned, i * width)
    trees.push(tree)
  }
  return {cuts, depth: options.depth, start, trees}
}

/** Score of one row: the logarithm of a mean (poisson) or of the odds (logistic). */
export function treeScore(model: Trees, row: ArrayLike<number>): number {
  const binned = Uint8Array.from(model.cuts, (cuts, f) => binIn(cuts, row[f]))
  let score = model.start
  for (const tree of model.trees) score += leafOf(tree, model.depth, binned, 0)
  return score
}

function leafOf(tree: Trees['trees'][number], depth: number, binned: Uint8Array, from: number): number {
  let node = 0
  for (let level = 0; level < depth; level++) {
    const right = tree.feature[node] >= 0 && binned[from + tree.feature[node]] > tree.bin[node]
    node = node * 2 + (right ? 2 : 1)
  }
  return tree.leaf[node - (2 ** depth - 1)]
}

function growOne(
  binned: Uint8Array,
  width: number,
  drawn: readonly number[],
  kept: Int32Array,
  slope: Float64Array,
  bend: Float64Array,
  o: TreeOptions,
) {
  const nodeOf = new Uint16Array(slope.length)
  const feature: number[] = []
  const bin: number[] = []
  const cells = o.bins + 1
  for (let level = 0; level < o.depth; level++) {
    const first = 2 ** level - 1
    const nodes = 2 ** level
    const sums = new Float64Array(nodes * drawn.length * cells * 2)
    for (const i of kept) {
      const base = (nodeOf[i] - first) * drawn.length
      for (let d = 0; d < drawn.length; d++) {
        const at = ((base + d) * cells + binned[i * width + drawn[d]]) * 2
        sums[at] += slope[i]
        sums[at + 1] += bend[i]
      }
    }
    for (let node = 0; node < nodes; node++) {
      const best = bestSplit(sums, node, drawn, cells, o.least)
      feature[first + node] = best.feature
      bin[first + node] = best.bin
    }
    for (const i of kept) {
      const node = nodeOf[i]
      const right = feature[node] >= 0 && binned[i * width + feature[node]] > bin[node]
      nodeOf[i] = node * 2 + (right ? 2 : 1)
    }
  }
  const first = 2 ** o.depth - 1
  const [slopes, bends] = [new Float64Array(first + 1), new Float64Array(first + 1)]
  for (const i of kept) {
    slopes[nodeOf[i] - first] += slope[i]
    bends[nodeOf[i] - first] += bend[i]
  }
  const leaf = Array.from(slopes, (sum, i) => Math.max(-1, Math.min(1, sum / (bends[i] + o.least / 5))) * o.rate)
  return {feature, bin, leaf}
}

function bestSplit(sums: Float64Array, node: number, drawn: readonly number[], cells: number, least: number) {
  const best = {feature: -1, bin: 0, gain: 1e-9}
  for (let d = 0; d < drawn.length; d++) {
    const from = (node * drawn.length + d) * cells * 2
    let [all, weight] = [0, 0]
    for (let b = 0; b < cells; b++) {
      all += sums[from + b * 2]
      weight += sums[from + b * 2 + 1]
    }
    let [left, leftWeight] = [0, 0]
    for (let b = 0; b < cells - 1; b++) {
      left += sums[from + b * 2]
      leftWeight += sums[from + b * 2 + 1]
      const rightWeight = weight - leftWeight
      if (leftWeight < least || rightWeight < least) continue
      const gain = left ** 2 / leftWeight + (all - left) ** 2 / rightWeight - all ** 2 / weight
      if (gain > best.gain) Object.assign(best, {feature: drawn[d], bin: b, gain})
    }
  }
  return best
}

function cutsOf(rows: Float64Array, width: number, feature: number, count: number): number[] {
  const values: number[] = []
  const n = rows.length / width
  const step = Math.max(1, Math.floor(n / 20_000))
  for (let i = 0; i < n; i += step) values.push(rows[i * width + feature])
  values.sort((a, b) => a - b)
  const cuts: number[] = []
  for (let c = 1; c <= count; c++) {
    const cut = values[Math.floor((c * values.length) / (count + 1))]
    if (cut !== undefined && (cuts.length === 0 || cut > cuts[cuts.length - 1])) cuts.push(cut)
  }
  return cuts
}

function binIn(cuts: readonly number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > cuts[middle]) low = middle + 1
    else high = middle
  }
  return low
}

/** Logarithm of the odds; chances are kept a thousandth from 0 and 1. */
export function logit(chance: number): number {
  const kept = Math.min(0.999, Math.max(0.001, chance))
  return Math.log(kept / (1 - kept))
}
