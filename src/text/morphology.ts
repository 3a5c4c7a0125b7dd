import {Lines} from './lines.ts'
import {regularNoun, regularVerb} from './stems.ts'

/** How many letters a lemma loses, and what it gets for them. */
interface Rule {
  readonly cut: number
  readonly add: string
}

/** Lemmas and features of tagged words: those seen in training, and endings for the rest. */
export class Morphology {
  private readonly seen: Lines
  private readonly endings: Lines
  private readonly feats = new Map<string, string>()
  /** What was read of the lines of `seen` and `endings`. */
  private readonly entries: (readonly string[] | undefined)[]
  private readonly rules: (Rule | undefined)[]

  /**
   * `words`: form, tag, lemma, features; `ends`: tag, ending, letters to cut, letters to add;
   * `tags`: tag, its most frequent features; `is`: whether a word is known as the base of a verb, as a noun.
   */
  constructor(
    words: string,
    ends: string,
    tags: string,
    private readonly is: {readonly verb: (word: string) => boolean; readonly noun: (word: string) => boolean},
  ) {
    this.seen = new Lines(words, 2)
    this.endings = new Lines(ends, 2)
    this.entries = new Array(this.seen.count).fill(undefined)
    this.rules = new Array(this.endings.count).fill(undefined)
    for (const line of tags.split('\n')) {
      const [tag, feats] = line.split('\t')
      this.feats.set(tag, feats)
    }
  }

  /** What was seen of a word with that tag: form, tag, lemma and features. */
  seenAs(form: string, tag: string): readonly string[] | undefined {
    const line = this.seen.findPair(wordOf(form, tag), tag)
    return line < 0 ? undefined : (this.entries[line] ??= this.seen.columns(line))
  }

  /** Lemma of a word that was not seen with that tag. */
  lemmaOfUnseen(form: string, tag: string): string {
    const guess = this.byEnding(form, tag)
    if (tag === 'NOUN/NNS') return regularNoun(form.toLowerCase(), guess, this.is.noun)
    return /^VERB\/VB[DGNZ]$/.test(tag) ? regularVerb(form.toLowerCase(), guess, this.is.verb) : guess
  }

  private byEnding(form: string, tag: string): string {
    const word = wordOf(form, tag)
    const lower = word.toLowerCase()
    for (let n = Math.min(6, word.length); n >= 0; n--) {
      const line = this.endings.findPair(tag, lower, word.length - n)
      if (line < 0) continue
      const rule = (this.rules[line] ??= ruleOf(this.endings.columns(line)))
      if (rule.cut < word.length) return word.slice(0, word.length - rule.cut) + rule.add
    }
    return word
  }

  /** Features of a word that was not seen with that tag. */
  commonFeats(tag: string): string {
    return this.feats.get(tag) ?? ''
  }
}

const wordOf = (form: string, tag: string) => (tag.startsWith('PROPN') ? form : form.toLowerCase())

function ruleOf([, , cut, add]: readonly string[]): Rule {
  return {cut: Number(cut), add}
}
