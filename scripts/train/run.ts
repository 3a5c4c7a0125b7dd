import {mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {trainAttribution} from './attribution/train.ts'
import {makeClusters} from './clusters.ts'
import {trainNamesOf} from './names/run.ts'
import {trainNetOf} from './net-of.ts'
import {trainRelations} from './relations/train.ts'
import {trainText} from './text.ts'
import {makeVectors} from './vectors.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    data: {type: 'string', default: join(root, '../shared/data/ud')},
    out: {type: 'string'},
    clusters: {type: 'string', default: join(root, 'scripts/train/clusters.tsv')},
    vectors: {type: 'string', default: join(root, 'scripts/train/vectors.bin')},
    text: {type: 'string', default: join(root, 'models/en/text.bin')},
    state: {type: 'string'},
    package: {type: 'string'},
    gold: {type: 'string', default: join(root, '../shared/gold/attribution/polnear-train.jsonl')},
    months: {type: 'string', default: join(root, '../shared/data/icews/dyad-month/dyadmonth-1990-2009.csv.gz')},
    horizons: {type: 'string', default: '1,3,6,12'},
    cache: {type: 'string', default: join(root, '.cache')},
  },
})

const started = process.hrtime.bigint()
const log = (line: string) => {
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000
  process.stdout.write(`${seconds.toFixed(0).padStart(5)} s  ${line}\n`)
}

if (positionals[0] === 'text') trainText({...values, out: values.out ?? join(root, 'models/en/text.bin'), log})
else if (positionals[0] === 'net') trainNetOf({...values, out: values.out ?? join(root, 'models/en/net.bin'), log})
else if (positionals[0] === 'names')
  trainNamesOf({data: values.data, out: values.out ?? join(root, 'models/en/names.bin'), log})
else if (positionals[0] === 'attribution')
  trainAttribution({...values, out: values.out ?? join(root, 'models/en/attribution.bin'), log})
else if (positionals[0] === 'relations')
  trainRelations(
    values.months,
    values.out ?? join(root, 'models/relations'),
    values.horizons.split(',').map(Number),
    log,
  )
else if (positionals[0] === 'vectors' && values.package) makeVectors(values.package, values.vectors, 30_000)
else if (positionals[0] === 'clusters' && values.package) {
  mkdirSync(dirname(values.clusters), {recursive: true})
  makeClusters(values.package, values.clusters, 50_000, log)
} else {
  process.stderr.write(`npm run train -- text [--data FOLDER] [--out FILE] [--clusters FILE]
npm run train -- net [--data FOLDER] [--text FILE] [--out FILE] [--vectors FILE] [--state FOLDER]
npm run train -- names [--data FOLDER] [--out FILE]
npm run train -- attribution [--gold FILE] [--out FILE] [--cache FOLDER]
npm run train -- relations [--months FILE] [--out FOLDER] [--horizons 1,3,6,12]
npm run train -- clusters --package FILE [--clusters FILE]
npm run train -- vectors --package FILE [--vectors FILE]
`)
  process.exitCode = 2
}
