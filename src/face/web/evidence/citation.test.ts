import {expect, test} from 'vitest'
import {incidents} from '../fixtures/index.ts'
import {chainWords} from './chain.ts'
import {citation} from './citation.ts'

test('an unknown outlet is said to be so; a missing translator is not mentioned', () => {
  expect(
    chainWords([
      {link: 'speaker', name: 'Adnan Qureshi'},
      {link: 'outlet', name: null},
      {link: 'published-by', name: 'Karachi Ledger'},
      {link: 'translator', name: null},
    ]),
  ).toBe('Adnan Qureshi → outlet not stated → Karachi Ledger')
})

test('a citation holds the exact words, the chain, the snapshot and the address', () => {
  const {evidence} = incidents.find(x => x.id === 'inc_agree')!
  const text = citation(evidence, 'http://127.0.0.1/r/USA-PAK')
  for (const piece of [`“${evidence.words}”`, 'Harbour Radio', evidence.sha256, 'http://127.0.0.1/r/USA-PAK'])
    expect(text).toContain(piece)
})
