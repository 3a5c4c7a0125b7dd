import {
  assemble,
  type Code,
  get,
  grow,
  join,
  load,
  loadSplat,
  number,
  op,
  type Routine,
  repeat,
  set,
  store,
} from './assembler.ts'

/** Floats in one memory, with the one product that costs time in learning. */
export interface FloatKernel {
  readonly floats: Float32Array
  /**
   * `c += a · b` for row-major matrices that begin at those indices of `floats`: `a` has `m` rows and `k` columns, `b` has `n`
   * columns. `m` even, `k` at most 1024, `n` a multiple of 16. Sums run in one order, without fused steps, so they are the same on every machine.
   */
  multiply(a: number, b: number, c: number, m: number, k: number, n: number): void
}

const page = 65_536

/** A kernel with room for `floats` numbers. */
export function makeFloatKernel(floats: number): FloatKernel {
  // The last page holds the columns at work.
  const pages = Math.ceil((floats * 4) / page) + 1
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages})
  const module = new WebAssembly.Module(assemble([multiplyNear((pages - 1) * page)], pages))
  const {multiply} = new WebAssembly.Instance(module, {e: {m: memory}}).exports as unknown as FloatKernel
  return {
    floats: new Float32Array(memory.buffer),
    multiply: (a, b, c, m, k, n) => {
      if (m > 0 && k > 0 && n > 0) multiply(a * 4, b * 4, c * 4, m, k, n)
    },
  }
}

/** Sixteen columns of `b`, copied together at `near`, by two rows of `a` at a time. */
function multiplyNear(near: number): Routine {
  const [a, b, c, m, k, n] = [0, 1, 2, 3, 4, 5]
  const [pa, pa2, pb, pc, pc2, left, rowOfA, rowOfB, rows] = [6, 7, 8, 9, 10, 11, 12, 13, 14]
  const sums = [15, 16, 17, 18, 19, 20, 21, 22]
  const [x, y, z] = [23, 24, 25]
  const four = (make: (q: number) => Code): Code => join(...[0, 1, 2, 3].map(make))
  const times = (local: number, by: number): Code => join(get(local), number(by), op.multiply)
  const copy = join(
    four(q => join(get(pa), get(pb), load(q * 16), store(q * 16))),
    grow(pa, number(64)),
    grow(pb, get(rowOfB)),
  )
  const products = join(
    join(get(pa), loadSplat(), set(x), get(pa2), loadSplat(), set(y)),
    four(q =>
      join(
        join(get(pb), load(q * 16), set(z)),
        join(get(sums[q]), get(x), get(z), op.mulFloats, op.addFloats, set(sums[q])),
        join(get(sums[q + 4]), get(y), get(z), op.mulFloats, op.addFloats, set(sums[q + 4])),
      ),
    ),
    join(grow(pa, number(4)), grow(pa2, number(4)), grow(pb, number(64))),
  )
  const twoRows = join(
    join(get(pc), get(rowOfB), op.add, set(pc2)),
    four(q => join(get(pc), load(q * 16), set(sums[q]), get(pc2), load(q * 16), set(sums[q + 4]))),
    join(get(pa), get(rowOfA), op.add, set(pa2)),
    join(number(near), set(pb), get(k), set(left)),
    repeat(left, 1, products),
    four(q => join(get(pc), get(sums[q]), store(q * 16), get(pc2), get(sums[q + 4]), store(q * 16))),
    // The first row's pointer has come to the second row.
    join(get(pa2), set(pa), get(pc2), get(rowOfB), op.add, set(pc)),
  )
  const code = join(
    join(times(k, 4), set(rowOfA), times(n, 4), set(rowOfB)),
    repeat(
      n,
      16,
      join(
        join(get(b), set(pb), number(near), set(pa), get(k), set(left)),
        repeat(left, 1, copy),
        join(get(a), set(pa), get(c), set(pc), get(m), set(rows)),
        repeat(rows, 2, twoRows),
        join(grow(b, number(64)), grow(c, number(64))),
      ),
    ),
  )
  return {name: 'multiply', parameters: 6, numbers: 9, vectors: 11, floats: 0, code}
}
