import {spawn} from 'node:child_process'
import {chmodSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type OpenRecord, openRecord} from './index.ts'
import {type SampleDoc, sampleReading} from './sample.ts'

let folder = ''
let path = ''
const open: OpenRecord[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-record-'))
  path = join(folder, 'record.duckdb')
})
afterEach(async () => {
  for (const record of open.splice(0)) await record.close()
  rmSync(folder, {recursive: true, force: true})
})

async function opened(options: {readOnly?: boolean} = {}, at = path): Promise<OpenRecord> {
  const record = await openRecord(at, options)
  open.push(record)
  return record
}

async function closed(record: OpenRecord): Promise<void> {
  open.splice(open.indexOf(record), 1)
  await record.close()
}

const raid: SampleDoc = {
  outlet: 'Ledger',
  published: '2021-02-04',
  title: 'Raid 🇵🇰 at the post',
  text: '🇵🇰🎉 The raid was loud.\n\nPakistan accused the US Army of a raid on 3 February 2021. 12 men died. It was dark.',
  events: [
    {
      event: 'ACCUSE',
      clause: 'Pakistan accused the US Army of a raid on 3 February 2021',
      cue: 'accused',
      actor: 'PAK',
      recipient: 'us-army',
      day: ['2021-02-03', '2021-02-03', '3 February 2021'],
      killed: [12, '12 men'],
    },
  ],
  statements: [
    {speaker: '~eve-hill', content: ['The raid was loud'], cue: 'was', dyad: ['PAK', 'USA'], stance: 'against'},
  ],
}
const retold: SampleDoc = {
  outlet: 'Courier',
  published: '2021-02-05',
  text: 'Islamabad accused Washington of the raid. The accusation against the Americans came on Wednesday, 3 February.',
  events: [
    {
      event: 'ACCUSE',
      clause: 'Islamabad accused Washington of the raid',
      cue: 'accused',
      actor: 'PAK',
      recipient: 'USA',
      day: ['2021-02-03', '2021-02-03', '3 February'],
    },
  ],
}
const keepAll = async (record: OpenRecord, docs: readonly SampleDoc[]) => {
  for (const doc of docs) {
    const {bytes, reading} = sampleReading(doc)
    await record.keep(bytes, reading)
  }
}

describe('keeping', () => {
  test('the same bytes read by the same versions change nothing; another version replaces', async () => {
    const record = await opened()
    const {bytes, reading} = sampleReading(raid)
    expect(await record.keep(bytes, reading)).toBe('kept')
    const before = JSON.stringify([await record.incidents(), await record.statements(), await record.docs()])
    expect(await record.keep(bytes, reading)).toBe('known')
    expect(JSON.stringify([await record.incidents(), await record.statements(), await record.docs()])).toBe(before)
    const newer = sampleReading({...raid, reader: '2', statements: []})
    expect(await record.keep(newer.bytes, newer.reading)).toBe('replaced')
    expect(await record.statements()).toEqual([])
    expect(await record.incidents()).toHaveLength(1)
    expect(await record.docs()).toHaveLength(1)
  })

  test('what was kept comes back as it was, after closing too', async () => {
    const {bytes, reading} = sampleReading(raid)
    await closed(
      await opened().then(async record => {
        await record.keep(bytes, reading)
        return record
      }),
    )
    const record = await opened({readOnly: true})
    expect(await record.reading(reading.doc.id)).toEqual(reading)
    expect(await record.snapshot(reading.doc.id)).toEqual(bytes)
    expect(await record.incidents()).toHaveLength(1)
    await expect(record.keep(bytes, reading)).rejects.toMatchObject({code: 'record/read-only'})
  })

  test('evidence is an exact slice, also after an emoji', async () => {
    const record = await opened()
    const {bytes, reading} = sampleReading(raid)
    await record.keep(bytes, reading)
    const [incident] = await record.incidents()
    const {before, words, after, span} = incident.evidence
    expect(words).toBe('Pakistan accused the US Army of a raid on 3 February 2021')
    expect(reading.doc.text.slice(span.start, span.end)).toBe(words)
    expect(reading.doc.text).toContain(before + words + after)
    expect(after).toBe('. 12 men died.')
    const [statement] = await record.statements({pair: ['USA', 'PAK']})
    expect(statement.parts).toEqual(['The raid was loud'])
    expect(statement.evidence.before).toBe('🇵🇰🎉 ')
    expect(statement.speaker).toBe('Eve Hill')
  })

  test('hostile names are only text', async () => {
    const record = await opened()
    const outlet = "Robert'); DROP TABLE docs;--"
    await keepAll(record, [{...raid, outlet, title: "'; DELETE FROM events; --"}])
    expect((await record.docs())[0].outlet).toBe(outlet)
    expect(await record.incidents({pair: ["PAK') OR 1=1 --", "' OR ''='"]})).toEqual([])
    expect(await record.entities({text: "' OR 1=1 --"})).toEqual([])
    await expect(record.evidence("inc_' OR 1=1")).rejects.toMatchObject({code: 'record/not-found'})
    expect(await record.docs()).toHaveLength(1)
  })
})

