import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {joinTellings, likenessOf} from '../../src/record/index.ts'
import {icewsTellings, madeTellings, type Told} from './made-tellings.ts'

/** Seconds of processor time: what others do on the machine does not count. */
const clock = () => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}

/** How many tellings a second are joined, at sizes that grow fourfold: near-linear work keeps the rate. */
export function benchJoining(icews: string, sizes: readonly number[] = [10_000, 40_000, 160_000]): string {
  const rows = (many: number) => icewsTellings(join(icews, 'ICEWS05-15/train.tsv.gz'), many)
  return [
    ...sizes.map(many => measured('tellings, made up', madeTellings(many))),
    ...sizes.flatMap(many => {
      const told = rows(many)
      return told === null ? [] : measured('tellings of real ICEWS rows', told)
    }),
  ].join('\n')
}

function measured(what: string, {tellings, docs}: Told): string {
  const begun = clock()
  const started = performance.now()
  const likeness = likenessOf(docs)
  const weighed = clock()
  const joined = joinTellings(tellings, {likeness})
  const seconds = clock() - begun
  const passed = (performance.now() - started) / 1000
  const hash = createHash('sha256').update(
    JSON.stringify(joined.map(({id, members}) => [id, members.map(m => [m.telling.id, m.why])])),
  )
  return (
    `${what}: ${tellings.length} in ${docs.length} articles, ${joined.length} incidents, ` +
    `${Math.round(tellings.length / passed)} a second, ${Math.round(tellings.length / seconds)} a second of processor time (${seconds.toFixed(1)} s, of which ${(weighed - begun).toFixed(1)} s weigh the articles’ words), ` +
    `SHA-256 ${hash.digest('hex').slice(0, 12)}`
  )
}
