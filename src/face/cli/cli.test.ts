import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'detente-cli-'))
afterAll(() => rmSync(folder, {recursive: true}))

function detente(args: readonly string[], input = '') {
  const {status, stdout, stderr} = spawnSync(
    join(root, 'node_modules/.bin/tsx'),
    [join(root, 'src/face/cli/main.ts'), ...args],
    {
      cwd: folder,
      input,
      encoding: 'utf8',
    },
  )
  return {status, stdout, stderr: stderr.replace(/^npm warn.*\n/gm, '')}
}

const text = `Norway thanks Chile for arrest

Source: Fjord Gazette

Norway’s foreign minister thanked Chile on 3 May 2019 for arresting two hackers. “We will work closely with Chile,” she said.
`

describe('the command line', () => {
  it('reads standard input and prints each record under its words', () => {
    const {status, stdout} = detente(['read', '-'], text)
    expect(status).toBe(0)
    expect(stdout).toContain('Fjord Gazette')
    expect(stdout).toMatch(/SUPPORT Ine Eriksen Søreide \(NOR GOV\) → Chile/)
    expect(stdout).toMatch(/2019-05-03/)
  })

  it('prints one JSON reading whose spans slice back', () => {
    const {stdout} = detente(['read', '--json', '-'], text)
    const {doc, mentions} = JSON.parse(stdout)
    expect(
      mentions.map(({span}: {span: {start: number; end: number}}) => doc.text.slice(span.start, span.end)),
    ).toContain('Chile')
  })

  it('tells how many outside tellings each imported table gave, and what was left out', () => {
    const row = (day: string) => `${day}\tPolice (Pakistan)\tConsult\tUnited States\t040\t1.0\t1`
    writeFileSync(join(folder, 'told.tsv'), [row('2015-02-18'), row('2015-02-19'), row('2015-02-30')].join('\n'))
    const {stdout, stderr} = detente(['import', 'told.tsv', '--record', 'told.duckdb'])
    expect(stderr).toMatch(/^told\.tsv:3: /m)
    expect(stdout).toMatch(/^told\.tsv: icews-brief, 2 rows kept, 1 left out/)
    const runs = detente(['runs', '--record', 'told.duckdb']).stdout
    expect(runs).toMatch(/^0 articles .*; 2 outside tellings from 1 imported table$/m)
    expect(runs).toMatch(/^told\.tsv +icews-brief +2 +1 +3 +true$/m)
    expect(JSON.parse(detente(['runs', '--json', '--record', 'told.duckdb']).stdout).imports).toMatchObject([
      {format: 'icews-brief', rows: 2, bad: 1},
    ])
  })

  it('keeps, passes over what is known, lists and relates', () => {
    writeFileSync(join(folder, 'a.txt'), text)
    expect(detente(['add', 'a.txt']).stdout).toMatch(/^1 kept, 0 known already, 0 not read/)
    expect(detente(['add', 'a.txt']).stdout).toMatch(/^0 kept, 1 known already/)
    const {stdout} = detente(['events', '--format', 'jsonl'])
    const events = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(events.map(each => each.event)).toContain('SUPPORT')
    expect(detente(['events', '--format', 'csv']).stdout.split('\r\n')[0]).toMatch(/^id,incident,event,/)
    expect(detente(['entities']).stdout).toMatch(/Chile/)
    expect(detente(['relation', 'Norway', 'CHL']).stdout).toMatch(/Norway – Chile/)
    expect(detente(['events', '--format', 'parquet', '--out', 'e.parquet']).status).toBe(0)
    expect(readFileSync(join(folder, 'e.parquet')).subarray(0, 4).toString()).toBe('PAR1')
  })

  it('keeps own eras in a table beside the record', () => {
    const months = ['--first', '2019-01', '--last', '2019-12']
    expect(detente(['eras', 'add', 'Norway', 'CHL', 'Hackers', ...months]).stdout).toMatch(
      /written to .*record\.eras\.tsv/,
    )
    expect(readFileSync(join(folder, 'record.eras.tsv'), 'utf8')).toBe(
      'a\tb\tfirst\tlast\tname\nNOR\tCHL\t2019-01\t2019-12\tHackers\n',
    )
    expect(detente(['eras', 'show', 'Chile', 'Norway']).stdout).toMatch(/2019-01 +2019-12 .* own +Hackers/)
    const wrong = detente(['eras', 'add', 'Norway', 'CHL', 'x', '--first', '2019-02', '--last', '2019-01'])
    expect(wrong).toMatchObject({status: 2})
    expect(wrong.stderr).toMatch(/a last month not before 2019-02, found 2019-01/)
    expect(detente(['eras', 'show', 'Chile', 'Norway', '--eras', 'none.tsv']).stderr).toMatch(/--eras: .*none\.tsv/)
  })

  it('says what was expected and found when it is used wrongly, and ends with 2', () => {
    const wrong = detente(['relation', 'Norway', 'Atlantis'])
    expect(wrong).toMatchObject({status: 2, stdout: ''})
    expect(wrong.stderr).toMatch(/answer\/unknown-entity: .*Atlantis/)
    expect(detente(['events', '--type', 'HUG']).stderr).toMatch(/expected one of AGREE.*found HUG/)
    expect(detente(['relation', 'A']).status).toBe(2)
  })

  it('ends with 1 and goes on when one of several sources cannot be read', () => {
    const {status, stdout, stderr} = detente(['add', 'a.txt', 'no-such-file.html'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/0 kept, 1 known already, 1 not read/)
    expect(stderr).toMatch(/no-such-file.html/)
  })

  it('codes lines and reports those that are none', () => {
    const lines = `${JSON.stringify({id: 'x', text: 'Iran accused Israel of the attack.'})}\nnot json\n`
    const {status, stdout, stderr} = detente(['code', '-'], lines)
    expect(JSON.parse(stdout)).toEqual({
      id: 'x',
      events: [expect.objectContaining({source: 'IRN', target: 'ISR', type: 'ACCUSE'})],
    })
    expect(stderr).toMatch(/-:2:/)
    expect(status).toBe(1)
  })

  it('parses to CoNLL-U', () => {
    expect(detente(['parse', '-'], 'Iran accused Israel.').stdout).toMatch(
      /^# sent_id = 1\n# text = Iran accused Israel\.\n1\tIran\t/,
    )
  })
})
