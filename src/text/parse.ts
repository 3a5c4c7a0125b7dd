import type {Sentence, Span} from '../model/index.ts'
import {Atoms, lookUp} from './atoms.ts'
import {Line, sentenceEnds} from './boundaries.ts'
import {Features} from './linear.ts'
import type {TextModel} from './model.ts'
import type {Arcs} from './net-parser.ts'
import {tag} from './tag.ts'
import {type Tokens, tokenize} from './tokens.ts'

/**
 * Sentences of `text` with words, tags, lemmas and trees, in the order of the text.
 * Only what lies inside `spans` is read, and no sentence crosses from one span into another;
 * without spans, paragraphs are what blank lines part. Takes any string; time grows with its length.
 */
export function parse(model: TextModel, text: string, spans: readonly Span[] = paragraphs(text)): Sentence[] {
  const sentences: Sentence[] = []
  const features = new Features()
  for (const {start, end} of spans) {
    const tokens: Tokens = {starts: [], ends: [], from: start}
    tokenize(model.cuts, model.writing, text, start, end, features, tokens)
    const line = new Line(text, tokens, model.vocabulary)
    let first = 0
    for (const last of sentenceEnds(model.ends, line, model.writing, features)) {
      const forms = line.printed.slice(first, last + 1)
      const [starts, ends] = [tokens.starts, tokens.ends].map(all => numbers(all, first, last + 1))
      sentences.push(sentenceOf(model, new Atoms(line, first, last + 1), forms, starts, ends, features))
      first = last + 1
    }
  }
  return sentences
}

function numbers(list: readonly number[], from: number, to: number): Int32Array {
  const found = new Int32Array(to - from)
  for (let i = from; i < to; i++) found[i - from] = list[i]
  return found
}

/** Parses one sentence of given words. */
export function parseWords(
  model: TextModel,
  forms: readonly string[],
  starts: Int32Array,
  ends: Int32Array,
  features = new Features(),
): Sentence {
  return sentenceOf(model, new Atoms(lookUp(forms, model.vocabulary)), forms, starts, ends, features)
}

function sentenceOf(
  model: TextModel,
  atoms: Atoms,
  forms: readonly string[],
  starts: Int32Array,
  ends: Int32Array,
  features: Features,
): Sentence {
  const n = forms.length
  const arcs = treeOf(model, atoms, features)
  const lemmas: string[] = []
  const upos: string[] = []
  const xpos: string[] = []
  const feats: string[] = []
  const deprels: string[] = []
  const heads = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const name = model.tags[atoms.tags[i]]
    upos.push(model.upos[atoms.tags[i]])
    xpos.push(model.xpos[atoms.tags[i]])
    const seen = model.morphology.seenAs(forms[i], name)
    lemmas.push(seen ? seen[2] : model.morphology.lemmaOfUnseen(forms[i], name))
    feats.push(seen ? seen[3] : model.morphology.commonFeats(name))
    deprels.push(model.labels[arcs.labels[i]])
    heads[i] = arcs.heads[i] === n ? -1 : arcs.heads[i]
  }
  return {start: starts[0], end: ends[n - 1], length: n, starts, ends, heads, forms, lemmas, upos, xpos, feats, deprels}
}

/** Tags a sentence and finds its tree; without a net every word hangs on the first one. */
function treeOf(model: TextModel, atoms: Atoms, features: Features): Arcs {
  tag(model.tagger, atoms, model.choice, features)
  return (
    model.net?.parse(atoms) ?? {
      heads: Int32Array.from(atoms.tags, (_, i) => (i ? 0 : atoms.length)),
      labels: Int32Array.from(atoms.tags, (_, i) => (i ? 1 : 0)),
    }
  )
}

function paragraphs(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    spans.push({start, end: gap.index})
    start = gap.index + gap[0].length
  }
  spans.push({start, end: text.length})
  return spans
}
