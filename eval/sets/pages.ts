import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {readPage} from '../../src/intake/page.ts'
import type {GoldSet, Score} from '../set.ts'

interface Row {
  readonly html: string
  readonly url: string | null
  readonly body: string
}

const gramLength = 4

/** Article text of whole web pages, against the text that a person marked as the article. */
export const pages: GoldSet = {
  name: 'pages',
  data: 'gold/pages',
  about:
    'Shingles of four words in the body, counted with repeats: precision and recall of each page averaged, F1 of the two (Article Extraction Benchmark).',
  async score(path, _tools) {
    const rows = rowsOf(path)
    let [precision, recall, own] = [0, 0, 0]
    for (const row of rows) {
      const bytes = readFileSync(join(path, row.html))
      const doc = readPage(row.html.endsWith('.gz') ? gunzipSync(bytes) : bytes, {url: row.url})
      const {p, r} = compare(shingles(doc.text), shingles(row.body))
      precision += p / rows.length
      recall += r / rows.length
      own += (p + r > 0 ? (2 * p * r) / (p + r) : 0) / rows.length
    }
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
    const split = basename(path) === 'pages' ? 'open' : basename(path)
    const score = (measure: string, value: number): Score => ({measure, split, value, detail: `${rows.length} pages`})
    return [
      score('body F1', f1),
      score('body precision', precision),
      score('body recall', recall),
      score('body F1 page by page', own),
    ]
  },
}

function rowsOf(path: string): Row[] {
  return readdirSync(path)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .flatMap(name => readFileSync(join(path, name), 'utf8').split('\n'))
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Row)
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  const length = Math.min(gramLength, words.length)
  for (let n = 0; length > 0 && n + length <= words.length; n++) {
    const key = words.slice(n, n + length).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function compare(found: ReadonlyMap<string, number>, gold: ReadonlyMap<string, number>): {p: number; r: number} {
  let [both, foundSize, goldSize] = [0, 0, 0]
  for (const [key, count] of found) {
    foundSize += count
    both += Math.min(count, gold.get(key) ?? 0)
  }
  for (const count of gold.values()) goldSize += count
  if (foundSize === 0 && goldSize === 0) return {p: 1, r: 1}
  return {p: foundSize > 0 ? both / foundSize : 0, r: goldSize > 0 ? both / goldSize : 0}
}
