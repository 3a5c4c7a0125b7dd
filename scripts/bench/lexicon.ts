import {execFileSync} from 'node:child_process'
import {join} from 'node:path'

/** Milliseconds by the clock and of the processor, and megabytes kept after a collection. */
interface Cost {
  readonly wall: number
  readonly processor: number
  readonly memory: number
  /** Processor milliseconds of the run that neighbours on the machine disturbed least. */
  readonly least: number
}

export interface LexiconBench {
  /** `loadLexicon()` alone: every table read and hashed, as each start of the program does. */
  readonly load: Cost
  /** The same and all that texts ask for: names and surnames in order, offices, words, acts, cues. */
  readonly ready: Cost
  /** The same and the tree of every name, of which a text asks for few. */
  readonly whole: Cost
}

/** Medians of `times` fresh processes that load the tables and nothing else: no model, no record. */
export function benchLexicon(times = 9): LexiconBench {
  const runs = Array.from({length: times}, once)
  const middle = (part: keyof LexiconBench): Cost => ({
    wall: median(runs.map(run => run[part].wall)),
    processor: median(runs.map(run => run[part].processor)),
    memory: median(runs.map(run => run[part].memory)),
    least: Math.round(Math.min(...runs.map(run => run[part].processor)) * 10) / 10,
  })
  return {load: middle('load'), ready: middle('ready'), whole: middle('whole')}
}

type Run = {readonly [Part in keyof LexiconBench]: Omit<Cost, 'least'>}

function once(): Run {
  const child = join(import.meta.dirname, 'lexicon-child.ts')
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', child], {encoding: 'utf8'}),
  ) as Run
}

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] * 10) / 10
