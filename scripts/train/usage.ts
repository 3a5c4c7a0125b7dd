import {isLoud} from '../../src/text/atoms.ts'
import type {GoldSentence} from '../../src/text/conllu.ts'
import {usedAs} from '../../src/text/usage.ts'

/** Words seen fewer times say nothing of their use. */
const fewest = 2

/** The lines of `Usage`: how often words that were seen twice, and all words together, had which universal tag in which relation. */
export function usageLines(sentences: readonly GoldSentence[], upos: ReadonlySet<string>): string {
  const words = new Map<string, Map<string, number>>()
  const count = (word: string, use: string) => {
    const uses = words.get(word) ?? new Map<string, number>()
    words.set(word, uses)
    uses.set(use, (uses.get(use) ?? 0) + 1)
  }
  for (const s of sentences) {
    const lower = s.forms.map(form => form.toLowerCase())
    const loud = isLoud(s.forms, lower)
    s.forms.forEach((_, i) => {
      if (!upos.has(s.upos[i])) return
      const use = `${s.deprels[i].split(':')[0]} ${s.upos[i]}`
      count(usedAs(s.forms, lower, i, loud), use)
      count('', use)
    })
  }
  return [...words]
    .filter(([, uses]) => [...uses.values()].reduce((sum, n) => sum + n, 0) >= fewest)
    .sort(byName)
    .map(
      ([word, uses]) =>
        `${word}\t${[...uses]
          .sort(byName)
          .map(use => use.join(' '))
          .join(',')}`,
    )
    .join('\n')
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)
