import type {Sector} from '../../model/index.ts'

const of = '(?: of state)? (?:of|for) (?:the )?(?:national )?'
const ministry = (words: string) =>
  new RegExp(`\\b(?:${words}) (?:minister|secretary)|(?:minister|secretary)${of}(?:${words})\\b`)

/** Who stands below, beside or before an office, and heads of bodies whose titles sound like one of a state's. */
const none: readonly RegExp[] = [
  /\b(?:deputy|vice|junior|shadow|assistant|parliamentary|acting deputy) (?!president\b|prime minister\b).*(?:minister|secretary)\b/,
  /\bminister of state\b/,
  /^(?:spouse|candidate|advis[eo]r|assistant) (?:of|to|for) |^(?:private )?secretary to |^(?:first lady|former)\b|[- ](?:elect|designate)\b/,
  /\bpresident of (?:the )?.*\b(?:court|tribunal|bank|region|province|department|canton|university|academy|association|committee|commission|generalitat|party|club)\b/,
]

/** The first that fits; narrower ones stand before wider ones. */
const offices: readonly (readonly [RegExp, string, Sector])[] = [
  [
    /\b(?:president|chair(?:man|person)?) of (?:the )?.*\b(?:assembly|senate|parliament|chamber|congress|diet|knesset|bundestag|bundesrat|cortes|duma|national council)\b/,
    'speaker',
    'LEG',
  ],
  [/\b(?:vice[- ]|deputy )president\b/, 'vice president', 'GOV'],
  [/\bdeputy prime minister\b/, 'deputy prime minister', 'GOV'],
  [ministry('finance|treasury|chancellor of the exchequer'), 'finance minister', 'GOV'],
  [/\bchancellor of the exchequer\b/, 'finance minister', 'GOV'],
  [
    /\b(?:prime minister|premier|chancellor|taoiseach|head of government|president of the (?:government|council)|chair(?:man|person)? of the council of ministers)\b/,
    'prime minister',
    'GOV',
  ],
  [ministry('defen[cs]e'), 'defence minister', 'GOV'],
  [ministry('interior|home|internal affairs|home affairs|home department'), 'interior minister', 'GOV'],
  [
    ministry('foreign|foreign affairs|external affairs|foreign relations|external relations'),
    'foreign minister',
    'GOV',
  ],
  [/\bsecretary of state\b/, 'foreign minister', 'GOV'],
  [
    /\bchief of (?:the )?(?:army|land forces)|army chief|commander of the army|chief of staff of the army\b/,
    'army chief',
    'MIL',
  ],
  [/\bchief of (?:the )?(?:general|defen[cs]e) staff|commander-in-chief\b/, 'military chief', 'MIL'],
  [/\bdirector of .*intelligence|intelligence chief|head of .*intelligence\b/, 'intelligence chief', 'SPY'],
  [/\bspeaker of\b/, 'speaker', 'LEG'],
  [/\bsecretary[- ]general\b/, 'secretary-general', 'IGO'],
  [/\b(?:king|queen|emir|sultan|monarch|emperor)\b/, 'monarch', 'GOV'],
  [/\bpresident\b/, 'president', 'GOV'],
]

/** The office that a label of the world means, in the words of `roles.tsv`; a label in those words means itself. */
export function officeOf(label: string): {role: string; sector: Sector} | null {
  const low = label.toLowerCase()
  if (none.some(words => words.test(low))) return null
  const found = offices.find(([words]) => words.test(low))
  return found ? {role: found[1], sector: found[2]} : null
}
