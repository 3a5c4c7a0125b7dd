import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {importInto} from '../../src/ingest/index.ts'
import {loadLexicon} from '../../src/lexicon/index.ts'
import {openRecord} from '../../src/record/index.ts'
import {sampleReading} from '../../src/record/sample.ts'
import {seeded, writeGdeltRows} from './gdelt-rows.ts'

const known = [...loadLexicon().entities.values()]
const stances = ['for', 'against', 'conditional', 'neither'] as const
const matters = ['Rivers', 'loans', 'fighters', 'markets', 'visas', 'ports', 'prisoners', 'borders'] as const
const towns = [
  {name: 'Torkham', latitude: 34.12, longitude: 71.09},
  {name: 'Geneva', latitude: 46.2, longitude: 6.14},
  {name: 'Karachi', latitude: 24.86, longitude: 67.01},
  {name: 'Vienna', latitude: 48.21, longitude: 16.37},
  'Nowhere Ridge',
] as const
const kinds = ['ACCUSE', 'CONSULT', 'ASSAULT', 'AID', 'AGREE', 'THREATEN', 'SUPPORT', 'SANCTION'] as const
const states = 'USA PAK IND AFG RUS CHN IRN ISR TUR UKR GBR FRA DEU JPN KOR SAU'.split(' ')
const years = [2005, 20] as const

/** A saying that no other Doc has, in words enough to be told apart. */
const said = (n: number) =>
  matters.map((matter, k) => `${matter} ${(n * (2 * k + 3)) % 997}`).join(n % 2 === 0 ? ' and ' : ' or ')

/**
 * A made-up record of so many Docs, each with two acts, a place, a number and a quotation, over twenty years: half of them about Pakistan and
 * the United States, the rest about pairs of 16 states; with so many imported rows besides. The same for the same numbers.
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
    const dead = 2 + (n % 40)
    const [first, second, third] = [
      `${a} dealt with ${b} on ${day} for the ${n}th time`,
      `Then ${b} answered ${a} on ${day}, call ${n}, ${dead} killed`,
      said(n),
    ]
    const {bytes, reading} = sampleReading({
      outlet: `Outlet ${n % 31}`,
      published: day,
      title: `Report ${n} on ${a} and ${b}`,
      text: `${first}.\n\n${second}.\n\n“${third}”, said ${b}.`,
      entities: known.filter(({id}) => (id === a || id === b) && id !== 'PAK' && id !== 'USA'),
      events: [
        {
          event: kinds[n % 8],
          clause: first,
          cue: 'dealt',
          actor: a,
          recipient: b,
          day: [day, day, day],
          place: towns[n % 5],
        },
        {
          event: kinds[(n * 3) % 8],
          clause: second,
          cue: 'answered',
          actor: b,
          recipient: a,
          day: [day, day, day],
          killed: [dead, `${dead} killed`],
        },
      ],
      statements: [{speaker: b, content: [third], cue: 'said', dyad: a < b ? [a, b] : [b, a], stance: stances[n % 4]}],
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
