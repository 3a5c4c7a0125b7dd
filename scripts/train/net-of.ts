import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readConllu} from '../../src/text/conllu.ts'
import {loadEnglish} from '../../src/text/index.ts'
import {stages, trainNet} from './net.ts'
import {packNet} from './pack-net.ts'
import {jackknife} from './taggers.ts'
import {withHeadlines} from './text.ts'
import {readVectors} from './vectors.ts'

export interface NetOptions {
  /** Folder with `*-train.conllu`. */
  readonly data: string
  readonly vectors: string
  readonly out: string
  readonly log: (line: string) => void
}

/** Trains the net that goes with the text model, on its words, tags and labels, and writes it to `out`. */
export function trainNetOf({data, vectors, out, log}: NetOptions): void {
  const {vocabulary, tags, labels, choice, version} = loadEnglish({net: false})
  const files = readdirSync(data).filter(name => name.endsWith('-train.conllu'))
  const sentences = withHeadlines(files.sort().flatMap(name => readConllu(readFileSync(join(data, name), 'utf8'))))
  const tagged = jackknife(sentences, {vocabulary, tags, choice, bits: 22, epochs: 8}, 5)
  log('tags made')
  const net = trainNet(sentences, tagged, {vocabulary, tags, labels, vectors: readVectors(vectors), stages, log})
  const file = packNet(net, vocabulary.words(), version.split('-')[0], tags.length, labels.length)
  writeFileSync(out, file)
  log(`${out}: ${(file.length / 1e6).toFixed(1)} MB`)
}
