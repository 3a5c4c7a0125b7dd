import type {Sentence} from '../../model/index.ts'

/** A sentence whose tree may still be changed. */
export class Draft {
  readonly length: number
  readonly heads: Int32Array
  readonly deprels: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly feats: string[]
  readonly lemmas: string[]
  changed = false

  constructor(readonly from: Sentence) {
    this.length = from.length
    this.heads = from.heads.slice()
    this.deprels = [...from.deprels]
    this.upos = [...from.upos]
    this.xpos = [...from.xpos]
    this.feats = [...from.feats]
    this.lemmas = [...from.lemmas]
  }

  word(i: number): string {
    return this.from.forms[i].toLowerCase()
  }

  lemma(i: number): string {
    return this.lemmas[i].toLowerCase()
  }

  /** Relation without subtype. */
  rel(i: number): string {
    const deprel = this.deprels[i]
    const colon = deprel.indexOf(':')
    return colon < 0 ? deprel : deprel.slice(0, colon)
  }

  children(i: number): number[] {
    const found: number[] = []
    for (let k = 0; k < this.length; k++) if (this.heads[k] === i) found.push(k)
    return found
  }

  /** The first dependent in one of these relations, without or with subtype; -1 when there is none. */
  child(i: number, ...rels: readonly string[]): number {
    for (let k = 0; k < this.length; k++)
      if (this.heads[k] === i && (rels.includes(this.deprels[k]) || rels.includes(this.rel(k)))) return k
    return -1
  }

  isNominal(i: number): boolean {
    const upos = this.upos[i]
    return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM' || upos === 'SYM'
  }

  isVerb(i: number): boolean {
    return this.upos[i] === 'VERB'
  }

  /** Whether `i` is `top` or hangs below it. */
  under(top: number, i: number): boolean {
    for (let at = i, steps = 0; at >= 0 && steps <= this.length; at = this.heads[at], steps++)
      if (at === top) return true
    return false
  }

  /** Hangs `i` elsewhere; nothing happens when that would close a circle. */
  attach(i: number, head: number, deprel: string): void {
    if (head >= 0 && this.under(i, head)) return
    this.heads[i] = head
    this.deprels[i] = deprel
    this.changed = true
  }

  tag(i: number, upos: string, xpos: string, feats: string): void {
    this.upos[i] = upos
    this.xpos[i] = xpos
    this.feats[i] = feats
    this.changed = true
  }

  /** Makes `i` a verb in the past tense. */
  tagPast(i: number): void {
    this.tag(i, 'VERB', 'VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin')
  }

  label(i: number, deprel: string): void {
    this.deprels[i] = deprel
    this.changed = true
  }

  done(): Sentence {
    if (!this.changed) return this.from
    const {heads, deprels, upos, xpos, feats, lemmas} = this
    return {...this.from, heads, deprels, upos, xpos, feats, lemmas}
  }
}
