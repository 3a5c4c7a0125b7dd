import type {Sentence, Span} from '../model/index.ts'
import {shape} from './atoms.ts'
import {hashSlice, hashString, mix} from './hash.ts'
import {bestOf, Features, type Linear} from './linear.ts'
import type {TextModel} from './model.ts'
import type {Vocabulary} from './vocabulary.ts'

export const nameKinds = ['person', 'organisation', 'place'] as const
export type NameKind = (typeof nameKinds)[number]

/** A name in a sentence: words `first` to `last`. */
export interface Name {
  readonly kind: NameKind
  readonly first: number
  readonly last: number
  readonly span: Span
}

/**
 * What a list of names says of a phrase in lower case, as bits: 1 a person, 2 a first name or surname, 4 an organisation, 8 a place,
 * 16 a word that organisations have in their names, 128 people of a country, 256 a large place.
 */
export type KnownNames = (phrase: string) => number

/** Names of people, organisations and places in a sentence of this model, in the order of the text; they do not overlap. */
export function findNames(model: TextModel, sentence: Sentence, known?: KnownNames): Name[] {
  if (!model.names) return []
  const view = new NameView(sentence, model.vocabulary, known)
  return tagNames(model.names, view, new Features()).map(({kind, first, last}) => ({
    kind,
    first,
    last,
    span: {start: sentence.starts[first], end: sentence.ends[last]},
  }))
}

/** Labels: 0 outside, then begin and go on for each kind. */
export const nameLabels = 1 + 2 * nameKinds.length
const outsideOrBegin = [0, 1, 3, 5]
const longest = 4

/** Labels that may follow `before`: a name goes on only as what it began. */
export function labelsAfter(before: number): readonly number[] {
  return before === 0 ? outsideOrBegin : [...outsideOrBegin, before + (before & 1)]
}

/** What the tagger of names sees of a sentence. */
export class NameView {
  readonly length: number
  readonly words: Int32Array
  readonly shapes: Int32Array
  readonly known: Int32Array
  readonly fine: Int32Array
  readonly middle: Int32Array
  readonly coarse: Int32Array
  readonly written: Int32Array
  readonly tags: Int32Array
  readonly lower: string[]
  readonly loud: number

  constructor(
    readonly sentence: Pick<Sentence, 'forms' | 'upos' | 'xpos' | 'deprels' | 'heads'>,
    vocabulary: Vocabulary,
    known: KnownNames | undefined,
  ) {
    const {forms, xpos} = sentence
    const n = forms.length
    this.length = n
    const make = () => new Int32Array(n)
    this.words = make()
    this.shapes = make()
    this.known = make()
    this.fine = make()
    this.middle = make()
    this.coarse = make()
    this.written = make()
    this.tags = make()
    this.lower = forms.map(form => form.toLowerCase())
    let capitals = 0
    for (let i = 0; i < n; i++) {
      const entry = vocabulary.entry(this.lower[i])
      this.words[i] = hashString(this.lower[i])
      this.shapes[i] = shape(forms[i])
      this.fine[i] = entry.fine
      this.middle[i] = entry.middle
      this.coarse[i] = entry.coarse
      this.written[i] = entry.written
      this.tags[i] = hashString(xpos[i])
      if (this.shapes[i] & 4) capitals++
    }
    this.loud = n > 3 && capitals > n * 0.7 ? 1 : 0
    if (known) this.lookUp(known)
  }

  /** Bits of the longest known phrase over each word, with 64 where it begins. */
  private lookUp(known: KnownNames): void {
    for (let i = 0; i < this.length; i++) {
      if (!(this.shapes[i] & 7)) continue
      let phrase = ''
      for (let j = i; j < Math.min(this.length, i + longest); j++) {
        phrase += (j > i ? ' ' : '') + this.lower[j]
        const bits = known(phrase)
        if (!bits) continue
        for (let k = i; k <= j; k++) {
          if (j > i) this.known[k] = bits | 32 | (k === i ? 64 : 0)
          else if (!(this.known[k] & 32)) this.known[k] |= bits
        }
      }
    }
  }
}

