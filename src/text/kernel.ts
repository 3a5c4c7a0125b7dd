import {
  assemble,
  type Code,
  float,
  floatNumber,
  get,
  grow,
  join,
  lane,
  load,
  loadBytes,
  loadNumber,
  loadSplat,
  number,
  op,
  type Routine,
  repeat,
  set,
  store,
  storeFloat,
} from './assembler.ts'

/**
 * What costs time in the net, over one memory; all places are in bytes. Whole numbers are summed exactly, and single floats are added,
 * multiplied and divided one by one in one order, so results are the same on every machine.
 */
export interface Kernel {
  readonly memory: WebAssembly.Memory
  /** Rows of floats to 16 bits a number, with a scale for each row. `width` a multiple of 8. */
  quantize(from: number, to: number, scales: number, rows: number, width: number): void
  /**
   * `c = a · b · scales + bias`. `a`: rows of 16 bits with their scales; `b`: 8 bits as `pairUp` lays them; `scales` and `bias`: a float for
   * each column. `depth` even and at most 512, `columns` a multiple of 8.
   */
  multiply(
    a: number,
    rowScales: number,
    b: number,
    scales: number,
    bias: number,
    c: number,
    rows: number,
    depth: number,
    columns: number,
  ): void
  /** `c = a · b` in whole numbers of 32 bits, where `b` is `depth` rows of a matrix that has `deep`, from an even one on; otherwise as `multiply`. */
  sum(a: number, b: number, c: number, rows: number, depth: number, deep: number, columns: number): void
  /**
   * What `multiply` gives where four rows of `sum` make up a row: their sum · scale · scales + bias. `places`: where the four begin, row by
   * row, and then the one scale.
   */
  addUp(places: number, scales: number, bias: number, out: number, rows: number, columns: number): void
  /**
   * A gated running mean over `rows` rows of `width` floats: the state becomes `value + soft(keep) · (state - value)`, and out comes
   * `soft(open) · state + below`. `gates`: value, keep and open of the first row. Steps are bytes from row to row, less than nothing on
   * the way back. `state`: room for one row, empty.
   */
  gate(
    gates: number,
    gateStep: number,
    below: number,
    belowStep: number,
    out: number,
    outStep: number,
    state: number,
    rows: number,
    width: number,
  ): void
  /** Nothing in place of what is below nothing; `count` a multiple of 4. */
  positive(at: number, count: number): void
  /** Products of each of `rows` rows at `a` with each of `others` rows at `b`, into rows of `columns` floats. `width` a multiple of 4. */
  pairs(a: number, b: number, out: number, rows: number, others: number, width: number, columns: number): void
  /** What is positive of the sum of row `i` of `a` and row `heads[i]` of `b`. `width` a multiple of 4. */
  mix(a: number, b: number, heads: number, out: number, rows: number, width: number): void
}

/** A kernel over so many bytes. */
export function makeKernel(bytes: number): Kernel {
  const pages = Math.ceil(bytes / 65_536)
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages})
  const {exports} = new WebAssembly.Instance(new WebAssembly.Module(assemble(routines, pages)), {e: {m: memory}})
  const made = exports as unknown as Omit<Kernel, 'memory' | 'multiply' | 'sum'> & {[tiles: string]: Multiply}
  const tiled =
    (name: string): Multiply =>
    (a, rowScales, b, scales, bias, c, rows, depth, deep, columns) => {
      const rest = rows % tile
      const whole = rows - rest
      if (whole) made[`${name}${tile}`](a, rowScales, b, scales, bias, c, whole, depth, deep, columns)
      if (!rest) return
      const at = a + whole * depth * 2
      const out = c + whole * columns * 4
      made[`${name}${rest}`](at, rowScales + whole * 4, b, scales, bias, out, rest, depth, deep, columns)
    }
  const [scaled, unscaled] = ['multiply', 'sum'].map(tiled)
  return {
    ...made,
    memory,
    multiply: (a, rowScales, b, scales, bias, c, rows, depth, columns) =>
      scaled(a, rowScales, b, scales, bias, c, rows, depth, depth, columns),
    sum: (a, b, c, rows, depth, deep, columns) => unscaled(a, 0, b, 0, 0, c, rows, depth, deep, columns),
  }
}

type Multiply = (
  a: number,
  rowScales: number,
  b: number,
  scales: number,
  bias: number,
  c: number,
  rows: number,
  depth: number,
  deep: number,
  columns: number,
) => void

/** Lays a matrix as `multiply` reads it: eight columns at a time, and of these, two rows at a time, the numbers of a column side by side. */
export function pairUp(values: ArrayLike<number>, rows: number, columns: number): Int8Array {
  const laid = new Int8Array(rows * columns)
  let to = 0
  for (let j = 0; j < columns; j += 8)
    for (let k = 0; k < rows; k += 2)
      for (let q = 0; q < 8; q++) {
        laid[to++] = values[k * columns + j + q]
        laid[to++] = values[(k + 1) * columns + j + q]
      }
  return laid
}

/** The largest number that `quantize` gives, so that 512 products with a byte stay within 32 bits. */
const most = 32_000

