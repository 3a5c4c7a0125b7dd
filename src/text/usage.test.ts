import {describe, expect, it} from 'vitest'
import {usageLines} from '../../scripts/train/usage.ts'
import {readConllu} from './conllu.ts'
import {Usage, usedAs} from './usage.ts'

const upos = ['NOUN', 'VERB', 'PROPN']
const labels = ['root', 'nsubj', 'nsubj:pass', 'obj', 'xcomp']
const usage = new Usage(
  '\tnsubj NOUN 900,nsubj PROPN 300,obj NOUN 900,root VERB 900,xcomp VERB 90,xcomp NOUN 9\nfear\tnsubj NOUN 9,root VERB 9\nbombing\tnsubj NOUN 9\nCabinet\tobj PROPN 20',
  upos,
  labels,
)
const best = (word: string, label: string, scores: number[]) =>
  upos[usage.best(word, labels.indexOf(label), Float32Array.from([7, ...scores]), 1, 3)]

describe('usage', () => {
  it('tips close scores to the tag that the word has in that relation, subtypes aside', () => {
    expect(best('fear', 'nsubj:pass', [1, 1.2, 0])).toBe('NOUN')
    expect(best('fear', 'root', [1.2, 1, 0])).toBe('VERB')
    expect(best('Cabinet', 'obj', [1.2, 0, 1])).toBe('PROPN')
  })

  it('leaves clear scores alone', () => {
    expect(best('fear', 'root', [6, 1, 0])).toBe('NOUN')
  })

  it('in a relation that the word never had goes by what stands there', () => {
    expect(best('bombing', 'xcomp', [0, 1.4, 0])).toBe('VERB')
    expect(best('bombing', 'obj', [0, 1.4, 0])).toBe('NOUN')
  })

  it('says nothing of words that it does not know', () => {
    expect(best('dread', 'nsubj', [1, 2, 3])).toBe(undefined)
  })

  it('keeps a capital only where it tells something', () => {
    const forms = ['The', 'CABINET', 'met']
    const lower = ['the', 'cabinet', 'met']
    expect([0, 1, 2].map(i => usedAs(forms, lower, i, false))).toEqual(['the', 'Cabinet', 'met'])
    expect(usedAs(forms, lower, 1, true)).toBe('cabinet')
  })

  it('is made from words seen twice, and from all together', () => {
    const word = (n: number, form: string, tag: string, head: number, label: string) =>
      `${n}\t${form}\t${form}\t${tag}\tX\t_\t${head}\t${label}\t_\t_\n`
    const sentence = `${word(1, 'Fear', 'NOUN', 2, 'nsubj:pass')}${word(2, 'fear', 'VERB', 0, 'root')}${word(3, 'it', 'NOUN', 2, 'obj')}\n`
    expect(usageLines(readConllu(sentence), new Set(upos))).toBe(
      '\tnsubj NOUN 1,obj NOUN 1,root VERB 1\nfear\tnsubj NOUN 1,root VERB 1',
    )
  })
})
