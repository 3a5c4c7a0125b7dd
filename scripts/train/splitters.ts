import {advance, endFeatures, Line, mayEnd, startReading} from '../../src/text/boundaries.ts'
import type {GoldSentence} from '../../src/text/conllu.ts'
import {Features, type Linear, scoreOf} from '../../src/text/linear.ts'
import {cutFeatures, cutPlaces, type Writing} from '../../src/text/tokens.ts'
import type {Vocabulary} from '../../src/text/vocabulary.ts'
import {chance, Perceptron, shuffled} from './perceptron.ts'

/** A paragraph of running text with the places of its words and sentences. */
export interface Paragraph {
  readonly text: string
  readonly starts: number[]
  readonly ends: number[]
  /** Index of each sentence's last word. */
  readonly lasts: number[]
}

/** Sentences put back into paragraphs, as they would stand on a page. */
export function paragraphsOf(sentences: readonly GoldSentence[]): Paragraph[] {
  const all: Paragraph[] = []
  let text = ''
  let now: {starts: number[]; ends: number[]; lasts: number[]} = {starts: [], ends: [], lasts: []}
  const close = () => {
    if (now.starts.length) all.push({text: text.trimEnd(), ...now})
    text = ''
    now = {starts: [], ends: [], lasts: []}
  }
  for (const s of sentences) {
    if (s.paragraph) close()
    s.forms.forEach((form, i) => {
      now.starts.push(text.length)
      text += form
      now.ends.push(text.length)
      if (s.spaces[i]) text += ' '
    })
    now.lasts.push(now.starts.length - 1)
  }
  close()
  return all
}

/** Trains the cuts between words. */
export function trainCuts(paragraphs: readonly Paragraph[], writing: Writing, bits: number, epochs: number): Linear {
  const perceptron = new Perceptron(bits)
  const features = new Features()
  const random = chance(3)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const k of shuffled(paragraphs.length, random)) {
      const {text, starts} = paragraphs[k]
      const gold = new Set(starts)
      for (const [start, end, at, address] of cutPlaces(writing, text, 0, text.length)) {
        cutFeatures(text, start, end, at, address, features)
        learn(perceptron, features, gold.has(at))
      }
    }
  return perceptron.averaged()
}

/** Trains the ends of sentences. */
export function trainEnds(
  paragraphs: readonly Paragraph[],
  writing: Writing,
  vocabulary: Vocabulary,
  bits: number,
  epochs: number,
): Linear {
  const perceptron = new Perceptron(bits)
  const features = new Features()
  const random = chance(5)
  const lines = paragraphs.map(p => new Line(p.text, p, vocabulary))
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const k of shuffled(paragraphs.length, random)) {
      const line = lines[k]
      const gold = new Set(paragraphs[k].lasts)
      const reading = startReading()
      for (let i = 0; i + 1 < line.forms.length; i++) {
        advance(reading, line.forms[i])
        if (mayEnd(line, i, writing)) {
          endFeatures(line, i, reading, features)
          learn(perceptron, features, gold.has(i))
        }
        if (gold.has(i)) {
          reading.first = i + 1
          reading.brackets = 0
        }
      }
    }
  return perceptron.averaged()
}

function learn(perceptron: Perceptron, features: Features, truth: boolean): void {
  const guess = scoreOf(perceptron, features, 1) > scoreOf(perceptron, features, 0)
  perceptron.tick()
  if (guess === truth) return
  perceptron.update(features, truth ? 1 : 0, 1)
  perceptron.update(features, truth ? 0 : 1, -1)
}
