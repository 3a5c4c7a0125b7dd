const modal =
  "(?:will|won[’']t|shall|would|[’']ll|going to|is to|are to|was to|were to|set to|due to|plans? to|planned to|intends? to|hopes? to|aims? to|expects? to|expected to|scheduled to|slated to|ready to|promised to|agreed to|vowed to|threatened to|to be)"
const ahead = new RegExp(
  `\\b(?:${modal}(?: (?:not|also|be|have been|then|soon))*(?: [a-z]+)?|due|scheduled for|scheduled|slated for|expected|begins|starts|opens|upcoming|deadline|ahead of|as (?:soon|early) as|no later than|must|should)\\b`,
  'gi',
)
/** Only right before the phrase: "by Friday", "until April". */
const limit = /\b(?:by|until|till|as (?:soon|early) as|before)\s+(?:the\s+)?$/i
const back =
  /\b(?:said|says|told|was|were|had|has|have|did|been|made|took|gave|came|went|met|held|killed|began|left|struck|fell|shot|sent|found|won|lost|fought|broke|brought|became|rose|saw|ran|spoke|wrote|kept|led|hit|put|set|since|reported|[a-z]{3,}ed)\b/gi

function lastMatch(re: RegExp, text: string): number {
  let at = -1
  for (const match of text.matchAll(re)) at = match.index + match[0].length
  return at
}

function firstMatch(re: RegExp, text: string): number {
  re.lastIndex = 0
  const match = re.exec(text)
  return match ? match.index : Number.POSITIVE_INFINITY
}

/** Whether the words around a phrase look back or ahead, from its own sentence: the nearest verb before it, else after it. */
export function leanAt(text: string, start: number, end: number): 'past' | 'future' | 'open' {
  const from = text.slice(Math.max(0, start - 140), start)
  const breaks = /[.!?][”"’')]*\s+(?=[A-Z“"])|\n\s*\n|[;:]\s/g
  let cut = 0
  for (const match of from.matchAll(breaks)) {
    // "Jan. 5", "Gen. Zia", "U.S. Army": no end of a sentence.
    if (/\b(?:[A-Z]|[A-Z][a-z]{1,3}|U\.S|a\.m|p\.m)\.\s*$/.test(from.slice(0, match.index + match[0].length))) continue
    cut = match.index + match[0].length
  }
  const before = from.slice(cut)
  const [b, a] = [lastMatch(back, before), lastMatch(ahead, before)]
  // "until April" looks ahead; "stopped by Sunday" does not.
  if (limit.test(before) && (b < 0 || !/\bby\s+(?:the\s+)?$/i.test(before))) return 'future'
  if (b > a) return 'past'
  if (a > b) return 'future'
  const after = text
    .slice(end, end + 100)
    .replace(/^,\s/, '')
    .split(/[.!?;,]\s|\n/, 1)[0]
  const [fb, fa] = [firstMatch(back, after), firstMatch(ahead, after)]
  return fb < fa ? 'past' : fa < fb ? 'future' : 'open'
}