const times = (local: number, by: number): Code => join(get(local), number(by), op.multiply)
/** A sigmoid without powers, so that it is the same on every machine: leaves 0.5 + 0.5x / (1 + |x|) for the vector `x`. */
const soft = (x: number, half: number, one: number): Code =>
  join(
    get(half),
    get(half),
    get(x),
    op.mulFloats,
    get(one),
    get(x),
    op.absFloats,
    op.addFloats,
    op.divFloats,
    op.addFloats,
  )
const splat = (x: number): Code => join(floatNumber(x), op.splatFloat)
/** The sum of the four places of a vector. */
const total = (x: number): Code => join(...[0, 1, 2, 3].map(i => join(get(x), lane(i), i ? float.add : [])))

function quantize(): Routine {
  const [from, to, scales, rows, width, at, left, high, x, y, times32] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const scaled = (offset: number): Code =>
    join(get(at), load(offset), get(times32), op.mulFloats, op.nearest, op.toWhole)
  const largest = join(get(high), lane(0), ...[1, 2, 3].map(i => join(get(high), lane(i), float.max)))
  const code = repeat(
    rows,
    1,
    join(
      splat(0),
      set(high),
      get(from),
      set(at),
      get(width),
      set(left),
      repeat(left, 4, join(get(high), get(at), load(), op.absFloats, op.maxFloats, set(high), grow(at, number(16)))),
      join(get(scales), largest, floatNumber(most), float.divide, storeFloat()),
      join(floatNumber(most), largest, float.divide, op.splatFloat, set(times32)),
      get(from),
      set(at),
      get(width),
      set(left),
      repeat(
        left,
        8,
        join(
          scaled(0),
          set(x),
          scaled(16),
          set(y),
          join(get(to), get(x), get(y), op.narrow, store()),
          grow(to, number(16)),
          grow(at, number(32)),
        ),
      ),
      get(at),
      set(from),
      grow(scales, number(4)),
    ),
  )
  return {name: 'quantize', parameters: 5, numbers: 2, vectors: 4, floats: 0, code}
}

/** Most rows of `a` that are multiplied together. */
const tile = 4

/** So many rows of `a`, of which `rows` is a multiple, by eight columns of `b` at a time; in whole numbers, or scaled. */
function multiply(name: string, high: number, scaled: boolean): Routine {
  const [a, rowScales, b, scales, bias, c, rows, depth, deep, columns] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const [pb, pc, left, k, row, wide] = [10, 11, 12, 13, 14, 15]
  const [ps, at, across] = [16, 17, 18]
  const pa = [19, 20, 21, 22].slice(0, high)
  const sums = Array.from({length: high * 2}, (_, i) => 19 + high + i)
  const [w0, w1, x] = [0, 1, 2].map(i => 19 + high * 3 + i)
  const each = pa.map((_, r) => r)
  // One pair of rows of `b` at a time: V8 makes half as fast code of several.
  const pair = join(
    join(get(pb), loadBytes(), set(w0), get(pb), loadBytes(8), set(w1)),
    ...each.map(r =>
      join(
        join(get(pa[r]), loadSplat(), set(x)),
        join(get(sums[r * 2]), get(x), get(w0), op.dot, op.addWhole, set(sums[r * 2])),
        join(get(sums[r * 2 + 1]), get(x), get(w1), op.dot, op.addWhole, set(sums[r * 2 + 1])),
      ),
    ),
  )
  const result = (r: number, q: number): Code =>
    join(
      join(get(at), get(sums[r * 2 + q])),
      scaled ? scale(join(get(ps), loadSplat(r * 4)), scales, bias, q * 16) : [],
      store(q * 16),
    )
  const code = join(
    times(depth, 2),
    set(row),
    times(columns, 4),
    set(wide),
    get(columns),
    set(across),
    repeat(
      across,
      8,
      join(
        join(get(a), set(pa[0]), get(c), set(pc), get(rowScales), set(ps), get(rows), set(left)),
        repeat(
          left,
          high,
          join(
            ...each.slice(1).map(r => join(get(pa[r - 1]), get(row), op.add, set(pa[r]))),
            ...sums.map(s => join(splat(0), set(s))),
            join(get(b), set(pb), get(depth), set(k)),
            repeat(k, 2, join(pair, grow(pb, number(16)), ...pa.map(p => grow(p, number(4))))),
            join(get(pc), set(at)),
            ...each.map(r => join(result(r, 0), result(r, 1), grow(at, get(wide)))),
            // The last row's pointer has come to the next rows.
            join(get(pa[high - 1]), set(pa[0]), get(at), set(pc), grow(ps, number(high * 4))),
          ),
        ),
        join(grow(b, times(deep, 8)), grow(c, number(32)), grow(scales, number(32)), grow(bias, number(32))),
      ),
    ),
  )
  return {name, parameters: 10, numbers: 9 + high, vectors: high * 2 + 3, floats: 0, code}
}

