import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {actsAhead} from '../../src/forecast/next/acts-ahead.ts'
import {readNames} from '../../src/forecast/next/names.ts'
import type {Fact} from '../../src/forecast/next/past.ts'
import {skill} from '../../src/forecast/relations/score.ts'

const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')

/**
 * `npm run bench -- ahead [DAYS…]`: what two sides will do to each other within so many days, by counts alone, as `detente forecast next` says it of a small record: the back-test that it
 * prints, over the 40 most active pairs of ICEWS05-15 (`train`), and over the same pairs told by one act in ten.
 */
export function benchAhead(folder: string, spans: readonly number[]): void {
  const relations = lines(join(folder, 'relation2id.txt')).length
  const entities = lines(join(folder, 'entity2id.txt')).length
  const facts: Fact[] = lines(join(folder, 'train.txt')).map(line => {
    const [subject, relation, object, hour] = line.split('\t').map(Number)
    return {subject, relation, object, day: hour / 24}
  })
  const active = new Map<string, number>()
  for (const {subject, object} of facts)
    if (subject !== object) {
      const key = [subject, object].sort((a, b) => a - b).join(' ')
      active.set(key, (active.get(key) ?? 0) + 1)
    }
  const pairs = [...active].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 40)
  const from = facts.reduce((last, {day}) => Math.max(last, day), 0) + 1
  const names = readNames([])
  for (const days of spans)
    for (const every of [1, 10]) {
      const sum = {acts: 0, came: 0, brier: 0, baseRate: 0, better: 0}
      for (const [key] of pairs) {
        const [a, b] = key.split(' ').map(Number)
        const own = facts.filter(({subject}, n) => (subject === a || subject === b) && n % every === 0)
        const {tested} = actsAhead(own, {entities, relations, names, pair: [a, b], from, days, learns: false})
        if (tested === null) continue
        sum.acts += tested.acts
        sum.came += tested.came
        sum.brier += tested.brier * tested.acts
        sum.baseRate += tested.baseRate * tested.acts
        if (tested.brier < tested.baseRate) sum.better++
      }
      const [own, base] = [sum.brier / sum.acts, sum.baseRate / sum.acts]
      console.log(
        `${days} days, ${every === 1 ? 'all acts' : 'one act in ten'}: ${sum.acts} acts asked about, ${sum.came} came; Brier ${own.toFixed(4)}, base rate ${base.toFixed(4)}, skill ${skill(own, base).toFixed(3)}; better for ${sum.better} of ${pairs.length} pairs`,
      )
    }
}
