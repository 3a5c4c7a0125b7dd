import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'detente-cli-correct-'))
afterAll(() => rmSync(folder, {recursive: true}))

function detente(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(
    join(root, 'node_modules/.bin/tsx'),
    [join(root, 'src/face/cli/main.ts'), ...args],
    {cwd: folder, encoding: 'utf8'},
  )
  return {status, stdout, stderr}
}

test('correct, list, undo: the export is again what it was', () => {
  writeFileSync(
    join(folder, 'a.txt'),
    'A quarrel\n\nNorway accused Chile of espionage on 3 June 2019. Read on below.\n',
  )
  detente('add', 'a.txt')
  const rows = () => detente('events', '--format', 'csv').stdout
  const before = rows()
  const id = /doc_\w+\/ev_\d+/.exec(before)![0]
  const shown = detente('correct', 'reject', id, '--preview')
  expect(shown.stdout).toMatch(
    /^reject event “Norway accused Chile of espionage.*index CHL–NOR Jun 2019.*nothing was written\n$/s,
  )
  const made = detente('correct', 'reject', id, '--by', 'Ada', '--at', '2025-03-06T10:00:00Z', '--why', 'a test')
  expect([made.status, made.stderr]).toEqual([0, ''])
  expect(detente('corrections').stdout).toMatch(
    /^cor_\w+ {2}2025-03-06T10:00:00Z {2}Ada {2}reject event “.*” \(a test\): holds\n1 correction\n$/,
  )
  expect(detente('undo', /cor_\w+/.exec(made.stdout)![0]).status).toBe(0)
  expect(rows()).toBe(before)
})

test('what was missed is added, exported and taken back', () => {
  const text = 'A cold day\n\nNorway gave Chile a cold shoulder on 4 June 2019.\n'
  writeFileSync(join(folder, 'b.txt'), text)
  const run = (...args: string[]) => detente(...args, '--record', 'b.duckdb')
  run('add', 'b.txt')
  const rows = () => run('events', '--format', 'csv').stdout
  const doc = `doc_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  const before = rows()
  const settings = ['event=REJECT', 'actor=Norway', 'recipient=CHL', 'day=2019-06-04']
  const made = run('correct', 'add', doc, 'a cold shoulder', ...settings)
  expect([made.status, made.stderr]).toEqual([0, ''])
  expect(made.stdout).toContain('add REJECT NOR > CHL: “a cold shoulder”\n  index CHL–NOR Jun 2019 none → −')
  expect(rows()).toContain('a cold shoulder')
  run('undo', /cor_\w+/.exec(made.stdout)![0])
  expect(rows()).toBe(before)
})
