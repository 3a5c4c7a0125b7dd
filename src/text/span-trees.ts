/**
 * The best projective tree with one root for scores of all arcs, in cubic time (Eisner 1996). Buffers for sentences of at most `most` words.
 */
export class SpanTrees {
  private readonly open: Float64Array
  private readonly closed: Float64Array
  private readonly openCut: Int16Array
  private readonly closedCut: Int16Array
  private readonly waiting: Int16Array
  private readonly inside: Int16Array
  /** Spans still to be read, head and end by turns. */
  private readonly spans: Int16Array

  constructor(readonly most: number) {
    const cells = most * most
    // The upper triangle holds spans whose head stands left (first <= last), the lower one those whose head stands right.
    this.open = new Float64Array(cells)
    this.closed = new Float64Array(cells)
    this.openCut = new Int16Array(cells)
    this.closedCut = new Int16Array(cells)
    this.waiting = new Int16Array(most)
    this.inside = new Int16Array(most)
    this.spans = new Int16Array(6 * most + 4)
  }

  /** `scores[at + child * columns + head]`; the root is head `n`. Returns heads, `n` for the root's. */
  best(scores: ArrayLike<number>, at: number, columns: number, n: number): Int32Array {
    const heads = bestHeads(scores, at, columns, n)
    return this.isTree(heads) ? heads : this.search(scores, at, columns, n)
  }

  /** Whether those heads are a projective tree with one root; words are put together from left to right, each with a later one or the one before. */
  private isTree(heads: Int32Array): boolean {
    const {waiting, inside} = this
    const n = heads.length
    inside.fill(0, 0, n)
    let roots = 0
    for (let i = 0; i < n; i++) {
      if (heads[i] === n) roots++
      else inside[heads[i]]++
    }
    if (roots !== 1) return false
    // A word is done when it has all its dependents; then it goes to its head, which must be beside it.
    let size = 0
    for (let i = 0; i < n; i++) {
      waiting[size++] = i
      while (size > 1) {
        const right = waiting[size - 1]
        const left = waiting[size - 2]
        if (heads[left] === right && inside[left] === 0) {
          waiting[size - 2] = right
          inside[right]--
        } else if (heads[right] === left && inside[right] === 0) inside[left]--
        else break
        size--
      }
    }
    return size === 1
  }

  private search(scores: ArrayLike<number>, at: number, columns: number, n: number): Int32Array {
    const {open, closed, openCut, closedCut} = this
    for (let i = 0; i < n; i++) closed[i * n + i] = 0
    for (let width = 1; width < n; width++)
      for (let i = 0, j = width; j < n; i++, j++) {
        let cut = i
        let high = Number.NEGATIVE_INFINITY
        for (let k = i; k < j; k++) {
          const score = closed[i * n + k] + closed[j * n + k + 1]
          if (score > high) {
            high = score
            cut = k
          }
        }
        open[i * n + j] = high + scores[at + j * columns + i]
        open[j * n + i] = high + scores[at + i * columns + j]
        openCut[i * n + j] = openCut[j * n + i] = cut
        high = Number.NEGATIVE_INFINITY
        for (let k = i + 1; k <= j; k++) {
          const score = open[i * n + k] + closed[k * n + j]
          if (score > high) {
            high = score
            cut = k
          }
        }
        closed[i * n + j] = high
        closedCut[i * n + j] = cut
        high = Number.NEGATIVE_INFINITY
        for (let k = i; k < j; k++) {
          const score = open[j * n + k] + closed[k * n + i]
          if (score > high) {
            high = score
            cut = k
          }
        }
        closed[j * n + i] = high
        closedCut[j * n + i] = cut
      }
    let root = 0
    let high = Number.NEGATIVE_INFINITY
    for (let r = 0; r < n; r++) {
      const score = closed[r * n] + closed[r * n + n - 1] + scores[at + r * columns + n]
      if (score > high) {
        high = score
        root = r
      }
    }
    const heads = new Int32Array(n)
    heads[root] = n
    this.collect(root, n, heads)
    return heads
  }

  /** Reads the heads off the cuts: spans from a head to the end of its dependents, without recursion. */
  private collect(root: number, n: number, heads: Int32Array): void {
    const {openCut, closedCut, spans} = this
    let size = 0
    const push = (head: number, end: number) => {
      spans[size++] = head
      spans[size++] = end
    }
    push(root, 0)
    push(root, n - 1)
    while (size > 0) {
      const end = spans[--size]
      const head = spans[--size]
      if (head === end) continue
      const child = closedCut[head * n + end]
      heads[child] = head
      push(child, end)
      const cut = openCut[head * n + child]
      push(head, head < child ? cut : cut + 1)
      push(child, head < child ? cut + 1 : cut)
    }
  }
}

/** The best head of each word by itself. */
function bestHeads(scores: ArrayLike<number>, at: number, columns: number, n: number): Int32Array {
  const heads = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const row = at + i * columns
    let best = n
    for (let j = 0; j < n; j++) if (j !== i && scores[row + j] > scores[row + best]) best = j
    heads[i] = best
  }
  return heads
}
