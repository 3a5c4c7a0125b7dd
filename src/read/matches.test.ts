import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {kinds} from './days/find.ts'
import {Words, wordPattern} from './matches.ts'

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
    for (const text of [...texts, ...odd]) {
      const words = new Words(text)
      for (const {name, pattern} of kinds) {
        const found = [...words.matches(wordPattern(pattern))].map(match => [name, match.index, match[0]])
        expect(found).toEqual([...text.matchAll(pattern)].map(match => [name, match.index, match[0]]))
      }
    }
  })

  it('know what they can begin with', () => {
    const at = (source: string, text: string) =>
      [...new Words(text).matches(wordPattern(new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'giu')))].map(
        ([found]) => found,
      )
    expect(at('(?:a{0,2}|b)?[c-e\\]x]+', 'aaC ] f bx aac')).toEqual(['aaC', ']', 'bx', 'aac'])
    expect(at('(?=k)\\p{L}+|[^a]z|\\u00a3?\\d', '\u212a. £5 bz az 7')).toEqual(['\u212a', '£5', 'bz', '7'])
    expect(at('(?:s|ß)t', '\u017ft st ßt')).toEqual(['\u017ft', 'st', 'ßt'])
    expect(at('', 'a')).toEqual([''])
  })

  it('must begin with no letter or digit before them', () => {
    expect(() => wordPattern(/May/gu)).toThrow(/begins with/)
  })
})
