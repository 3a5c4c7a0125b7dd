import type {Sentence} from '../../model/index.ts'
import {mend} from './mend.ts'

/** Words that the tests of mends need. */
export const words = {
  telling: new Set(['say']),
  intransitive: new Set(['arrive', 'agree']),
  willing: new Set(['ready']),
  people: new Set(['rebel']),
  reporting: new Set(['say']),
  deliberate: new Set(['accuse', 'blame']),
  verbForms: new Map([
    ['says', 'say'],
    ['overran', 'overrun'],
    ['bombing', 'bomb'],
  ]),
}

/** A sentence from `form|TAG|head|label|lemma` words; heads count from 0. */
export function sentenceOf(text: string): Sentence {
  const words = text.split(' ').map(word => word.split('|'))
  const upos: {readonly [tag: string]: string} = {
    DT: 'DET',
    IN: 'ADP',
    MD: 'AUX',
    JJ: 'ADJ',
    RB: 'ADV',
    CD: 'NUM',
    TO: 'PART',
  }
  const universal = (tag: string) =>
    upos[tag] ??
    (tag.startsWith('V') ? 'VERB' : tag.startsWith('NNP') ? 'PROPN' : tag.startsWith('N') ? 'NOUN' : 'PUNCT')
  const length = words.length
  return {
    start: 0,
    end: length,
    length,
    starts: Int32Array.from(words.keys()),
    ends: Int32Array.from(words.keys(), i => i + 1),
    heads: Int32Array.from(words, ([, , head]) => Number(head)),
    forms: words.map(([form]) => form),
    lemmas: words.map(([form, , , , lemma]) => lemma ?? form),
    upos: words.map(([, tag, , label]) => (label?.startsWith('aux') ? 'AUX' : universal(tag))),
    xpos: words.map(([, tag]) => tag),
    feats: words.map(() => ''),
    deprels: words.map(([, , , label]) => label),
  }
}

/** The mended tree as `form:relation:head`. */
export function drawn(text: string): string {
  const {forms, heads, deprels} = mended(text)
  return forms.map((form, i) => `${form}:${deprels[i]}:${forms[heads[i]] ?? '-'}`).join(' ')
}

/** The sentence of these words, mended. */
export function mended(text: string): Sentence {
  return mend(sentenceOf(text), words)
}
