import {dayIn} from './day-words.ts'

/** What one short line of a page says about who wrote, printed or translated the article. */
export interface CreditLine {
  readonly source?: string
  readonly byline?: string
  readonly translator?: string
}

const person = String.raw`[\p{Lu}][\p{L}'’.-]+(?:\s+(?:\(\p{L}+\.?\)|[\p{Lu}][\p{L}'’.-]*|de|van|von|der|den|bin|bint|al-[\p{L}]+|al|el|and|&|,)){0,9}`
const source =
  /^\W*(?:source|originally published (?:in|by|on|at)|first published (?:in|by|on)|this (?:article|story|piece|report) (?:was )?(?:originally |first )?(?:appeared|published) (?:in|on|by))\s*[:–—-]?\s+(.{2,80}?)[\s.]*$/iu
const sourceNeedsColon = /^\W*source\s*[:–—-]/iu
const byline = new RegExp(
  String.raw`^\W*(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthor\s*:|[Tt]ext\s*:|[Rr]eported by)\s*:?\s+(${person}|[\p{Lu}\s.'’-]{4,60}|\p{Ll}{3,20})(?=$|\s*[|·•,;(–—/]|\s+in\s|\s+[-–—]\s|\s+\d|\s+on\s|\s+(?:Published|Updated|Posted)\b)`,
  'u',
)
const translated = new RegExp(
  String.raw`\b(?:[Tt]ranslat(?:ed|ion))\b(?:\s+(?:from|into)\s+(?:the\s+)?\p{Lu}\p{L}+(?:\s+(?:from|into|to)\s+\p{Lu}\p{L}+)?)?\s*(?:by|:)\s*(${person})`,
  'u',
)

const opensTranslated =
  /^\W*(?:(?:this|the) (?:article|text|piece|story) (?:was|is|has been) )?(?:english )?translat|[|·;,.(–—]\s*translat/iu
const dayWord =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:early|late|mid|then|now|contrast|far))\b/i

/** `null` when the line is none of the kind. */
export function creditLine(text: string): CreditLine | null {
  if (text.length > 200) return null
  const found: {source?: string; byline?: string; translator?: string} = {}
  const translator = opensTranslated.test(text) ? translated.exec(text) : null
  if (translator) found.translator = trimName(translator[1])
  const [claim] = text.split(/[.;,]\s+(?=translat|text\b|as\b|\p{Ll})/iu)
  const origin = source.exec(claim)
  if (origin && (sourceNeedsColon.test(text) || !/^\W*source/iu.test(text)) && origin[1].split(/\s+/).length <= 9)
    found.source = sourceName(origin[1]) || undefined
  const writer = byline.exec(text)
  const sentence = /[.!?]$/.test(text) && text.split(' ').length > 7
  if (writer && !found.source && text.length < 140 && !sentence && !dayWord.test(writer[1]))
    found.byline = trimName(writer[1])
  return found.source || found.byline || found.translator ? found : null
}

/** "the Kabul Ledger (Afghanistan), 14 May 2019": the name alone, with its own article. */
function sourceName(words: string): string {
  const day = dayIn(words)
  return trimName((day ? words.slice(0, day.at) : words).replace(/(?:\s+on)?[\s,;·|(–—-]+$/u, ''))
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/^the\s+/, '')
}

function trimName(name: string): string {
  const ahead = name.split(
    /[.,]?\s+(?:Published|Updated|Posted|Moved|Filed|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August|September|October|November|December)(?=\s*$))\b/,
  )[0]
  return ahead.replace(/(?:\s+(?:and|&)|[\s,.;:|–—-])+$/u, '').trim()
}

