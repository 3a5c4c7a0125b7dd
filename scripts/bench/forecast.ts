import {existsSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {featureGroups} from '../../src/forecast/next/candidates.ts'
import {Forecaster, usual} from '../../src/forecast/next/forecaster.ts'
import {readNames} from '../../src/forecast/next/names.ts'
import type {Fact} from '../../src/forecast/next/past.ts'
import {rankDays} from '../../src/forecast/next/protocol.ts'

const clock = () => Number(process.hrtime.bigint()) / 1e9

const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')

const named = (path: string) =>
  lines(path)
    .map(line => line.split('\t'))
    .sort((a, b) => Number(a[1]) - Number(b[1]))
    .map(([name]) => name)

const facts = (path: string): Fact[] =>
  lines(path).map(line => {
    const [subject, relation, object, day] = line.split('\t').map(Number)
    return {subject, relation, object, day}
  })

const byDay = (all: readonly Fact[]): Fact[][] => {
  const days = new Map<number, Fact[]>()
  for (const fact of all) days.set(fact.day, [...(days.get(fact.day) ?? []), fact])
  return [...days].sort(([a], [b]) => a - b).map(([, of]) => of)
}

/** The least step between times, so that hours (0, 24, 48, …) become days. */
const stepOf = (all: readonly Fact[]) => {
  const times = [...new Set(all.map(fact => fact.day))].sort((a, b) => a - b)
  return Math.min(...times.slice(1).map((time, i) => time - times[i]))
}

/**
 * The protocol of the temporal knowledge graph papers over a folder with `train.txt`, `valid.txt`, `entity2id.txt`, `relation2id.txt` and, where there is one, `test.txt`;
 * without a test part the last third of the days of `valid` is asked about and the rest is learned from. `ablation`: one net, learned from 20,000 questions in two
 * rounds, and beside it one for each group of features that does not see them.
 */
export const benchForecast = (folder: string, ablation = false): void => {
  const begun = clock()
  const entities = named(join(folder, 'entity2id.txt'))
  const relations = lines(join(folder, 'relation2id.txt')).length
  const known = [...facts(join(folder, 'train.txt')), ...facts(join(folder, 'valid.txt'))]
  const test = existsSync(join(folder, 'test.txt')) ? facts(join(folder, 'test.txt')) : []
  const all = [...known, ...test]
  const step = stepOf(all)
  for (const fact of all) fact.day /= step
  const days = byDay(all)
  const validDays = new Set(facts(join(folder, 'valid.txt')).map(fact => fact.day / step)).size
  const asked = test.length > 0 ? new Set(test.map(fact => fact.day)).size : Math.ceil(validDays / 3)
  const learned = days.slice(0, -asked)
  const options = ablation ? {...usual, nets: 1, questions: 20_000, net: {...usual.net, epochs: 2}} : usual
  const groups = ablation ? Object.entries(featureGroups) : []
  const forecaster = new Forecaster(
    {entities: entities.length, relations, facts: all.length},
    readNames(entities),
    options,
  )
  // The first two fifths only fill the history; of the rest about as many questions are kept as the options say.
  const start = Math.floor(learned.length * 0.4)
  const ahead = learned.slice(start).reduce((sum, of) => sum + of.length * 2, 0)
  let done = 0
  for (const of of learned) {
    forecaster.take(of, done >= start ? Math.min(1, (options.questions * 1.2) / ahead) : 0)
    if (++done % 50 === 0) console.error(`  ${done} of ${learned.length} days, ${(clock() - begun).toFixed(0)} s`)
  }
  console.error(`  ${forecaster.questions} questions to learn from`)
  forecaster.learn(
    (epoch, loss) => console.error(`  epoch ${epoch + 1}: loss ${loss.toFixed(4)}, ${(clock() - begun).toFixed(0)} s`),
    groups.map(([, stretches]) => stretches.flatMap(([a, b]) => Array.from({length: b - a + 1}, (_, i) => a + i))),
  )
  const [result, ...blinded] = rankDays(forecaster, days.slice(-asked), entities.length, relations)
  const percent = (x: number) => (100 * x).toFixed(1)
  const {user, system} = process.cpuUsage()
  console.log(
    `${basename(folder).padEnd(10)} ${test.length > 0 ? 'test' : 'last third of valid'}: ${result.answers} answers, MRR ${(100 * result.mrr).toFixed(2)}, H@1 ${percent(result.first)}, H@3 ${percent(result.three)}, ` +
      `H@10 ${percent(result.ten)}; ${(clock() - begun).toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} s of processor time), ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
  )
  for (const [n, {mrr, first, ten}] of blinded.entries())
    console.log(`  without ${groups[n][0]}: MRR ${(100 * mrr).toFixed(2)}, H@1 ${percent(first)}, H@10 ${percent(ten)}`)
}
