import {openRecord} from '../../src/record/index.ts'
import {sampleReading} from '../../src/record/sample.ts'

/** Keeps Docs and slices of rows in turn, for ever, and says each on standard output once it is kept. Made to be killed. */
const [path] = process.argv.slice(2)
const record = await openRecord(path)
const say = (line: string) => process.stdout.write(`${line}\n`)
let file = await record.outside.begin({sha256: 'made', name: 'made', format: 'icews-brief'})
say('open')
for (let n = (await record.docs()).length; ; n++) {
  const {bytes, reading} = sampleReading({text: `Talks number ${n} between Pakistan and others were held.`})
  await record.keep(bytes, reading)
  say(`docs ${n + 1}`)
  const slice = record.outside.slice(n % 2)
  for (let row = 1; row <= 500; row++)
    slice.add(
      {
        line: file.lines + row,
        row: `row ${file.lines + row}`,
        told: {
          id: null,
          first: '2020-01-01',
          last: '2020-01-01',
          actor: null,
          recipient: null,
          cameo: '040',
          event: null,
          mode: null,
        },
      },
      {actor: 'USA', recipient: 'PAK', event: 'CONSULT', mode: null},
    )
  file = await record.outside.keep(file, slice, file.lines + 500, false)
  say(`lines ${file.lines}`)
  if (n % 20 === 19) await record.outside.count()
}
