import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../../lexicon/index.ts'
import {bareDoc} from '../../model/index.ts'
import {loadEnglish} from '../../text/index.ts'
import {read} from '../pipeline.ts'

const model = loadEnglish()
const lexicon = loadLexicon()
const eventsOf = (text: string) =>
  read(bareDoc(text, {published: '2024-06-12', kind: 'report'}), {model, lexicon}).events

describe('who claims an attack', () => {
  it('is its doer', () => {
    const [event] = eventsOf(
      'A Kenyan minister was assassinated on Friday. The Taliban claimed responsibility for the attack.',
    )
    expect(event.actors.map(({entity}) => entity)).toEqual(['taliban'])
    expect(event.reality.claimed).toBe('taliban')
  })

  it('stays open where a leaflet claims it and nobody is named', () => {
    for (const claim of [
      'A leaflet claimed responsibility for it.',
      'Responsibility was claimed for the attack on Peru.',
    ]) {
      const [event] = eventsOf(`A Peruvian minister was assassinated on Friday. ${claim}`)
      expect(event).toMatchObject({event: 'ASSAULT', actors: []})
    }
  })
})
