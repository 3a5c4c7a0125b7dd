import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {importInto} from '../ingest/index.ts'
import {openRecord} from './open.ts'
import {sampleReading} from './sample.ts'

/** A file system of some megabytes, `null` where this user may not make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'detente-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], {stdio: 'ignore'})
    return folder
  } catch {
    rmSync(folder, {recursive: true})
    return null
  }
}

test('a full disk is said to be full; what was kept before is there and the record opens', async context => {
  const folder = smallDisk()
  if (folder === null) return context.skip('this user may not mount a small disk')
  const path = join(folder, 'record.duckdb')
  try {
    const record = await openRecord(path)
    let kept = 0
    const fill = async () => {
      for (; kept < 1000; kept++) {
        // Words that do not pack: multiples of a large prime in base 36.
        const noise = Array.from({length: 20_000}, (_, n) =>
          (Math.imul(n + kept * 77, 2_654_435_761) >>> 0).toString(36),
        )
        const {bytes, reading} = sampleReading({text: `Talks ${kept}. ${noise.join(' ')}`})
        await record.keep(bytes, reading)
      }
    }
    await expect(fill()).rejects.toMatchObject({code: 'record/full', hint: expect.stringContaining('Make room')})
    await record.close().catch(() => {})
    const again = await openRecord(path, {readOnly: true})
    expect(await again.docs()).toHaveLength(kept)
    await again.close()

    const table = join(tmpdir(), `detente-full-${process.pid}.tsv`)
    const row = (n: number) => `2015-02-18\tPolice (Pakistan) ${n}\tConsult\tUnited States\t040\t1.0\t1`
    writeFileSync(table, `${Array.from({length: 100_000}, (_, n) => row(n)).join('\n')}\n`)
    await expect(importInto(path, [table])).rejects.toMatchObject({code: 'record/full'})
    rmSync(table)
    const last = await openRecord(path, {readOnly: true})
    expect(await last.docs()).toHaveLength(kept)
    await last.close()
  } finally {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, {recursive: true, force: true})
  }
})
