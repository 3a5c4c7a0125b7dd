import {existsSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {importInto} from '../../src/ingest/index.ts'
import {openRecord} from '../../src/record/index.ts'
import {outsideIndexOf} from '../../src/relation/index.ts'
import {writeGdeltRows} from './gdelt-rows.ts'
import {benchJoining} from './joining.ts'

const clock = () => Number(process.hrtime.bigint()) / 1e9

/** Joining; then import, size on the disk and speed of a dyad's index, over made-up GDELT rows and, where they are, real ICEWS rows. */
export async function benchRecord(rows: number, icews: string): Promise<void> {
  console.log(benchJoining(icews))
  const folder = mkdtempSync(join(tmpdir(), 'detente-bench-'))
  try {
    const made = join(folder, 'made.export.CSV')
    writeGdeltRows(made, rows)
    console.log(await measured('GDELT, made up', join(folder, 'made.duckdb'), [made]))
    const real = existsSync(icews)
      ? readdirSync(icews, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.tsv.gz'))
      : []
    if (real.length > 0)
      console.log(
        await measured(
          'ICEWS, real',
          join(folder, 'real.duckdb'),
          real.sort().map(name => join(icews, name)),
        ),
      )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

async function measured(what: string, path: string, files: readonly string[]): Promise<string> {
  await (await openRecord(path)).close()
  const empty = statSync(path).size
  const [begun, used] = [clock(), process.cpuUsage()]
  let told = begun
  const {imported, failed} = await importInto(path, files, {
    onProgress: ({rows}) => {
      if (clock() - told < 10) return
      told = clock()
      const memory = Math.round(process.memoryUsage.rss() / 1e6)
      console.error(`${what}: ${rows} rows, ${Math.round(rows / (told - begun))} a second, ${memory} MB of memory`)
    },
  })
  const seconds = clock() - begun
  const {user, system} = process.cpuUsage(used)
  const rows = imported.reduce((sum, each) => sum + each.rows, 0)
  if (failed.length > 0 || rows === 0) throw new Error(`${failed.length} files failed, ${rows} rows`)
  const record = await openRecord(path, {readOnly: true})
  const pair = ['USA', 'RUS'] as const
  const times: number[] = []
  let months = 0
  for (let n = 0; n < 11; n++) {
    const start = clock()
    months = outsideIndexOf(await record.outside.months({pair}), {pair, direction: 'both'}).points.length
    times.push((clock() - start) * 1000)
  }
  await record.close()
  const warm = times.slice(1).sort((a, b) => a - b)
  const size = statSync(path).size - empty
  const processor = (user + system) / rows
  return [
    `${what}: ${rows} rows`,
    `${Math.round(rows / seconds)} rows a second (${seconds.toFixed(1)} s, ${processor.toFixed(1)} µs of processor time a row)`,
    `${(size / rows).toFixed(1)} bytes a row on the disk (${(size / 1e6).toFixed(0)} MB)`,
    `index of USA–RUS, ${months} months: median ${warm[5].toFixed(1)} ms, at most ${warm[9].toFixed(1)} ms warm`,
    `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
  ].join('\n  ')
}
