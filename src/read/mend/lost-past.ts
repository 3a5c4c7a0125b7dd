import type {Draft} from './draft.ts'
import type {MendWords} from './words.ts'

/** Past tenses that can be nothing else, though the tagger takes some of them for nouns, adjectives or prepositions. */
const pasts = new Set(
  `began brought built caught chose drew drove fled flew forbade foresaw fought froze gave held kept made met overran oversaw overthrew overtook paid quit
  said sent shook sold sought spoke struck swore swept taught threw told took tore undertook went withdrew wrote came`.split(
    /\s+/,
  ),
)

/** Whether a form is a past tense and nothing else. */
export function isOnlyPast(form: string): boolean {
  return pasts.has(form)
}

/** "Fighters overran a base" with the verb read as a preposition of the base, an adjective or part of a name: the noun before it is its subject, the one behind its object. */
export function lostPast(draft: Draft, {verbForms}: Pick<MendWords, 'verbForms'>): void {
  for (let i = 1; i + 1 < draft.length; i++) {
    if (/^(?:VERB|AUX)$/.test(draft.upos[i]) || !isOnlyPast(draft.from.forms[i]) || draft.heads[i] < 0) continue
    const root = draft.heads.indexOf(-1)
    if (root > i || !draft.isNominal(root) || draft.child(root, 'cop', 'nsubj', 'aux', 'case') >= 0) continue
    if (!/^(?:case|amod|flat|compound|nmod|acl|appos)$/.test(draft.rel(i)) || isBroken(draft, root, i)) continue
    draft.heads[i] = -1
    draft.deprels[i] = 'root'
    for (let k = i + 1; k < draft.length; k++) {
      if (draft.heads[k] > i || draft.heads[k] === i) continue
      const marked = draft.child(k, 'case') >= 0 && draft.child(k, 'case') !== i
      if (draft.upos[k] === 'PUNCT') draft.attach(k, i, 'punct')
      else if (draft.isNominal(k)) draft.attach(k, i, marked ? 'obl' : 'obj')
      else draft.attach(k, i, draft.deprels[k])
    }
    draft.attach(root, i, 'nsubj')
    draft.tagPast(i)
    draft.lemmas[i] = verbForms.get(draft.word(i)) ?? draft.lemmas[i]
  }
}

/** A comma, colon or bracket before the verb parts its sentence. */
function isBroken(draft: Draft, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (/^[,;:()]$/.test(draft.from.forms[i])) return true
  return false
}
