// Makes a fresh clone ready: the right Node, the locked packages, a build that is newer than the sources.
// Plain JavaScript, since it runs before anything is installed.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.setup-stamp')

/** Runs a command in the clone and ends this process with its exit status when it fails. */
export function must(what, command, args, options = {}) {
  const {status, signal} = spawnSync(command, args, {cwd: root, stdio: 'inherit', ...options})
  if (status === 0) return
  console.error(`\n${what} failed: ${command} ${args.join(' ')}`)
  process.exit(signal === 'SIGINT' ? 130 : (status ?? 1))
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Détente needs Node 20.19 or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`)
  process.exit(1)
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the locked packages …')
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional packages, which some mirrors do not hold.
  must('The installation', 'npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  })
  writeFileSync(stamp, lock)
}

function newest(path) {
  const {mtimeMs} = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

function build() {
  const built = join(root, 'dist', 'web', 'index.html')
  const sources = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json'].map(name => newest(join(root, name)))
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return
  console.log('Building …')
  must('The build', 'npm', ['run', '--silent', 'build'], {shell: process.platform === 'win32'})
}

/** All of the set-up. Does nothing when all is there. */
export function setUp() {
  checkNode()
  install()
  build()
}
