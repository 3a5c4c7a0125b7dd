import {readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {Sentence} from '../../src/model/index.ts'
import {type GoldSentence, loadEnglish, parse, parseWords, readConllu, type TextModel} from '../../src/text/index.ts'
import type {GoldSet, Score} from '../set.ts'

/** Trees against Universal Dependencies treebanks. */
export const trees: GoldSet = {
  name: 'trees',
  data: 'data/ud',
  about:
    'Share of gold words with the right tag, head, and head and label (subtypes left out, as at CoNLL 2018); from raw text F1 over words aligned by their characters.',
  async score(path) {
    return conlluFiles(path).flatMap(file => scoreFile(file, loadEnglish()))
  },
}

function conlluFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter(name => name.endsWith('.conllu') && !name.includes('train'))
    .sort()
    .map(name => join(path, name))
}

/** Scores one treebank, from gold words and from raw text. */
export function scoreFile(path: string, model: TextModel): Score[] {
  const gold = readConllu(readFileSync(path, 'utf8'))
  const split = basename(path, '.conllu')
  const {text, spans, starts, ends} = rawText(gold)
  const words: Sentence[] = gold.map((s, i) => parseWords(model, s.forms, starts[i], ends[i]))
  const raw = parse(model, text, spans)
  return [
    ...scoreWords(gold, words, split),
    ...scoreRaw(
      text,
      gold.map((s, i) => asSentence(s, starts[i], ends[i])),
      raw,
      split,
    ),
  ]
}

const plain = (label: string) => label.split(':')[0]

function scoreWords(gold: readonly GoldSentence[], found: readonly Sentence[], split: string): Score[] {
  const names = ['UPOS', 'XPOS', 'lemma', 'UAS', 'LAS', 'LAS with subtypes']
  const right = names.map(() => 0)
  let all = 0
  gold.forEach((s, k) => {
    const p = found[k]
    for (let i = 0; i < s.forms.length; i++) {
      all++
      if (s.upos[i] === p.upos[i]) right[0]++
      if (s.xpos[i] === p.xpos[i]) right[1]++
      if (s.lemmas[i] === p.lemmas[i] || s.lemmas[i] === '_') right[2]++
      if (s.heads[i] !== p.heads[i]) continue
      right[3]++
      if (plain(s.deprels[i]) === plain(p.deprels[i])) right[4]++
      if (s.deprels[i] === p.deprels[i]) right[5]++
    }
  })
  return names.map((name, i) => ({
    measure: `gold words: ${name}`,
    split,
    value: right[i] / all,
    detail: `${right[i]} of ${all}`,
  }))
}

function scoreRaw(text: string, gold: readonly Sentence[], found: readonly Sentence[], split: string): Score[] {
  // Offsets without white space, so that both sides agree on where a word is.
  const solid = new Int32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) solid[i + 1] = solid[i] + (/\s/.test(text[i]) ? 0 : 1)
  const key = (start: number, end: number) => `${solid[start]} ${solid[end]}`
  const sentences = new Set(gold.map(s => key(s.start, s.end)))
  const goldWords = new Map<string, [Sentence, number]>()
  for (const s of gold) for (let i = 0; i < s.length; i++) goldWords.set(key(s.starts[i], s.ends[i]), [s, i])
  const counts = {words: 0, sentences: 0, upos: 0, uas: 0, las: 0}
  let foundWords = 0
  const headKey = (s: Sentence, i: number) => (s.heads[i] < 0 ? 'root' : key(s.starts[s.heads[i]], s.ends[s.heads[i]]))
  for (const p of found) {
    if (sentences.has(key(p.start, p.end))) counts.sentences++
    foundWords += p.length
    for (let i = 0; i < p.length; i++) {
      const match = goldWords.get(key(p.starts[i], p.ends[i]))
      if (!match) continue
      const [s, k] = match
      counts.words++
      if (s.upos[k] === p.upos[i]) counts.upos++
      if (headKey(s, k) !== headKey(p, i)) continue
      counts.uas++
      if (plain(s.deprels[k]) === plain(p.deprels[i])) counts.las++
    }
  }
  const f1 = (measure: string, right: number, a: number, b: number): Score => ({
    measure: `raw text: ${measure} F1`,
    split,
    value: (2 * right) / (a + b),
    detail: `${right} right, ${a} gold, ${b} found`,
  })
  return [
    f1('sentences', counts.sentences, gold.length, found.length),
    f1('words', counts.words, goldWords.size, foundWords),
    f1('UPOS', counts.upos, goldWords.size, foundWords),
    f1('UAS', counts.uas, goldWords.size, foundWords),
    f1('LAS', counts.las, goldWords.size, foundWords),
  ]
}

function asSentence(s: GoldSentence, starts: Int32Array, ends: Int32Array): Sentence {
  const {forms, lemmas, upos, xpos, feats, deprels} = s
  const length = forms.length
  const heads = Int32Array.from(s.heads)
  return {
    start: starts[0],
    end: ends[length - 1],
    length,
    starts,
    ends,
    heads,
    forms,
    lemmas,
    upos,
    xpos,
    feats,
    deprels,
  }
}

/** The running text of a treebank, paragraphs parted by blank lines. */
function rawText(gold: readonly GoldSentence[]) {
  let text = ''
  let from = 0
  const starts: Int32Array[] = []
  const ends: Int32Array[] = []
  const spans: {start: number; end: number}[] = []
  for (const s of gold) {
    if (s.paragraph && text) {
      spans.push({start: from, end: text.length})
      text = `${text.trimEnd()}\n\n`
      from = text.length
    }
    const a = new Int32Array(s.forms.length)
    const b = new Int32Array(s.forms.length)
    s.forms.forEach((form, i) => {
      a[i] = text.length
      text += form
      b[i] = text.length
      if (s.spaces[i]) text += ' '
    })
    starts.push(a)
    ends.push(b)
  }
  spans.push({start: from, end: text.length})
  return {text, spans, starts, ends}
}
