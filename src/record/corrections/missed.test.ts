import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {CorrectionChange, Entity, Mention, Missed, Reading} from '../../model/index.ts'
import {type OpenRecord, openRecord} from '../index.ts'
import {type SampleDoc, sampleReading} from '../sample.ts'

let folder = ''
let record: OpenRecord
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-missed-'))
  record = await openRecord(join(folder, 'record.duckdb'))
})
afterEach(async () => {
  await record.close()
  rmSync(folder, {recursive: true, force: true})
})

const maker = {by: 'Ada', at: '2025-03-06T10:00:00Z', why: 'it is there'}
const state = (id: string, name: string): Entity => ({
  id,
  kind: 'state',
  name,
  country: null,
  sector: null,
  since: null,
  until: null,
  wikidata: null,
})
const [pakistan, usa] = [state('PAK', 'Pakistan'), state('USA', 'United States')]
const other: Entity = {...state('~the-other-hill', 'The other Hill'), kind: 'person', country: 'USA'}

const sample: SampleDoc = {
  outlet: 'Ledger',
  published: '2021-02-04',
  text:
    'Pakistan gave the United States a cold shoulder on 3 February. Nobody else did.\n\n' +
    '“We part,” said Hill on Monday, “and we shall not meet.” Some 13 soldiers fell. She wept.',
  events: [{event: 'PROTEST', clause: 'Some 13 soldiers fell', cue: 'fell', actor: 'PAK'}],
  statements: [{speaker: '~eve-hill', content: ['Nobody else did'], cue: 'Nobody'}],
}

function mentioned(reading: Reading): Reading {
  const mention = (id: string, words: string, entity: string, antecedent: string | null = null): Mention => {
    const start = reading.doc.text.indexOf(words)
    const sentence = reading.sentences.findLastIndex(each => each.start <= start)
    const span = {start, end: start + words.length}
    const bare = {id, span, sentence, head: 0, entities: [entity], all: false, sense: 'actor', sector: null} as const
    return {...bare, reason: antecedent ? 'pronoun' : 'name', role: null, antecedent}
  }
  const start = reading.doc.text.indexOf('3 February')
  const february: Reading['days'][number] = {
    id: 'dy_1',
    span: {start, end: start + '3 February'.length},
    first: '2021-02-03',
    last: '2021-02-03',
    precision: 'day',
    approx: false,
    anchor: {to: 'said', day: null},
    kind: 'day',
    timex: null,
  }
  return {
    ...reading,
    days: start < 0 ? [] : [february],
    mentions: [
      mention('m_1', 'Pakistan', 'PAK'),
      mention('m_2', 'the United States', 'USA'),
      mention('m_3', 'Hill', '~eve-hill'),
      mention('m_4', 'She', '~eve-hill', 'm_3'),
    ],
  }
}

async function keep(change: (reading: Reading) => Reading = reading => reading): Promise<string> {
  const {bytes, reading} = sampleReading(sample)
  await record.keep(bytes, change(mentioned(reading)))
  return reading.doc.id
}

/** The same bytes, read by a newer version into this text. */
async function reread(text: string, events = sample.events, reader = '2'): Promise<void> {
  const {bytes, reading: old} = sampleReading(sample)
  const {reading} = sampleReading({...sample, text, events, reader})
  const {id, snapshot} = old.doc
  await record.keep(bytes, mentioned({...reading, doc: {...reading.doc, id, snapshot}}))
}

const everything = async () =>
  JSON.stringify([
    await record.incidents(),
    await record.events(),
    await record.statements(),
    await record.entities(),
    await record.pairs(),
    (await record.reading((await record.docs())[0].id)).figures,
  ])
const at = (words: string) => ({start: sample.text.indexOf(words), end: sample.text.indexOf(words) + words.length})
const correct = (change: CorrectionChange) => record.correct({...maker, change})
const shoulder: Missed = {
  part: 'event',
  event: 'REJECT',
  mode: null,
  contexts: ['diplomatic'],
  actors: [pakistan],
  recipients: [usa],
  reality: 'occurred',
  aspect: 'plain',
  days: {first: '2021-02-03', last: '2021-02-03', precision: 'day'},
  place: null,
}
const parting: Missed = {
  part: 'statement',
  speaker: null,
  cue: 'said',
  stance: 'against',
  act: 'prediction',
  about: [pakistan, usa],
}
const fallen: Missed = {
  part: 'figure',
  what: 'killed',
  low: 13,
  high: 13,
  approx: true,
  unit: null,
  who: 'soldiers',
  total: false,
  of: null,
}
const added = (doc: string, words: string, missed: Missed) => correct({kind: 'add', doc, span: at(words), missed})

