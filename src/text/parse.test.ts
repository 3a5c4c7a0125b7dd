import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {loadEnglish, parse, readConllu, Tree, toConllu} from './index.ts'

const model = loadEnglish()
const words = (text: string) => parse(model, text).map(s => s.forms.join(' '))

describe('parse', () => {
  it('keeps abbreviations, initials and titles inside a sentence', () => {
    expect(words('Gen. A. B. Noor met Mr. Obi in the U.S. on Monday. They spoke.')).toHaveLength(2)
  })

  it('gives a closing quotation mark to the sentence it closes', () => {
    for (const [open, close] of ['""', '“”', '«»'])
      expect(words(`${open}We will not leave.${close} The envoy sat down.`)).toHaveLength(2)
  })

  it('sets a dateline apart', () => {
    expect(words('QUITO, May 3 (Agency) - The minister left on Monday.')[0]).toBe('QUITO , May 3 ( Agency ) -')
    expect(words('QUITO — Ministers left on Monday.')).toHaveLength(2)
    expect(words('NATO – the alliance – met on Monday.')).toHaveLength(1)
    expect(words('The alliance - NATO - met on Monday.')).toHaveLength(1)
  })

  it('cuts contractions and possessives', () => {
    expect(words("They can't leave Oman's coast.")[0]).toBe("They ca n't leave Oman 's coast .")
    expect(words('He cannot come.')[0]).toBe('He can not come .')
  })

  it('never crosses from one span into another', () => {
    const text = 'A title without a stop The first line'
    const found = parse(model, text, [
      {start: 0, end: 22},
      {start: 23, end: text.length},
    ])
    expect(found.map(s => text.slice(s.start, s.end))).toEqual(['A title without a stop', 'The first line'])
  })

  it('finds who did what to whom', () => {
    const [sentence] = parse(model, 'Norway expelled two diplomats on Friday.')
    const tree = new Tree(sentence)
    expect(tree.form(tree.root)).toBe('expelled')
    expect(tree.subjects(tree.root).map(i => tree.form(i))).toEqual(['Norway'])
    expect(tree.objects(tree.root).map(i => tree.form(i))).toEqual(['diplomats'])
  })

  it('takes a sentence of 5,000 words', () => {
    const text = Array.from({length: 5000}, (_, i) => ['troops', 'and', 'guns', 'of', 'towns', 'that'][i % 6]).join(' ')
    expect(parse(model, text).reduce((n, s) => n + s.length, 0)).toBe(5000)
  })

  it('gives nothing for nothing', () => {
    expect(parse(model, '')).toEqual([])
    expect(parse(model, ' \n\n\t ')).toEqual([])
  })

  it('gives trees on any string', () => {
    const bits = fc.constantFrom(
      'Iran',
      "n't",
      '.',
      '”',
      '"',
      ' ',
      '\n',
      'U.S.',
      '😀',
      '🇮🇷',
      '\ud83d',
      '—',
      'can',
      '’s',
      '3',
    )
    const any = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(bits, {maxLength: 60}).map(list => list.join('')),
    )
    fc.assert(
      fc.property(any, text => {
        let before = 0
        for (const s of parse(model, text)) {
          expect(s.length).toBeGreaterThan(0)
          expect(s.start).toBeGreaterThanOrEqual(before)
          expect(s.heads.filter(head => head < 0)).toHaveLength(1)
          const tree = new Tree(s)
          for (let i = 0; i < s.length; i++) {
            expect(text.slice(s.starts[i], s.ends[i])).toBe(s.forms[i])
            expect(s.starts[i]).toBeGreaterThanOrEqual(before)
            before = s.ends[i]
            // A token outside the walk of the tree would be in a cycle.
            expect(tree.covers(tree.root, i)).toBe(true)
            tree.subjects(i)
            tree.objects(i)
          }
          expect(s.end).toBe(before)
        }
        expect(text.replace(/[\s\u200b\ufeff]/g, '')).toBe(
          parse(model, text)
            .flatMap(s => s.forms)
            .join('')
            .replace(/[\s\u200b\ufeff]/g, ''),
        )
      }),
      {numRuns: 150, seed: 1},
    )
  })

  it('writes CoNLL-U that reads back', () => {
    const text = "The envoy didn't go. It's late: Oman's (new) plan failed."
    const sentences = parse(model, text)
    const conllu = toConllu(text, sentences)
    expect(conllu).toContain("3-4\tdidn't\t_")
    const back = readConllu(conllu)
    expect(back.map(s => s.forms)).toEqual(sentences.map(s => s.forms))
    expect(back.map(s => s.heads)).toEqual(sentences.map(s => [...s.heads]))
    expect(back.map(s => s.deprels)).toEqual(sentences.map(s => s.deprels))
  })
})

describe('ends of sentences', () => {
  const sentences = (text: string) => parse(loadEnglish(), text).map(({start, end}) => text.slice(start, end))

  it('a quotation that ends in a comma goes on to say who spoke', () => {
    const text = '“We thank Kenya, and we will go on,” Chilean Prime Minister Ana Lopez said in a statement.'
    expect(sentences(text)).toEqual([text])
  })

  it('a bracket in a title ends nothing; one with a sentence in it does', () => {
    expect(sentences('Col. (retd) Juan Lopez said no.')).toHaveLength(1)
    expect(sentences('They left. (Nobody saw them.) Then it rained.')).toHaveLength(3)
  })
})
