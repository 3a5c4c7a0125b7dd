import {type Additions, type Lexicon, loadLexicon, noAdditions} from '../lexicon/index.ts'
import {bareDoc, type Doc, type Reading, type Sentence, type Span} from '../model/index.ts'
import {type Explanation, explain, type ReadOptions, read} from '../read/index.ts'
import {loadEnglish, parse, type TextModel} from '../text/index.ts'

/** The reader with its model and lexicon loaded: text in, trees and readings out. */
export interface Engine {
  readonly model: TextModel
  readonly lexicon: Lexicon
  parse(text: string, spans?: readonly Span[]): Sentence[]
  read(doc: Doc, onStage?: ReadOptions['onStage']): Reading
  /** Why a Doc is read as it is. */
  explain(doc: Doc): Explanation
  /** A Doc made of bare text, paragraphs parted by blank lines. */
  docOf: typeof bareDoc
}

/** Loads the English model and the built-in lexicon with what was added to it. Throws `model/…` and `lexicon/…` errors. */
export function loadEngine(additions: Additions = noAdditions): Engine {
  const model = loadEnglish()
  const lexicon = loadLexicon(undefined, additions)
  return {
    model,
    lexicon,
    parse: (text, spans) => parse(model, text, spans),
    read: (doc, onStage) => read(doc, {model, lexicon, onStage}),
    explain: doc => explain(doc, {model, lexicon}),
    docOf: bareDoc,
  }
}
