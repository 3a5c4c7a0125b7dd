import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {StatementRow} from '../model/index.ts'
import {driftOf, driftWords, quotationsIn, quotedWords} from './quotations.ts'

const row = (doc: string, words: string, entity: string | null = 'nawaz', published = '2024-05-01'): StatementRow =>
  ({
    id: `${doc}/st_1`,
    statement: {form: 'direct', source: {entity}},
    parts: [words],
    evidence: {doc: {id: doc, published}},
  }) as unknown as StatementRow

const full = 'The border will stay shut until the last of the prisoners is home, and not a day less.'

describe('the same quotation elsewhere', () => {
  test('other marks and case', () => {
    const [one] = quotationsIn([
      row('doc_a', 'We don’t want a war with them.'),
      row('doc_b', "we don't want a war with them"),
    ])
    expect(one.printings.map(({id, drift}) => [id, drift.kind])).toEqual([
      ['doc_a/st_1', 'same'],
      ['doc_b/st_1', 'same'],
    ])
  })
  test('cut', () => {
    const [one] = quotationsIn([
      row('doc_a', full),
      row('doc_b', 'The border will stay shut until the last of the prisoners is home.'),
    ])
    expect(driftWords(one.printings[1].drift)).toBe('cut, without: and not a day less')
  })
  test('translated anew', () => {
    const [one] = quotationsIn([
      row('doc_a', full),
      row('doc_b', 'The frontier will stay shut until the last of the prisoners comes home, not a day less.'),
    ])
    expect(one.printings[1].drift).toEqual({
      kind: 'reworded',
      without: ['border', 'is', 'and'],
      instead: ['frontier', 'comes'],
    })
  })
  test('the first day is the first printing, whatever the order', () => {
    const rows = [row('doc_a', full, 'nawaz', '2024-05-03'), row('doc_b', full, 'nawaz', '2024-05-01')]
    expect(quotationsIn(rows).map(({id}) => id)).toEqual(['doc_b/st_1'])
    expect(quotationsIn([...rows].reverse())).toEqual(quotationsIn(rows))
  })
  test('other speakers, the same Doc, common phrases and paraphrases are no printings of one', () => {
    expect(quotationsIn([row('doc_a', full), row('doc_b', full, 'samad')])).toEqual([])
    expect(quotationsIn([row('doc_a', full), row('doc_a', full)])).toEqual([])
    expect(quotationsIn([row('doc_a', 'No comment.'), row('doc_b', 'No comment.')])).toEqual([])
    const told = {...row('doc_b', full), statement: {form: 'indirect', source: {entity: 'nawaz'}}} as StatementRow
    expect(quotationsIn([row('doc_a', full), told])).toEqual([])
  })
  test('a speaker who is not named may be anyone', () => {
    expect(quotationsIn([row('doc_a', full), row('doc_b', full, null)])).toHaveLength(1)
  })
  test('drift is what turns one into the other', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 12})
    fc.assert(
      fc.property(words, words, (from, to) => {
        const {kind, without, instead} = driftOf(from, to)
        expect(kind === 'same').toBe(from.join(' ') === to.join(' '))
        expect(from.length - without.length).toBe(to.length - instead.length)
      }),
    )
    expect(quotedWords(['L’État, c’est moi'])).toEqual(["l'etat", "c'est", 'moi'])
  })
})