describe('what the reader missed', () => {
  test('an event stands with the words of those that it names, and joins, counts and goes as one that was read', async () => {
    const doc = await keep()
    const before = await everything()
    const change = {kind: 'add', doc, span: at('a cold shoulder'), missed: shoulder} as const
    const {after: imagined} = await record.imagine({...maker, change})
    const {id} = await correct(change)
    const [event] = await record.events({event: 'REJECT'})
    expect(event).toMatchObject({actors: ['PAK'], recipients: ['USA'], first_day: '2021-02-03', cue: 'a cold shoulder'})
    expect(event.contexts).toEqual(['diplomatic'])
    expect(await record.incidents({pair: ['PAK', 'USA'], theme: 'diplomatic'})).toHaveLength(1)
    expect(event.words).toBe('Pakistan gave the United States a cold shoulder on 3 February.')
    const {evidence} = await record.evidence(event.id)
    expect(evidence.rule).toBe(`by hand: ${id}`)
    expect(evidence.versions).toContain(`added by Ada (${id})`)
    const marked = evidence.marks.map(({span: {start, end}, part}) => `${part} ${sample.text.slice(start, end)}`)
    expect(marked).toEqual(
      expect.arrayContaining([
        'actor Pakistan',
        'recipient the United States',
        'cue a cold shoulder',
        'day 3 February',
      ]),
    )
    expect(await record.incidents({pair: ['PAK', 'USA']})).toEqual(imagined)
    expect((await record.corrections())[0]).toMatchObject({state: 'in-force', records: [event.id]})
    expect((await record.corrections())[0].words).toBe('add REJECT PAK > USA: “a cold shoulder”')
    const whole = await everything()
    const undo = await record.undo({...maker, id})
    expect(await everything()).toBe(before)
    await record.undo({...maker, id: undo.id})
    expect(await everything()).toBe(whole)
  })

  test('a quotation in two parts keeps its exact words without their marks', async () => {
    const doc = await keep()
    const before = await everything()
    const {id} = await added(doc, '“We part,” said Hill on Monday, “and we shall not meet.”', {
      ...parting,
      speaker: other,
    })
    const [row] = (await record.statements({stance: 'against'})).filter(each => each.parts.length > 1)
    expect(row.parts).toEqual(['We part,', 'and we shall not meet.'])
    expect(row).toMatchObject({
      speaker: 'The other Hill',
      statement: {form: 'direct', dyad: ['PAK', 'USA'], act: 'prediction'},
    })
    for (const [n, {start, end}] of row.statement.content.entries())
      expect(sample.text.slice(start, end)).toBe(row.parts[n])
    expect(sample.text.slice(row.statement.cue!.start, row.statement.cue!.end)).toBe('said')
    expect(await record.statements({pair: ['PAK', 'USA']})).toHaveLength(1)
    await record.undo({...maker, id})
    expect(await everything()).toBe(before)
  })

  test('a figure counts for the event that it is said to be of', async () => {
    const doc = await keep()
    await added(doc, '13', {...fallen, of: `${doc}/ev_1`})
    const [incident] = await record.incidents({event: 'PROTEST'})
    expect(incident.figures).toMatchObject([{what: 'killed', low: 13, approx: true, who: 'soldiers'}])
  })

  test('can be corrected like what was read, and that goes with it', async () => {
    const doc = await keep()
    const before = await everything()
    const {id} = await added(doc, 'a cold shoulder', shoulder)
    const [event] = await record.events({event: 'REJECT'})
    await added(doc, '13', {...fallen, of: event.id})
    await correct({kind: 'reality', record: event.id, reality: 'future', aspect: 'planned'})
    expect((await record.events({event: 'REJECT'}))[0].reality).toBe('future')
    expect((await record.incidents({event: 'REJECT'}))[0].figures).toHaveLength(1)
    await record.undo({...maker, id})
    expect(await record.events({event: 'REJECT'})).toEqual([])
    expect((await record.corrections()).map(({state: holds}) => holds)).toEqual([
      'in-force',
      'not-read',
      'in-force',
      'undone',
    ])
    for (const {id: each, kind, state: holds} of await record.corrections())
      if (kind !== 'undo' && holds !== 'undone') await record.undo({...maker, id: each})
    expect(await everything()).toBe(before)
  })

  test('goes with its words when they are read elsewhere, and waits when they are gone', async () => {
    const doc = await keep()
    await added(doc, 'a cold shoulder', shoulder)
    await added(doc, 'and we shall not meet', parting)
    await reread(`It rained.\n\n${sample.text}`)
    expect((await record.corrections()).map(({state: holds, moved}) => [holds, moved])).toEqual([
      ['in-force', true],
      ['in-force', true],
    ])
    expect((await record.events({event: 'REJECT'}))[0].cue).toBe('a cold shoulder')
    expect((await record.statements({stance: 'against'}))[0].parts).toEqual(['and we shall not meet'])
    await reread('Nothing of this. Some 13 soldiers fell. She wept. Nobody else did.', sample.events, '3')
    expect((await record.corrections()).map(({state: holds}) => holds)).toEqual(['unanchored', 'unanchored'])
  })

  test('is one telling where a newer reader reads it by itself, and says what the person said', async () => {
    const doc = await keep()
    await added(doc, 'a cold shoulder', {...shoulder, reality: 'historical'})
    const read = {
      event: 'REJECT',
      clause: 'Pakistan gave',
      cue: 'cold shoulder',
      actor: 'PAK',
      recipient: 'USA',
    } as const
    await reread(`${sample.text} Late.`, [...sample.events!, read])
    const events = await record.events({event: 'REJECT'})
    expect(events.map(({id, reality}) => [id, reality])).toEqual([[`${doc}/ev_2`, 'historical']])
  })

  test('cannot be what stands there already, several sentences, or words that are not there', async () => {
    const doc = await keep()
    const refused = async (words: string, missed: Missed, message: RegExp) =>
      expect(await added(doc, words, missed).catch(({message: found}) => found)).toMatch(message)
    await added(doc, 'a cold shoulder', shoulder)
    await refused('cold shoulder', shoulder, /read in these words already/)
    await refused('February. Nobody', shoulder, /in one sentence/)
    await refused('Nobody else did', {...parting, cue: 'shouted'}, /“shouted” nowhere there/)
    await refused('13', {...fallen, of: `${doc}/ev_9`}, /of: expected an event/)
    await refused('Nobody else did', {...parting, cue: null}, /read in these words already/)
    expect(await record.corrections()).toHaveLength(1)
  })
})

