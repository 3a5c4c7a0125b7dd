import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {loadLexicon} from '../../../src/lexicon/index.ts'
import {knownNames} from '../../../src/read/mentions/known-names.ts'
import {readConllu} from '../../../src/text/conllu.ts'
import {compand, Features, type Linear} from '../../../src/text/linear.ts'
import {nameKinds, NameView, tagNames} from '../../../src/text/names.ts'
import {loadEnglish, parseWords} from '../../../src/text/index.ts'
import {namesInGum} from './gum.ts'
import {type NamedSentence, trainNames} from './train.ts'

export interface NamesOptions {
  /** Folder with `gum_nonnc-train.conllu` and `en_ewt-ud-train.conllu`. */
  readonly data: string
  readonly out: string
  readonly log: (line: string) => void
}

/**
 * Trains the finder of names: on the names that GUM marks, then again with sentences of EWT, whose trees tell where proper nouns
 * are and the first finder which kind they are of. Uses the trees, words and lists of names that are there already.
 */
export function trainNamesOf({data, out, log}: NamesOptions): void {
  const model = loadEnglish()
  const known = knownNames(loadLexicon())
  const features = new Features()
  const gum: NamedSentence[] = namesInGum(readFileSync(join(data, 'gum_nonnc-train.conllu'), 'utf8')).map(
    ({sentence: {forms}, labels}) => {
      const empty = new Int32Array(forms.length)
      return {view: new NameView(parseWords(model, forms, empty, empty, features), model.vocabulary, known), labels}
    },
  )
  log(`${gum.length} sentences with names marked by people`)
  const first = trainNames(gum, 20, 8)
  const more = properNouns(data, known, first, features)
  log(`${more.length} sentences with names marked by the first finder`)
  const {table} = trainNames([...gum, ...gum, ...more], 21, 6)
  const file = gzipSync(compand(table, 0.25), {level: 9})
  writeFileSync(out, file)
  log(`${out}: ${(file.length / 1e6).toFixed(2)} MB`)
}

const months = 'january february march april may june july august september october november december'
const days = 'monday tuesday wednesday thursday friday saturday sunday christmas'
const short = 'mon tue wed thu fri jan feb mar apr jun jul aug sep sept oct nov dec'
const calendar = new Set([months, days, short].flatMap(list => list.split(' ')))

/** Sentences of EWT whose proper nouns the finder accounts for, each name made of proper nouns. */
function properNouns(
  data: string,
  known: ReturnType<typeof knownNames>,
  finder: Linear,
  features: Features,
): NamedSentence[] {
  const {vocabulary} = loadEnglish()
  return readConllu(readFileSync(join(data, 'en_ewt-ud-train.conllu'), 'utf8')).flatMap(s => {
    const {forms, upos, xpos} = s
    const view = new NameView({...s, heads: Int32Array.from(s.heads)}, vocabulary, known)
    const labels = new Int32Array(view.length)
    for (const {kind, first, last} of tagNames(finder, view, features)) {
      const inside = forms.slice(first, last + 1)
      if (inside.some((form, i) => upos[first + i] !== 'PROPN' && /^\p{L}/u.test(form) && !joining.test(form))) continue
      for (let i = first; i <= last; i++) labels[i] = 1 + 2 * nameKinds.indexOf(kind) + (i > first ? 1 : 0)
    }
    const left = forms.some((form, i) => xpos[i] === 'NNP' && !labels[i] && !calendar.has(form.toLowerCase()))
    return left ? [] : [{view, labels}]
  })
}

const joining = /^(?:of|for|and|the|de|la|&)$/i
