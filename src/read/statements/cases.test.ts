import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import type {Reading, Span} from '../../model/index.ts'
import {loadEngine} from '../../ingest/engine.ts'

const engine = loadEngine()
const read = (text: string) => engine.read(engine.docOf(text, {published: '2024-05-15'}))

const folder = join(import.meta.dirname, '../../../cases')
/** In a case ¶ parts paragraphs. */
const paragraphs = (text: string) => text.replaceAll('¶', '\n\n')

/** "the minister | said | The border will stay shut | direct prediction"; a carried source is "–". */
function shown(text: string, {statements}: Reading, acts: boolean): string {
  const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : '–')
  const each = statements.map(
    ({source, cue, content, form, act}) =>
      `${words(source.span)} | ${words(cue)} | ${content.map(words).join(' + ')} | ${form}${acts ? ` ${act}` : ''}`,
  )
  return each.length === 0 ? 'none' : each.join('; ')
}

describe('statements', () => {
  for (const {at, text: line, expected, wanted} of readCases(join(folder, 'statements')))
    test(`${at} ${line}`, () => {
      const text = paragraphs(line)
      const found = shown(text, read(text), /(?:direct|indirect|mixed) [a-z]+(?:;|$)/.test(expected))
      if (wanted) expect(found, 'this holds now: write =>').not.toBe(expected)
      else expect(found).toBe(expected)
    })

  for (const {at, text, expected, wanted} of readCases(join(folder, 'speech-acts')))
    test(`${at} ${text}: the event that it is itself`, () => {
      const {statements, events} = read(text)
      const told = statements.map(({cue, event}) => {
        const itself = events.find(({id}) => id === event)
        return `${cue ? text.slice(cue.start, cue.end) : '–'} ${itself?.event ?? '–'}`
      })
      const found = told.join('; ') || 'none'
      if (wanted) expect(found, 'this holds now: write =>').not.toBe(expected)
      else expect(found).toBe(expected)
    })

  test('told the page’s own outlet, by its name, its last word or as this newspaper', () => {
    const channel = (text: string, outlet: string | null) => {
      const doc = engine.docOf(text, {published: '2024-05-15'})
      return engine.read({...doc, outlet}).statements.map(({channel: {outlet: id, how}}) => `${id} ${how}`)
    }
    const ledger = 'The minister told the Ledger that the border would open. “It is time,” he told this newspaper.'
    expect(channel(ledger, 'The Lima Ledger')).toEqual(['~the-lima-ledger said', '~the-lima-ledger said'])
    expect(channel('The minister told the Courier that the border would open.', 'The Lima Ledger')[0]).not.toContain(
      'lima',
    )
    expect(channel('The minister told the council that the border would open.', 'The Lima Ledger')).toEqual([
      'null none',
    ])
    expect(channel('The minister told this newspaper that the border would open.', null)[0]).not.toContain('lima')
  })
  test('what is told of a thing besides is nobody’s claim', () => {
    const {figures} = read('The group claimed the attack that killed 40 soldiers. Police said 12 people were killed.')
    expect(figures.map(({statement}) => statement !== null)).toEqual([false, true])
  })
  test('all who say the same words are its source', () => {
    const sources = (text: string) =>
      read(text).statements.map(({source: {entity, others}}) => [entity, ...others].sort())
    expect(sources('China, the United States and the European Union urged restraint.')).toEqual([
      ['CHN', 'USA', 'european-union'],
    ])
    expect(sources('India and Pakistan said the line was quiet.')).toEqual([['IND', 'PAK']])
    expect(sources('India said that Pakistan and China had met.')).toEqual([['IND']])
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
  test('so does the day that it tells', () => {
    const text =
      'On 4 March 2025 he thanked Chad for the arrest. An official told Reuters that the spy was caught about 10 days ago.'
    const [, day] = engine.read(engine.docOf(text, {published: null})).days
    expect([day.first, day.last, day.precision, day.approx]).toEqual(['2025-02-22', '2025-02-22', 'day', true])
    expect(day.anchor).toMatchObject({to: 'statement', day: null})
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
