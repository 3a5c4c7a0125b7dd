import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {type GoldSentence, readConllu} from '../../src/text/conllu.ts'
import {compand} from '../../src/text/linear.ts'
import type {ModelHeader} from '../../src/text/model.ts'
import {Vocabulary} from '../../src/text/vocabulary.ts'
import {
  type Clusters,
  contractions,
  labelInventory,
  openTags,
  tagInventory,
  vocabularyLines,
  waysOfWriting,
} from './inventory.ts'
import {morphologyTables} from './morphology.ts'
import {labelTable, trainParser} from './parser.ts'
import {paragraphsOf, trainCuts, trainEnds} from './splitters.ts'
import {jackknife, trainTagger} from './taggers.ts'
import {clitics, titles} from './titles.ts'

export interface TextOptions {
  /** Folder with `*-train.conllu`. */
  readonly data: string
  readonly out: string
  /** Table of word clusters, when there is one. */
  readonly clusters?: string
  readonly epochs: number
  readonly log: (line: string) => void
}

/** Trains the text model and writes it to `out`. */
export function trainText({data, out, clusters: clusterPath, epochs, log}: TextOptions): void {
  const sentences: GoldSentence[] = []
  for (const file of ['en_ewt-ud-train.conllu', 'gum_nonnc-train.conllu'])
    sentences.push(...readConllu(readFileSync(join(data, file), 'utf8')))
  log(`${sentences.length} sentences`)
  const clusters = clusterPath && existsSync(clusterPath) ? readClusters(clusterPath) : new Map()
  const tags = tagInventory(sentences)
  const labels = labelInventory(sentences)
  const lines = vocabularyLines(sentences, tags, clusters, waysOfWriting(sentences.map(s => s.forms)))
  const vocabulary = new Vocabulary(lines)
  const writing = {contractions: new Map(contractions(sentences)), clitics, titles: new Set(titles)}
  log(`${vocabulary.size} words, ${tags.length} tags, ${labels.length} labels`)
  const paragraphs = paragraphsOf(sentences)
  const cuts = trainCuts(paragraphs, writing, 17, 6)
  const ends = trainEnds(paragraphs, writing, vocabulary, 18, 8)
  log('splitters trained')
  const names = ['PROPN/NNP', 'PROPN/NNPS'].map(tag => tags.indexOf(tag))
  const choice = {open: openTags(sentences, tags), names}
  const setting = {vocabulary, tags, choice, bits: 20, epochs: 8}
  const tagger = trainTagger(sentences, setting)
  log('tagger trained')
  const tagged = jackknife(sentences, setting, 5)
  log('tags for the parser made')
  const table = labelTable(sentences, tagged, tags.length, labels)
  const labelsFor: number[][] = []
  for (const [key, list] of table) labelsFor[key] = list
  const parserSetting = {vocabulary, tags, labels, bits: 22, labelBits: 20, epochs}
  const {parser, labeller} = trainParser(sentences, tagged, labelsFor, parserSetting, epoch =>
    log(`epoch ${epoch + 1}`),
  )
  const {words, ends: endings, tags: tagFeats} = morphologyTables(sentences)
  const utf8 = new TextEncoder()
  const parts: [string, Uint8Array][] = [
    ['vocabulary', utf8.encode(lines)],
    ['words', utf8.encode(words)],
    ['endings', utf8.encode(endings)],
    ['tags', utf8.encode(tagFeats)],
    ['cuts', compand(cuts.table as Float32Array)],
    ['ends', compand(ends.table as Float32Array)],
    ['tagger', compand(tagger.table as Float32Array)],
    ['parser', compand(parser.table as Float32Array)],
    ['labeller', compand(labeller.table as Float32Array)],
  ]
  const hash = createHash('sha256')
  for (const [, bytes] of parts) hash.update(bytes)
  const header: ModelHeader = {
    format: 1,
    version: hash.digest('hex').slice(0, 12),
    language: 'en',
    tags,
    open: choice.open,
    names,
    labels,
    labelsFor: table,
    contractions: [...writing.contractions],
    clitics,
    titles,
    parts: parts.map(([name, bytes]) => [name, bytes.length]),
  }
  const head = utf8.encode(JSON.stringify(header))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, head.length, true)
  const file = gzipSync(Buffer.concat([size, head, ...parts.map(([, bytes]) => bytes)]), {level: 9})
  mkdirSync(dirname(out), {recursive: true})
  writeFileSync(out, file)
  log(`${out}: ${(file.length / 1e6).toFixed(1)} MB, version ${header.version}`)
}

function readClusters(path: string): Clusters {
  const clusters = new Map<string, readonly [number, number, number]>()
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const [word, coarse, middle, fine] = line.split('\t')
    clusters.set(word, [Number(coarse), Number(middle), Number(fine)])
  }
  return clusters
}
