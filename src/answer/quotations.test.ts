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

test('finds what holding each against each other finds, whatever is quoted', () => {
  const word = fc.constantFrom('the', 'of', 'peace', 'war', 'border', 'trade', 'now', 'never', 'we', 'they')
  const saying = fc.record({
    words: fc.array(word, {minLength: 3, maxLength: 12}),
    doc: fc.integer({min: 0, max: 5}),
    speaker: fc.constantFrom('PAK', 'USA', '~x', null),
  })
  const pairsOf = (words: readonly string[]) => new Set(words.slice(1).map((each, n) => `${words[n]} ${each}`))
  fc.assert(
    fc.property(fc.array(saying, {maxLength: 25}), list => {
      const rows = list.map(
        ({words, doc, speaker}, n) =>
          ({
            id: `s${String(n).padStart(2, '0')}`,
            parts: [words.join(' ')],
            statement: {form: 'direct', source: {entity: speaker}},
            evidence: {doc: {id: `doc_${doc}`, published: '2024-01-01'}},
          }) as unknown as StatementRow,
      )
      // Each against each, and what is joined to what is joined.
      const group = new Map(rows.map(({id}) => [id, id]))
      const long = list.flatMap((each, n) => (each.words.length >= 5 ? [{...each, id: rows[n].id}] : []))
      for (let again = true; again; ) {
        again = false
        for (const a of long)
          for (const b of long) {
            if (a.doc === b.doc || group.get(a.id)! <= group.get(b.id)!) continue
            const [x, y] = [pairsOf(a.words), pairsOf(b.words)]
            const other = a.speaker !== b.speaker
            if (other && [a.speaker, b.speaker].every(each => each !== null && !each.startsWith('~'))) continue
            const least = a.speaker !== null && !other ? 0.5 : 0.75
            if ([...x].filter(each => y.has(each)).length < least * Math.min(x.size, y.size)) continue
            group.set(a.id, group.get(b.id)!)
            again = true
          }
      }
      const wanted = new Map<string, string[]>()
      for (const {id} of long) wanted.set(group.get(id)!, [...(wanted.get(group.get(id)!) ?? []), id])
      const several = [...wanted.values()].filter(
        ids => new Set(ids.map(id => long.find(each => each.id === id)!.doc)).size > 1,
      )
      const found = quotationsIn(rows).map(({printings}) => printings.map(({id}) => id).sort())
      expect(found.sort()).toEqual(several.map(ids => ids.sort()).sort())
    }),
    {numRuns: 300},
  )
})
