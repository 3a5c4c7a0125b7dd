import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import type {Reading, Span} from '../../model/index.ts'
import {loadEngine} from '../../ingest/engine.ts'

const engine = loadEngine()
const read = (text: string) => engine.read(engine.docOf(text, {published: '2024-05-15'}))

/** "the minister | said | The border will stay shut | direct prediction"; a carried source is "–". */
function shown(text: string, {statements}: Reading): string {
  const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : '–')
  const each = statements.map(
    ({source, cue, content, form, act}) =>
      `${words(source.span)} | ${words(cue)} | ${content.map(words).join(' + ')} | ${form} ${act}`,
  )
  return each.length === 0 ? 'none' : each.join('; ')
}

describe('statements', () => {
  for (const {at, text, expected, wanted} of readCases(join(import.meta.dirname, '../../../cases/statements')))
    test(`${at} ${text}`, () => {
      if (wanted) expect(shown(text, read(text)), 'this holds now: write =>').not.toBe(expected)
      else expect(shown(text, read(text))).toBe(expected)
    })

  test('an outlet keeps to its speaker', () => {
    const text =
      'Shuja Nawaz told the BBC that the talks would go on. Omar Samad told CBS News that they would fail. “They are slow,” Nawaz said.'
    const channels = read(text).statements.map(({channel}) => `${channel.outlet} ${channel.how}`)
    expect(channels).toEqual(['bbc said', 'cbs said', 'bbc carried'])
  })
  test('the pair and the stance', () => {
    const [first, second] = read(
      'Pakistan thanked China for its support. The spokesman said cooperation between Iran and Turkey could improve.',
    ).statements
    expect([first.dyad, first.stance]).toEqual([['CHN', 'PAK'], 'for'])
    expect([second.dyad, second.stance]).toEqual([['IRN', 'TUR'], 'conditional'])
  })
  test('a day in somebody’s words hangs on the words', () => {
    const {days, statements} = engine.read(
      engine.docOf('An official told Reuters that the spy was caught about 10 days ago.', {published: null}),
    )
    expect(days[0].anchor).toEqual({to: 'statement', day: null, id: statements[0].id})
    expect([days[0].first, days[0].last]).toEqual([null, null])
  })
  test('the year that the paragraph tells bounds a day that hangs on nothing else', () => {
    const text =
      'In a speech in 2019 he thanked them. An official told Reuters that the spy was caught about 10 days ago.'
    const [, day] = engine.read(engine.docOf(text, {published: null})).days
    expect([day.first, day.last, day.precision, day.approx]).toEqual(['2019-01-01', '2019-12-31', 'year', true])
  })
  test('words announced in the paragraph before', () => {
    const {statements} = read('The minister continued:\n\n“We have waited long enough. Now we act.”')
    expect(statements.map(({form, cue}) => [form, cue !== null])).toEqual([['direct', true]])
  })
  test('a figure has its giver', () => {
    const {figures, statements} = read('Police said 12 people were killed.')
    expect(figures[0].statement).toBe(statements[0].id)
  })
})

describe('any text', () => {
  const bits = [
    '“',
    '”',
    '"',
    '‘',
    '’',
    'he said',
    ',',
    '.',
    '?',
    'that',
    'Iran',
    'according to',
    'told',
    'the BBC',
    '\n\n',
    ':',
    '–',
    'we',
    'will',
    'attack',
    ')',
    '(',
    'claimed responsibility',
    'X',
    '🇫🇷',
  ]
  const sound = (text: string) => {
    const {statements, days, figures} = read(text)
    const spans = [
      ...statements.flatMap(({content, cue, source, stanceCue}) => [
        ...content,
        cue,
        source.span,
        source.role,
        stanceCue,
      ]),
      ...days.map(({span}) => span),
      ...figures.map(({span}) => span),
    ].filter(span => span !== null)
    for (const {start, end} of spans) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(text.slice(start, end).trim()).not.toBe('')
    }
  }
  test('never throws; every span is a slice that is not empty', () => {
    const phrases = fc.array(fc.constantFrom(...bits), {maxLength: 18}).map(list => list.join(' '))
    const texts = fc.oneof(phrases, fc.string({unit: 'grapheme', maxLength: 120}))
    fc.assert(fc.property(texts, sound), {numRuns: 300, examples: [['he said “ ”'], ['according to “ , ”']]})
  })
})
