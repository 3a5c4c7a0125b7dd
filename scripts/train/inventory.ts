import type {GoldSentence} from '../../src/text/conllu.ts'

/** Clusters of a word, from coarse to fine. */
export type Clusters = ReadonlyMap<string, readonly [coarse: number, middle: number, fine: number]>

/** Tags by frequency; those seen fewer than 8 times are left out. */
export function tagInventory(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const {upos, xpos} of sentences)
    for (let i = 0; i < upos.length; i++) {
      const tag = `${upos[i]}/${xpos[i]}`
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
  return [...counts]
    .filter(([, n]) => n >= 8)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([tag]) => tag)
}

/** Number of each word's tag; a rare pair becomes the most frequent one of the same UPOS. */
export function tagNumbers(tags: readonly string[], sentence: GoldSentence): number[] {
  return sentence.upos.map((upos, i) => {
    const exact = tags.indexOf(`${upos}/${sentence.xpos[i]}`)
    return exact >= 0
      ? exact
      : Math.max(
          0,
          tags.findIndex(tag => tag.startsWith(`${upos}/`)),
        )
  })
}

/** Lines of the vocabulary; see `Vocabulary`. */
export function vocabularyLines(
  sentences: readonly GoldSentence[],
  tags: readonly string[],
  clusters: Clusters,
  writing: ReadonlyMap<string, number>,
): string {
  const seen = new Map<string, Map<number, number>>()
  for (const sentence of sentences) {
    const numbers = tagNumbers(tags, sentence)
    sentence.forms.forEach((form, i) => {
      const word = form.toLowerCase().replace(/\d/g, '0')
      const counts = seen.get(word) ?? new Map<number, number>()
      counts.set(numbers[i], (counts.get(numbers[i]) ?? 0) + 1)
      seen.set(word, counts)
    })
  }
  const words = new Set([...seen.keys(), ...clusters.keys(), ...writing.keys()])
  const lines: string[] = []
  for (const word of [...words].sort((a, b) => (a < b ? -1 : 1))) {
    const counts = seen.get(word)
    let total = 0
    for (const n of counts?.values() ?? []) total += n
    if (total < 2 && !clusters.has(word) && !writing.has(word)) continue
    const grade = total >= 30 ? 3 : total >= 6 ? 2 : total >= 2 ? 1 : 0
    const list = [...(counts ?? [])]
      .filter(([, n]) => total >= 2 && n >= total * 0.004)
      .sort(([a, n], [b, m]) => m - n || a - b)
      .map(([tag]) => tag)
    const [coarse, middle, fine] = clusters.get(word) ?? [0, 0, 0]
    lines.push([word, coarse, middle, fine, grade, writing.get(word) ?? 0, list.join(',')].join('\t'))
  }
  return lines.join('\n')
}

/** How words are mostly written inside sentences: 1 lower case, 2 capitalised, 3 capitals. Words seen fewer than 3 times are left out. */
export function waysOfWriting(sentences: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, [number, number, number]>()
  for (const forms of sentences) {
    for (let i = 1; i < forms.length; i++) {
      const form = forms[i]
      if (!/^\p{L}/u.test(form)) continue
      const word = form.toLowerCase()
      const count = counts.get(word) ?? [0, 0, 0]
      count[form === word ? 0 : form.length > 1 && form === form.toUpperCase() ? 2 : 1]++
      counts.set(word, count)
    }
  }
  const ways = new Map<string, number>()
  for (const [word, [lower, capital, capitals]] of counts) {
    const total = lower + capital + capitals
    if (total < 4) continue
    ways.set(word, lower >= total / 2 ? 1 : capital >= capitals ? 2 : 3)
  }
  return ways
}

/** Tags that words never seen before may have. */
export function openTags(sentences: readonly GoldSentence[], tags: readonly string[]): number[] {
  const words = new Map<string, number[]>()
  for (const sentence of sentences) {
    const numbers = tagNumbers(tags, sentence)
    sentence.forms.forEach((form, i) => {
      const word = form.toLowerCase()
      const list = words.get(word)
      if (list) list.push(numbers[i])
      else words.set(word, [numbers[i]])
    })
  }
  const rare = new Map<number, number>()
  for (const list of words.values()) if (list.length === 1) rare.set(list[0], (rare.get(list[0]) ?? 0) + 1)
  return [...rare]
    .filter(([, n]) => n >= 10)
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([tag]) => tag)
}

/** Labels by frequency behind `root` and `dep`. */
export function labelInventory(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const {deprels} of sentences) for (const label of deprels) counts.set(label, (counts.get(label) ?? 0) + 1)
  counts.delete('root')
  counts.delete('dep')
  const rest = [...counts].filter(([, n]) => n >= 5).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return ['root', 'dep', ...rest.map(([label]) => label)]
}

/** Contractions without a telling apostrophe, with the places where they are cut most of the time. */
export function contractions(sentences: readonly GoldSentence[]): [string, number[]][] {
  const cut = new Map<string, Map<string, number>>()
  const whole = new Map<string, number>()
  const letters = /^[\p{L}'’`]+$/u
  for (const {forms, spaces} of sentences) {
    for (let i = 0; i < forms.length; i++) {
      let last = i
      while (last + 1 < forms.length && !spaces[last] && letters.test(forms[last + 1]) && letters.test(forms[last]))
        last++
      const word = forms
        .slice(i, last + 1)
        .join('')
        .toLowerCase()
        .replace(/[’`]/g, "'")
      if (last === i) whole.set(word, (whole.get(word) ?? 0) + 1)
      else {
        let at = 0
        const places = forms.slice(i, last).map(form => (at += form.length))
        const kinds = cut.get(word) ?? new Map<string, number>()
        kinds.set(places.join(','), (kinds.get(places.join(',')) ?? 0) + 1)
        cut.set(word, kinds)
      }
      i = last
    }
  }
  const found: [string, number[]][] = []
  for (const [word, kinds] of cut) {
    const [places, n] = [...kinds].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]
    if (word.includes("'") || n < 2 || n <= (whole.get(word) ?? 0)) continue
    found.push([word, places.split(',').map(Number)])
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}