describe('whom a mention means', () => {
  test('what it plays and what hangs on it goes with it; undo restores every byte', async () => {
    const said = (reading: Reading): Reading => ({
      ...reading,
      statements: reading.statements.map(each => ({
        ...each,
        source: {...each.source, span: at('Hill')},
        about: ['~eve-hill'],
      })),
      events: reading.events.map(each => ({
        ...each,
        actors: [{...each.actors[0], entity: '~eve-hill', span: at('She')}],
      })),
    })
    const doc = await keep(said)
    const before = await everything()
    const {id} = await correct({kind: 'mention', doc, span: at('Hill'), entities: [other]})
    expect((await record.statements())[0]).toMatchObject({
      speaker: 'The other Hill',
      statement: {about: ['~the-other-hill']},
    })
    expect((await record.events())[0]).toMatchObject({actors: ['~the-other-hill']})
    expect((await record.reading(doc)).mentions.map(({entities}) => entities[0])).toEqual([
      'PAK',
      'USA',
      '~the-other-hill',
      '~the-other-hill',
    ])
    expect((await record.corrections())[0].words).toBe('“Hill” is ~the-other-hill, not ~eve-hill')
    expect((await record.corrections())[0].records).toEqual([`${doc}/ev_1`, `${doc}/st_1`])
    await record.undo({...maker, id})
    expect(await everything()).toBe(before)
  })

  test('one mention of many leaves what hangs on the others', async () => {
    const doc = await keep(reading => ({
      ...reading,
      events: reading.events.map(each => ({
        ...each,
        actors: [{...each.actors[0], entity: '~eve-hill', span: at('She')}],
      })),
      mentions: reading.mentions.map(each => ({...each, antecedent: null})),
    }))
    await correct({kind: 'mention', doc, span: at('Hill'), entities: [other]})
    expect((await record.events())[0].actors).toEqual(['~eve-hill'])
    expect((await record.statements())[0].speaker).toBe('Eve Hill')
    await correct({kind: 'mention', doc, span: at('She'), entities: []})
    expect((await record.events())[0].actors).toEqual([])
    expect((await record.statements())[0].statement.source.entity).toBe(null)
  })

  test('the same words everywhere in the article, when that is said', async () => {
    const [first, second] = ['on 3', 'on Monday'].map(words => ({start: at(words).start, end: at(words).start + 2}))
    const doc = await keep(reading => ({
      ...reading,
      mentions: reading.mentions.map(each => ({
        ...each,
        span: {m_3: first, m_4: second}[each.id] ?? each.span,
        antecedent: null,
      })),
    }))
    const before = await everything()
    const change = {kind: 'mention', doc, span: first, entities: [other], everywhere: true} as const
    const {id} = await correct(change)
    const meant = async () => (await record.reading(doc)).mentions.map(({entities}) => entities[0])
    expect(await meant()).toEqual(['PAK', 'USA', '~the-other-hill', '~the-other-hill'])
    expect((await record.corrections())[0].words).toBe('“on” is ~the-other-hill everywhere, not ~eve-hill')
    await record.undo({...maker, id})
    expect(await everything()).toBe(before)
  })

  test('words in which nobody is read, or just those, are refused', async () => {
    const doc = await keep()
    const refusal = (words: string, entities: Entity[]) =>
      correct({kind: 'mention', doc, span: at(words), entities}).catch(({message}) => message)
    expect(await refusal('wept', [other])).toMatch(/^nobody is read/)
    expect(await refusal('Pakistan', [pakistan])).toMatch(/^nothing to change/)
  })
})
