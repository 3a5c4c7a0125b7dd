import {expect, test} from 'vitest'
import {loadEnglish} from './english.ts'
import {regularNoun, regularVerb} from './stems.ts'

const nobody = () => false

test.each([
  ['shouted', 'shoute', 'shout'],
  ['shelled', 'shel', 'shell'],
  ['patrolled', 'patroll', 'patrol'],
  ['scrapped', 'scrapp', 'scrap'],
  ['timed', 'tim', 'time'],
  ['influenced', 'influenc', 'influence'],
  ['toppled', 'toppl', 'topple'],
  ['denounces', 'denounce', 'denounce'],
])('what spelling says: %s', (form, guess, base) => {
  expect(regularVerb(form, guess, word => word === 'shell')).toBe(base)
})

test('a known verb comes before spelling, the guess before other known verbs', () => {
  expect(regularVerb('scraping', 'scrap', word => word === 'scrape')).toBe('scrape')
  expect(regularVerb('scraping', 'scrap', word => word === 'scrape' || word === 'scrap')).toBe('scrap')
})

test('what has no base keeps the guess', () => {
  expect(regularVerb('fought', 'fight', nobody)).toBe('fight')
  expect(regularVerb('red', 'read', nobody)).toBe('read')
  expect(regularVerb("let's", 'let', nobody)).toBe('let')
})

test('a plural has a known singular, else the guess', () => {
  const known =
    (...nouns: string[]) =>
    (word: string) =>
      nouns.includes(word)
  expect(regularNoun('navies', 'navie', known('navy'))).toBe('navy')
  expect(regularNoun('crises', 'crise', known('crisis'))).toBe('crisis')
  expect(regularNoun('series', 'sery', known('series'))).toBe('series')
  expect(regularNoun('movies', 'movie', known('movie', 'movy'))).toBe('movie')
  expect(regularNoun('glorps', 'glorp', nobody)).toBe('glorp')
})

test('lemmas of verbs that training never saw', () => {
  const {morphology} = loadEnglish()
  expect(morphology.lemmaOfUnseen('Shelling', 'VERB/VBG')).toBe('shell')
  expect(morphology.lemmaOfUnseen('blurting', 'VERB/VBG')).toBe('blurt')
})
