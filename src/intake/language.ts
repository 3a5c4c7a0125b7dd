import {eld} from 'eld/small'

/** ISO 639-1 code of the language that `text` is written in; of a text too short to tell, `hint`'s; else `und`. */
export function languageOf(text: string, hint: string | null): string {
  const hinted = /^([a-z]{2})\b/i.exec(hint ?? '')?.[1].toLowerCase() ?? null
  const sample = text.slice(0, 4000)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < 20) return hinted ?? 'und'
  const found = eld.detect(sample)
  if (found.language && (found.isReliable() || hinted === null)) return found.language
  return hinted ?? (found.language || 'und')
}
