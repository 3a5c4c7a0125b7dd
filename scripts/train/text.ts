import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {packContainer} from '../../src/text/container.ts'
import {type GoldSentence, readConllu} from '../../src/text/conllu.ts'
import {compand} from '../../src/text/linear.ts'
import type {ModelHeader} from '../../src/text/model.ts'
import {TagChoice} from '../../src/text/tag.ts'
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
import {paragraphsOf, trainCuts, trainEnds} from './splitters.ts'
import {trainTagger} from './taggers.ts'
import {clitics, titles} from './titles.ts'

export interface TextOptions {
  /** Folder with `*-train.conllu`. */
  readonly data: string
  readonly out: string
  /** Table of word clusters, when there is one. */
  readonly clusters?: string
  readonly log: (line: string) => void
}

/** Trains the text model and writes it to `out`. */
export function trainText({data, out, clusters: clusterPath, log}: TextOptions): void {
  const quiet: GoldSentence[] = []
  for (const file of readdirSync(data)
    .filter(name => name.endsWith('-train.conllu'))
    .sort())
    quiet.push(...readConllu(readFileSync(join(data, file), 'utf8')))
  const sentences = withHeadlines(quiet)
  log(`${quiet.length} sentences, ${sentences.length} with copies in capitals`)
  const clusters = clusterPath && existsSync(clusterPath) ? readClusters(clusterPath) : new Map()
  const tags = tagInventory(quiet)
  const labels = labelInventory(quiet)
  const lines = vocabularyLines(quiet, tags, clusters, waysOfWriting(quiet.map(s => s.forms)))
  const vocabulary = new Vocabulary(lines)
  const writing = {contractions: new Map(contractions(quiet)), clitics, titles: new Set(titles)}
  log(`${vocabulary.size} words, ${tags.length} tags, ${labels.length} labels`)
  const paragraphs = paragraphsOf(quiet)
  const cuts = trainCuts(paragraphs, writing, 18, 6)
  const ends = trainEnds(paragraphs, writing, vocabulary, 20, 8)
  log('splitters trained')
  const names = ['PROPN/NNP', 'PROPN/NNPS'].map(tag => tags.indexOf(tag))
  const choice = new TagChoice(openTags(quiet, tags), names)
  const setting = {vocabulary, tags, choice, bits: 22, epochs: 8}
  const tagger = trainTagger(sentences, setting)
  log('tagger trained')
  const {words, ends: endings, tags: tagFeats} = morphologyTables(quiet)
  const utf8 = new TextEncoder()
  const version = writeText(
    out,
    [
      ['vocabulary', utf8.encode(lines)],
      ['words', utf8.encode(words)],
      ['endings', utf8.encode(endings)],
      ['tags', utf8.encode(tagFeats)],
      ['cuts', compand(cuts.table, 0.05)],
      ['ends', compand(ends.table, 0.1)],
      ['tagger', compand(tagger.table, 0.6)],
    ],
    {
      language: 'en',
      tags,
      open: choice.open,
      names,
      labels,
      contractions: [...writing.contractions],
      clitics,
      titles,
    },
  )
  log(`${out}: version ${version}`)
}

type Parts = readonly (readonly [name: string, bytes: Uint8Array])[]

/** Writes a text model; its version is the start of the hash of its parts. */
export function writeText(out: string, parts: Parts, rest: Omit<ModelHeader, 'format' | 'version'>): string {
  const hash = createHash('sha256')
  for (const [, bytes] of parts) hash.update(bytes)
  const version = hash.digest('hex').slice(0, 12)
  const header: ModelHeader = {format: 2, version, ...rest}
  mkdirSync(dirname(out), {recursive: true})
  writeFileSync(out, packContainer(header, parts))
  return version
}

/** Some sentences once more, in capitals or with a capital on each word, as headlines are written. */
export function withHeadlines(sentences: readonly GoldSentence[]): GoldSentence[] {
  return sentences.flatMap((s, i) => {
    if (s.forms.length < 4) return [s]
    if (i % 14 === 3) return [s, {...s, forms: s.forms.map(form => form.toUpperCase())}]
    if (i % 28 === 8) return [s, {...s, forms: s.forms.map(form => form[0].toUpperCase() + form.slice(1))}]
    return [s]
  })
}

function readClusters(path: string): Clusters {
  const clusters = new Map<string, readonly [number, number, number]>()
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const [word, coarse, middle, fine] = line.split('\t')
    clusters.set(word, [Number(coarse), Number(middle), Number(fine)])
  }
  return clusters
}
