import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {loadEnglish, parse, Tree} from './index.ts'
import {makeKernel, pairUp} from './kernel.ts'
import {findNames, nameKinds} from './names.ts'
import {loadNet} from './net-file.ts'
import {SpanTrees} from './span-trees.ts'

/** Numbers that look like chance. */
const numbers = (n: number, most: number) =>
  Float32Array.from({length: n}, (_, i) => (((i * 7919) % 2003) / 1001 - 1) * most)
const round = Math.fround

describe('kernel: the same bits as single steps written out', () => {
  it('quantizes rows and multiplies them', () => {
    const [rows, depth, columns] = [8, 24, 16]
    const kernel = makeKernel(20_000)
    const floats = new Float32Array(kernel.memory.buffer)
    const values = numbers(rows * depth, 3)
    values.fill(0, depth, depth * 2)
    const bytes = Int8Array.from(numbers(depth * columns, 127))
    const [scales, bias] = [numbers(columns, 0.1), numbers(columns, 2)]
    floats.set(values, 0)
    new Int8Array(kernel.memory.buffer).set(pairUp(bytes, depth, columns), 4000)
    floats.set(scales, 2000)
    floats.set(bias, 2100)
    kernel.quantize(0, 12_000, 10_000, rows, depth)
    kernel.multiply(12_000, 10_000, 4000, 8000, 8400, 16_000, rows, depth, columns)
    for (let r = 0; r < rows; r++) {
      const row = values.subarray(r * depth, (r + 1) * depth)
      const high = Math.max(...row.map(Math.abs))
      const scale = round(high / 32_000)
      const whole = [...row].map(x => (high ? roundToEven(round(x * round(32_000 / high))) : 0))
      for (let j = 0; j < columns; j++) {
        const sum = whole.reduce((total, x, k) => total + x * bytes[k * columns + j], 0)
        expect(floats[4000 + r * columns + j]).toBe(round(round(round(round(sum) * scale) * scales[j]) + bias[j]))
      }
    }
  })

  it('multiplies any number of rows, and four parts of a row on their own', () => {
    const [depth, columns] = [24, 16]
    const kernel = makeKernel(40_000)
    const floats = new Float32Array(kernel.memory.buffer)
    const wholes = new Int32Array(kernel.memory.buffer)
    const [scales, bias] = [numbers(columns, 0.1), numbers(columns, 2)]
    floats.set(scales, 0)
    floats.set(bias, 100)
    const bytes = Int8Array.from(numbers(depth * columns, 127))
    new Int8Array(kernel.memory.buffer).set(pairUp(bytes, depth, columns), 2000)
    const halves = new Int16Array(kernel.memory.buffer)
    for (let rows = 1; rows <= 9; rows++) {
      const values = Array.from({length: rows}, (_, r) =>
        Array.from({length: depth}, (_, k) => ((r * 31 + k * 17) % 401) - 200),
      )
      halves.set(values.flat(), 2000)
      floats.fill(0.5, 3000, 3000 + rows)
      kernel.multiply(4000, 12_000, 2000, 0, 400, 16_000, rows, depth, columns)
      const whole = floats.slice(4000, 4000 + rows * columns)
      expect(whole.every(x => x === 0)).toBe(false)
      const ends = [10, 16, 18, depth]
      ends.forEach((end, part) => {
        const from = part ? ends[part - 1] : 0
        halves.set(
          values.flatMap(row => row.slice(from, end)),
          2000,
        )
        const products = 20_000 + part * rows * columns * 4
        kernel.sum(4000, 2000 + from * 8, products, rows, end - from, depth, columns)
        for (let r = 0; r < rows; r++) wholes[8000 + r * 4 + part] = products + r * columns * 4
      })
      floats[8000 + rows * 4] = 0.5
      kernel.addUp(32_000, 0, 400, 34_000, rows, columns)
      expect(floats.slice(8500, 8500 + rows * columns)).toEqual(whole)
      for (let r = 0; r < rows; r++)
        for (let j = 0; j < columns; j++) {
          const sum = values[r].reduce((total, x, k) => total + x * bytes[k * columns + j], 0)
          expect(whole[r * columns + j]).toBe(round(round(round(sum * 0.5) * scales[j]) + bias[j]))
        }
    }
  })

  it('gates from either side', () => {
    const [rows, width] = [3, 8]
    const kernel = makeKernel(4000)
    const floats = new Float32Array(kernel.memory.buffer)
    const gates = numbers(rows * width * 3, 4)
    const below = numbers(rows * width, 1)
    floats.set(gates, 0)
    floats.set(below, 200)
    const soft = (x: number) => round(0.5 + round(round(0.5 * x) / round(1 + Math.abs(x))))
    for (const way of [1, -1]) {
      const first = way > 0 ? 0 : rows - 1
      floats.fill(0, 500, 500 + width)
      const place = (at: number, step: number) => (at + first * step) * 4
      kernel.gate(
        place(0, width * 3),
        way * width * 12,
        place(200, width),
        way * width * 4,
        place(300, width),
        way * width * 4,
        2000,
        rows,
        width,
      )
      const state = new Float32Array(width)
      for (let step = 0; step < rows; step++) {
        const r = first + way * step
        for (let d = 0; d < width; d++) {
          const [value, keep, open] = [0, 1, 2].map(k => gates[r * width * 3 + k * width + d])
          state[d] = round(value + round(soft(keep) * round(state[d] - value)))
          expect(floats[300 + r * width + d]).toBe(round(round(state[d] * soft(open)) + below[r * width + d]))
        }
      }
    }
  })

  it('pairs rows, and mixes each with its head', () => {
    const [rows, others, width] = [2, 3, 8]
    const kernel = makeKernel(4000)
    const floats = new Float32Array(kernel.memory.buffer)
    const [a, b] = [numbers(rows * width, 2), numbers(others * width, 3).reverse()]
    floats.set(a, 0)
    floats.set(b, 100)
    kernel.pairs(0, 400, 800, rows, others, width, others)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < others; j++) {
        const lanes = [0, 1, 2, 3].map(q => {
          let sum = 0
          for (let k = q; k < width; k += 4) sum = round(sum + round(a[i * width + k] * b[j * width + k]))
          return sum
        })
        expect(floats[200 + i * others + j]).toBe(lanes.reduce((sum, x) => round(sum + x)))
      }
    const heads = [2, 0]
    new Int32Array(kernel.memory.buffer).set(heads, 300)
    kernel.mix(0, 400, 1200, 1600, rows, width)
    for (let i = 0; i < rows; i++)
      for (let d = 0; d < width; d++)
        expect(floats[400 + i * width + d]).toBe(Math.max(0, round(a[i * width + d] + b[heads[i] * width + d])))
    kernel.positive(0, rows * width)
    expect([...floats.subarray(0, rows * width)]).toEqual([...a].map(x => Math.max(0, x)))
  })
})

