import {gunzipSync} from 'node:zlib'
import {DetenteError} from '../model/index.ts'
import {turnRound} from './labels.ts'
import {expand, type Linear} from './linear.ts'
import {Morphology} from './morphology.ts'
import type {NetParser} from './net-parser.ts'
import type {TagChoice} from './tag.ts'
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
  /** Labels to choose from for a side and a pair of tags: `labelsFor[(side * (tags + 1) + head) * tags + child]`. */
  readonly labelsFor: readonly (readonly number[] | undefined)[]
  readonly cuts: Linear
  readonly ends: Linear
  readonly tagger: Linear
  readonly parser: Linear
  readonly labeller: Linear
  /** As `parser`, `labeller` and `labelsFor`, for sentences from right to left. */
  readonly backParser: Linear
  readonly backLabeller: Linear
  readonly backLabelsFor: readonly (readonly number[] | undefined)[]
  readonly reviser: Linear
  readonly relabeller: Linear
  /** A net over the whole sentence, which has the last word on tags and trees; absent: the reviser has. */
  readonly net?: NetParser
  /** Finds names; absent: there are none. */
  readonly names?: Linear
  /** Weights of the reader of statements, which `read` unpacks; absent: it has none. */
  readonly attribution?: Uint8Array
  /** Of each tag: 1 comma, 2 conjunction, 3 verb, 0 other. */
  readonly kinds: Uint8Array
}

/** Header of a model file. */
export interface ModelHeader {
  readonly format: 1
  readonly version: string
  readonly language: string
  readonly tags: readonly string[]
  readonly open: readonly number[]
  readonly names: readonly number[]
  readonly labels: readonly string[]
  readonly labelsFor: readonly (readonly [key: number, labels: readonly number[]])[]
  readonly contractions: readonly (readonly [word: string, cuts: readonly number[]])[]
  readonly clitics: readonly string[]
  readonly titles: readonly string[]
  /** Names and sizes in bytes of the parts that follow. */
  readonly parts: readonly (readonly [name: string, bytes: number])[]
}

/** Reads a model file: gzip of a length, a JSON header and its parts. Throws `model/format`. */
export function loadModel(bytes: Uint8Array): TextModel {
  try {
    return unpack(gunzipSync(bytes))
  } catch (cause) {
    throw new DetenteError('model/format', 'expected a text model (text.bin), found something else', {
      hint: 'npm run train -- text makes one',
      cause,
    })
  }
}

function unpack(bytes: Uint8Array): TextModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const size = view.getUint32(0, true)
  const utf8 = new TextDecoder()
  const header: ModelHeader = JSON.parse(utf8.decode(bytes.subarray(4, 4 + size)))
  if (header.format !== 1) throw new Error(`format ${header.format}`)
  const parts = new Map<string, Uint8Array>()
  let at = 4 + size
  for (const [name, length] of header.parts) {
    parts.set(name, bytes.subarray(at, at + length))
    at += length
  }
  const part = (name: string) => {
    const found = parts.get(name)
    if (!found) throw new Error(`part ${name}`)
    return found
  }
  const text = (name: string) => utf8.decode(part(name))
  const linear = (name: string) => expand(part(name))
  return assemble(header, {
    vocabulary: new Vocabulary(text('vocabulary')),
    morphology: new Morphology(text('words'), text('endings'), text('tags')),
    cuts: linear('cuts'),
    ends: linear('ends'),
    tagger: linear('tagger'),
    parser: linear('parser'),
    labeller: linear('labeller'),
    backParser: linear('backParser'),
    backLabeller: linear('backLabeller'),
    reviser: linear('reviser'),
    relabeller: linear('relabeller'),
  })
}

/** A model from its header and parts; training uses it before there is a file. */
export function assemble(
  header: Omit<ModelHeader, 'parts' | 'format'>,
  parts: Pick<
    TextModel,
    | 'vocabulary'
    | 'morphology'
    | 'cuts'
    | 'ends'
    | 'tagger'
    | 'parser'
    | 'labeller'
    | 'backParser'
    | 'backLabeller'
    | 'reviser'
    | 'relabeller'
  >,
): TextModel {
  const labelsFor: (readonly number[] | undefined)[] = []
  for (const [key, labels] of header.labelsFor) labelsFor[key] = labels
  return {
    version: header.version,
    language: header.language,
    tags: header.tags,
    upos: header.tags.map(tag => tag.slice(0, tag.indexOf('/'))),
    xpos: header.tags.map(tag => tag.slice(tag.indexOf('/') + 1)),
    choice: {open: header.open, names: header.names},
    labels: header.labels,
    labelsFor,
    backLabelsFor: turnRound(header.tags.length, labelsFor),
    writing: {
      contractions: new Map(header.contractions),
      clitics: header.clitics,
      titles: new Set(header.titles),
    },
    kinds: kindsOf(header.tags),
    ...parts,
  }
}

/** What stands between a word and its head, as revision counts it. */
export function kindsOf(tags: readonly string[]): Uint8Array {
  return Uint8Array.from(tags, tag =>
    tag === 'PUNCT/,' || tag === 'PUNCT/:' ? 1 : tag.startsWith('CCONJ/') ? 2 : tag.startsWith('VERB/') ? 3 : 0,
  )
}
