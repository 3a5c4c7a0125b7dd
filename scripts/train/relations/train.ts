import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {learn} from '../../../src/forecast/relations/model.ts'
import {States} from '../../../src/forecast/relations/state.ts'
import {monthly} from '../../bench/relations.ts'

/** Learns the shipped models from the 900 most active pairs of a `dyadmonth` table: what is believed of a relation whose own record is short. */
export function trainRelations(
  table: string,
  out: string,
  horizons: readonly number[],
  log: (line: string) => void,
): void {
  const {panel} = monthly(table, 2010, 900)
  const states = new States(panel)
  mkdirSync(out, {recursive: true})
  for (const horizon of horizons) {
    const model = learn(states, horizon, {until: panel.periods, warm: 24, most: 40_000})
    const text = JSON.stringify(model, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value))
    writeFileSync(join(out, `month-${horizon}.json`), `${text}\n`)
    log(`${horizon} months: ${model.lessons} moments, ${Math.round(text.length / 1024)} kB`)
  }
}