describe('incidents', () => {
  test('two outlets, one happening; a state stands for its army; reprints count once', async () => {
    const record = await opened()
    await keepAll(record, [raid, retold, {...raid, outlet: 'Herald'}, {...raid, outlet: 'Star'}])
    const incidents = await record.incidents()
    expect(incidents).toHaveLength(1)
    expect(incidents[0].docs).toHaveLength(4)
    expect(incidents[0].origins).toBe(2)
    expect(incidents[0].figures.map(({low, doc}) => `${low} ${doc.outlet}`).sort()).toEqual([
      '12 Herald',
      '12 Ledger',
      '12 Star',
    ])
    expect(incidents[0].joined).toHaveLength(3)
  })

  test('one translator is one origin, a machine is none', async () => {
    const origins = async (name: string, translator: string) => {
      const record = await opened({}, join(folder, `${name}.duckdb`))
      await keepAll(record, [
        {...raid, translator},
        {...retold, translator},
      ])
      return (await record.incidents()).map(incident => incident.origins)
    }
    expect(await origins('person', 'Rana Okoye')).toEqual([1])
    expect(await origins('machine', 'Google Translate')).toEqual([2])
  })

  test('any order of arrival gives the same bytes', async () => {
    const docs = [raid, retold, {...raid, outlet: 'Herald'}, {...retold, outlet: 'Star', published: null}]
    const seen = new Set<string>()
    for (const order of [docs, [...docs].reverse(), [docs[2], docs[0], docs[3], docs[1]]]) {
      const record = await opened({}, join(folder, `order-${seen.size}-${Math.abs(order.indexOf(raid))}.duckdb`))
      for (const doc of order) {
        await keepAll(record, [doc])
        await record.incidents()
      }
      seen.add(
        JSON.stringify([
          await record.incidents(),
          await record.statements(),
          await record.docs(),
          await record.events(),
          await record.pairs(),
          await record.coverage(),
          await record.entities(),
        ]),
      )
    }
    expect(seen.size).toBe(1)
  })

  test('pair, direction, days and as of narrow', async () => {
    const record = await opened()
    await keepAll(record, [raid, retold])
    const count = async (filter: Parameters<OpenRecord['incidents']>[0]) => (await record.incidents(filter)).length
    expect(await count({pair: ['PAK', 'USA'], direction: 'a-to-b'})).toBe(1)
    expect(await count({pair: ['PAK', 'USA'], direction: 'b-to-a'})).toBe(0)
    expect(await count({pair: ['USA', 'PAK'], direction: 'b-to-a'})).toBe(1)
    expect(await count({pair: ['PAK', 'IND']})).toBe(0)
    expect(await count({since: '2021-02-04'})).toBe(0)
    expect(await count({until: '2021-02-03', theme: 'military', reality: 'occurred', event: 'ACCUSE'})).toBe(1)
    expect(await count({theme: 'economic'})).toBe(0)
    expect(await count({asOf: '2021-02-03'})).toBe(0)
    expect((await record.incidents({asOf: '2021-02-04'}))[0].docs).toHaveLength(1)
    expect(await record.pairs()).toEqual([{pair: ['PAK', 'USA'], names: ['Pakistan', 'United States'], incidents: 1}])
    expect(await record.coverage({pair: ['PAK', 'USA']})).toEqual({
      docs: 2,
      outlets: 2,
      origins: 2,
      days: {first: '2021-02-04', last: '2021-02-05'},
    })
  })

  test('evidence of an event shows its incident and the other tellings', async () => {
    const record = await opened()
    await keepAll(record, [raid, retold])
    const [incident] = await record.incidents()
    const answer = await record.evidence(incident.tellings[1])
    expect(answer.kind).toBe('event')
    expect(answer.incident?.id).toBe(incident.id)
    expect(answer.tellings.map(({id}) => id).sort()).toEqual(incident.tellings)
    expect(answer.tellings[0].id).toBe(incident.tellings[1])
    expect(answer.reality?.why[0].words).toBe('accused')
    const [statement] = await record.statements()
    expect((await record.evidence(statement.id)).statement).toEqual(statement)
    const figure = `${sampleReading(raid).reading.doc.id}/fg_1`
    expect((await record.evidence(figure)).evidence.words).toContain('raid on 3 February')
  })
})

