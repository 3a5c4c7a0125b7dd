import {readdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {loadModel, parse} from '../../src/text/index.ts'

export interface TextBench {
  /** Milliseconds to read the model. */
  readonly load: number
  /** Words a second from raw text to trees, on one core. */
  readonly wordsPerSecond: number
  readonly words: number
  /** Largest ratio of a word's cost in a sentence of 5,000 words to its cost in common ones. */
  readonly longSentence: number
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Times the reading of text into trees, after a warm-up; on the project's own examples unless texts are given. */
export function benchText(texts: readonly string[] = ownTexts()): TextBench {
  const bytes = readFileSync(join(root, 'models/en/text.bin'))
  const began = performance.now()
  const model = loadModel(bytes)
  const load = performance.now() - began
  const run = (list: readonly string[], least: number) => {
    let words = 0
    const start = performance.now()
    while (performance.now() - start < least)
      for (const text of list) for (const sentence of parse(model, text)) words += sentence.length
    return {words, perSecond: (words / (performance.now() - start)) * 1000}
  }
  run(texts, 1500)
  const {words, perSecond} = run(texts, 4000)
  const long = Array.from({length: 5000}, (_, i) => ['troops', 'and', 'guns', 'of', 'towns', 'that'][i % 6]).join(' ')
  return {load, words, wordsPerSecond: perSecond, longSentence: perSecond / run([long], 1000).perSecond}
}

/** Prose of this repository: its examples, else its documentation. */
function ownTexts(): string[] {
  const texts = ['examples', 'docs'].flatMap(folder => files(join(root, folder)))
  return texts.map(file => readFileSync(file, 'utf8').replace(/<[^>]*>|[#*`|]/g, ' '))
}

function files(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return files(path)
      return /\.(?:txt|md|html)$/.test(name) ? [path] : []
    })
}
