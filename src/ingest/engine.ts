import {type Additions, type Lexicon, loadLexicon, noAdditions} from '../lexicon/index.ts'
import type {Doc, Reading, Sentence, Span} from '../model/index.ts'
import {type Explanation, explain, type ReadOptions, read} from '../read/index.ts'
import {loadEnglish, parse, type TextModel} from '../text/index.ts'

/** The reader with its model and lexicon loaded: text in, trees and readings out. */
export interface Engine {
  readonly model: TextModel
  readonly lexicon: Lexicon
  /** The best trees; those that `read` stands on are quicker and less right. */
  parse(text: string, spans?: readonly Span[]): Sentence[]
  read(doc: Doc, onStage?: ReadOptions['onStage']): Reading
  /** Why a Doc is read as it is. */
  explain(doc: Doc): Explanation
  /** A Doc made of bare text, paragraphs parted by blank lines. */
  docOf(text: string, options?: {published?: string | null; title?: string | null; id?: string}): Doc
}

/** Loads the English model and the built-in lexicon with what was added to it. Throws `model/…` and `lexicon/…` errors. */
export function loadEngine(additions: Additions = noAdditions): Engine {
  const model = loadEnglish({net: false})
  const lexicon = loadLexicon(undefined, additions)
  return {
    model,
    lexicon,
    parse: (text, spans) => parse(loadEnglish(), text, spans),
    read: (doc, onStage) => read(doc, {model, lexicon, onStage}),
    explain: doc => explain(doc, {model, lexicon}),
    docOf: bareDoc,
  }
}

const paragraph = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g

function bareDoc(
  text: string,
  {
    published = null,
    title = null,
    id = 'doc_text',
  }: {published?: string | null; title?: string | null; id?: string} = {},
): Doc {
  const given = {from: 'given', words: published ?? '', won: true, why: 'given by the caller'} as const
  return {
    id,
    snapshot: {sha256: '', bytes: 0, mediaType: 'text/plain', charset: 'utf-8'},
    url: null,
    title,
    outlet: null,
    republisher: null,
    translator: null,
    byline: null,
    credits: [],
    language: 'en',
    kind: 'unknown',
    text,
    blocks: [...text.matchAll(paragraph)].map(({index, 0: words}) => ({
      kind: 'paragraph',
      span: {start: index, end: index + words.length},
    })),
    cut: [],
    published: {
      day: published,
      bounds: {first: published, last: published, why: published === null ? [] : ['given by the caller']},
      candidates: published === null ? [] : [{day: published, ...given}],
    },
    notes: [],
  }
}
