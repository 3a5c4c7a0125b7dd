import {readdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {loadEnglish, parse} from '../../src/text/index.ts'

export interface TextSpeed {
  readonly what: string
  /** Words a second of processor time on one core; words are counted as our tokenizer counts them, for all alike. */
  readonly wordsPerSecond: number
}

export interface TextBench {
  /** Processor milliseconds to read the model and its net. */
  readonly load: number
  /** Megabytes of the model's files, which are gzip already, and of memory that the loaded model holds (run node with --expose-gc). */
  readonly file: number
  readonly memory: number
  readonly speeds: readonly TextSpeed[]
  /** Cost of a word in a sentence of 5,000 words as a multiple of its cost in common ones. */
  readonly longSentence: number
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Processor time of this process in milliseconds: on a busy machine the clock says more about the neighbours. */
const spent = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

/** Times the reading of text into trees beside two packages that do less, after a warm-up; on the project's own examples unless texts are given. */
export async function benchText(texts: readonly string[] = ownTexts()): Promise<TextBench> {
  const held = memory()
  const began = spent()
  const model = loadEnglish()
  const load = spent() - began
  const size = memory() - held
  const words = texts.reduce((n, text) => n + parse(model, text).reduce((sum, {length}) => sum + length, 0), 0)
  const ours = (text: string) => {
    parse(model, text)
  }
  const readers: readonly (readonly [string, (text: string) => void])[] = [
    ['detente/text: sentences, tags, lemmas, features, trees', ours],
    ...(await otherReaders()),
  ]
  const speeds = readers.map(([what, read]) => ({what, wordsPerSecond: Math.round(speed(read, texts, words))}))
  const long = Array.from({length: 5000}, (_, i) => ['troops', 'and', 'guns', 'of', 'towns', 'that'][i % 6]).join(' ')
  return {
    load: Math.round(load),
    file:
      ['text', 'net', 'names'].reduce((sum, name) => sum + statSync(join(root, `models/en/${name}.bin`)).size, 0) / 1e6,
    memory: Math.round(size),
    speeds,
    longSentence: speeds[0].wordsPerSecond / speed(ours, [long], 5000),
  }
}

function memory(): number {
  globalThis.gc?.()
  const {heapUsed, external} = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

function speed(read: (text: string) => void, texts: readonly string[], words: number): number {
  const run = (least: number) => {
    const start = spent()
    let rounds = 0
    for (; rounds === 0 || spent() - start < least; rounds++) for (const text of texts) read(text)
    return (rounds * words) / ((spent() - start) / 1000)
  }
  run(800)
  return run(2500)
}

/** Packages that read English without a network: sentences, tags and names, but no trees. */
async function otherReaders(): Promise<(readonly [string, (text: string) => void])[]> {
  const {default: compromise} = await import('compromise')
  const {default: winkNlp} = await import('wink-nlp')
  const {default: winkModel} = await import('wink-eng-lite-web-model')
  const wink = winkNlp(winkModel)
  return [
    ['wink-nlp: sentences, tags', text => wink.readDoc(text).tokens().out(wink.its.pos)],
    ['compromise: sentences, tags', text => compromise(text).json()],
  ]
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
