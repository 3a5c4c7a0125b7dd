// `npm start`: sets up, reads the example corpus into a record of its own and serves the workbench on loopback.
import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {root, setUp} from './setup.js'

setUp()
const record = join(root, 'examples.duckdb')
const args = ['bin/detente.js', 'serve', '--read', 'examples', '--record', record, ...process.argv.slice(2)]
const server = spawn(process.execPath, args, {cwd: root, stdio: 'inherit'})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 0)))
