import {writeFileSync} from 'node:fs'
import {loadLexicon} from '../../../src/lexicon/index.ts'
import type {AttributionModel} from '../../../src/read/statements/learned/find.ts'
import {pack} from '../../../src/read/statements/learned/load.ts'
import {loadEnglish} from '../../../src/text/index.ts'
import type {Verdict} from './fit.ts'
import {learnAccept, learnSteps, verdictsOn} from './learn.ts'
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

const folds = 2
/** Log-odds from which on a proposal is taken to hold: tuned on the dev split and the three articles. */
const from = {act: -2.8, sure: -2.8, listed: -0.5, told: -1.2, bare: 0.6, unnamed: 0.6, quoted: -3, beside: -5}
const least = 0.02

/** Learns to read attributions and writes the weights. The last step learns from texts that the ones before it have not seen. */
export function trainAttribution({gold, out, cache, log}: AttributionOptions): void {
  const {vocabulary} = loadEnglish()
  const {cues} = loadLexicon()
  const texts = goldTexts(gold, cache).map(text => goldLines(text, cues, vocabulary).lines)
  log(`${texts.length} texts`)
  const verdicts: Verdict[] = []
  for (let fold = 0; fold < folds; fold++) {
    const steps = learnSteps(texts.filter((_, n) => n % folds !== fold).flat())
    verdicts.push(...verdictsOn(texts.filter((_, n) => n % folds === fold).flat(), steps))
    log(`part ${fold + 1} of ${folds}: ${verdicts.length} proposals`)
  }
  const model: AttributionModel = {...learnSteps(texts.flat()), accept: learnAccept(verdicts), from}
  const bytes = pack(model, least)
  writeFileSync(out, bytes)
  log(`${out}: ${bytes.length} bytes`)
}
