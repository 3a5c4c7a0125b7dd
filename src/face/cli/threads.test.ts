import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'detente-threads-'))
afterAll(() => rmSync(folder, {recursive: true}))

const detente = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/detente.js'), ...args], {cwd: folder, encoding: 'utf8'})

// Threads exist only in the built package; `npm test` builds it first.
describe.skipIf(!existsSync(join(root, 'dist/src/ingest/reader-thread.js')))('detente add --threads', () => {
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  for (let n = 10; n < 55; n++)
    writeFileSync(
      join(pages, `${n}.txt`),
      `Source: Test Wire\n\nOn 3 May ${2000 + (n % 24)} Chile sent ${n} doctors to Peru.\n`,
    )
  writeFileSync(join(pages, 'not-text.txt'), Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3]))

  it('keeps the same from two threads as from one, and goes on past a source that fails', () => {
    const [one, two] = ['1', '2'].map(threads => {
      const added = detente('add', pages, '--record', `${threads}.duckdb`, '--threads', threads)
      expect(added.stdout).toContain('45 kept')
      return detente('events', '--format', 'jsonl', '--record', `${threads}.duckdb`).stdout
    })
    expect(one.trim().split('\n').length).toBeGreaterThan(40)
    expect(two).toBe(one)
  })

  it('reads nothing twice', () => {
    expect(detente('add', pages, '--record', '2.duckdb', '--threads', '2').stdout).toContain('0 kept, 45 known already')
  })
})
