import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import {loadEngine} from '../../src/ingest/engine.ts'
import {readPage} from '../../src/intake/index.ts'
import {openRecord} from '../../src/record/index.ts'
import {madeDocs} from './made-docs.ts'

/** One Doc in so many is also kept in a record. */
const kept = 20
const mega = (bytes: number) => `${(bytes / 1e6).toFixed(0).padStart(5)} MB`
const seconds = () => Number(process.hrtime.bigint()) / 1e9

/**
 * Reads `many` short made Docs in one process and prints what is on the heap (after a collection where Node was started with `--expose-gc`)
 * and what is resident ten times on the way; every twentieth Doc goes into a record too. With `threads`, reads a fifth of them again, on one
 * core and then in so many threads on as many cores, and prints how many times as fast that was.
 */
export async function benchFlat(many: number, threads: number): Promise<void> {
  const engine = loadEngine()
  const stride = Math.ceil(many / 10)
  const scratch = mkdtempSync(join(tmpdir(), 'detente-flat-'))
  const record = await openRecord(join(scratch, 'flat.duckdb'))
  const begun = seconds()
  let words = 0
  let events = 0
  try {
    let n = 0
    for (const doc of madeDocs(many)) {
      n++
      words += doc.text.split(' ').length
      const reading = engine.read(doc)
      events += reading.events.length
      if (n % kept === 0) {
        const bytes = new TextEncoder().encode(doc.text)
        await record.keep(bytes, engine.read(readPage(bytes, {})), {came: '2024-06-12T00:00:00Z'})
      }
      if (n % stride === 0) report(n, words, events, seconds() - begun)
    }
  } finally {
    await record.close()
    rmSync(scratch, {recursive: true})
  }
  if (threads > 1) await compare(Math.ceil(many / 5), threads)
}

function report(docs: number, words: number, events: number, passed: number): void {
  globalThis.gc?.()
  const {heapUsed, rss} = process.memoryUsage()
  const speed = Math.round(words / passed).toLocaleString('en')
  console.log(
    `${docs.toLocaleString('en').padStart(8)} Docs  ${words.toLocaleString('en')} words  ${events.toLocaleString('en')} events  heap ${mega(heapUsed)}  resident ${mega(rss)}  ${speed} words/s`,
  )
}

async function compare(many: number, threads: number): Promise<void> {
  const bound = keepTo('0')
  const alone = await timed(many, 1)
  if (bound) keepTo(`0-${cpus().length - 1}`)
  const together = await timed(many, threads)
  console.log(
    `${many.toLocaleString('en')} Docs ${bound ? 'on one core' : 'in one thread (the collector takes a second core: no taskset here)'} ${alone.toFixed(1)} s, in ${threads} threads ${together.toFixed(1)} s: ${(alone / together).toFixed(2)} times as fast`,
  )
}

/** Keeps every thread of this process to some cores; `false` where the system cannot. Without it V8 collects garbage on a second core while one thread reads. */
function keepTo(cores: string): boolean {
  try {
    execFileSync('taskset', ['-acp', cores, String(process.pid)], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}

/** Seconds in which threads read their shares, from when all have loaded model and lexicon and read some thousand Docs: before, V8 is still compiling, on threads of its own. */
async function timed(many: number, threads: number): Promise<number> {
  // A thread does not take over the loader of TypeScript that the process was started with.
  const start = `import('tsx/esm/api').then(({register}) => (register(), import(${JSON.stringify(new URL('./flat-thread.ts', import.meta.url).href)})))`
  const workers = Array.from(
    {length: threads},
    (_, share) => new Worker(start, {eval: true, workerData: {many, share, threads}}),
  )
  const next = () =>
    Promise.all(
      workers.map(
        worker =>
          new Promise<void>((done, fail) => {
            worker.once('message', () => done())
            worker.once('error', fail)
          }),
      ),
    )
  await next()
  const done = next()
  const begun = seconds()
  for (const worker of workers) worker.postMessage('go')
  await done
  const passed = seconds() - begun
  await Promise.all(workers.map(worker => worker.terminate()))
  return passed
}
