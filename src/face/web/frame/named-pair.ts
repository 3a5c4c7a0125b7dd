import type {EntityId, HomeAnswer} from '../../../model/index.ts'

const questionWords =
  /^(will|would|is|are|was|were|do|does|did|has|have|had|can|could|should|may|might|what|when|where|who|whom|whose|why|how|which)\b/i

/**
 * What was typed into the box: two ids or two known names, a question, or `null` when only the record can tell.
 * `USA PAK`, `USA-PAK`, `Pakistan and United States` name a pair.
 */
export function namedPair(
  text: string,
  relations: HomeAnswer['relations'],
): readonly [EntityId, EntityId] | 'question' | null {
  const typed = text.trim()
  if (typed.endsWith('?') || questionWords.test(typed)) return 'question'
  const codes = /^([A-Z]{3})[\s,–/-]+([A-Z]{3})$/.exec(typed.toUpperCase())
  if (codes && codes[1] !== codes[2]) return [codes[1], codes[2]]
  const wanted = typed.toLowerCase().split(/\s+(?:and|&|vs\.?|with|–|-)\s+|\s*[,/–]\s*/)
  if (wanted.length !== 2) return typed.split(/\s+/).length > 6 ? 'question' : null
  for (const {pair, names} of relations) {
    const known = names.map(n => n.toLowerCase())
    if (known[0] === wanted[0] && known[1] === wanted[1]) return pair
    if (known[0] === wanted[1] && known[1] === wanted[0]) return [pair[1], pair[0]]
  }
  return null
}
