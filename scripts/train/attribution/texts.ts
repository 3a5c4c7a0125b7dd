import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {type Attribution, type AttributionRow, goldOf} from '../../../eval/sets/attribution.ts'
import {loadLexicon} from '../../../src/lexicon/index.ts'
import type {Sentence, Span} from '../../../src/model/index.ts'
import {sentencesOf, treesOf} from '../../../src/read/index.ts'
import {loadEnglish, type Tree} from '../../../src/text/index.ts'

/** A text with its trees and what people marked in it. */
export interface GoldText {
  readonly id: string
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly trees: readonly Tree[]
  readonly gold: readonly Attribution[]
}

const paragraph = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g

/** Texts of a gold file, parsed; trees are kept in `cache` for the next time. */
export function goldTexts(path: string, cache: string): GoldText[] {
  const model = loadEnglish()
  const lexicon = loadLexicon()
  const file = readFileSync(path, 'utf8')
  const rows = file
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as AttributionRow)
  const paragraphs = rows.map(({text}) =>
    [...text.matchAll(paragraph)].map(({index, 0: words}) => ({start: index, end: index + words.length})),
  )
  // Trees change with the weights of the text and of its net.
  const version = model.version.split('-').slice(0, 2).join('-')
  const key = createHash('sha256').update(version).update(file).digest('hex').slice(0, 12)
  const kept = join(cache, `trees-${key}.bin`)
  let sentences: Sentence[][]
  if (existsSync(kept)) sentences = deserialize(readFileSync(kept))
  else {
    sentences = rows.map(({text}, n) =>
      sentencesOf({text, blocks: paragraphs[n].map(span => ({kind: 'paragraph', span}))}, model, lexicon),
    )
    mkdirSync(cache, {recursive: true})
    writeFileSync(kept, serialize(sentences))
  }
  return rows.map((row, n) => ({
    id: row.id,
    text: row.text,
    paragraphs: paragraphs[n],
    trees: treesOf(sentences[n], lexicon),
    gold: goldOf(row),
  }))
}
