import type {ExplainedSentence} from '../../ingest/index.ts'
import type {Paint} from './paint.ts'
import {printable} from '../../answer/printable.ts'

const tags: {readonly [tag: string]: string} = {
  ADJ: 'adjective',
  ADP: 'preposition',
  ADV: 'adverb',
  AUX: 'auxiliary',
  CCONJ: 'conjunction',
  DET: 'determiner',
  INTJ: 'interjection',
  NOUN: 'noun',
  NUM: 'number',
  PART: 'particle',
  PRON: 'pronoun',
  PROPN: 'name',
  PUNCT: 'mark',
  SCONJ: 'conjunction',
  SYM: 'symbol',
  VERB: 'verb',
  X: 'other',
}

const relations: {readonly [relation: string]: string} = {
  acl: 'clause about it',
  'acl:relcl': 'relative clause',
  advcl: 'clause of time, cause or aim',
  advmod: 'adverb',
  amod: 'attribute',
  appos: 'apposition',
  aux: 'auxiliary',
  'aux:pass': 'passive auxiliary',
  case: 'preposition',
  cc: 'conjunction',
  ccomp: 'clause as object',
  compound: 'part of a compound',
  'compound:prt': 'particle of the verb',
  conj: 'coordinated',
  cop: 'form of “be”',
  csubj: 'clause as subject',
  det: 'determiner',
  discourse: 'aside',
  expl: 'empty subject',
  fixed: 'part of a set phrase',
  flat: 'part of a name',
  iobj: 'indirect object',
  mark: 'mark of a clause',
  nmod: 'noun behind it',
  'nmod:poss': 'owner',
  'nmod:unmarked': 'bare noun beside it',
  nsubj: 'subject',
  'nsubj:pass': 'subject of a passive',
  nummod: 'number',
  obj: 'object',
  obl: 'adverbial',
  'obl:agent': 'doer of a passive',
  'obl:unmarked': 'bare adverbial',
  parataxis: 'clause beside it',
  punct: 'punctuation',
  root: 'root',
  vocative: 'who is addressed',
  xcomp: 'complement',
}

/** A part of speech in plain English. */
export function tagName(tag: string): string {
  return tags[tag] ?? tag
}

/** The dependency tree of a sentence, one word a line below the word that it hangs on; punctuation is left out. */
export function drawTree({words}: ExplainedSentence, paint: Paint): string[] {
  const below = words.map<number[]>(() => [])
  words.forEach(({head, tag}, n) => {
    if (head >= 0 && tag !== 'PUNCT') below[head].push(n)
  })
  const lines: string[] = []
  const drawn = new Set<number>()
  const draw = (n: number, first: string, rest: string) => {
    if (drawn.has(n)) return
    drawn.add(n)
    const {form, lemma, tag, relation} = words[n]
    const said = [relations[relation] ?? relation, tagName(tag)]
    if (lemma.toLowerCase() !== form.toLowerCase()) said.push(`of “${printable(lemma)}”`)
    lines.push(`${first}${printable(form)}  ${paint.dim(said.join(', '))}`)
    const last = below[n].length - 1
    for (const [at, child] of below[n].entries())
      draw(child, `${rest}${at === last ? '└─ ' : '├─ '}`, `${rest}${at === last ? '   ' : '│  '}`)
  }
  words.forEach(({head}, n) => {
    if (head < 0) draw(n, '', '')
  })
  return lines
}
