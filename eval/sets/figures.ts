import {loadLexicon} from '../../src/lexicon/index.ts'
import {figuresIn} from '../../src/read/figures/find.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface Casualty {
  readonly number: {readonly min: number | null; readonly max: number | null}
  readonly effect: readonly string[]
}

export interface FigureRow {
  readonly id: string
  readonly split: string
  readonly text: string
  readonly templates: readonly {readonly casualties?: readonly Casualty[]}[]
}

const effects: {readonly [effect: string]: string} = {DEATH: 'killed', INJURY: 'injured'}

/** Printed numbers of dead and injured in the templates, as `killed 13`. */
export function goldOf(row: FigureRow): Set<string> {
  const set = new Set<string>()
  for (const {casualties = []} of row.templates)
    for (const {number, effect} of casualties)
      for (const name of effect) if (effects[name] && number.min !== null) set.add(`${effects[name]} ${number.min}`)
  return set
}

/** “Several”, “dozens”: words that print no number; the templates have none for them either. */
const vague =
  /^(?:(?:at least|about|some) )?(?:several|some|many|few|a few|dozens|scores|hundreds|thousands)\b(?! of \d)/i

export function foundIn(row: FigureRow, all = false): Set<string> {
  const lexicon = loadLexicon()
  const set = new Set<string>()
  for (const sentence of sentencesOf(row.text))
    for (const figure of figuresIn(lexicon, row.text, sentence))
      if (
        (figure.what === 'killed' || figure.what === 'injured') &&
        figure.low > 0 &&
        !vague.test(row.text.slice(figure.span.start, figure.span.end)) &&
        (all || !(figure.total || figure.armed))
      )
        set.add(`${figure.what} ${figure.low}`)
  return set
}

function* sentencesOf(text: string) {
  let start = 0
  for (const match of text.matchAll(/[.!?][”"’')]*\s+|\n\s*\n/g)) {
    yield {start, end: match.index + match[0].length}
    start = match.index + match[0].length
  }
  if (start < text.length) yield {start, end: text.length}
}

export const figures: GoldSet = {
  name: 'figures',
  data: 'gold/figures/muc4.jsonl',
  about:
    'MUC-4 reports: F1 over each report’s set of (number, dead or injured), of all numbers and of those above one. Its templates tell of single terrorist incidents, so sums over a stretch of time and the fallen of clashes between forces, and words that print no number (“several”), are left out of what was found.',
  async score(path) {
    const rows = rowsOf<FigureRow>(path)
    const scores: Score[] = []
    for (const [measure, keep, all] of [
      ['number F1', () => true, false],
      ['number F1 above one', (item: string) => Number(item.split(' ')[1]) > 1, false],
      ['number F1, nothing left out', () => true, true],
    ] as const) {
      let [hits, found, gold] = [0, 0, 0]
      for (const row of rows) {
        const g = new Set([...goldOf(row)].filter(keep))
        const f = new Set([...foundIn(row, all)].filter(keep))
        gold += g.size
        found += f.size
        hits += [...f].filter(item => g.has(item)).length
      }
      const detail = `P ${(hits / found).toFixed(3)} R ${(hits / gold).toFixed(3)}; ${hits} of ${gold}, ${found} found`
      scores.push({measure, split: 'open', value: hits === 0 ? 0 : (2 * hits) / (found + gold), detail})
    }
    return scores
  },
}
