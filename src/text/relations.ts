import type {Sentence, Span} from '../model/index.ts'

/** A dependent with the preposition that marks it, in lower case; `''` when none does. */
export interface Oblique {
  readonly token: number
  readonly prep: string
}

/** The shape of a parsed sentence and what can be read from it word by word. Tokens are indices; -1 says that there is none. */
export class Relations {
  readonly length: number
  /** The token that everything hangs on; -1 in an empty sentence. */
  readonly root: number
  private readonly dependents: number[][] = []
  private readonly plain: string[] = []
  /** First and last token of each subtree's hull, and its interval in a walk of the tree. */
  private readonly firsts: Int32Array
  private readonly lasts: Int32Array
  private readonly enters: Int32Array
  private readonly leaves: Int32Array

  constructor(readonly sentence: Sentence) {
    const {length, heads, deprels} = sentence
    this.length = length
    this.firsts = new Int32Array(length)
    this.lasts = new Int32Array(length)
    this.enters = new Int32Array(length)
    this.leaves = new Int32Array(length)
    let root = -1
    for (let i = 0; i < length; i++) this.dependents.push([])
    for (let i = 0; i < length; i++) {
      const colon = deprels[i].indexOf(':')
      this.plain.push(colon < 0 ? deprels[i] : deprels[i].slice(0, colon))
      if (heads[i] < 0) root = i
      else this.dependents[heads[i]].push(i)
    }
    this.root = root
    if (root >= 0) this.walk(root)
  }

  private walk(root: number): void {
    const {dependents, firsts, lasts, enters, leaves} = this
    const path = [root]
    const next = new Int32Array(this.length)
    let time = 0
    enters[root] = time++
    firsts[root] = lasts[root] = root
    while (path.length) {
      const i = path[path.length - 1]
      if (next[i] < dependents[i].length) {
        const child = dependents[i][next[i]++]
        enters[child] = time++
        firsts[child] = lasts[child] = child
        path.push(child)
        continue
      }
      leaves[i] = time
      path.pop()
      const up = path[path.length - 1]
      if (up === undefined) return
      if (firsts[i] < firsts[up]) firsts[up] = firsts[i]
      if (lasts[i] > lasts[up]) lasts[up] = lasts[i]
    }
  }

  form(i: number): string {
    return this.sentence.forms[i]
  }

  lemma(i: number): string {
    return this.sentence.lemmas[i]
  }

  upos(i: number): string {
    return this.sentence.upos[i]
  }

  xpos(i: number): string {
    return this.sentence.xpos[i]
  }

  /** Value of a morphological feature, `''` when it has none. */
  feat(i: number, name: string): string {
    const feats = this.sentence.feats[i]
    for (let at = feats.indexOf(name); at >= 0; at = feats.indexOf(name, at + 1)) {
      const from = at + name.length
      if (feats[from] !== '=' || (at > 0 && feats[at - 1] !== '|')) continue
      const end = feats.indexOf('|', from)
      return feats.slice(from + 1, end < 0 ? feats.length : end)
    }
    return ''
  }

  /** Relation to the head with its subtype: `nsubj:pass`. */
  deprel(i: number): string {
    return this.sentence.deprels[i]
  }

  /** Relation to the head without subtype: `nsubj`. */
  rel(i: number): string {
    return this.plain[i]
  }

  head(i: number): number {
    return this.sentence.heads[i]
  }

  /** Dependents in the order of the text. */
  children(i: number): readonly number[] {
    return this.dependents[i]
  }

  /** Dependents in any of these relations; `nsubj` also finds `nsubj:pass`. */
  childrenBy(i: number, ...rels: readonly string[]): number[] {
    const found: number[] = []
    for (const child of this.dependents[i]) if (this.isIn(child, rels)) found.push(child)
    return found
  }

  /** The first of `childrenBy`. */
  child(i: number, ...rels: readonly string[]): number {
    for (const child of this.dependents[i]) if (this.isIn(child, rels)) return child
    return -1
  }

  private isIn(i: number, rels: readonly string[]): boolean {
    return rels.includes(this.plain[i]) || rels.includes(this.sentence.deprels[i])
  }

  /** The first of the words that `i` is coordinated with; `i` itself when there is none before it. */
  shared(i: number): number {
    let first = i
    while (this.plain[first] === 'conj') first = this.head(first)
    return first
  }

  /** All the words coordinated with `i`, `i` among them, in the order of the text. */
  conjuncts(i: number): number[] {
    return this.following(this.shared(i))
  }

  /** `i` and the words coordinated with it that hang on it. */
  private following(i: number): number[] {
    const found = [i]
    for (let k = 0; k < found.length; k++)
      for (const child of this.dependents[found[k]]) if (this.plain[child] === 'conj') found.push(child)
    return found.length > 2 ? found.sort((a, b) => a - b) : found
  }

  /** Each token with what is coordinated below it. */
  expand(tokens: readonly number[]): number[] {
    if (tokens.length === 0) return []
    return [...new Set(tokens.flatMap(token => this.following(token)))].sort((a, b) => a - b)
  }

  /** Prepositional and bare adverbial dependents of a predicate or noun, coordinated ones one by one. */
  obliques(i: number): readonly Oblique[] {
    const found: Oblique[] = []
    for (const child of this.dependents[i]) {
      if (this.plain[child] !== 'obl' && (this.plain[child] !== 'nmod' || this.deprel(child) === 'nmod:poss')) continue
      const prep = this.preposition(child)
      for (const token of this.following(child))
        found.push({token, prep: token === child ? prep : this.preposition(token) || prep})
    }
    return found
  }

