import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {loadEnglish, parse, Tree} from './index.ts'
import {makeKernel} from './kernel.ts'
import {findNames, nameKinds} from './names.ts'
import {loadNet} from './net-file.ts'
import {SpanTrees} from './span-trees.ts'

describe('kernel', () => {
  it('multiplies as written out, and adds to what is there', () => {
    const [m, k, n] = [4, 5, 32]
    const {floats, multiply} = makeKernel(2000)
    for (let i = 0; i < m * k + k * n; i++) floats[i] = ((i * 37) % 19) - 9
    const c = m * k + k * n
    floats.fill(1, c, c + m * n)
    multiply(0, m * k, c, m, k, n)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 1
        for (let p = 0; p < k; p++) sum += floats[i * k + p] * floats[m * k + p * n + j]
        expect(floats[c + i * n + j]).toBe(sum)
      }
  })
})

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

  it('is part of the model unless it is left out', () => {
    expect(model.net).toBeDefined()
    expect(loadEnglish({net: false}).net).toBeUndefined()
    expect(model.version).not.toBe(loadEnglish({net: false}).version)
  })

  it('goes with one text model', () => {
    const file = readFileSync(join(import.meta.dirname, '../../models/en/net.bin'))
    expect(() => loadNet(file, 'another')).toThrow('expected a net for the text model another')
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
  })

  it('leaves very long sentences to the linear models', () => {
    const text = Array.from({length: 300}, (_, i) => ['troops', 'and', 'guns', 'of', 'towns'][i % 5]).join(' ')
    expect(parse(model, text)[0].heads).toEqual(parse(loadEnglish({net: false}), text)[0].heads)
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
