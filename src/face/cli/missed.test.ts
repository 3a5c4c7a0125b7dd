import {expect, test} from 'vitest'
import {missedFrom} from './missed.ts'

test('settings become what a request would hold', () => {
  expect(
    missedFrom([
      'event=accuse/allege',
      'theme=human rights, cyber',
      'actor=Iran,~Ada (person, KEN)',
      'day=2019-05-01..2019-05-03',
    ]),
  ).toEqual({
    part: 'event',
    event: 'ACCUSE',
    mode: 'allege',
    contexts: ['human rights', 'cyber'],
    actors: ['Iran', '~Ada (person, KEN)'],
    recipients: [],
    reality: 'occurred',
    aspect: null,
    first: '2019-05-01',
    last: '2019-05-03',
    place: null,
    country: null,
  })
  expect(missedFrom(['speaker=Iran', 'cue=said', 'about=IRN, ISR'])).toMatchObject({
    part: 'statement',
    about: ['IRN', 'ISR'],
  })
  expect(missedFrom(['figure=killed', 'number=10-13', 'total=yes'])).toMatchObject({low: 10, high: 13, total: true})
  expect(missedFrom(['figure=killed', 'number=13'])).toMatchObject({low: 13, high: 13, approx: false})
})

test('what is no setting, or none of that part, is named', () => {
  for (const [words, found] of [
    [['13'], 'found 13'],
    [['figure=killed', 'actor=CHL'], 'of a figure, found actor'],
    [[], 'found nothing'],
  ] as const)
    expect(() => missedFrom(words)).toThrow(found)
})
