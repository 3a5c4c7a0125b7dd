import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {openRecord} from '../../src/record/index.ts'
import {seeded} from './gdelt-rows.ts'

/** What a writer that was killed had said to be kept. */
interface Said {
  docs: number
  lines: number
}

/**
 * Kills a process that writes into one record with `kill -9` at random moments, again and again, and opens the record each time: what was said to be kept
 * is there, nothing is there by halves. Throws where it is not. Returns how many Docs and rows were kept in all.
 */
export async function killTries(tries: number, seed = 1): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-kill-'))
  const path = join(folder, 'record.duckdb')
  const next = seeded(seed)
  let found: Said = {docs: 0, lines: 0}
  try {
    for (let n = 0; n < tries; n++) {
      // The first lives until something was kept, however slow the machine; the others may not come so far.
      const said = await killedAfter(path, n === 0 ? 'lines' : 'open', Math.floor(next() * 400))
      const open = await openRecord(path)
      const [file] = await open.outside.files()
      let lines = 0
      for await (const row of open.outside.rows('icews-brief'))
        if (row !== `row ${++lines}`) throw new Error(`try ${n}: expected row ${lines}, found ${row}`)
      const docs = await open.docs()
      for (const {id} of docs.slice(-3)) await open.reading(id)
      await open.close()
      if (file && (file.lines !== lines || file.rows !== lines))
        throw new Error(`try ${n}: the file says ${file.lines} lines and ${file.rows} rows, ${lines} are there`)
      if (docs.length < Math.max(said.docs, found.docs) || lines < Math.max(said.lines, found.lines))
        throw new Error(`try ${n}: ${JSON.stringify(said)} were kept, ${docs.length} docs and ${lines} lines are there`)
      found = {docs: docs.length, lines}
    }
    return found
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function killedAfter(path: string, begin: 'open' | 'lines', milliseconds: number): Promise<Said> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'kill-child.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Said = {docs: 0, lines: 0}
  return new Promise((resolve, reject) => {
    createInterface({input: child.stdout}).on('line', line => {
      const [what, count] = line.split(' ')
      if (what === begin) setTimeout(() => child.kill('SIGKILL'), milliseconds)
      if (what !== 'open') said[what as keyof Said] = Number(count)
    })
    child.on('error', reject)
    child.on('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve(said) : reject(new Error(`the writer ended by itself with ${code}`)),
    )
  })
}
