import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../../lexicon/index.ts'
import type {CodedEvent, EventCode, Party, Reading} from '../../model/index.ts'
import {bareDoc, eventCodes} from '../../model/index.ts'
import {loadEnglish} from '../../text/index.ts'
import {read} from '../pipeline.ts'
import {codeOf} from './codes.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const model = loadEnglish()
const lexicon = loadLexicon()
const published = '2024-06-12'
const notOccurred =
  /\b(?:historical|future|hypothetical|negation|planned|promised|desired|feared|demanded|possible|conditional|asked|negated|refused|failed)\b/

describe.each(['events', 'reality'])('cases/%s', folder => {
  if (process.env.CASES === 'mark') markCases(join(root, 'cases', folder), fits)
  const cases = readCases(join(root, 'cases', folder))

  it('holds where it says so', () => {
    const failures = cases.filter(one => one.holds && !fits(one)).map(report)
    expect(failures).toEqual([])
  })

  it('has no wanted case that holds already', () => {
    const done = cases.filter(one => !one.holds && fits(one)).map(({file, line}) => `${file}:${line} holds: write =>`)
    expect(done).toEqual([])
  })
})

describe('cases/events', () => {
  const cases = readCases(join(root, 'cases', 'events'))

  it('names only rows that exist', () => {
    const ids = new Set(lexicon.acts.rows.map(({id}) => id))
    expect([...new Set(cases.flatMap(({rules}) => rules))].filter(id => !ids.has(id))).toEqual([])
  })

  it('hits and spares every row', () => {
    expect(uncovered(cases)).toEqual([])
  })

  it('finds at most three acts in sentences of sport, business, culture and science', () => {
    const none = cases.filter(({file}) => file.startsWith('none-'))
    const events = none.flatMap(({text}) => reading(text).events)
    expect(none.length).toBeGreaterThanOrEqual(300)
    expect(events.length).toBeLessThanOrEqual(3)
  })

  it('hits every type and mode, with a none for every five hits at least', () => {
    const types = new Set<string>()
    for (const {expected, holds} of cases) if (holds) types.add(expected.split(/[ /]/)[0])
    expect(eventCodes.filter((code: EventCode) => !types.has(code))).toEqual([])
    const none = cases.filter(({expected}) => expected === 'none').length
    expect(none * 5).toBeGreaterThan(cases.length)
  })
})

describe('cases', () => {
  const cases = ['events', 'reality'].flatMap(folder => readCases(join(root, 'cases', folder)))
  const told = cases.filter(({expected}) => expected !== 'none')
  const none = cases.length - told.length
  const unreal = told.filter(({expected}) => notOccurred.test(expected)).length

  it('does not shrink, and keeps as many sentences without an occurred act as with one', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3700)
    expect(none).toBeGreaterThanOrEqual(1500)
    expect(unreal).toBeGreaterThanOrEqual(230)
    expect(2 * (none + unreal)).toBeGreaterThanOrEqual(cases.length)
  })

  it('has cases for every type, and for every value of reality', () => {
    const by = (words: readonly string[]) =>
      words.filter(word => told.filter(({expected}) => new RegExp(`\\b${word}\\b`).test(expected)).length < 10)
    expect(by(eventCodes)).toEqual([])
    expect(by(['historical', 'future', 'hypothetical', 'negation'])).toEqual([])
  })

  it('holds in all but a few', () => {
    expect(cases.filter(({holds}) => !holds).length / cases.length).toBeLessThan(0.06)
  })
})

/** Rows that no case hits, or that every case which names them hits. */
function uncovered(cases: readonly Case[]): string[] {
  const hit = new Set<string>()
  const spared = new Set<string>()
  for (const {text, rules, holds} of cases) {
    if (!holds) continue
    const fired = new Set(reading(text).events.map(({evidence}) => evidence.rule))
    for (const id of fired) hit.add(id)
    for (const id of rules) if (!fired.has(id)) spared.add(id)
  }
  return lexicon.acts.rows.map(({id}) => id).filter(id => !hit.has(id) || !spared.has(id))
}

const readings = new Map<string, Reading>()

function reading(text: string): Reading {
  const known = readings.get(text)
  if (known) return known
  const made = read(bareDoc(text, {published, kind: 'report'}), {model, lexicon})
  readings.set(text, made)
  return made
}

