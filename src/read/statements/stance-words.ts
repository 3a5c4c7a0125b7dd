import type {Lexicon} from '../../lexicon/index.ts'
import type {Tree} from '../../text/index.ts'

interface Row {
  readonly side: 'for' | 'against'
  /** Tokens. */
  readonly length: number
}

/** The table `stance`: words for and against closeness, and words that change what others tell. */
export class StanceWords {
  private readonly byFirst = new Map<string, {words: readonly string[]; side: 'for' | 'against'}[]>()
  private readonly turners = new Set<string>()
  private readonly menders = new Set<string>()
  private readonly over = new Set<string>()
  private readonly things = new Set<string>()

  constructor(lexicon: Lexicon) {
    const sets: {readonly [side: string]: Set<string>} = {
      turns: this.turners,
      mends: this.menders,
      over: this.over,
      thing: this.things,
    }
    for (const {cells} of lexicon.table('stance', ['id', 'words', 'side', 'note', 'from'])) {
      const set = sets[cells.side]
      if (set) {
        set.add(cells.words)
        continue
      }
      const words = cells.words.split(' ')
      const list = this.byFirst.get(words[0]) ?? []
      list.push({words, side: cells.side as 'for' | 'against'})
      list.sort((a, b) => b.words.length - a.words.length)
      this.byFirst.set(words[0], list)
    }
  }

  /** The longest row whose words begin at a token. */
  at(tree: Tree, i: number): Row | null {
    const lemma = tree.lemma(i).toLowerCase()
    const row = (this.byFirst.get(lemma) ?? this.byFirst.get(`${lemma}e`))?.find(({words}) =>
      words.every(
        (word, n) =>
          n === 0 ||
          (i + n < tree.length &&
            (tree.lemma(i + n).toLowerCase() === word || tree.form(i + n).toLowerCase() === word)),
      ),
    )
    return row ? {side: row.side, length: row.words.length} : null
  }

  /** "end", "refuse", "lack": what hangs on it is no more. */
  turns(lemma: string): boolean {
    return has(this.turners, lemma)
  }

  /** "ease", "mend", "overcome": what is bad and hangs on it gets better. */
  mends(lemma: string): boolean {
    return has(this.menders, lemma)
  }

  /** "over", "dead", "collapse": its subject is no more. */
  isOver(lemma: string): boolean {
    return has(this.over, lemma)
  }

  /** "terrorism", "drug": what two states may fight together. */
  isThing(lemma: string): boolean {
    return has(this.things, lemma)
  }
}

/** A lemma may be off by an "e": "interfer", "overcom". */
const has = (set: ReadonlySet<string>, lemma: string) =>
  set.has(lemma.toLowerCase()) || set.has(`${lemma.toLowerCase()}e`)

const tables = new WeakMap<Lexicon, StanceWords>()

export function stanceWords(lexicon: Lexicon): StanceWords {
  const known = tables.get(lexicon)
  if (known) return known
  const words = new StanceWords(lexicon)
  tables.set(lexicon, words)
  return words
}
