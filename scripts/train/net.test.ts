import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {loadEnglish, loadModel, parse, toConllu} from '../../src/text/index.ts'
import {loadNet} from '../../src/text/net-file.ts'
import {trainNetOf} from './net-of.ts'

const models = join(import.meta.dirname, '../../models/en/text.bin')
const text = `Norway expelled two diplomats on Friday. The envoy said that talks would resume in Oman.
Troops left the town before the river rose. She did not sign the letter that he wrote.
Ministers of both states met in Quito and agreed on a plan. The old bridge was closed for repairs.`

describe('training of the net', () => {
  const folder = mkdtempSync(join(tmpdir(), 'net-'))
  afterAll(() => rmSync(folder, {recursive: true}))
  const few = Array.from({length: 5}, () => text).join('\n\n')
  writeFileSync(join(folder, 'few-train.conllu'), toConllu(few, parse(loadEnglish(), few)))
  const stages = [
    {epochs: 40, rate: 0.02, fall: 80},
    {epochs: 40, rate: 0.02, fall: 40},
  ]
  const train = (out: string, count: number, state?: string) => {
    const path = join(folder, out)
    const vectors = join(import.meta.dirname, 'vectors.bin')
    trainNetOf({data: folder, text: models, vectors, out: path, state, stages: stages.slice(0, count), log: () => {}})
    return readFileSync(path)
  }

  it('from a treebank to a file that reads it, in one run or in two, with the same bytes', () => {
    const whole = train('whole.bin', 2)
    const state = join(folder, 'state')
    train('half.bin', 1, state)
    expect(train('rest.bin', 2, state).equals(whole)).toBe(true)
    const model = loadModel(readFileSync(models))
    const learned = {...model, net: loadNet(whole, model).parser}
    const gold = parse(loadEnglish(), text)
    const found = parse(learned, text)
    const right = found.flatMap((s, k) => [...s.heads].map((head, i) => head === gold[k].heads[i]))
    expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.9)
  }, 300_000)
})
