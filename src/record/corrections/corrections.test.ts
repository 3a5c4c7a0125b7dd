import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {CorrectionChange, Entity, Reading} from '../../model/index.ts'
import {type OpenRecord, openRecord} from '../index.ts'
import {type SampleDoc, sampleReading} from '../sample.ts'

let folder = ''
let record: OpenRecord
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-corrections-'))
  record = await openRecord(join(folder, 'record.duckdb'))
})
afterEach(async () => {
  await record.close()
  rmSync(folder, {recursive: true, force: true})
})

const maker = {by: 'Ada', at: '2025-03-06T10:00:00Z', why: 'the text says so'}
const day = ['2021-02-03', '2021-02-03', '3 February'] as const
const accused: SampleDoc = {
  outlet: 'Ledger',
  published: '2021-02-04',
  text: 'Pakistan accused the US Army of a raid on 3 February. Read also: Pakistan warned Washington.\n\nThe raid was loud.',
  events: [
    {
      event: 'ACCUSE',
      clause: 'Pakistan accused the US Army of a raid',
      cue: 'accused',
      actor: 'PAK',
      recipient: 'USA',
      day,
    },
    {event: 'THREATEN', clause: 'Pakistan warned Washington', cue: 'warned', actor: 'PAK', recipient: 'USA', day},
  ],
  statements: [
    {speaker: '~eve-hill', content: ['The raid was loud'], cue: 'was', dyad: ['PAK', 'USA'], stance: 'against'},
  ],
}
const retold: SampleDoc = {
  outlet: 'Courier',
  published: '2021-02-05',
  text: 'Islamabad accused Washington of the raid. It did so on 3 February.',
  events: [
    {
      event: 'ACCUSE',
      clause: 'Islamabad accused Washington of the raid',
      cue: 'accused',
      actor: 'PAK',
      recipient: 'USA',
      day,
    },
  ],
}
const front: Entity = {
  id: 'northern-front',
  kind: 'armed-group',
  name: 'Northern Front',
  country: 'PAK',
  sector: 'UAF',
  since: null,
  until: null,
  wikidata: null,
}

async function keep(sample: SampleDoc, change: (reading: Reading) => Reading = reading => reading): Promise<string> {
  const {bytes, reading} = sampleReading(sample)
  await record.keep(bytes, change(reading))
  return reading.doc.id
}

/** Everything that an export can show. */
const everything = async () =>
  JSON.stringify([
    await record.incidents(),
    await record.events(),
    await record.statements(),
    await record.docs(),
    await record.entities(),
    await record.pairs(),
    await record.flags(),
  ])
const correct = (change: CorrectionChange) => record.correct({...maker, change})
const told = async (doc: string) =>
  (await record.events({doc})).map(({event, actors, reality}) => [event, actors, reality])

