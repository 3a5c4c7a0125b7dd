import fc from 'fast-check'
import {expect, test} from 'vitest'
import {PrintedWords} from './printed-words.ts'

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'ab é’-1ß\u0301 '),
    fc.constantFrom('𝒜', '🇵🇰', '\ud800', '中'),
    fc.string({maxLength: 1}),
  ),
})

test('the words of any text, as the pattern of letters and numbers finds them; each has one number', () => {
  fc.assert(
    fc.property(fc.array(texts, {maxLength: 6}), list => {
      const words = new PrintedWords()
      for (const text of list) {
        const found: string[] = []
        words.each(text, word => found.push(words.words[word]))
        expect(found).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? [])
      }
      expect(new Set(words.words).size).toBe(words.words.length)
    }),
    {numRuns: 500},
  )
})

test('many words, however many there are', () => {
  const words = new PrintedWords()
  const text = Array.from({length: 20_000}, (_, n) => `w${n % 10_000}`).join(' ')
  const found: number[] = []
  words.each(text, word => found.push(word))
  expect(found).toEqual(Array.from({length: 20_000}, (_, n) => n % 10_000))
})
