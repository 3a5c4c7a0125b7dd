import {expect, test} from 'vitest'
import {article} from '../fixtures/index.ts'
import {marksOf, mentionMarks, recordsBySentence} from './marks.ts'

const answer = article('doc_1111111111111111')

test('every mark lies in the text and names its record', () => {
  const {text} = answer.doc
  const ids = new Set([...answer.reading.events, ...answer.reading.statements].map(r => r.id))
  for (const {span, record, part} of marksOf(answer)) {
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeLessThanOrEqual(text.length)
    expect(record === null ? part === 'flag' || part === 'figure' : ids.has(record)).toBe(true)
  }
})

test('a mention says who is meant and why', () => {
  const {text} = answer.doc
  const marks = mentionMarks(answer)
  expect(marks.map(m => [text.slice(m.span.start, m.span.end), m.label])).toEqual([
    ['United States', 'United States (name)'],
    ['Pakistan', 'Pakistan (name)'],
  ])
})

test('sentences with records come in the order of the text, each record once', () => {
  const sentences = recordsBySentence(answer.reading)
  expect(sentences.map(s => s.sentence)).toEqual([...sentences.map(s => s.sentence)].sort((a, b) => a - b))
  const all = sentences.flatMap(s => s.records)
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBe(answer.reading.events.length + answer.reading.statements.length)
})