function roundToEven(x: number): number {
  const low = Math.floor(x)
  if (x - low !== 0.5) return Math.round(x)
  return low % 2 ? low + 1 : low
}

/** All projective trees with one root are tried. */
function bestByTrial(scores: Float64Array, n: number): number {
  let high = Number.NEGATIVE_INFINITY
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = Array.from({length: n}, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1))
    if (!isTree(heads, n)) continue
    high = Math.max(
      high,
      heads.reduce((sum, head, i) => sum + scores[i * (n + 1) + head], 0),
    )
  }
  return high
}

function isTree(heads: readonly number[], n: number): boolean {
  if (heads.filter(head => head === n).length !== 1) return false
  const climbs = (from: number, to: number) => {
    let at = from
    for (let k = 0; k <= n && at !== n && at !== to; k++) at = heads[at]
    return at === to
  }
  for (let i = 0; i < n; i++) {
    if (!climbs(i, n)) return false
    // Every word between a word and its head hangs on the head, at some distance.
    for (let j = Math.min(i, heads[i]) + 1; j < Math.max(i, heads[i]) && heads[i] < n; j++)
      if (!climbs(j, heads[i])) return false
  }
  return true
}

describe('span trees', () => {
  it('gives the best projective tree with one root', () => {
    const trees = new SpanTrees(8)
    const scores = fc
      .integer({min: 1, max: 5})
      .chain(n =>
        fc.tuple(
          fc.constant(n),
          fc.array(fc.integer({min: -9, max: 9}), {minLength: n * (n + 1), maxLength: n * (n + 1)}),
        ),
      )
    fc.assert(
      fc.property(scores, ([n, list]) => {
        const table = Float64Array.from(list)
        const heads = [...trees.best(table, 0, n + 1, n)]
        expect(isTree(heads, n)).toBe(true)
        expect(heads.reduce((sum, head, i) => sum + table[i * (n + 1) + head], 0)).toBe(bestByTrial(table, n))
      }),
      {numRuns: 60, seed: 2},
    )
  })
})