describe('a correction', () => {
  const changes = async (): Promise<[string, CorrectionChange, (doc: string) => Promise<unknown>, unknown][]> => {
    const doc = sampleReading(accused).reading.doc.id
    const event = `${doc}/ev_1`
    const first = async (id: string) => (await record.events({doc: id}))[0]
    return [
      [
        'confirm',
        {kind: 'confirm', record: event},
        async id => (await record.evidence(`${id}/ev_1`)).evidence.versions.includes('confirmed by Ada'),
        true,
      ],
      ['reject', {kind: 'reject', record: event}, told, [['THREATEN', ['PAK'], 'occurred']]],
      ['reject', {kind: 'reject', record: `${doc}/st_1`}, async () => record.statements(), []],
      [
        'type',
        {kind: 'type', record: event, event: 'ASSAULT', mode: 'aerial'},
        async id => [(await first(id)).event, (await first(id)).mode],
        ['ASSAULT', 'aerial'],
      ],
      [
        'actor',
        {kind: 'actor', record: event, entities: [front]},
        async id => (await first(id)).actors,
        ['northern-front'],
      ],
      [
        'swap',
        {kind: 'swap', record: event},
        async id => [(await first(id)).actors, (await first(id)).recipients],
        [['USA'], ['PAK']],
      ],
      ['recipient', {kind: 'recipient', record: event, entities: []}, async id => (await first(id)).recipients, []],
      [
        'reality',
        {kind: 'reality', record: event, reality: 'future', aspect: 'planned'},
        async id => (await first(id)).reality,
        'future',
      ],
      [
        'day',
        {kind: 'day', record: event, days: {first: '2021-01-01', last: '2021-01-31', precision: 'month'}},
        async id => [(await first(id)).first_day, (await first(id)).last_day, (await first(id)).precision],
        ['2021-01-01', '2021-01-31', 'month'],
      ],
      [
        'day',
        {kind: 'day', record: event, days: null},
        async id => (await record.events({doc: id}))[1].first_day,
        null,
      ],
      [
        'place',
        {
          kind: 'place',
          record: event,
          place: {name: 'Kabul', country: 'AFG', precision: 'city', latitude: null, longitude: null},
        },
        async id => (await first(id)).place,
        'Kabul',
      ],
    ]
  }

  test('changes what is asked and nothing else; undo restores every byte', async () => {
    const doc = await keep(accused)
    await keep(retold)
    const before = await everything()
    for (const [what, change, see, expected] of await changes()) {
      const imagined = await record.imagine({...maker, change})
      const {id} = await correct(change)
      expect([what, await see(doc)]).toEqual([what, expected])
      const now = new Map((await record.incidents()).map(each => [each.id, each]))
      for (const incident of imagined.after) expect(now.get(incident.id)).toEqual(incident)
      for (const {id: gone} of imagined.before)
        if (!imagined.after.some(each => each.id === gone)) expect(now.has(gone)).toBe(false)
      expect((await record.corrections())[0]).toMatchObject({id, ...maker, state: 'in-force', moved: false})
      const after = await everything()
      const undo = await record.undo({...maker, id})
      expect([what, await everything()]).toEqual([what, before])
      await record.undo({...maker, id: undo.id})
      expect([what, await everything()]).toEqual([what, after])
      await record.undo({...maker, id})
      expect([what, await everything()]).toEqual([what, before])
    }
  })

  test('chrome takes away all that was read in the words, and says so in the Doc', async () => {
    const doc = await keep(accused)
    const before = await everything()
    const start = accused.text.indexOf('Read also')
    const {id} = await correct({
      kind: 'chrome',
      doc,
      span: {start, end: start + 'Read also: Pakistan warned Washington.'.length},
    })
    expect(await told(doc)).toEqual([['ACCUSE', ['PAK'], 'occurred']])
    expect((await record.doc(doc)).cut).toEqual([
      {text: 'Read also: Pakistan warned Washington.', reason: 'other', why: 'corrected by hand'},
    ])
    await record.undo({...maker, id})
    expect(await everything()).toBe(before)
  })

  test('split parts an incident, merge joins two; undo restores them', async () => {
    await keep(accused)
    await keep(retold)
    const whole = await everything()
    const [incident] = await record.incidents({event: 'ACCUSE'})
    expect(incident.tellings).toHaveLength(2)
    const apart = await correct({kind: 'split', tellings: [incident.tellings[1]]})
    const parts = await record.incidents({event: 'ACCUSE'})
    expect(parts.map(({tellings}) => tellings)).toHaveLength(2)
    const split = await everything()
    const together = await correct({kind: 'merge', incidents: parts.map(({id}) => id)})
    const [again, ...others] = await record.incidents({event: 'ACCUSE'})
    expect(others).toEqual([])
    expect(again.joined[0]).toBe(`by hand: ${together.id}`)
    await record.undo({...maker, id: together.id})
    expect(await everything()).toBe(split)
    await record.undo({...maker, id: apart.id})
    expect(await everything()).toBe(whole)
  })

  test('an incident that is told once stands for its telling; one that is told twice asks which', async () => {
    await keep(accused)
    const [once] = await record.incidents({event: 'ACCUSE'})
    const {id} = await correct({kind: 'reject', record: once.id})
    expect(await record.incidents({event: 'ACCUSE'})).toEqual([])
    await record.undo({...maker, id})
    await keep(retold)
    const [twice] = await record.incidents({event: 'ACCUSE'})
    const refusal = await correct({kind: 'reject', record: twice.id}).catch(error => error)
    expect(refusal.code).toBe('usage/argument')
    for (const telling of twice.tellings) expect(refusal.hint).toContain(telling)
  })

  test('what cannot be is refused, and nothing is written', async () => {
    const doc = await keep(accused)
    const [incident] = await record.incidents()
    const refused = async (change: CorrectionChange, code: string) =>
      expect([change, await correct(change).catch(({code: found}) => found)]).toEqual([change, code])
    await refused({kind: 'reject', record: `${doc}/ev_9`}, 'record/not-found')
    await refused({kind: 'reject', record: 'doc_none/ev_1'}, 'record/not-found')
    await refused({kind: 'type', record: `${doc}/ev_1`, event: 'ACCUSE', mode: null}, 'usage/argument')
    await refused({kind: 'day', record: `${doc}/st_1`, days: null}, 'usage/argument')
    await refused({kind: 'merge', incidents: [incident.id, incident.id]}, 'usage/argument')
    await refused({kind: 'split', tellings: incident.tellings}, 'usage/argument')
    await refused({kind: 'chrome', doc, span: {start: 5, end: 5000}}, 'usage/argument')
    expect(await record.undo({...maker, id: 'cor_none'}).catch(({code}) => code)).toBe('record/not-found')
    expect(await record.corrections()).toEqual([])
  })
})

