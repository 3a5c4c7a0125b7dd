import type {Statement} from '../../model/index.ts'

const asks = /^(?:accus|ask|blam|congratulat|greet|invit|mourn|order|welcom)/i
const means = /^(?:plan|intend|agree|refus|declin|hop|want|like|aim)/i
const keeps = /^(?:confirm|explain|sa(?:y|id)|disclos|reveal|comment|specif)/i
const proclaims = /^(?:announc|declar|proclaim)/i
/** Words that tell somebody's words by a noun or an infinitive: "denied any role", "cited the support", "thanked them for it". */
const tells =
  /^(?:according|acknowledg|add|admit|advis|affirm|alleg|answer|apologi[sz]|appeal|argu|ask|assert|assur|attribut|belie[fv]|boast|call|caution|charg|cit|claim|complain|conced|concern|conclu|condemn|confess|consider|contend|cri|criticis|criticiz|dealt?|decr|demand|den[iy]|denounc|depict|describ|dismiss|disput|doubt|dub|echo|emphasi[sz]|estimat|expect|explain|express|fear|felt|for$|forecast|hail|hint|in$|insist|joke|label|lament|liken|maintain|mention|mock|not(?:e|ed|es|ing)$|object|opin|opposed$|plead|pledg|point|portray|prais|predict|promis|propos|protest|put|question|quot|radio|rail|reaffirm|recall|reckon|recommend|refer|regard|reiterat|reject|remark|remind|repl|report|reproach|request|retort|sa(?:y|id)|scoff|see$|sees$|speak|speculat|spoke|stat(?:e|ed|es|ing)$|stress|suggest|suspect|sw[oe]re?|t[eo]ld?l?|thank|th(?:ink|ought)|threat|tout|urg|view|vilif|voic|vow|warn|wonder|word|wr[io]te?|[:―—–-]|as$)/i
const clause =
  /\b(?:is|are|was|were|be|been|has|have|had|does|did|will|would|can|could|may|might|must|should|he|she|they|we)\b/i

/**
 * "accused Iran of …", "asked them to leave", "plans to build", "has not confirmed it", "accepted the verdict", "declared its
 * independence": the gold has the act, not its object, as somebody's words; a clause that he tells and words in quotation marks are.
 */
export function isDeed(text: string, {form, cue, content, act}: Statement): boolean {
  const [{start, end}] = content
  if (form !== 'indirect' || cue === null || start < cue.end) return false
  const word = text.slice(cue.start, cue.end)
  if (act === 'denial' && keeps.test(word)) return true
  const [before, words] = [text.slice(cue.end, start), text.slice(start, end)]
  // "called for restraint", "called in the ambassador", "called at Lima"
  if (/^call/i.test(word)) return /^\s+(?:for|on|upon|in|at|off|up)\b/i.test(before)
  if (/\bthat\s*$/i.test(before) || /^(?:that|if|whether|who|what|why|how|when|where)\b/i.test(words)) return false
  if (asks.test(word) || (means.test(word) && /^to\b/i.test(words))) return true
  // What has no clause is told only by words of telling.
  return !clause.test(words) && (proclaims.test(word) || !tells.test(word))
}
