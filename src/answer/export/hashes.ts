import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Lexicon} from '../../lexicon/index.ts'
import {exportRows, type OpenRecord} from '../../record/index.ts'
import {listEntities, listEvents, listStatements} from '../lists.ts'
import {answersOf} from '../open.ts'
import {exportForms, exportRecord} from './index.ts'

/** SHA-256 of every file that a record can put out, by its name, for tests that compare two records. */
export async function exportHashes(record: OpenRecord, lexicon: Lexicon): Promise<{[file: string]: string}> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-exports-'))
  try {
    for (const form of exportForms) {
      if (form === 'datapackage') mkdirSync(join(folder, form))
      await exportRecord(record, lexicon, form, join(folder, form))
    }
    for (const [name, list] of Object.entries({events: listEvents, statements: listStatements, entities: listEntities}))
      for (const format of ['csv', 'jsonl', 'parquet'] as const) {
        const {rows, columns} = await list(record, lexicon, {})
        await exportRows(rows, columns, format, join(folder, `${name}.${format}`))
      }
    const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
    const paths = files.map(({parentPath, name}) => join(parentPath, name)).sort()
    return Object.fromEntries(
      paths.map(path => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** SHA-256 of what a record answers, by what is asked, for tests that compare two records. What tells when it was read stays out. */
export async function answerHashes(record: OpenRecord, lexicon: Lexicon): Promise<{[asked: string]: string}> {
  const answers = answersOf(record, lexicon)
  const pair = ['PAK', 'USA'] as const
  const asked: {readonly [name: string]: Promise<unknown>} = {
    home: answers.home(),
    relation: answers.relation({pair, direction: 'both', theme: null, from: null, to: null, asOf: null}),
    background: answers.background(pair, null),
    forecasts: answers.forecasts(pair, null),
    question: answers.ask('Will the fight against terrorism bring the US and Pakistan together again?'),
    'past day': answers.entity('PAK', '2012-01-01'),
    map: answers.map({since: null, until: null, asOf: null}),
    network: answers.network({since: null, until: null, asOf: null, most: 24}),
  }
  const hashes: {[name: string]: string} = {}
  for (const [name, answer] of Object.entries(asked))
    hashes[`answer: ${name}`] = createHash('sha256')
      .update(JSON.stringify(await answer))
      .digest('hex')
  return hashes
}