describe('net', () => {
  const model = loadEnglish()

  it('goes with one text model', () => {
    const file = readFileSync(join(import.meta.dirname, '../../models/en/net.bin'))
    expect(() => loadNet(file, {...model, version: 'another'})).toThrow('expected a net for the text model another')
  })

  it('gives spans that nest: no word hangs across another arc', () => {
    const text =
      'The United States and Pakistan’s intelligence service said on Monday that troops in Syria, who had come from Iraq, had left. BREAKING: MINISTER QUITS OVER LEAKED MEMO 😀'
    for (const sentence of parse(model, text)) {
      const tree = new Tree(sentence)
      for (let i = 0; i < sentence.length; i++) {
        const {start, end} = tree.spanOf(i)
        for (let j = 0; j < sentence.length; j++)
          if (sentence.starts[j] >= start && sentence.ends[j] <= end) expect(tree.covers(i, j)).toBe(true)
      }
    }
  })

  it('says the same after other sentences as before them', () => {
    const one = () => parse(model, 'Norway and its allies condemned the attack on Friday.')[0]
    const before = one()
    parse(model, 'Short one. '.repeat(20))
    expect(one()).toEqual(before)
    // More rows of products than are kept.
    parse(model, readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').repeat(2))
    parse(model, Array.from({length: 9000}, (_, i) => `${i.toString(26)}a`).join(' '))
    expect(one()).toEqual(before)
  })

  it('reads very long sentences in pieces that hang together', () => {
    const text = Array.from({length: 700}, (_, i) => ['troops', 'and', 'guns', 'of', 'towns'][i % 5]).join(' ')
    const [sentence] = parse(model, text)
    expect(sentence.length).toBe(700)
    expect(sentence.heads.filter(head => head < 0)).toHaveLength(1)
    const tree = new Tree(sentence)
    for (let i = 0; i < sentence.length; i++) expect(tree.covers(tree.root, i)).toBe(true)
    expect(sentence.deprels.filter(label => label === 'root')).toHaveLength(1)
  })
})

describe('names', () => {
  const model = loadEnglish()
  const found = (text: string) =>
    parse(model, text).flatMap(s =>
      findNames(model, s).map(({kind, span}) => `${kind} ${text.slice(span.start, span.end)}`),
    )

  it('finds people, organisations and places', () => {
    expect(found('John Smith works for Microsoft in London.')).toEqual([
      'person John Smith',
      'organisation Microsoft',
      'place London',
    ])
  })

  it('finds none where there is none, and gives spans in order', () => {
    expect(found('they talked about it for hours')).toEqual([])
    for (const s of parse(model, 'Mary met Ali in Paris, and Ben flew to Rome on Friday.')) {
      const names = findNames(model, s)
      names.forEach(({kind, first, last}, i) => {
        expect(nameKinds).toContain(kind)
        expect(first).toBeGreaterThan(i ? names[i - 1].last : -1)
        expect(last).toBeGreaterThanOrEqual(first)
      })
    }
  })
})
