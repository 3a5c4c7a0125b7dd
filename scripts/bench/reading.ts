import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadEngine} from '../../src/ingest/engine.ts'
import {ingestInto} from '../../src/ingest/index.ts'
import {readPage} from '../../src/intake/index.ts'
import {stages} from '../../src/read/index.ts'

/**
 * Times every stage over the example corpus, `rounds` times after some to warm up; prints words/s, Docs/s and memory. Stages are timed by the
 * processor time of this process: on a busy machine the clock says more about the neighbours.
 */
const rounds = 10
const warming = 8
const folder = join(import.meta.dirname, '../../examples')
const clock = () => Number(process.hrtime.bigint()) / 1e9
const spent = () => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}

const begun = clock()
const engine = loadEngine()
const loading = clock() - begun
const pages = readdirSync(folder)
  .filter(name => /\.(?:html|txt)$/.test(name))
  .map(name => readFileSync(join(folder, name)))

const seconds = new Map<string, number>()
const spend = (name: string, time: number) => seconds.set(name, (seconds.get(name) ?? 0) + time)
let words = 0
for (let round = 0; round < warming + rounds; round++) {
  if (round === warming) seconds.clear()
  words = 0
  for (const page of pages) {
    let last = spent()
    const doc = readPage(page, {})
    spend('intake', spent() - last)
    words += doc.text.split(/\s+/).length
    last = spent()
    let running: string | null = null
    engine.read(doc, name => {
      const now = spent()
      if (running !== null) spend(running, now - last)
      running = name
      last = now
    })
  }
}

const reading = ['text', ...stages.map(stage => stage.name)]
const total = reading.reduce((sum, name) => sum + (seconds.get(name) ?? 0), 0)
console.log(
  `${pages.length} example Docs, ${words} words, ${rounds} rounds, processor time, Node ${process.versions.node}`,
)
console.log(`loading model and lexicon  ${(loading * 1000).toFixed(0)} ms`)
for (const name of ['intake', ...reading]) {
  const time = seconds.get(name) ?? 0
  const share = name === 'intake' ? '' : `${((100 * time) / total).toFixed(1).padStart(5)} % of reading`
  console.log(
    `${name.padEnd(12)} ${Math.round((words * rounds) / time)
      .toLocaleString('en')
      .padStart(12)} words/s ${share}`,
  )
}
console.log(
  `${'reading'.padEnd(12)} ${Math.round((words * rounds) / total)
    .toLocaleString('en')
    .padStart(12)} words/s`,
)

const scratch = mkdtempSync(join(tmpdir(), 'detente-bench-'))
const path = join(scratch, 'bench.duckdb')
const from = clock()
const report = await ingestInto(path, [folder], {})
console.log(
  `end to end   ${(report.added / (clock() - from)).toFixed(1)} Docs/s from file to record, ${report.added} Docs, record ${(statSync(path).size / 1e6).toFixed(1)} MB`,
)
console.log(`memory       ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`)
rmSync(scratch, {recursive: true})
