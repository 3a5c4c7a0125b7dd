import {expect, test} from 'vitest'
import {loadEngine} from '../../ingest/engine.ts'
import {goldOf} from './gold.ts'

const {read, docOf} = loadEngine()
const actorsOf = (text: string) => goldOf(read(docOf(text, {published: '2025-03-04'}))).actors.map(({name}) => name)

test('unnamed people are actors only where they speak, or act for a country', () => {
  expect(actorsOf('Civilians fled when troops came to Goma.')).toEqual([])
  expect(actorsOf('A diplomat said that Iran would wait.')).toEqual(['Iran', 'unnamed: diplomat'])
  expect(actorsOf('Turkish diplomats accused Greece of lying.')).toContain('unnamed: Turkish diplomats')
})

test('a place and the adjective of a state are no actors by themselves', () => {
  expect(actorsOf('The border was older than French rule.')).toEqual([])
  expect(actorsOf('France drew the border.')).toEqual(['France'])
  expect(actorsOf('French troops attacked Mali.')).not.toContain('France')
})

test('the Kremlin is told as Russia, and who speaks for states together has none', () => {
  expect(actorsOf('Russia waited. The Kremlin accused Poland of lying.')).toEqual(['Poland', 'Russia'])
  const [guterres] = goldOf(
    read(docOf('António Guterres, the UN secretary-general, said he hoped.', {published: '2024-03-04'})),
  ).actors.filter(({name}) => name.includes('Guterres'))
  expect(guterres.country).toBeNull()
})

test('a number belongs to a mention, the time of an entry does not', () => {
  const printed = (text: string) =>
    goldOf(read(docOf(text, {published: '2025-03-04'}))).actors.flatMap(({mentions}) => mentions)
  expect(printed('Russia sent 2,000 peacekeepers.')).toContain('2,000 peacekeepers')
  expect(printed('12.05 Turkish diplomats accused Greece of lying.')).not.toContain('12.05 Turkish diplomats')
})