describe('a newer reader', () => {
  /** The same bytes as `accused`, read by another version as this sample tells. */
  const reread = (sample: SampleDoc) => {
    const old = sampleReading(accused)
    const {reading} = sampleReading({...sample, reader: '2'})
    const {id, snapshot} = old.reading.doc
    return record.keep(old.bytes, {...reading, doc: {...reading.doc, id, snapshot}})
  }
  const event = `${sampleReading(accused).reading.doc.id}/ev_1`

  test('reads the words elsewhere and under another id: the correction goes with the words', async () => {
    const doc = await keep(accused)
    await correct({kind: 'reality', record: event, reality: 'negation', aspect: 'negated'})
    await reread({
      ...accused,
      text: `A new lead: nobody slept.\n\n${accused.text}`,
      events: [{event: 'REJECT', clause: 'nobody slept', cue: 'slept', actor: 'PAK'}, ...accused.events!],
    })
    expect((await record.corrections())[0]).toMatchObject({state: 'in-force', moved: true, records: [`${doc}/ev_2`]})
    expect((await record.events({doc})).map(({id, reality}) => `${id.slice(-4)} ${reality}`).sort()).toEqual([
      'ev_1 occurred',
      'ev_2 negation',
      'ev_3 occurred',
    ])
  })

  test('overrules nothing that was confirmed', async () => {
    const doc = await keep(accused)
    await correct({kind: 'confirm', record: event})
    await reread({...accused, events: [{...accused.events![0], event: 'ASSAULT', reality: 'future'}]})
    expect(await told(doc)).toEqual([['ACCUSE', ['PAK'], 'occurred']])
  })

  test('no longer has the words, or has them twice: said, and nothing is moved', async () => {
    const doc = await keep(accused)
    await correct({kind: 'reality', record: event, reality: 'negation', aspect: 'negated'})
    await reread({...retold, text: `${retold.text} Much later.`})
    expect((await record.corrections())[0]).toMatchObject({state: 'unanchored', records: []})
    expect((await record.corrections())[0].because).toContain('no longer in the text')
    expect(await told(doc)).toEqual([['ACCUSE', ['PAK'], 'occurred']])
    const clause = 'Pakistan accused the US Army of a raid'
    await record.keep(...(await twice(`One. ${clause}, or not. Two. ${clause}, or not.`)))
    expect((await record.corrections())[0].because).toContain('2 times')
    expect(await told(doc)).toEqual([['ACCUSE', ['PAK'], 'occurred']])
  })

  test('finds no event in the words any more: said', async () => {
    await keep(accused)
    await correct({kind: 'reality', record: event, reality: 'negation', aspect: 'negated'})
    await reread({...accused, events: []})
    expect((await record.corrections())[0]).toMatchObject({state: 'not-read', because: 'no event is read in its words'})
  })

  const twice = async (text: string) => {
    const old = sampleReading(accused)
    const {reading} = sampleReading({
      ...accused,
      text,
      events: [{...accused.events![0], day: undefined}],
      statements: [],
      reader: '3',
    })
    const {id, snapshot} = old.reading.doc
    return [old.bytes, {...reading, doc: {...reading.doc, id, snapshot}}] as const
  }
})

test('the log and what it changes are there after closing', async () => {
  const doc = await keep(accused)
  await correct({kind: 'reject', record: `${doc}/ev_1`})
  const before = await everything()
  await record.close()
  record = await openRecord(join(folder, 'record.duckdb'), {readOnly: true})
  expect(await everything()).toBe(before)
  expect(await record.corrections()).toHaveLength(1)
  expect(await record.undo({...maker, id: 'cor_x'}).catch(({code}) => code)).toBe('record/read-only')
})