describe('what the world can do to a record', () => {
  test('a second opening is refused, from this process and from another', async () => {
    await opened()
    await expect(openRecord(path)).rejects.toMatchObject({code: 'record/held'})
    const answer = await inChild(
      `openRecord(${JSON.stringify(path)}).then(() => 'open', e => e.code + ' ' + e.hint).then(console.log)`,
    )
    expect(answer).toContain('record/held')
    expect(answer).toContain(String(process.pid))
  })

  test('a truncated file and a file of another kind are called damaged', async () => {
    const record = await opened()
    await keepAll(record, [raid])
    await closed(record)
    truncateSync(path, Math.floor(readFileSync(path).length / 3))
    await expect(openRecord(path)).rejects.toMatchObject({code: 'record/damaged'})
    writeFileSync(path, 'not a record at all')
    await expect(openRecord(path)).rejects.toMatchObject({code: 'record/damaged'})
  })

  test('cut off anywhere, a record opens whole or is called damaged, with what to do', async () => {
    const record = await opened()
    await keepAll(record, [raid, retold])
    const whole = JSON.stringify(await record.incidents())
    await closed(record)
    const bytes = readFileSync(path)
    let state = 20_211
    const cut = join(folder, 'cut.duckdb')
    for (let n = 0; n < 50; n++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      const length = Math.floor((state / 2 ** 32) * bytes.length)
      writeFileSync(cut, bytes.subarray(0, length))
      for (const readOnly of [true, false]) {
        const answer = await openRecord(cut, {readOnly})
          .then(async found => {
            const incidents = JSON.stringify(await found.incidents())
            await found.close()
            return incidents
          })
          .catch((fault: {code?: string; hint?: string}) => `${fault.code} ${fault.hint}`)
        expect([length, answer === whole || /^record\/damaged .*(?:copy|move it away)/.test(answer), answer]).toEqual([
          length,
          true,
          answer,
        ])
      }
    }
  })

  test('no record to read, no folder to write in', async () => {
    await expect(openRecord(path, {readOnly: true})).rejects.toMatchObject({code: 'record/not-found'})
    await expect(openRecord(join(folder, 'none', 'record.duckdb'))).rejects.toMatchObject({code: 'record/not-found'})
  })

  test('a folder and a file that may not be written to are named as such', async () => {
    await closed(await opened())
    chmodSync(path, 0o444)
    chmodSync(folder, 0o555)
    // Rights do not bind root, so the child gives its own away once its modules are loaded.
    const answer = await inChild(`
      if (process.getuid() === 0) process.setuid(65534)
      const tell = promise => promise.then(() => console.log('open'), e => console.log(e.code ?? e))
      await tell(openRecord(${JSON.stringify(path)}))
      await tell(openRecord(${JSON.stringify(join(folder, 'other.duckdb'))}))
      await tell(openRecord(${JSON.stringify(path)}, {readOnly: true}))`)
    chmodSync(folder, 0o755)
    expect(answer.trim().split('\n')).toEqual(['record/read-only', 'record/read-only', 'open'])
  })

  test('killed at any moment, every Doc is there whole or not at all', async () => {
    let acknowledged = 0
    for (let round = 0; round < 20; round++) acknowledged += await killedOnce(round)
    expect(acknowledged).toBeGreaterThanOrEqual(20)
  })
})

