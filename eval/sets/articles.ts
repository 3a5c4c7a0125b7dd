import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readPage} from '../../src/intake/index.ts'
import {goldOf} from '../../src/face/cli/gold.ts'
import type {GoldSet, Score} from '../set.ts'

const about: Readonly<Record<string, string>> = {
  body: 'body words F1',
  T: 'title right',
  D: 'published right',
  P: 'publisher right',
  actor: 'actors F1',
  ev1: 'events F1, type',
  ev2: 'events F1, type and countries',
  ev3: 'events F1, type, countries and reality',
  stmt: 'statements F1',
  date: 'dates of matched events',
  figs: 'figures of matched events',
}

/** Whole pages read from HTML and scored by the gold set's own `score.py`, which needs python3. */
export const articles: GoldSet = {
  name: 'articles',
  data: 'gold/articles',
  about: 'whole articles from their HTML pages, by the set’s score.py (pooled over articles)',
  async score(path, tools): Promise<Score[]> {
    const folder = mkdtempSync(join(tmpdir(), 'detente-articles-'))
    const pages = readdirSync(path)
      .filter(name => name.endsWith('.html'))
      .sort()
    for (const page of pages) {
      const doc = readPage(readFileSync(join(path, page)), {url: null})
      writeFileSync(join(folder, page.replace(/\.html$/, '.pred.json')), JSON.stringify(goldOf(tools.read(doc))))
    }
    const scorer = [join(path, 'score.py'), join(import.meta.dirname, '../../../shared/gold/articles/score.py')].find(
      existsSync,
    )
    if (scorer === undefined) throw new Error(`no score.py beside ${path}`)
    const {stdout, stderr, error} = spawnSync('python3', [scorer, '--json', folder, path], {encoding: 'utf8'})
    rmSync(folder, {recursive: true})
    if (error || !stdout)
      throw new Error(`score.py did not run (python3 is needed for this set): ${error?.message ?? stderr}`)
    const result: Record<string, Record<string, number | null>> = JSON.parse(stdout)
    const splits = ['TOTAL', ...Object.keys(result).filter(name => name !== 'TOTAL')]
    return splits.flatMap(split =>
      Object.entries(about).flatMap(([column, measure]) => {
        const value = result[split][column]
        return value === null || value === undefined
          ? []
          : [{measure, split: split === 'TOTAL' ? 'open' : split, value}]
      }),
    )
  },
}
