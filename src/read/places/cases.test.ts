import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import {bareDoc, type PlaceReading} from '../../model/index.ts'
import {loadEnglish} from '../../text/index.ts'
import {read} from '../pipeline.ts'
import {resolveToponyms} from './resolve.ts'

const model = loadEnglish()
const lexicon = loadLexicon()
const root = join(import.meta.dirname, '../../..')

/** "Paris USA city; Texas USA region" */
const shown = (places: readonly PlaceReading[]) =>
  places.map(({name, country, precision}) => `${name} ${country ?? '-'} ${precision}`).join('; ') || 'none'

describe('places', () => {
  for (const {at, text, expected, wanted} of readCases(join(root, 'cases/places')))
    test(`${at} ${text}`, () => {
      const found = shown(read(bareDoc(text, {kind: 'report'}), {model, lexicon}).places ?? [])
      if (wanted) expect(found, 'this holds now: write =>').not.toBe(expected)
      else expect(found).toBe(expected)
    })

  test('an event has its place', () => {
    const [event] = read(bareDoc('Turkish troops attacked Syrian forces near Raqqa on Monday.'), {
      model,
      lexicon,
    }).events
    expect(event?.place).toMatchObject({name: 'Raqqa', country: 'SYR', precision: 'city'})
    expect(event?.place?.latitude).toBeCloseTo(35.95, 0)
  })

  test('never throws, whatever the names', () => {
    const gazetteer = lexicon.gazetteer()
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 60}), fc.nat(60), fc.nat(60), (text, a, b) => {
        const span = {start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length)}
        expect(resolveToponyms(text, [span, span], lexicon, gazetteer)).toHaveLength(2)
      }),
      {numRuns: 200},
    )
  })
})

describe('the gazetteer', () => {
  const folder = join(root, 'data/gazetteer')

  test('is the one whose checksum the lexicon version holds', () => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, 'places.tsv')))
      .digest('hex')
    expect(readFileSync(join(folder, 'places.sha256'), 'utf8').trim()).toBe(sum)
  })

  test('is sorted, so that it can be searched by halves', () => {
    const lines = readFileSync(join(folder, 'places.tsv'), 'utf8').split('\n').slice(1, -1)
    for (let n = 1; n < lines.length; n++)
      if (Buffer.compare(Buffer.from(lines[n - 1]), Buffer.from(lines[n])) >= 0) expect.fail(`line ${n + 2}`)
  })

  test('knows every state of the lexicon', () => {
    for (const id of lexicon.states.keys()) expect(lexicon.gazetteer().middleOf(id), id).not.toBeNull()
  })
})
