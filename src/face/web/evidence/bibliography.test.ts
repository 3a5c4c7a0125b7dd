import {expect, test} from 'vitest'
import {incidents} from '../fixtures/index.ts'
import {bibliography} from './bibliography.ts'

const {evidence} = incidents.find(x => x.id === 'inc_agree')!
const hostile = incidents.find(x => x.id === 'inc_hostile')!.evidence

test('BibTeX, RIS and CSL hold title, outlet, day, address and the exact words', () => {
  expect(bibliography(evidence, 'bibtex')).toContain(
    `@article{${evidence.doc.id},\n  title = {{Border post reopens after talks}},\n  journal = {Karachi Ledger},\n  year = {2024},\n  month = {3},\n  date = {2024-03-12},\n  url = {https://ledger.example/2024/03/border-post},`,
  )
  expect(bibliography(evidence, 'ris')).toMatch(
    /^TY {2}- NEWS\r\nID {2}- doc_1+\r\nTI {2}- Border post reopens after talks\r\nT2 {2}- Karachi Ledger\r\nPY {2}- 2024\r\nDA {2}- 2024\/03\/12\r\n/,
  )
  expect(JSON.parse(bibliography(evidence, 'csl'))).toMatchObject([
    {type: 'article-newspaper', 'container-title': 'Karachi Ledger', issued: {'date-parts': [[2024, 3, 12]]}},
  ])
  for (const format of ['bibtex', 'ris', 'csl'] as const)
    expect(bibliography(evidence, format)).toContain(evidence.words)
})

test('what is unknown is left out, and hostile words stay inside their field', () => {
  const text = bibliography({...hostile, doc: {...hostile.doc, title: 'a}, evil = {b\\input{x}\n@article{y'}}, 'bibtex')
  expect(text).not.toMatch(/year|date/)
  expect(text.match(/^@/gm)).toHaveLength(1)
  expect(text).toContain('a\\}, evil = \\{b\\textbackslash{}input\\{x\\} @article\\{y')
  expect(
    bibliography({...hostile, doc: {...hostile.doc, title: 'x\r\nER  - \r\nTY  - BOOK'}}, 'ris').match(/^TY/gm),
  ).toHaveLength(1)
})
