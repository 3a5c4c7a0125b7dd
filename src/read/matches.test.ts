import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {kinds} from './days/find.ts'
import {matchesIn, wordPatterns} from './matches.ts'
import {Openings} from './openings.ts'

const folder = join(import.meta.dirname, '../../examples')
const texts = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(join(folder, name), 'utf8'))
const odd = [
  '😀May 5, “May 3” (in May) a3rd–4th of May, x-May 9, ’90s, the ‘80s',
  'on 5 \u017feptember 2012 and the wee\u212a before, e\u0301May 4 éMay 5 𝐌ay 6 Juin 7',
  '2012-10-09 report_2012-10-09.html 5/6/2012,9/11 1990s–2000s\n\nMay\n6',
]

describe('patterns of words', () => {
  it('are found as matchAll finds them', () => {
    const all = wordPatterns(kinds.map(({pattern}) => pattern))
    for (const text of [...texts, ...odd]) {
      const found = [...matchesIn(text, all)].map(([which, match]) => [kinds[which].name, match.index, match[0]])
      const asked = kinds
        .flatMap(({name, pattern}, which) =>
          [...text.matchAll(pattern)].map(match => ({which, told: [name, match.index, match[0]], at: match.index})),
        )
        .sort((a, b) => a.at - b.at || a.which - b.which)
      expect(found).toEqual(asked.map(({told}) => told))
    }
  })

  it('know what they can begin with', () => {
    const at = (source: string, text: string) =>
      [...matchesIn(text, wordPatterns([new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'giu')]))].map(
        ([, [found]]) => found,
      )
    expect(at('(?:a{0,2}|b)?[c-e\\]x]+', 'aaC ] f bx aac')).toEqual(['aaC', ']', 'bx', 'aac'])
    expect(at('(?=k)\\p{L}+|[^a]z|\\u00a3?\\d', '\u212a. £5 bz az 7')).toEqual(['\u212a', '£5', 'bz', '7'])
    expect(at('(?:s|ß)t', '\u017ft st ßt')).toEqual(['\u017ft', 'st', 'ßt'])
    expect(at('', 'a')).toEqual([''])
  })

  it('are tried only where they may match', () => {
    const openings = new Openings([
      /(?:a|the) (?:few|\d{1,2}) days/giu,
      /(?<x>\w)o\k<x>/u,
      /(?!T)t?he[^n]*/iu,
      /x{0,9}y{2,}/u,
    ])
    const at = (text: string) => openings.at(text, 0)
    expect(at('The few days')).toEqual([0, 2])
    expect(at('a few weeks')).toEqual([])
    expect(at('THE 12 days')).toEqual([0, 2])
    expect(at('the 123 days')).toEqual([2])
    expect(at('pop')).toEqual([1])
    expect(at('xxyy')).toEqual([3])
    expect(at('xxy')).toEqual([])
    expect(at('')).toEqual([])
  })

  it('must begin with no letter or digit before them', () => {
    expect(() => wordPatterns([/May/gu])).toThrow(/begins with/)
  })
})
