/** Lemmas and features of tagged words: those seen in training, and endings for the rest. */
export class Morphology {
  private readonly seen = new Map<string, readonly [lemma: string, feats: string]>()
  private readonly endings = new Map<string, readonly [cut: number, add: string]>()
  private readonly feats = new Map<string, string>()

  /**
   * `words`: form, tag, lemma, features; `endings`: tag, ending, letters to cut, letters to add;
   * `tags`: tag, its most frequent features.
   */
  constructor(
    readonly words: string,
    readonly ends: string,
    readonly tags: string,
  ) {
    for (const [form, tag, lemma, feats] of rows(words)) this.seen.set(`${form}\t${tag}`, [lemma, feats])
    for (const [tag, ending, cut, add] of rows(ends)) this.endings.set(`${tag}\t${ending}`, [Number(cut), add])
    for (const [tag, feats] of rows(tags)) this.feats.set(tag, feats)
  }

  lemma(form: string, tag: string): string {
    const name = tag.startsWith('PROPN')
    const word = name ? form : form.toLowerCase()
    const known = this.seen.get(`${word}\t${tag}`)
    if (known) return known[0]
    for (let n = Math.min(6, word.length); n >= 0; n--) {
      const rule = this.endings.get(`${tag}\t${word.slice(word.length - n).toLowerCase()}`)
      if (rule && rule[0] < word.length) return word.slice(0, word.length - rule[0]) + rule[1]
    }
    return word
  }

  featsOf(form: string, tag: string): string {
    const word = tag.startsWith('PROPN') ? form : form.toLowerCase()
    return this.seen.get(`${word}\t${tag}`)?.[1] ?? this.feats.get(tag) ?? ''
  }
}

function* rows(lines: string): Iterable<string[]> {
  let start = 0
  while (start < lines.length) {
    let end = lines.indexOf('\n', start)
    if (end < 0) end = lines.length
    yield lines.slice(start, end).split('\t')
    start = end + 1
  }
}
