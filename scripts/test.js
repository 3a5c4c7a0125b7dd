// `npm test`: sets up and runs every check and test; prints one closing line, `N passed, N failed`.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {must, root, setUp} from './setup.js'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's Chromium for the browser tests: installed where it is missing and we may. */
function chromium() {
  const found = places.find(path => path && existsSync(path))
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests …')
    const quiet = {stdio: ['ignore', 'ignore', 'inherit']}
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  console.log(
    'No Chromium: the browser tests need one (Debian: apt-get install chromium; elsewhere: set CHROMIUM to its path).',
  )
  return ''
}

setUp()
const CHROMIUM = chromium()
must('A check', 'npx', ['tsx', 'scripts/check/run.ts'])
const folder = mkdtempSync(join(tmpdir(), 'detente-test-'))
const report = join(folder, 'report.json')
const run = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  {cwd: root, stdio: 'inherit', env: {...process.env, CHROMIUM}},
)
if (existsSync(report)) {
  const {numPassedTests, numFailedTests, numPendingTests} = JSON.parse(readFileSync(report, 'utf8'))
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
}
rmSync(folder, {recursive: true})
process.exit(run.status ?? 1)
