import type {bareDoc, Doc, Reading, Sentence, Span} from '../src/model/index.ts'
import type {Part} from './ablation.ts'

/** One measured number, 0 to 1 unless `unit` says otherwise. */
export interface Score {
  /** `triple F1 (country)`, `LAS`, … unique in its set and split. */
  readonly measure: string
  /** `dev`, `open`, `train`, or the file's name. */
  readonly split: string
  readonly value: number
  readonly unit?: string
  /** Counts behind it, for people: `121 of 154`. */
  readonly detail?: string
}

/** What a set may use to produce its predictions. */
export interface Tools {
  parse(text: string, spans?: readonly Span[]): Sentence[]
  read(doc: Doc): Reading
  /** Part of the reader that an ablation leaves out; sets that know none score as usual. */
  readonly without?: Part
  /** A Doc made of bare text (paragraphs parted by blank lines), as published on `published`. */
  docOf: typeof bareDoc
}

/** A gold set: what it scores and how. */
export interface GoldSet {
  readonly name: string
  /** File or folder under `../shared/gold` or `../shared/data`, relative to `../shared`. */
  readonly data: string
  /** One sentence: what is counted, by whose definition. */
  readonly about: string
  /** Scores the file or folder at `path`. */
  score(path: string, tools: Tools): Promise<Score[]>
}
