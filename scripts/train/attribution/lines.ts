import {type Attribution, wordsIn} from '../../../eval/sets/attribution.ts'
import type {Cues} from '../../../src/lexicon/index.ts'
import type {Span} from '../../../src/model/index.ts'
import {linesOf} from '../../../src/read/statements/lines.ts'
import {type Clusters, View} from '../../../src/read/statements/learned/view.ts'
import type {Ruled} from '../../../src/read/statements/learned/cue.ts'
import {ruledIn} from '../../../src/read/statements/learned/ruled.ts'
import type {GoldText} from './texts.ts'

/** An attribution that people marked, on the items of the line of its cue. */
export interface GoldCue {
  readonly cue: number
  readonly cueItems: readonly number[]
  /** Words of the content in each item. */
  readonly words: Int32Array
  /** Items that the source covers; empty: none is named. */
  readonly source: readonly number[]
  readonly sourceElsewhere: boolean
}

export interface GoldLine {
  readonly view: View
  /** Words of each item. */
  readonly size: Int32Array
  readonly ruled: ReadonlyMap<number, Ruled>
  readonly gold: readonly GoldCue[]
}

const overlaps = (list: readonly Span[], item: Span) =>
  list.some(({start, end}) => start < item.end && item.start < end)

/** Lines of a text outside of quotations with what people marked in them; and how many of their cues stand elsewhere. */
export function goldLines(text: GoldText, cues: Cues, clusters: Clusters): {lines: GoldLine[]; lost: number} {
  const lines: GoldLine[] = []
  const placed = new Set<Attribution>()
  for (const line of linesOf(text.text, text.trees, [...text.paragraphs])) {
    if (line.quoted) continue
    const view = new View(line, text.trees, clusters)
    const size = Int32Array.from(line.items, item => wordsIn(text.text, [item]).size)
    const gold: GoldCue[] = []
    for (const attribution of text.gold) {
      const cueItems = line.items.flatMap((item, k) => (!item.quote && overlaps(attribution.cue, item) ? [k] : []))
      if (cueItems.length === 0 || placed.has(attribution)) continue
      placed.add(attribution)
      const content = wordsIn(text.text, [...attribution.content])
      const words = Int32Array.from(line.items, item => {
        let count = 0
        for (const start of content) if (start >= item.start && start < item.end) count++
        return count
      })
      const source = line.items.flatMap((item, k) => (overlaps(attribution.source, item) ? [k] : []))
      gold.push({
        cue: headOf(view, cueItems),
        cueItems,
        words,
        source,
        sourceElsewhere: attribution.source.length > 0 && source.length === 0,
      })
    }
    lines.push({view, size, ruled: ruledIn(line, text.trees, cues), gold})
  }
  return {lines, lost: text.gold.length - placed.size}
}

/** The item of a cue that the others hang on. */
function headOf(view: View, cueItems: readonly number[]): number {
  const set = new Set(cueItems)
  const tops = cueItems.filter(k => !set.has(view.head[k]))
  const rank = (k: number) => {
    const {upos, form} = view.items[k]
    return upos === 'VERB'
      ? 0
      : upos === 'NOUN' || /^according$/i.test(form)
        ? 1
        : upos === 'PUNCT'
          ? 4
          : upos === 'AUX'
            ? 3
            : 2
  }
  return [...tops].sort((a, b) => rank(a) - rank(b) || a - b)[0] ?? cueItems[0]
}

/** Share of words in common of a set of items and what people marked. */
export function overlapOf(
  {size}: GoldLine,
  {words}: GoldCue,
  runs: readonly {first: number; last: number}[],
  from = 0,
  to = size.length,
): number {
  let [common, found, gold] = [0, 0, 0]
  for (let k = from; k < to; k++) gold += words[k]
  for (const {first, last} of runs)
    for (let k = first; k <= last; k++) {
      common += words[k]
      found += size[k]
    }
  return common / Math.max(1, found + gold - common)
}