const agencies = [
  'Reuters',
  'AFP',
  'Agence France-Presse',
  'AP',
  'Associated Press',
  'ANI',
  'PTI',
  'IANS',
  'UNI',
  'APP',
  'Xinhua',
  'TASS',
  'Interfax',
  'Anadolu',
  'Anadolu Agency',
  'AA',
  'DPA',
  'dpa',
  'EFE',
  'ANSA',
  'Kyodo',
  'Yonhap',
  'KCNA',
  'IRNA',
  'ISNA',
  'Tasnim',
  'Mehr',
  'WAM',
  'SPA',
  'SANA',
  'MENA',
  'Bakhtar',
  'Pajhwok',
  'Bloomberg',
  'RFE/RL',
  'VOA',
  'CNN',
]
/** Any name that calls itself a wire or a news agency counts as one. */
const unlisted = String.raw`(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Wire|News ?wire|News Agency|Press Agency|News Service|Wire Service)`
const agency = `(?:${agencies.map(name => name.replace('/', '\\/')).join('|')}|${unlisted})`
const contributed = new RegExp(
  String.raw`(?:[Ww]ith (?:additional )?(?:inputs?|reporting|material|files?|contributions?|information|agenc(?:y|ies)) (?:from|by|of)\s+|\bvia\s+)((?:the )?${agency}(?:(?:,| and|,? &|\/)\s*(?:the )?${agency})*)|\b(${agency}) contributed to this (?:report|story|article)`,
  'gu',
)
const dateline = new RegExp(
  String.raw`^[\p{Lu}][\p{L}\s.,/'’-]{1,60}?\s*\((${agency}(?:\s*[/,]\s*${agency})*)\)\s*[-–—:]|^\((${agency})\)`,
  'u',
)
const closing = new RegExp(String.raw`(?:^|\s)[\[(–—-]\s*(${agency}(?:\s*[/,]\s*${agency})*)\s*[\])]?\.?$`, 'u')

const bracketed = new RegExp(String.raw`\((?:the )?(${agency})\)`, 'gu')

/** As the agency writes itself, not as a line in capitals does. */
function asListed(name: string): string {
  return agencies.find(one => one === name) ?? agencies.find(one => one.toLowerCase() === name.toLowerCase()) ?? name
}

const wholeAgency = new RegExp(`^(?:the )?(?:${agency})$`, 'iu')

/** True of an agency's name that stands alone. */
export function isAgency(name: string): boolean {
  return wholeAgency.test(name.trim())
}

/** Agencies credited at the head of the first paragraphs, at the end of the last, or in a line of their own. */
export function agenciesIn(paragraphs: readonly string[], lines: readonly string[]): string[] {
  const found = new Set<string>()
  const add = (names: string | undefined) => {
    for (const name of (names ?? '').split(/\s*(?:,|\/(?!RL)|\band\b|&)\s*/))
      if (name.trim()) found.add(asListed(name.trim().replace(/^the /i, '')))
  }
  for (const text of [...paragraphs.slice(0, 2), ...lines]) {
    const head = dateline.exec(text)
    add(head?.[1] ?? head?.[2])
  }
  for (const text of [...paragraphs.slice(-2), ...lines]) add(closing.exec(text)?.[1])
  for (const text of [...paragraphs.slice(0, 1), ...paragraphs.slice(-3), ...lines])
    for (const match of text.matchAll(contributed)) add(match[1] ?? match[2])
  const wire = new RegExp(
    String.raw`^\W*(?:by\s+|source:?\s+)?(?:the )?(${agency})\W*$|,\s*(${agency})(?:\s+(?:\p{L}+\s+){0,4}(?:writer|correspondent|editor|reporter))?$`,
    'iu',
  )
  for (const text of lines) for (const match of text.matchAll(bracketed)) add(match[1])
  for (const text of lines) {
    const named = wire.exec(text)
    add(named?.[1] ?? named?.[2])
  }
  for (const text of lines)
    if (/^[Ww]ith (?:agency|agencies|wire) (?:inputs?|reports?)\W*$/.test(text)) found.add(text.replace(/\W+$/, ''))
  return [...found]
}

/** A closing line that names reporters and editors, and nothing else. */
export function staffLine(text: string): boolean {
  return (
    text.length < 300 &&
    /^[\s([—–-]*((additional |further )?(reporting|writing|editing|compiled|translation|research)( and \w+)? by\b|\(?with (agency|agencies|wire) (inputs?|reports?)|(with )?(inputs?|files?) from\b)/iu.test(
      text,
    )
  )
}
