import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {trainText} from './text.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    data: {type: 'string', default: join(root, '../shared/data/ud')},
    out: {type: 'string', default: join(root, 'models/en/text.bin')},
    clusters: {type: 'string', default: join(root, '.cache/clusters.tsv')},
    epochs: {type: 'string', default: '12'},
  },
})

const started = process.hrtime.bigint()
const log = (line: string) => {
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000
  process.stdout.write(`${seconds.toFixed(0).padStart(5)} s  ${line}\n`)
}

if (positionals[0] === 'text') trainText({...values, epochs: Number(values.epochs), log})
else {
  process.stderr.write('usage: npm run train -- text [--data FOLDER] [--out FILE] [--clusters FILE] [--epochs N]\n')
  process.exitCode = 2
}
