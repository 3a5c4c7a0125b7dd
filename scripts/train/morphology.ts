import type {GoldSentence} from '../../src/text/conllu.ts'

/** Tables of `Morphology`, counted from a treebank. */
export function morphologyTables(sentences: readonly GoldSentence[]): {words: string; ends: string; tags: string} {
  const words = new Map<string, Map<string, number>>()
  const rules = new Map<string, Map<string, number>>()
  const tags = new Map<string, Map<string, number>>()
  for (const {forms, lemmas, upos, xpos, feats, deprels} of sentences)
    forms.forEach((form, i) => {
      if (deprels[i] === 'goeswith' || lemmas[i] === '_') return
      const tag = `${upos[i]}/${xpos[i]}`
      const word = tag.startsWith('PROPN') ? form : form.toLowerCase()
      const features = feats[i].replace(/\|?(?:Typo|Abbr|Style|CorrectForm)=[^|]*/g, '').replace(/^\|/, '')
      count(words, `${word}\t${tag}`, `${lemmas[i]}\t${features}`)
      count(tags, tag, features)
      const rule = editOf(word, lemmas[i])
      if (rule !== null)
        for (let n = 0; n <= Math.min(6, word.length); n++)
          count(rules, `${tag}\t${word.slice(word.length - n).toLowerCase()}`, rule)
    })
  const commonFeats = new Map([...tags].map(([tag, kinds]) => [tag, top(kinds)[0]]))
  const ends = new Map<string, string>()
  for (const [key, kinds] of [...rules].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [rule, n] = top(kinds)
    const [tag, ending] = key.split('\t')
    if (n < 2 && ending !== '') continue
    // A longer ending is kept only where it says something else than the shorter one.
    let shorter: string | undefined
    for (let cut = 1; cut <= ending.length && shorter === undefined; cut++)
      shorter = ends.get(`${tag}\t${ending.slice(cut)}`)
    if (rule !== shorter) ends.set(key, rule)
  }
  const kept: string[] = []
  const lemmaOf = lemmaBy(ends)
  for (const [key, kinds] of words) {
    const [value] = top(kinds)
    const [word, tag] = key.split('\t')
    const [lemma, features] = value.split('\t')
    if (lemmaOf(word, tag) !== lemma || commonFeats.get(tag) !== features) kept.push(`${key}\t${value}`)
  }
  return {
    words: kept.sort().join('\n'),
    ends: [...ends]
      .map(([key, rule]) => `${key}\t${rule}`)
      .sort()
      .join('\n'),
    tags: [...commonFeats]
      .map(row => row.join('\t'))
      .sort()
      .join('\n'),
  }
}

function count(table: Map<string, Map<string, number>>, key: string, value: string): void {
  const kinds = table.get(key) ?? new Map<string, number>()
  kinds.set(value, (kinds.get(value) ?? 0) + 1)
  table.set(key, kinds)
}

function top(kinds: Map<string, number>): [string, number] {
  return [...kinds].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]
}

/** Letters to cut and to add, by tab; `null` when the lemma is another word. */
function editOf(word: string, lemma: string): string | null {
  let same = 0
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++
  if (same === 0 || word.length - same > 6) return null
  return `${word.length - same}\t${lemma.slice(same)}`
}

function lemmaBy(ends: ReadonlyMap<string, string>): (word: string, tag: string) => string {
  return (word, tag) => {
    for (let n = Math.min(6, word.length); n >= 0; n--) {
      const rule = ends.get(`${tag}\t${word.slice(word.length - n).toLowerCase()}`)?.split('\t')
      if (rule && Number(rule[0]) < word.length) return word.slice(0, word.length - Number(rule[0])) + rule[1]
    }
    return word
  }
}
