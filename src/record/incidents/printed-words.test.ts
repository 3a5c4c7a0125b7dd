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

test('the words of any text, as the pattern of letters and numbers finds them; each is made once', () => {
  fc.assert(
    fc.property(fc.array(texts, {maxLength: 6}), list => {
      const made: string[] = []
      const words = new PrintedWords(word => {
        made.push(word)
        return word
      })
      for (const text of list) {
        const found: string[] = []
        words.each(text, word => found.push(word))
        expect(found).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? [])
      }
      expect(new Set(made).size).toBe(made.length)
    }),
    {numRuns: 500},
  )
})
