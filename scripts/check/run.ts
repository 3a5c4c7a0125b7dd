import {spawnSync} from 'node:child_process'
import {checkBanned} from './banned.ts'
import {checkCommands} from './commands.ts'
import {checkDocs} from './docs.ts'
import type {Finding} from './finding.ts'
import {checkImports} from './imports.ts'
import {checkTables} from './lexicon.ts'
import {root} from './sources.ts'
import {checkSql} from './sql.ts'

const tools: readonly [string, readonly string[]][] = [
  ['types', ['tsc', '-p', '.']],
  ['lint', ['biome', 'check', '--error-on-warnings']],
]
const checks: readonly [string, () => Finding[]][] = [
  ['imports', checkImports],
  ['banned', checkBanned],
  ['lexicon', checkTables],
  ['docs', checkDocs],
  ['commands', checkCommands],
  ['sql', checkSql],
]

let failed = 0
for (const [name, args] of tools) {
  const {status} = spawnSync('npx', args, {cwd: root, stdio: 'inherit'})
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (status !== 0) failed++
}
for (const [name, check] of checks) {
  const findings = check()
  for (const {at, message} of findings) console.log(`${at}: ${message}`)
  console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (findings.length > 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
