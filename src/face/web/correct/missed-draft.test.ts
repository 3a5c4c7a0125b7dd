import {expect, test} from 'vitest'
import {article} from '../fixtures/index.ts'
import {missedDraftOf, missedGivenOf, namesIn} from './missed-draft.ts'

const answer = article('doc_1111111111111111')
const {text} = answer.doc
const marked = (words: string) => ({
  span: {start: text.indexOf(words), end: text.indexOf(words) + words.length},
  words,
})
const [{span}] = answer.reading.mentions
const first = answer.reading.sentences.find(({start, end}) => start <= span.start && span.end <= end)!
const sentence = text.slice(first.start, first.end)

test('the form begins with what the sentence names; a number begins as a number', () => {
  const draft = missedDraftOf(answer, marked(sentence))
  expect(draft).toMatchObject({part: 'event', words: sentence, actors: 'United States', recipients: 'Pakistan'})
  expect(missedDraftOf(answer, {span: first, words: 'some 1,300'})).toMatchObject({
    part: 'figure',
    low: '1300',
    approx: true,
  })
  expect(missedDraftOf(answer, {span: first, words: '“Go home,”'})).toMatchObject({part: 'statement'})
})

test('what is sent points at the words that are left of those marked', () => {
  const draft = missedDraftOf(answer, marked(sentence))
  const words = sentence.split(' ').slice(1, 3).join(' ')
  const given = missedGivenOf({...draft, words: ` ${words} `}, 'doc_1', marked(sentence))
  expect(text.slice(given!.start as number, given!.end as number)).toBe(words)
  expect(given).toMatchObject({kind: 'add', part: 'event', recipients: ['Pakistan'], place: null})
  for (const lacking of [{words: ''}, {words: 'no such words'}, {part: 'figure' as const, low: 'many'}])
    expect(missedGivenOf({...draft, ...lacking}, 'doc_1', marked(sentence))).toBe(null)
})

test('names are parted by commas, not by those in brackets', () => {
  expect(namesIn('Pakistan, ~Ada (person, KEN),,USA ')).toEqual(['Pakistan', '~Ada (person, KEN)', 'USA'])
})
