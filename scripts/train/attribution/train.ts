import {writeFileSync} from 'node:fs'
import {loadLexicon} from '../../../src/lexicon/index.ts'
import type {AttributionModel} from '../../../src/read/statements/learned/find.ts'
import {pack} from '../../../src/read/statements/learned/load.ts'
import {loadEnglish} from '../../../src/text/index.ts'
import {learnAccept, learnSteps, type Proposed, proposed} from './learn.ts'
import {goldLines} from './lines.ts'
import {goldTexts} from './texts.ts'

export interface AttributionOptions {
  /** PolNeAR's training split. */
  readonly gold: string
  readonly out: string
  /** Folder for the trees of the texts. */
  readonly cache: string
  readonly log: (line: string) => void
}

/** Lots of texts: the steps before the last one learn from the others. */
const folds = 2
/** Lots that the weights of the last step are kept from, where its trees learn. */
const lots = 3
/** Log-odds from which on a proposal is taken to hold: tuned on the dev split, the three articles and the cases. */
const from = {
  act: -2,
  sure: -2,
  listed: -3,
  marked: -3,
  told: -2,
  bare: -1.6,
  unnamed: 0.3,
  quoted: -3,
  beside: -4.5,
  deed: -1,
  brief: -1.3,
}
const least = 0.02

/** Learns to read attributions and writes the weights. The last step learns from texts that the ones before it have not seen. */
export function trainAttribution({gold, out, cache, log}: AttributionOptions): void {
  const {vocabulary} = loadEnglish()
  const {cues} = loadLexicon()
  const texts = goldTexts(gold, cache).map(text => goldLines(text, cues, vocabulary).lines)
  log(`${texts.length} texts`)
  const data: Proposed[] = []
  for (let fold = 0; fold < folds; fold++) {
    const steps = learnSteps(texts.filter((_, n) => n % folds !== fold).flat())
    texts.forEach((lines, n) => {
      if (n % folds === fold) data.push(...lines.map(line => proposed(line, steps, Math.floor(n / folds) % lots)))
    })
    log(`part ${fold + 1} of ${folds}: ${data.reduce((sum, {all}) => sum + all.length, 0)} proposals`)
  }
  const last = learnAccept(data, lots)
  log(`${last.judge.trees} trees`)
  const model: AttributionModel = {...learnSteps(texts.flat()), ...last, from}
  const bytes = pack(model, least)
  writeFileSync(out, bytes)
  log(`${out}: ${bytes.length} bytes`)
}