/** Keeps Docs in a child process, kills it after a while, and checks the record. Returns how many Docs were acknowledged. */
async function killedOnce(round: number): Promise<number> {
  const file = join(folder, `killed-${round}.duckdb`)
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', endlessly(file, round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: string[] = []
  let rest = ''
  // From the first acknowledgement on, so that start-up time does not decide.
  const wait = (round * 37) % 190
  await new Promise<void>(resolve => {
    let begun = false
    child.stdout.on('data', data => {
      const lines = (rest + data).split('\n')
      rest = lines.pop()!
      acknowledged.push(...lines)
      if (!begun) setTimeout(() => child.kill('SIGKILL'), wait)
      begun = true
    })
    child.on('exit', () => resolve())
  })
  const record = await openRecord(file)
  const docs = await record.docs()
  const ids = new Set(docs.map(({id}) => id))
  expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
  for (const {id, events, statements} of docs) {
    const reading = await record.reading(id)
    expect([events, statements]).toEqual([reading.events.length, reading.statements.length])
    await record.snapshot(id)
  }
  const told = (await record.incidents()).flatMap(({tellings}) => tellings)
  expect(told).toHaveLength(docs.reduce((sum, {events}) => sum + events, 0))
  await record.close()
  return acknowledged.length
}

const here = JSON.stringify(import.meta.dirname)

const endlessly = (file: string, round: number) => `
  const {openRecord} = await import(${here} + '/index.ts')
  const {sampleReading} = await import(${here} + '/sample.ts')
  const record = await openRecord(${JSON.stringify(file)})
  for (let n = 0; ; n++) {
    const {bytes, reading} = sampleReading({...${JSON.stringify(raid)}, outlet: 'Outlet ${round} ' + n})
    await record.keep(bytes, reading)
    process.stdout.write(reading.doc.id + '\\n')
    if (n % 5 === 4) await record.rejoin()
  }`

function inChild(code: string): Promise<string> {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    `const {openRecord} = await import(${here} + '/index.ts'); ${code}`,
  ])
  let said = ''
  child.stdout.on('data', data => {
    said += data
  })
  child.stderr.on('data', data => {
    said += data
  })
  return new Promise(resolve => child.on('exit', () => resolve(said)))
}

describe('ties', () => {
  test('a state stands for its institutions, a nameless party for nobody; denied and planned acts tie nobody', async () => {
    const record = await opened()
    await keepAll(record, [raid, retold])
    expect(await record.ties()).toEqual([{pair: ['PAK', 'USA'], event: 'ACCUSE', mode: null, incidents: 1}])
    expect(await record.ties({until: '2021-02-02'})).toEqual([])
    expect(await record.ties({since: '2021-02-03', asOf: '2021-02-04'})).toHaveLength(1)
    expect(await record.ties({asOf: '2021-02-03'})).toEqual([])
    const planned = {...raid, text: `${raid.text} Again.`, events: [{...raid.events![0], reality: 'future' as const}]}
    const other = await opened({}, join(folder, 'planned.duckdb'))
    await keepAll(other, [planned])
    expect(await other.ties()).toEqual([])
  })
})

describe('places', () => {
  test('an incident stands at the finest place that is told; without one it has none', async () => {
    const record = await opened()
    const placed = {...raid, events: [{...raid.events![0], place: 'Torkham'}]}
    await keepAll(record, [placed, retold])
    const [incident, ...others] = await record.places()
    expect(others).toEqual([])
    expect(incident.place).toMatchObject({name: 'Torkham', precision: 'city', latitude: null})
    expect((await record.places({asOf: '2021-02-04'})).map(({place}) => place?.name)).toEqual(['Torkham'])
    expect(await record.places({since: '2021-02-04'})).toEqual([])
    const other = await opened({}, join(folder, 'elsewhere.duckdb'))
    await keepAll(other, [retold])
    expect((await other.places()).map(({place}) => place)).toEqual([null])
  })
})
