import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {loadEngine, outcomes} from '../../ingest/index.ts'
import {explanationText} from './explain.ts'
import {makePaint} from './paint.ts'

const engine = loadEngine()
const explained = (text: string) => engine.explain(engine.docOf(text, {published: '2024-06-12'}))
const drawn = (text: string, all = false) => explanationText(explained(text), makePaint(false), {all})

describe('explain', () => {
  it('draws the tree, who is mentioned, the row that fired and why the event did not happen', () => {
    const text = drawn('Chile will not expel the diplomat from Peru.')
    expect(text).toContain('├─ Chile  subject, name')
    expect(text).toContain('“Peru” Peru (state, as a place, by name)')
    expect(text).toMatch(/✓ expel-envoy-of .*\n.*ACTOR: “Chile” · \{envoy\}: “diplomat”/)
    expect(text).toMatch(/SANCTION\/expel Chile → Peru, by expel-envoy-of\n {4}reality: negation, negated\n.*“not”/)
  })

  it('names the part of a pattern that is missing', () => {
    expect(drawn('The florists held talks with Ghana.')).toMatch(
      /✗ hold-talk-with .*\n.*\{talk\}: “talks”.*with RECIPIENT: “Ghana”.*\n.*not told: no party that may act does it/,
    )
    const [sentence] = explained('Kenya held a parade with Ghana.').sentences
    const row = sentence.rows.find(({rule}) => rule === 'hold-talk-with')
    expect(row?.outcome).toBe('object')
    expect(row?.pieces.map(({text, fits}) => [text, fits])).toEqual([
      ['ACTOR', true],
      ['{talk}', false],
      ['with RECIPIENT', true],
    ])
  })

  it('tells when another row says more, when only one side is named and when it is a game', () => {
    const outcomes = (text: string) =>
      Object.fromEntries(explained(text).sentences[0].rows.map(({rule, outcome}) => [rule, outcome]))
    expect(outcomes('Chile expelled the diplomat from Peru.')).toMatchObject({
      expel: 'lighter',
      'expel-envoy-of': 'fires',
    })
    expect(outcomes('Ghana ratified the treaty on Monday.')).toMatchObject({'ratify-accord-support': 'half'})
    expect(drawn('The goalkeeper attacked Ghana.')).toContain('“goalkeeper” shows that it is about a game')
  })

  it('says what was read as another part of speech than the table knows', () => {
    const [{otherwise, words}] = explained('A quick denounce of Ghana followed.').sentences
    expect(otherwise.map(({word, as}) => [words[word].form, as])).toContainEqual(['denounce', 'verb'])
  })

  it('explains every event of a reading, and nothing else', () => {
    const text = 'Iran accused Israel of the blast. Israel denied that it had attacked Iran.'
    const {sentences} = explained(text)
    const read = engine.read(engine.docOf(text, {published: '2024-06-12'})).events
    expect(sentences.flatMap(({events}) => events)).toEqual(read)
    for (const {events, rows} of sentences)
      for (const {evidence} of events)
        expect(rows.filter(({outcome}) => outcome === 'fires').map(({rule}) => rule)).toContain(evidence.rule)
  })

  it('takes any text and cannot be made to drive the terminal', () => {
    expect(drawn('')).toBe('No sentence found in the text.\n')
    expect(drawn('Iran \u001b[31maccused Israel.')).not.toContain('\u001b')
    fc.assert(fc.property(fc.string({maxLength: 60, unit: 'grapheme'}), text => typeof drawn(text, true) === 'string'))
  })

  it('has every outcome in its page, word for word', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/explain.md'), 'utf8')
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, name, why]) => [name, why])
    const {fires: _, ...reasons} = outcomes
    expect(Object.fromEntries(rows.filter(([name]) => name in outcomes))).toEqual(reasons)
  })

  it('is a command with JSON', () => {
    const main = join(import.meta.dirname, 'main.ts')
    const tsx = join(import.meta.dirname, '../../../node_modules/.bin/tsx')
    const {stdout, status} = spawnSync(tsx, [main, 'explain', '--json', 'Kenya accused Ghana.'], {encoding: 'utf8'})
    expect(status).toBe(0)
    const {sentences, entities} = JSON.parse(stdout)
    expect(sentences[0].words.map(({form}: {form: string}) => form)).toEqual(['Kenya', 'accused', 'Ghana', '.'])
    expect(entities.map(({id}: {id: string}) => id)).toEqual(['GHA', 'KEN'])
    expect(spawnSync(tsx, [main, 'explain'], {encoding: 'utf8'}).status).toBe(2)
  })
})
