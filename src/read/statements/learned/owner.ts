import type {Ruled} from './cue.ts'
import type {View} from './view.ts'

const addressees = /^(?:him|her|them|me|us|you|reporters)$/i

/** The listed verb that brings a quotation: "asked her, “…”", "saying at the debate last week, “…”"; -1 where none does. */
export function verbBefore(
  {items, speech, finite, stop}: View,
  quote: number,
  ruled: ReadonlyMap<number, Ruled>,
): number {
  if (!speech[quote]) return -1
  let k = quote - 1
  if (/^[,:]$/.test(items[k]?.form ?? '')) k--
  if (addressees.test(items[k]?.form ?? '')) k--
  for (const least = k - 9; k >= Math.max(0, least) && !stop[k]; k--) {
    const rule = ruled.get(k)
    const {pos, form, content} = rule?.candidate ?? {}
    if (rule?.listed && pos === 'v' && form === 'quote' && content?.[0].first === quote) return k
    if (finite[k] || speech[k]) break
  }
  return -1
}
