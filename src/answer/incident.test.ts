import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import type {ContestedFigure} from '../model/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {type SampleDoc, sampleReading} from '../record/sample.ts'
import {sideBySide} from './figures.ts'
import {incident} from './incident.ts'
import {relation} from './relation.ts'

const lexicon = loadLexicon()
let folder = ''
let record: OpenRecord
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-incident-'))
  record = await openRecord(join(folder, 'record.duckdb'))
})
afterEach(async () => {
  await record.close()
  rmSync(folder, {recursive: true, force: true})
})

const day = ['2021-02-03', '2021-02-03', '3 February'] as const
const raid = (
  given: Partial<SampleDoc> & {denied?: string | null; actor?: string; reality?: 'negation'},
): SampleDoc => {
  const {denied = null, actor = 'PAK', reality, ...rest} = given
  return {
    outlet: 'Ledger',
    published: '2021-02-04',
    text: 'Troops raided the American post near Torkham on 3 February and 12 guards died there.',
    ...rest,
    events: [
      {
        event: 'ASSAULT',
        clause: 'Troops raided the American post near Torkham',
        cue: 'raided',
        actor,
        recipient: 'USA',
        day,
        place: 'Torkham',
        killed: [12, '12 guards'],
        denied,
        ...(reality ? {reality} : {}),
      },
    ],
  }
}
async function keep(...docs: SampleDoc[]): Promise<void> {
  for (const doc of docs) {
    const {bytes, reading} = sampleReading(doc)
    await record.keep(bytes, reading)
  }
}
const index = async () =>
  (await relation(record, lexicon, ['PAK', 'USA'])).index.points.map(({level, low}) => [level, low])

describe('independent origins', () => {
  test('fifty reprints change no index', async () => {
    const text = `${raid({}).text} The road stayed shut until dusk, and lorries queued for miles at the customs house.`
    await keep(
      raid({text}),
      raid({
        outlet: 'Courier',
        text: 'Gunfire woke the whole border town before dawn, shopkeepers said by telephone. On 3 February 12 guards fell. Troops raided the American post near Torkham, a clerk recalled, while his brother hid the ledgers under sacks of rice and prayed.',
      }),
    )
    const before = await index()
    expect(before.length).toBeGreaterThan(0)
    for (let n = 0; n < 50; n++) await keep(raid({outlet: `Paper ${n}`, text, published: '2021-02-04'}))
    const [found] = await record.incidents()
    expect([found.docs.length, found.origins]).toEqual([52, 2])
    expect(await index()).toEqual(before)
  }, 60_000)
})

describe('contradiction', () => {
  test('told by one origin and denied by a party in another: contested, counts half', async () => {
    await keep(raid({}))
    const plain = await index()
    await keep(
      raid({
        outlet: 'Courier',
        denied: 'PAK',
        text: 'Officials deny it: Troops raided the American post near Torkham on 3 February; 12 guards died, others said.',
      }),
    )
    const [found] = await record.incidents()
    expect(found.contest).toEqual({asserted: 1, denied: 1, deniers: ['PAK']})
    const contested = await index()
    expect(contested[0][0]).toBeLessThan(0)
    expect(contested[0][0]).toBeGreaterThan(plain[0][0])
  })
  test('denied by all who tell it: it moves no index', async () => {
    await keep(raid({denied: 'PAK'}))
    expect((await record.incidents())[0].contest).toEqual({asserted: 0, denied: 1, deniers: ['PAK']})
    expect(await index()).toEqual([])
  })
  test('a happening that nobody tells otherwise has no rivals', async () => {
    await keep(raid({}))
    const [own] = await record.incidents()
    expect((await incident(record, lexicon, own.id)).rivals).toEqual([])
  })

  test('another one blamed, and told as not having happened: shown with the incident', async () => {
    await keep(
      raid({}),
      raid({
        outlet: 'Courier',
        actor: 'northern-front',
        text: 'It was a group: Troops raided the American post near Torkham on 3 February, 12 guards died.',
      }),
      raid({
        outlet: 'Star',
        reality: 'negation',
        text: 'Nobody, it says: Troops raided the American post near Torkham on 3 February, 12 guards died.',
      }),
    )
    const all = await record.incidents()
    const own = all.find(({actors, reality}) => actors[0].entity === 'PAK' && reality === 'occurred')!
    const {rivals, tellings, figures} = await incident(record, lexicon, own.id)
    expect(rivals.map(({about, incident: other}) => [about, other.actors[0].entity]).sort()).toEqual([
      ['actors', 'northern-front'],
      ['reality', 'PAK'],
    ])
    expect(tellings.map(({origin}) => origin)).toEqual([1])
    expect(figures).toMatchObject([{what: 'killed', state: 'agreed', low: 12, high: 12}])
    await expect(incident(record, lexicon, 'inc_none')).rejects.toMatchObject({code: 'record/not-found'})
  })
})

describe('numbers side by side', () => {
  const figure = (low: number, published: string, given: Partial<ContestedFigure> = {}): ContestedFigure => {
    const id = createHash('sha256').update(`${low} ${published} ${given.giver}`).digest('hex').slice(0, 8)
    const doc = {id, title: null, outlet: null, url: null, published, bounds: {first: null, last: null}}
    return {
      what: 'killed',
      low,
      high: low,
      approx: false,
      unit: null,
      who: 'Afghans',
      giver: null,
      doc,
      span: {start: 0, end: 1},
      ...given,
    }
  }
  test.each([
    ['one value', [figure(13, '2021-08-26'), figure(13, '2021-08-27')], 'agreed'],
    ['about and exactly', [figure(150, '2021-08-26', {high: 190}), figure(170, '2021-08-26')], 'agreed'],
    ['a toll that grows', [figure(13, '2021-08-26'), figure(60, '2021-08-27'), figure(170, '2021-08-29')], 'updated'],
    ['two on one day', [figure(13, '2021-08-26'), figure(60, '2021-08-26')], 'disputed'],
    ['fewer than before', [figure(60, '2021-08-26'), figure(13, '2021-08-28')], 'disputed'],
    [
      'fewer than another said',
      [figure(60, '2021-08-26', {giver: 'Front'}), figure(13, '2021-08-28', {giver: 'police'})],
      'disputed',
    ],
    [
      'taken back',
      [figure(60, '2021-08-26', {giver: 'police'}), figure(58, '2021-08-28', {giver: 'police'})],
      'updated',
    ],
    ['a number and about as many', [figure(170, '2021-08-26', {approx: true}), figure(176, '2021-08-26')], 'agreed'],
  ] as const)('%s', (_, figures, state) => {
    const [group, ...others] = sideBySide([...figures].reverse())
    expect([group.state, group.figures.length, others]).toEqual([state, figures.length, []])
    expect([group.low, group.high]).toEqual([
      Math.min(...figures.map(f => f.low)),
      Math.max(...figures.map(f => f.high)),
    ])
  })
  test('other people are another number', () => {
    expect(
      sideBySide([figure(13, '2021-08-26', {who: '13 American soldiers'}), figure(170, '2021-08-26')]),
    ).toHaveLength(2)
    expect(
      sideBySide([figure(12, '2021-08-26', {who: '12 Afghans'}), figure(13, '2021-08-27', {who: 'thirteen Afghans'})]),
    ).toHaveLength(1)
  })
})