/** Fills `features` for word `i`; `labels` holds those before it. */
export function nameFeatures(view: NameView, i: number, labels: Int32Array, features: Features): void {
  const {words, shapes, known, fine, middle, coarse, written, tags, lower, length, loud, sentence} = view
  const at = (list: Int32Array, k: number) => (k < 0 ? -1 : k < length ? list[k] : -2)
  const word = lower[i]
  const n = word.length
  const before = i ? labels[i - 1] : 0
  const s = mix(shapes[i], loud)
  const w = words[i]
  const g = known[i]
  const t = tags[i]
  const w1 = at(words, i - 1)
  const n1 = at(words, i + 1)
  const first = i === 0 ? 1 : 0
  const head = sentence.heads[i]
  const f = features
  f.count = 0
  f.add(mix(1, before))
  f.add(mix(2, w))
  f.add(mix(3, mix(w, before)))
  f.add(mix(4, w1))
  f.add(mix(5, n1))
  f.add(mix(6, mix(w1, s)))
  f.add(mix(7, mix(n1, s)))
  f.add(mix(8, mix(s, first)))
  f.add(mix(9, mix(s, before)))
  f.add(mix(10, mix(s, mix(written[i], first))))
  f.add(mix(11, t))
  f.add(mix(12, mix(t, before)))
  f.add(mix(13, mix(t, at(tags, i + 1))))
  f.add(mix(14, mix(t, at(tags, i - 1))))
  f.add(mix(15, mix(t, s)))
  f.add(mix(16, g))
  f.add(mix(17, mix(g, before)))
  f.add(mix(18, mix(g, t)))
  f.add(mix(19, mix(g, mix(s, written[i]))))
  f.add(mix(20, at(known, i + 1)))
  f.add(mix(21, mix(at(known, i - 1), g)))
  f.add(mix(22, mix(g, at(known, i + 1))))
  f.add(mix(23, fine[i]))
  f.add(mix(24, middle[i]))
  f.add(mix(25, coarse[i]))
  f.add(mix(26, mix(middle[i], s)))
  f.add(mix(27, mix(coarse[i], mix(t, before))))
  f.add(mix(28, mix(middle[i], before)))
  f.add(mix(29, at(middle, i - 1)))
  f.add(mix(30, at(middle, i + 1)))
  f.add(mix(31, mix(at(middle, i - 1), s)))
  f.add(mix(32, mix(at(middle, i + 1), s)))
  f.add(mix(33, at(fine, i - 1)))
  f.add(mix(34, at(fine, i + 1)))
  for (let k = 1; k <= 4; k++) {
    f.add(mix(35, hashSlice(word, Math.max(0, n - k), n)))
    f.add(mix(36, hashSlice(word, 0, Math.min(k, n))))
  }
  f.add(mix(37, mix(at(shapes, i - 1), mix(s, at(shapes, i + 1)))))
  f.add(mix(38, mix(at(words, i - 2), w1)))
  f.add(mix(39, mix(n1, at(words, i + 2))))
  f.add(mix(40, hashString(sentence.deprels[i])))
  f.add(mix(41, head < 0 ? -1 : words[head]))
  f.add(mix(42, mix(t, head < 0 ? -1 : middle[head])))
  f.add(mix(43, mix(hashString(sentence.deprels[i]), before)))
  f.add(mix(44, mix(length < 5 ? length : 5, mix(s, first))))
  f.add(mix(45, mix(length < 5 ? length : 5, mix(i, t))))
  f.add(mix(46, mix(w1, at(tags, i - 1))))
  f.add(mix(47, mix(n1, t)))
}

/** Names of a sentence, from left to right; they do not overlap. */
export function tagNames(
  linear: Linear,
  view: NameView,
  features: Features,
): {kind: NameKind; first: number; last: number}[] {
  const labels = new Int32Array(view.length)
  for (let i = 0; i < view.length; i++) {
    nameFeatures(view, i, labels, features)
    labels[i] = bestOf(linear, features, labelsAfter(i ? labels[i - 1] : 0))
  }
  return namesOf(labels)
}

/** Names that labels tell. */
export function namesOf(labels: ArrayLike<number>): {kind: NameKind; first: number; last: number}[] {
  const names: {kind: NameKind; first: number; last: number}[] = []
  for (let i = 0; i < labels.length; i++) {
    if (!(labels[i] & 1)) continue
    let last = i
    while (last + 1 < labels.length && labels[last + 1] === labels[i] + 1) last++
    names.push({kind: nameKinds[(labels[i] - 1) >> 1], first: i, last})
  }
  return names
}
