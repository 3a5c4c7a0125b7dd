import {describe, expect, test} from 'vitest'
import {agenciesIn, creditLine, staffLine} from './credit.ts'

test.each([
  ['Source: Al-Manara (Cairo)', {source: 'Al-Manara'}],
  ['Source: Northern Wire, 14 May 2019', {source: 'Northern Wire'}],
  ['Source: the Northern Wire (Tarn), 2019-05-14', {source: 'Northern Wire'}],
  ['Originally published in the Northern Review on 3 March 2012', {source: 'Northern Review'}],
  ['This article was originally published in The Northern Review.', {source: 'The Northern Review'}],
  ['By Mira Tolen', {byline: 'Mira Tolen'}],
  ['By Anton Weiss and Lea Marin', {byline: 'Anton Weiss and Lea Marin'}],
  ['BY PETRA VOLKMANN | 14 November 2023', {byline: 'PETRA VOLKMANN'}],
  ['By Ana de Souza in Lisbon', {byline: 'Ana de Souza'}],
  ['Translated from Dari by Hoda Selim', {translator: 'Hoda Selim'}],
  ['Translation: Hoda Selim', {translator: 'Hoda Selim'}],
])('%s', (text, found) => expect(creditLine(text)).toEqual(found))

test.each([
  'By Monday, the army had taken the bridge.',
  'By Friday the talks had failed, and nobody was surprised by it.',
  'Source close to the minister denied it',
  'The novel was translated by a clerk of the ministry.',
  'The two ministers met in the old port.',
])('not %s', text => expect(creditLine(text)).toBeNull())

describe('agenciesIn', () => {
  test('datelines, endings and lines', () => {
    expect(agenciesIn(['TARN (Reuters) - Two men were freed.'], [])).toEqual(['Reuters'])
    expect(agenciesIn(['Two men were freed.', 'They went home. (AFP)'], [])).toEqual(['AFP'])
    expect(agenciesIn(['Two men were freed.'], ['With inputs from ANI and PTI'])).toEqual(['ANI', 'PTI'])
    expect(agenciesIn(['Two men were freed.'], ['With agency inputs'])).toEqual(['With agency inputs'])
  })

  test('an agency that only speaks is not credited', () => {
    expect(agenciesIn(['Two men were freed, Reuters reported on Friday.', 'AP said more would follow.'], [])).toEqual(
      [],
    )
  })
})

test('staff lines', () => {
  expect(staffLine('(Reporting by Jo Ray; Editing by Al Poe)')).toBe(true)
  expect(staffLine('Reporting from the border has become harder, she said.')).toBe(false)
})
