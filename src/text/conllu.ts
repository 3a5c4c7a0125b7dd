import type {Sentence} from '../model/index.ts'

/** Words that are written as one with the word before them and are marked as one in Universal Dependencies. */
const clitic = /^(?:['’`](?:s|m|d|ll|ve|re)?|n['’`]?t)$/i

/** CoNLL-U of parsed sentences of `text`. */
export function toConllu(text: string, sentences: readonly Sentence[]): string {
  let out = ''
  sentences.forEach((sentence, n) => {
    const {starts, ends, forms, lemmas, upos, xpos, feats, heads, deprels, length} = sentence
    const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
    out += `# sent_id = ${n + 1}\n# text = ${words}\n`
    const joined = (i: number) => i + 1 < length && starts[i + 1] === ends[i]
    const gap = (i: number) => (joined(i) ? 'SpaceAfter=No' : '_')
    let range = -1
    for (let i = 0; i < length; i++) {
      if (i > range) {
        let last = i
        while (joined(last) && isLetters(forms[last]) && isPart(forms, last + 1)) last++
        if (last > i) {
          out += `${i + 1}-${last + 1}\t${text.slice(starts[i], ends[last])}${'\t_'.repeat(7)}\t${gap(last)}\n`
          range = last
        }
      }
      const misc = i <= range ? '_' : gap(i)
      out += `${i + 1}\t${cell(forms[i])}\t${cell(lemmas[i])}\t${upos[i]}\t${xpos[i]}\t${feats[i] || '_'}\t`
      out += `${heads[i] + 1}\t${deprels[i]}\t_\t${misc}\n`
    }
    out += '\n'
  })
  return out
}

/** Forms hold no white space, save in lemmas of odd input. */
function cell(value: string): string {
  return value.replace(/\s/g, ' ') || '_'
}

function isLetters(form: string): boolean {
  return /\p{L}$/u.test(form)
}

function isPart(forms: readonly string[], i: number): boolean {
  return clitic.test(forms[i]) || (isLetters(forms[i]) && isLetters(forms[i - 1]))
}

/** A sentence of a treebank. `heads` are indices, -1 for the root; `spaces[i]`: white space follows word `i`. */
export interface GoldSentence {
  readonly id: string
  readonly text: string
  readonly forms: string[]
  readonly lemmas: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly feats: string[]
  readonly heads: number[]
  readonly deprels: string[]
  readonly spaces: boolean[]
  /** First sentence of a paragraph. */
  readonly paragraph: boolean
}

/** Reads CoNLL-U. Empty nodes are left out; words of a multiword token are its parts. */
export function readConllu(conllu: string): GoldSentence[] {
  const sentences: GoldSentence[] = []
  for (const block of conllu.split(/\r?\n\s*\r?\n/)) {
    const sentence = {
      id: '',
      text: '',
      forms: [] as string[],
      lemmas: [] as string[],
      upos: [] as string[],
      xpos: [] as string[],
      feats: [] as string[],
      heads: [] as number[],
      deprels: [] as string[],
      spaces: [] as boolean[],
      paragraph: false,
    }
    let rangeEnd = 0
    let rangeSpace = true
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith('#')) {
        if (line.startsWith('# text = ')) sentence.text = line.slice(9)
        if (line.startsWith('# sent_id = ')) sentence.id = line.slice(12)
        if (/^# new(par|doc)/.test(line)) sentence.paragraph = true
        continue
      }
      const [id, form, lemma, upos, xpos, feats, head, deprel, , misc] = line.split('\t')
      if (!id || misc === undefined || id.includes('.')) continue
      const space = !misc.split('|').includes('SpaceAfter=No')
      if (id.includes('-')) {
        rangeEnd = Number(id.split('-')[1])
        rangeSpace = space
        continue
      }
      const n = Number(id)
      sentence.forms.push(form)
      sentence.lemmas.push(lemma)
      sentence.upos.push(upos)
      sentence.xpos.push(xpos)
      sentence.feats.push(feats === '_' ? '' : feats)
      sentence.heads.push(Number(head) - 1)
      sentence.deprels.push(deprel)
      sentence.spaces.push(n < rangeEnd ? false : n === rangeEnd ? rangeSpace : space)
    }
    if (sentence.forms.length) sentences.push(sentence)
  }
  return sentences
}
