import {join} from 'node:path'

/** `npm run bench -- WHAT`: one file of `scripts/bench` each; without a name, the reading of the examples from page to record. */
const [what = 'reading', ...rest] = process.argv.slice(2)

const benches: Readonly<Record<string, () => Promise<void>>> = {
  reading: async () => {
    await import('./bench/reading.ts')
  },
  text: async () => {
    const {benchText} = await import('./bench/text.ts')
    console.log(await benchText())
  },
  lexicon: async () => {
    const {benchLexicon} = await import('./bench/lexicon.ts')
    console.log(benchLexicon(rest[0] === undefined ? undefined : Number(rest[0])))
  },
  eras: async () => {
    const {benchEras} = await import('./bench/eras.ts')
    benchEras(rest[0] ?? join(import.meta.dirname, '../../shared/data/icews/dyad-month'))
  },
  analogues: async () => {
    const {benchAnalogues} = await import('./bench/analogues.ts')
    benchAnalogues(join(import.meta.dirname, '../../shared/data/icews/dyad-month/dyadmonth-1990-2009.csv.gz'))
  },
  web: async () => {
    const {benchWeb} = await import('./bench/web.ts')
    await benchWeb(rest[0], rest[1])
  },
  relations: async () => {
    const {benchRelations} = await import('./bench/relations.ts')
    benchRelations(join(import.meta.dirname, '../../shared/data/icews'), rest)
  },
  record: async () => {
    const {benchRecord} = await import('./bench/record.ts')
    await benchRecord(Number(rest[0] ?? 1_000_000), join(import.meta.dirname, '../../shared/data/icews'))
  },
  joining: async () => {
    const {benchJoining} = await import('./bench/joining.ts')
    console.log(
      benchJoining(
        join(import.meta.dirname, '../../shared/data/icews'),
        rest.length > 0 ? rest.map(Number) : undefined,
      ),
    )
  },
  kill: async () => {
    const {killTries} = await import('./bench/kill.ts')
    const tries = Number(rest[0] ?? 200)
    const {docs, lines} = await killTries(tries)
    console.log(`${tries} times kill -9: ${docs} Docs and ${lines} rows were kept, none lost, none by halves`)
  },
  ahead: async () => {
    const {benchAhead} = await import('./bench/ahead.ts')
    const data = join(import.meta.dirname, '../../shared/data/icews/ICEWS05-15')
    benchAhead(data, rest.length > 0 ? rest.map(Number) : [30])
  },
  flat: async () => {
    const {benchFlat} = await import('./bench/flat.ts')
    const at = rest.indexOf('--threads')
    await benchFlat(Number(at === 0 ? 100_000 : (rest[0] ?? 100_000)), at < 0 ? 1 : Number(rest[at + 1] ?? 2))
  },
  forecast: async () => {
    const {benchForecast} = await import('./bench/forecast.ts')
    const data = join(import.meta.dirname, '../../shared/data/icews')
    const folders = rest.filter(word => word !== '--ablation')
    for (const folder of folders.length > 0 ? folders : [join(data, 'ICEWS14'), join(data, 'ICEWS18')])
      benchForecast(folder, rest.includes('--ablation'))
  },
}

const bench = benches[what]
if (bench) await bench()
else {
  console.error(`bench: expected one of ${Object.keys(benches).join(', ')}, found “${what}”`)
  process.exitCode = 2
}
