import {existsSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {Reading} from '../../src/model/index.ts'
import {codeOf} from '../../src/read/events/codes.ts'
import {ploverType} from '../../src/read/events/plover.ts'
import {type Coded, f1, type Level, type Measure, scoreGsr} from '../score/gsr.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface GoldRow {
  readonly id: string
  readonly text: string
  readonly events: readonly (Omit<Coded, 'source' | 'target'> & {
    readonly source?: readonly string[] | string
    readonly target?: readonly string[] | string
  })[]
}

/** Scores coded events on the PLOVER gold-standard records. */
export const events: GoldSet = {
  name: 'events',
  data: 'gold/events',
  about: 'F1 of type, actor, recipient and triple on PLOVER gold records, as score.py counts them',
  async score(path, tools) {
    const file = statSync(path).isDirectory() ? join(path, 'gsr-open-gold.jsonl') : path
    if (!existsSync(file)) return []
    const rows = rowsOf<GoldRow>(file).map(row => ({
      gold: row.events.map(event => ({...event, source: list(event.source), target: list(event.target)})),
      found: codedOf(tools.read(tools.docOf(row.text, {id: row.id}))),
    }))
    const split = basename(file, '.jsonl').includes('open') ? 'open' : basename(file, '.jsonl')
    return (['lenient', 'strict'] as const).flatMap(level => scoresAt(rows, level, split))
  },
}

function scoresAt(rows: Parameters<typeof scoreGsr>[0], level: Level, split: string): Score[] {
  const total = scoreGsr(rows, level)
  return (Object.keys(total) as Measure[]).map(measure => {
    const {tg, ng, tp, np} = total[measure]
    return {
      measure: `${measure} F1 (${level})`,
      split,
      value: f1(total[measure]),
      detail: `${tg} of ${ng} gold, ${tp} of ${np} found`,
    }
  })
}

function list(value: readonly string[] | string | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** The events of a reading as PLOVER would have them: codes for parties, nothing that did not happen. */
export function codedOf(reading: Reading): Coded[] {
  const byId = new Map(reading.entities.map(entity => [entity.id, entity]))
  return reading.events.flatMap(event => {
    const type = ploverType(event)
    if (!type) return []
    const code = (party: (typeof event.actors)[number]) => codeOf(party, byId.get(party.entity))
    const source = event.actors.map(code)
    const target = event.recipients.map(code)
    return [{type, source, target, symmetric: target.length === 0 && source.length > 1}]
  })
}
