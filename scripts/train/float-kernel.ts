/** Floats in one memory, with the one product that costs time. */
export interface FloatKernel {
  readonly floats: Float32Array
  /**
   * `c += a · b` for row-major matrices that begin at those indices of `floats`: `a` has `m` rows and `k` columns, `b` has `n`
   * columns. `m` even, `k` at most 1024, `n` a multiple of 16. Sums run in one order, without fused steps, so they are the same on every machine.
   */
  multiply(a: number, b: number, c: number, m: number, k: number, n: number): void
}

/** A kernel with room for `floats` numbers. */
export function makeFloatKernel(floats: number): FloatKernel {
  // The last page holds the columns at work.
  const pages = Math.ceil((floats * 4) / 65_536) + 1
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages})
  const {multiply} = new WebAssembly.Instance(new WebAssembly.Module(assemble(pages)), {e: {m: memory}}).exports as {
    multiply: (a: number, b: number, c: number, m: number, k: number, n: number) => void
  }
  return {
    floats: new Float32Array(memory.buffer),
    multiply: (a, b, c, m, k, n) => {
      if (m > 0 && k > 0 && n > 0) multiply(a * 4, b * 4, c * 4, m, k, n)
    },
  }
}

const get = (x: number) => [0x20, x]
const set = (x: number) => [0x21, x]
const add = 0x6a
const load = (offset: number) => [0xfd, 0x00, 2, offset]
const splat = [0xfd, 0x09, 2, 0]
const store = (offset: number) => [0xfd, 0x0b, 2, offset]
const mulFloats = [0xfd, 0xe6, 1]
const addFloats = [0xfd, 0xe4, 1]

/** Adds `by` (code that leaves a number) to a local. */
const grow = (x: number, by: readonly number[]) => [...get(x), ...by, add, ...set(x)]
const constant = (n: number) => [0x41, ...[0, 7, 14, 21].map(shift => ((n >> shift) & 127) | 128), (n >> 28) & 127]

/** WebAssembly of `multiply`: sixteen columns of `b`, copied together so that they stay near, by two rows of `a` at a time. */
function assemble(pages: number): Uint8Array<ArrayBuffer> {
  const [a, b, c, m, k, n] = [0, 1, 2, 3, 4, 5]
  const [j, pa, pa2, pb, pc, pc2, left, ka, nb, rows] = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
  const sums = [16, 17, 18, 19, 20, 21, 22, 23]
  const [x, y, z] = [24, 25, 26]
  const near = constant((pages - 1) * 65_536)
  const four = (make: (q: number) => number[]) => [0, 1, 2, 3].flatMap(make)
  const loop = [0x03, 0x40]
  const whileAny = (counter: number, by: number) => [
    ...[...get(counter), ...constant(by), 0x6b, 0x22, counter],
    ...[...constant(0), 0x4a, 0x0d, 0, 0x0b],
  ]
  const body = [
    [...get(k), ...constant(2), 0x74, ...set(ka)],
    [...get(n), ...constant(2), 0x74, ...set(nb)],
    [...constant(0), ...set(j)],
    loop,
    [...get(b), ...get(j), add, ...set(pb), ...near, ...set(pa), ...get(k), ...set(left)],
    loop,
    four(q => [...get(pa), ...get(pb), ...load(q * 16), ...store(q * 16)]),
    [...grow(pa, constant(64)), ...grow(pb, get(nb)), ...whileAny(left, 1)],
    [...get(a), ...set(pa), ...get(c), ...get(j), add, ...set(pc), ...get(m), ...set(rows)],
    loop,
    [...get(pc), ...get(nb), add, ...set(pc2)],
    four(q => [...get(pc), ...load(q * 16), ...set(sums[q]), ...get(pc2), ...load(q * 16), ...set(sums[q + 4])]),
    [...get(pa), ...get(ka), add, ...set(pa2)],
    [...near, ...set(pb), ...get(k), ...set(left)],
    loop,
    [...get(pa), ...splat, ...set(x), ...get(pa2), ...splat, ...set(y)],
    four(q => [
      ...[...get(pb), ...load(q * 16), ...set(z)],
      ...[...get(sums[q]), ...get(x), ...get(z), ...mulFloats, ...addFloats, ...set(sums[q])],
      ...[...get(sums[q + 4]), ...get(y), ...get(z), ...mulFloats, ...addFloats, ...set(sums[q + 4])],
    ]),
    [...grow(pa, constant(4)), ...grow(pa2, constant(4)), ...grow(pb, constant(64)), ...whileAny(left, 1)],
    four(q => [...get(pc), ...get(sums[q]), ...store(q * 16), ...get(pc2), ...get(sums[q + 4]), ...store(q * 16)]),
    // The first row's pointer has come to the second row.
    [...grow(pa, get(ka)), ...grow(pc, [...get(nb), ...constant(1), 0x74]), ...whileAny(rows, 2)],
    [...get(j), ...constant(64), add, 0x22, j, ...get(nb), 0x48, 0x0d, 0, 0x0b],
    [0x0b],
  ].flat()
  const size = (x: number) =>
    x < 128 ? [x] : x < 16_384 ? [(x & 127) | 128, x >> 7] : [(x & 127) | 128, ((x >> 7) & 127) | 128, x >> 14]
  const section = (id: number, bytes: readonly number[]) => [id, ...size(bytes.length), ...bytes]
  const code = [2, 10, 0x7f, 11, 0x7b, ...body]
  const name = [...new TextEncoder().encode('multiply')]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, 1, 0x65, 1, 0x6d, 2, 1, ...size(pages), ...size(pages)]),
    ...section(3, [1, 0]),
    ...section(7, [1, name.length, ...name, 0, 0]),
    ...section(10, [1, ...size(code.length), ...code]),
  ])
}
