import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ingest} from '../ingest/index.ts'
import {loadLexicon} from '../lexicon/index.ts'
import {openRecord} from '../record/index.ts'
import {statementTable} from './flat/index.ts'
import {ask, listStatements, relation} from './index.ts'

const full = 'We thank Pakistan for its help in the war, and we want a close partnership with Pakistan for many years'
const cut = 'We thank Pakistan for its help in the war, and we want a close partnership with Pakistan'
const article = (outlet: string, day: string, words: string) =>
  `Pakistan and the United States\nSource: ${outlet}\nDate: ${day}\n\n“${words},” President Barack Obama said in Washington on Monday after talks with Pakistan.\n\nThe United States and Pakistan held talks about ${outlet} and trade.\n`

test('a relation and an answer tell how the words of another printing differ', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-reprints-'))
  writeFileSync(join(folder, 'a.txt'), article('The Lima Ledger', '2011-05-03', full))
  writeFileSync(join(folder, 'b.txt'), article('The Quito Post', '2011-05-04', cut))
  const record = await openRecord(join(folder, 'record.duckdb'))
  try {
    await ingest(record, [join(folder, 'a.txt'), join(folder, 'b.txt')])
    const lexicon = loadLexicon()
    const {statements, quotations} = await relation(record, lexicon, ['USA', 'PAK'])
    expect(quotations).toHaveLength(1)
    expect(quotations[0].printings.map(({drift}) => drift)).toEqual([
      {kind: 'same', without: [], instead: []},
      {kind: 'cut', without: ['for', 'many', 'years'], instead: []},
    ])
    const drifts = statementTable(statements, quotations).rows.map(({drift}) => drift)
    expect(drifts.filter(drift => drift !== null)).toEqual(['first printing', 'cut, without: for many years'])
    // On a past day nobody knew of the later printing; a narrow list still tells where else the words stand.
    const obama = async (query: object) =>
      (await listStatements(record, lexicon, query)).rows
        .filter(({words}) => String(words).startsWith('We thank'))
        .map(({published, also_in, drift}) => [published, (also_in as string[]).length, drift])
    expect(await obama({asOf: '2011-05-03'})).toEqual([['2011-05-03', 0, null]])
    expect(await obama({until: '2011-05-03'})).toEqual([['2011-05-03', 1, 'first printing']])
    const {blocks} = await ask(record, lexicon, 'Will the US and Pakistan come together again?')
    const lines = blocks.flatMap(block => block.lines.map(line => line.text))
    expect(lines.filter(line => /^Printed again by .*, cut, without: for many years\.$/.test(line))).toHaveLength(1)
  } finally {
    await record.close()
    rmSync(folder, {recursive: true})
  }
}, 120_000)
