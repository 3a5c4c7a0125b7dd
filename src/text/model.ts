import {DetenteError} from '../model/index.ts'
import {openContainer} from './container.ts'
import {expand, type Linear} from './linear.ts'
import {Morphology} from './morphology.ts'
import type {NetParser} from './net-parser.ts'
import {TagChoice} from './tag.ts'
import type {Writing} from './tokens.ts'
import {Vocabulary} from './vocabulary.ts'

/** Everything that is known of one language. */
export interface TextModel {
  /** Changes with the weights. */
  readonly version: string
  readonly language: string
  readonly vocabulary: Vocabulary
  readonly writing: Writing
  readonly morphology: Morphology
  /** `NOUN/NN`: universal and language-specific tag. */
  readonly tags: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly choice: TagChoice
  readonly labels: readonly string[]
  readonly cuts: Linear
  readonly ends: Linear
  readonly tagger: Linear
  /** A net over the whole sentence, which has the last word on tags and gives the trees. */
  readonly net?: NetParser
  /** Finds names; absent: there are none. */
  readonly names?: Linear
  /** Weights of the reader of statements, which `read` unpacks; absent: it has none. */
  readonly attribution?: Uint8Array
}

/** Header of a model file. */
export interface ModelHeader {
  readonly format: 2
  readonly version: string
  readonly language: string
  readonly tags: readonly string[]
  readonly open: readonly number[]
  readonly names: readonly number[]
  readonly labels: readonly string[]
  readonly contractions: readonly (readonly [word: string, cuts: readonly number[]])[]
  readonly clitics: readonly string[]
  readonly titles: readonly string[]
}

/** Reads a model file. Throws `model/format`. */
export function loadModel(file: Uint8Array): TextModel {
  try {
    return unpack(file)
  } catch (cause) {
    throw new DetenteError('model/format', 'expected a text model (text.bin), found something else', {
      hint: 'npm run train -- text makes one',
      cause,
    })
  }
}

function unpack(file: Uint8Array): TextModel {
  const {header, part} = openContainer<ModelHeader>(file)
  const {format, version, language, tags, labels, open, names} = header
  if (format !== 2) throw new Error(`format ${format}`)
  const utf8 = new TextDecoder()
  const text = (name: string) => utf8.decode(part(name))
  const vocabulary = new Vocabulary(text('vocabulary'))
  const seenAs =
    (...names: string[]) =>
    (word: string) =>
      vocabulary.entry(word).tags.some(tag => names.includes(tags[tag]))
  const is = {verb: seenAs('VERB/VB', 'VERB/VBP'), noun: seenAs('NOUN/NN')}
  return {
    version,
    language,
    tags,
    labels,
    upos: tags.map(tag => tag.slice(0, tag.indexOf('/'))),
    xpos: tags.map(tag => tag.slice(tag.indexOf('/') + 1)),
    choice: new TagChoice(open, names),
    writing: {
      contractions: new Map(header.contractions),
      clitics: header.clitics,
      titles: new Set(header.titles),
    },
    vocabulary,
    morphology: new Morphology(text('words'), text('endings'), text('tags'), is),
    cuts: expand(part('cuts')),
    ends: expand(part('ends')),
    tagger: expand(part('tagger')),
  }
}