function fits({text, expected}: Case): boolean {
  const {events, entities} = reading(text)
  if (expected === 'none') return events.length === 0
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const codes = (party: Party) => [party.entity, party.country, codeOf(party, byId.get(party.entity))]
  const wanted = expected.split(/\s*;\s*/)
  return wanted.every(one => events.some(event => matches(event, one, codes)))
}

type Codes = (party: Party) => (string | null)[]

/** `ACCUSE/allege IRN > ISR`, `AGREE USA + JOR`, `AID USA > PAK future`, `- > USA` for nobody named. */
function matches(event: CodedEvent, expected: string, codes: Codes): boolean {
  const [, type, mode, rest] = /^([A-Z]+)(?:\/([a-z-]+))?\s*(.*)$/.exec(expected) ?? []
  if (event.event !== type || (mode && event.mode !== mode)) return false
  const words = rest.split(/\s+/).filter(Boolean)
  const tail: string[] = []
  while (words.length > 0 && /^[a-z]+(?::\S+)?$/.test(words[words.length - 1])) tail.unshift(words.pop() ?? '')
  const value = tail.find(word => !word.includes(':')) ?? 'occurred'
  const [value1, aspect] = value.split(',')
  if (!realityFits(event, value1, aspect)) return false
  const sides = words
    .join(' ')
    .split('>')
    .map(side =>
      side
        .split('+')
        .map(code => code.trim())
        .filter(code => code && code !== '-'),
    )
  const [left, right = []] = sides
  if (words.includes('+') && right.length === 0) return same([...event.actors, ...event.recipients], left, codes)
  return same(event.actors, left, codes) && (sides.length < 2 || same(event.recipients, right, codes))
}

function realityFits({reality}: CodedEvent, word: string, _aspect?: string): boolean {
  const values = ['occurred', 'historical', 'future', 'hypothetical', 'negation']
  if (word === 'claimed') return reality.claimed !== null
  if (word === 'denied') return reality.denied !== null
  return values.includes(word) ? reality.value === word : reality.aspect === word
}

function same(parties: readonly Party[], expected: readonly string[], codes: Codes): boolean {
  return expected.every(code => parties.some(party => codes(party).includes(code)))
}

function report(one: Case): string {
  const {events} = reading(one.text)
  const found = events.map(({event, mode, actors, recipients, reality, evidence}) => {
    const ids = (parties: readonly Party[]) => parties.map(({entity}) => entity).join(' + ') || '-'
    return `${event}/${mode} ${ids(actors)} > ${ids(recipients)} ${reality.value},${reality.aspect} by ${evidence.rule}`
  })
  return `${one.file}:${one.line} ${one.text} => ${one.expected}; found ${found.join('; ') || 'none'}`
}

/** One line of a `.cases` file: a text and what must be read in it. */
interface Case {
  readonly file: string
  readonly line: number
  readonly rules: readonly string[]
  readonly text: string
  /** `true`: must hold (`=>`); `false`: wanted, and must not hold yet (`~>`). */
  readonly holds: boolean
  readonly expected: string
}

/** Reads the case files of a folder in the order of their names. Throws a plain `Error` on a line of another form or a repeated text. */
function readCases(folder: string): Case[] {
  const cases: Case[] = []
  const seen = new Set<string>()
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.cases'))
    .sort()) {
    let rules: readonly string[] = []
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .forEach((raw, n) => {
        const line = raw.trim()
        if (line === '') return
        if (line.startsWith('@rules')) {
          rules = line.split(/\s+/).slice(1)
          return
        }
        const match = /^(.+?)\s+([=~])>\s+(.+)$/.exec(line)
        if (!match) throw new Error(`${file}:${n + 1}: expected "text => codes", found "${line}"`)
        const [, text, mark, expected] = match
        if (seen.has(text)) throw new Error(`${file}:${n + 1}: this text is there twice`)
        seen.add(text)
        cases.push({file, line: n + 1, rules, text, holds: mark === '=', expected})
      })
  }
  return cases
}

/** Writes `=>` at the cases of a folder that hold and `~>` at the others, for use after the language model was trained anew. */
function markCases(folder: string, holds: (one: Case) => boolean): void {
  const texts = new Map<string, string[]>()
  for (const one of readCases(folder)) {
    const path = join(folder, one.file)
    const lines = texts.get(path) ?? readFileSync(path, 'utf8').split('\n')
    texts.set(path, lines)
    lines[one.line - 1] = `${one.text} ${holds(one) ? '=>' : '~>'} ${one.expected}`
  }
  for (const [path, lines] of texts) writeFileSync(path, lines.join('\n'))
}