  /** Case marker of a noun, several words joined: `because of`; `''` when it has none. */
  preposition(i: number): string {
    const words: number[] = []
    for (const child of this.dependents[i])
      if (this.plain[child] === 'case' && this.xpos(child) !== 'POS')
        words.push(child, ...this.childrenBy(child, 'fixed'))
    return words.map(word => this.lemma(word).toLowerCase()).join(' ')
  }

  /** A verb in the passive, with its auxiliary or reduced to the participle. */
  isPassive(i: number): boolean {
    if (this.child(i, 'aux:pass', 'nsubj:pass', 'csubj:pass', 'obl:agent') >= 0) return true
    if (this.xpos(i) !== 'VBN' || this.child(i, 'aux', 'cop') >= 0) return false
    if (this.plain[i] !== 'conj') return true
    const first = this.shared(i)
    return this.child(i, 'nsubj') < 0 && (this.xpos(first) !== 'VBN' || this.isPassive(first))
  }

  /** Negated by a word of its own: `not`, `never`, `no`, `no longer`. */
  isNegated(i: number): boolean {
    for (const child of this.dependents[i]) {
      const rel = this.plain[child]
      if (rel !== 'advmod' && rel !== 'det' && rel !== 'cc' && rel !== 'aux' && rel !== 'discourse') continue
      if (negative.has(this.lemma(child).toLowerCase())) return true
      if (this.lemma(child) === 'long' || this.form(child).toLowerCase() === 'longer')
        if (this.dependents[child].some(word => this.form(word).toLowerCase() === 'no')) return true
    }
    return false
  }

  /** Head of the smallest clause that holds `i`; a clause's own head is its answer. */
  clause(i: number): number {
    let at = i
    while (this.head(at) >= 0 && !this.isClauseHead(at)) at = this.head(at)
    return at
  }

  private isClauseHead(i: number): boolean {
    const rel = this.plain[i]
    if (rel === 'conj' || rel === 'appos' || rel === 'list') return this.isPredicate(i)
    return clausal.has(rel)
  }

  /** A verb, or a word with a copula or a subject of its own. */
  isPredicate(i: number): boolean {
    return this.upos(i) === 'VERB' || this.child(i, 'nsubj', 'csubj', 'cop') >= 0
  }

  /** First and last token of the subtree of `i`. */
  subtree(i: number): readonly [first: number, last: number] {
    return [this.firsts[i], this.lasts[i]]
  }

  /** From the first character of one token to the last of another. */
  span(first: number, last = first): Span {
    return {start: this.sentence.starts[first], end: this.sentence.ends[last]}
  }

  /** Span of the subtree of `i`. */
  spanOf(i: number): Span {
    return this.span(this.firsts[i], this.lasts[i])
  }

  /** The token that holds the character at `offset` of the text. */
  tokenAt(offset: number): number {
    const {starts, ends} = this.sentence
    let low = 0
    let high = this.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (offset < starts[middle]) high = middle - 1
      else if (offset >= ends[middle]) low = middle + 1
      else return middle
    }
    return -1
  }

  /** Whether `i` is `head` or hangs below it. */
  covers(head: number, i: number): boolean {
    return this.enters[i] >= this.enters[head] && this.enters[i] < this.leaves[head]
  }

  possessor(i: number): number {
    return this.child(i, 'nmod:poss')
  }

  appositions(i: number): number[] {
    return this.childrenBy(i, 'appos')
  }

  copula(i: number): number {
    return this.child(i, 'cop')
  }

  auxiliaries(i: number): number[] {
    return this.childrenBy(i, 'aux')
  }

  /** `may`, `could`, `will`, …; of a conjoined verb without auxiliary that of the first one. */
  modal(i: number): string | null {
    for (const child of this.auxiliaries(i)) if (this.xpos(child) === 'MD') return this.lemma(child).toLowerCase()
    return this.sharesAuxiliaries(i) ? this.modal(this.shared(i)) : null
  }

  /** Tense of the clause's finite verb; `null` under other modals than `will` and for what is not finite. */
  tense(i: number): 'past' | 'present' | 'future' | null {
    if (this.sharesAuxiliaries(i)) return this.tense(this.shared(i))
    const modal = this.modal(i)
    if (modal) return modal === 'will' || modal === 'shall' ? 'future' : null
    const finite = this.child(i, 'aux', 'cop')
    const tag = this.xpos(finite < 0 ? i : finite)
    if (tag === 'VBD') return 'past'
    return tag === 'VBZ' || tag === 'VBP' ? 'present' : null
  }

  /** A bare form or participle coordinated with a verb whose auxiliary it shares. */
  private sharesAuxiliaries(i: number): boolean {
    if (this.plain[i] !== 'conj' || this.child(i, 'aux', 'cop', 'nsubj', 'mark') >= 0) return false
    return bare.has(this.xpos(i)) && this.shared(i) !== i
  }

  perfect(i: number): boolean {
    if (this.sharesAuxiliaries(i)) return this.perfect(this.shared(i))
    return this.auxiliaries(i).some(child => this.lemma(child).toLowerCase() === 'have')
  }

  progressive(i: number): boolean {
    if (this.xpos(i) !== 'VBG') return false
    const from = this.sharesAuxiliaries(i) ? this.shared(i) : i
    return this.auxiliaries(from).some(child => this.lemma(child).toLowerCase() === 'be')
  }
}

const negative = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor'])
const clausal = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis'])
const bare = new Set(['VB', 'VBN', 'VBG'])
