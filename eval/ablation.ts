import {loadLexicon} from '../src/lexicon/index.ts'
import type {Doc, Span} from '../src/model/index.ts'
import {sentencesOf, treesOf} from '../src/read/index.ts'
import {type Attribution, attributionsIn} from '../src/read/statements/attributions.ts'
import {chooseIn} from '../src/read/statements/learned/choose.ts'
import {attributionModel} from '../src/read/statements/learned/load.ts'
import type {Line} from '../src/read/statements/lines.ts'
import {loadEnglish} from '../src/text/index.ts'

export const parts = ['rules', 'model'] as const
/** What an ablation leaves out: the constructions and the table of cues, or the learned reader. */
export type Part = (typeof parts)[number]

export interface Said {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** Reads attributions with one part left out. Joining what goes on in the next line stays: without it nothing is whole. */
export function readerWithout(part: Part): (doc: Doc) => Said[] {
  const text = loadEnglish()
  const lexicon = loadLexicon()
  const learned = attributionModel(text)
  if (!learned) throw new Error('expected a text model with attribution.bin')
  const {cues} = lexicon
  const accepts = (pos: 'v' | 'n' | 'p', lemma: string, form: string) =>
    part !== 'rules' && cues.find(pos, lemma, form) !== null
  const none = new Map()
  return doc => {
    const trees = treesOf(sentencesOf(doc, text, lexicon), lexicon)
    const choose =
      part === 'model' ? undefined : (line: Line) => chooseIn(line, trees, lexicon, learned, text.vocabulary, none)
    const paragraphs = doc.blocks.length > 0 ? doc.blocks.map(({span}) => span) : undefined
    return attributionsIn(doc.text, trees, accepts, paragraphs, choose).map(saidIn)
  }
}

function saidIn(one: Attribution): Said {
  let from: Attribution | null = one
  while (from && !from.source) from = from.after
  return {source: from?.source ? [from.source] : [], cue: one.cue ? [one.cue] : [], content: one.content}
}
