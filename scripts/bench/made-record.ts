import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {importInto} from '../../src/ingest/index.ts'
import {openRecord} from '../../src/record/index.ts'
import {sampleReading} from '../../src/record/sample.ts'
import {seeded, writeGdeltRows} from './gdelt-rows.ts'

const kinds = ['ACCUSE', 'CONSULT', 'ASSAULT', 'AID', 'AGREE', 'THREATEN', 'SUPPORT', 'SANCTION'] as const
const states = 'USA PAK IND AFG RUS CHN IRN ISR TUR UKR GBR FRA DEU JPN KOR SAU'.split(' ')
const years = [2005, 20] as const

/**
 * A made-up record of so many Docs, two acts each, over twenty years: half of them about Pakistan and the United States, the
 * rest about pairs of 16 states; with so many imported rows besides. The same for the same numbers.
 */
export async function makeRecord(path: string, docs: number, rows: number): Promise<void> {
  const next = seeded(7)
  const record = await openRecord(path)
  for (let n = 0; n < docs; n++) {
    const day = new Date(Date.UTC(years[0], 0, 1) + Math.floor((n / docs) * years[1] * 365.25) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    const a = n % 2 === 0 ? 'PAK' : states[Math.floor(next() * states.length)]
    const others = states.filter(state => state !== a)
    const b = n % 2 === 0 ? 'USA' : others[Math.floor(next() * others.length)]
    const [first, second] = [
      `${a} dealt with ${b} on ${day} for the ${n}th time`,
      `Then ${b} answered ${a} on ${day}, call ${n}`,
    ]
    const {bytes, reading} = sampleReading({
      outlet: `Outlet ${n % 31}`,
      published: day,
      title: `Report ${n} on ${a} and ${b}`,
      text: `${first}.\n\n${second}.`,
      events: [
        {event: kinds[n % 8], clause: first, cue: 'dealt', actor: a, recipient: b, day: [day, day, day]},
        {event: kinds[(n * 3) % 8], clause: second, cue: 'answered', actor: b, recipient: a, day: [day, day, day]},
      ],
    })
    await record.keep(bytes, reading)
  }
  await record.rejoin()
  await record.close()
  if (rows > 0) await importMade(path, rows)
}

async function importMade(path: string, rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-rows-'))
  try {
    const file = join(folder, 'made.export.CSV')
    writeGdeltRows(file, rows)
    await importInto(path, [file])
  } finally {
    rmSync(folder, {recursive: true})
  }
}
