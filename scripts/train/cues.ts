import {readFileSync} from 'node:fs'
import {type AttributionRow, goldOf, wordsIn} from '../../eval/sets/attribution.ts'
import {candidatesIn} from '../../src/read/statements/candidates.ts'
import {linesOf, paragraphsOf} from '../../src/read/statements/lines.ts'
import {loadEnglish, parse, Tree} from '../../src/text/index.ts'

/**
 * Counts how often a word attributes in each construction: `tsx scripts/train/cues.ts FILE` prints part of speech, lemma, form,
 * hits and occurrences over PolNeAR's training split. Rows of `cues.tsv` whose `from` is `polnear` are those with a smoothed rate
 * above 0.36, sifted by hand.
 */
function main(path: string) {
  const model = loadEnglish()
  const counts = new Map<string, {hits: number; all: number}>()
  for (const text of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(text) as AttributionRow
    const paragraphs = paragraphsOf(row.text)
    const trees = parse(model, row.text, paragraphs).map(sentence => new Tree(sentence))
    const gold = goldOf(row).map(({cue, content}) => ({cue, words: wordsIn(row.text, content)}))
    for (const line of linesOf(row.text, trees, paragraphs))
      for (const {pos, lemma, form, cue, content} of candidatesIn(line, trees)) {
        const spanOf = ({first, last}: {first: number; last: number}) => ({
          start: line.items[first].start,
          end: line.items[last].end,
        })
        const at = spanOf(cue)
        const words = wordsIn(row.text, content.map(spanOf))
        const hit = gold.some(
          other =>
            other.cue.some(({start, end}) => start < at.end && at.start < end) && shared(words, other.words) >= 0.5,
        )
        const key = `${pos}\t${lemma}\t${form}`
        const count = counts.get(key) ?? {hits: 0, all: 0}
        counts.set(key, {hits: count.hits + (hit ? 1 : 0), all: count.all + 1})
      }
  }
  const rows = [...counts].sort((a, b) => b[1].hits - a[1].hits || (a[0] < b[0] ? -1 : 1))
  for (const [key, {hits, all}] of rows) console.log(`${key}\t${hits}\t${all}`)
}

/** Share of words in common among all. */
function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter(word => b.has(word)).length
  return common / Math.max(1, a.size + b.size - common)
}

main(process.argv[2] ?? '../shared/gold/attribution/polnear-train.jsonl')