/** Whole numbers to floats, by the scales of row and column, and what is added to the column. */
const scale = (row: Code, scales: number, bias: number, offset: number): Code =>
  join(
    join(op.toFloats, row, op.mulFloats),
    join(get(scales), load(offset), op.mulFloats),
    join(get(bias), load(offset), op.addFloats),
  )

function addUp(): Routine {
  const [places, scales, bias, out, rows, columns, left, ps, pb] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const parts = [9, 10, 11, 12]
  const [end, by] = [13, 14]
  const code = join(
    join(get(places), times(rows, 16), op.add, set(end), get(end), loadSplat(), set(by)),
    repeat(
      rows,
      1,
      join(
        ...parts.map((part, i) => join(get(places), loadNumber(i * 4), set(part))),
        join(get(scales), set(ps), get(bias), set(pb), get(columns), set(left)),
        repeat(
          left,
          4,
          join(
            get(out),
            ...parts.map((part, i) => join(get(part), load(), i ? op.addWhole : [])),
            scale(get(by), ps, pb, 0),
            store(),
            ...[...parts, ps, pb, out].map(p => grow(p, number(16))),
          ),
        ),
        grow(places, number(16)),
      ),
    ),
  )
  return {name: 'addUp', parameters: 6, numbers: 8, vectors: 1, floats: 0, code}
}

function gate(): Routine {
  const [gates, gateStep, below, belowStep, out, outStep, state, rows, width] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [left, at, pg, pf, po, pb, ph] = [9, 10, 11, 12, 13, 14, 15]
  const [half, one, x, z, s] = [16, 17, 18, 19, 20]
  const code = join(
    join(splat(0.5), set(half), splat(1), set(one)),
    repeat(
      rows,
      1,
      join(
        join(get(gates), set(pg), get(gates), times(width, 4), op.add, set(pf)),
        join(get(gates), times(width, 8), op.add, set(po), get(below), set(pb), get(out), set(ph)),
        join(get(state), set(at), get(width), set(left)),
        repeat(
          left,
          4,
          join(
            join(get(pf), load(), set(x), get(pg), load(), set(z)),
            join(get(z), soft(x, half, one), get(at), load(), get(z), op.subFloats, op.mulFloats, op.addFloats, set(s)),
            join(get(at), get(s), store(), get(po), load(), set(x)),
            join(get(ph), get(s), soft(x, half, one), op.mulFloats, get(pb), load(), op.addFloats, store()),
            ...[at, pg, pf, po, pb, ph].map(p => grow(p, number(16))),
          ),
        ),
        join(grow(gates, get(gateStep)), grow(below, get(belowStep)), grow(out, get(outStep))),
      ),
    ),
  )
  return {name: 'gate', parameters: 9, numbers: 7, vectors: 5, floats: 0, code}
}

function positive(): Routine {
  const [at, count] = [0, 1]
  const one = join(get(at), get(at), load(), splat(0), op.maxFloats, store(), grow(at, number(16)))
  return {name: 'positive', parameters: 2, numbers: 0, vectors: 0, floats: 0, code: repeat(count, 4, one)}
}

function pairs(): Routine {
  const [a, b, out, rows, others, width, columns] = [0, 1, 2, 3, 4, 5, 6]
  const [j, k, pa, pb, po, sum] = [7, 8, 9, 10, 11, 12]
  const product = join(get(sum), get(pa), load(), get(pb), load(), op.mulFloats, op.addFloats, set(sum))
  const code = repeat(
    rows,
    1,
    join(
      join(get(b), set(pb), get(out), set(po), get(others), set(j)),
      repeat(
        j,
        1,
        join(
          join(get(a), set(pa), splat(0), set(sum), get(width), set(k)),
          repeat(k, 4, join(product, grow(pa, number(16)), grow(pb, number(16)))),
          join(get(po), total(sum), storeFloat(), grow(po, number(4))),
        ),
      ),
      join(grow(a, times(width, 4)), grow(out, times(columns, 4))),
    ),
  )
  return {name: 'pairs', parameters: 7, numbers: 5, vectors: 1, floats: 0, code}
}

function mix(): Routine {
  const [a, b, heads, out, rows, width, left, pb] = [0, 1, 2, 3, 4, 5, 6, 7]
  const sum = join(get(out), get(a), load(), get(pb), load(), op.addFloats, splat(0), op.maxFloats, store())
  const code = repeat(
    rows,
    1,
    join(
      join(get(b), get(heads), loadNumber(), times(width, 4), op.multiply, op.add, set(pb)),
      join(get(width), set(left)),
      repeat(left, 4, join(sum, ...[a, pb, out].map(p => grow(p, number(16))))),
      grow(heads, number(4)),
    ),
  )
  return {name: 'mix', parameters: 6, numbers: 2, vectors: 0, floats: 0, code}
}

const routines: readonly Routine[] = [
  ...Array.from({length: tile}, (_, i) => multiply(`multiply${i + 1}`, i + 1, true)),
  ...Array.from({length: tile}, (_, i) => multiply(`sum${i + 1}`, i + 1, false)),
  ...[quantize(), addUp(), gate(), positive(), pairs(), mix()],
]
