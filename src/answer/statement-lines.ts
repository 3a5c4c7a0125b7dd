import {type Lexicon, piecesOf} from '../lexicon/index.ts'
import type {AnswerLine, StatementRow} from '../model/index.ts'
import {line, most, restLine} from './lines-of.ts'
import {count, docWords, nameWords} from './words.ts'

/**
 * Who says what, each saying once however often it was printed: what speaks of the theme asked about first, then the newest.
 * What is reported and not quoted is shown in the Doc's own sentence, so that no paraphrase passes for the speaker's words.
 */
export function statementLines(rows: readonly StatementRow[], theme: string | null, lexicon: Lexicon): AnswerLine[] {
  const on = (row: StatementRow) => Number(theme !== null && themesIn(shownOf(row), lexicon).has(theme))
  const day = ({evidence}: StatementRow) => evidence.doc.published ?? ''
  const sayings = once(rows)
    .map(saying => ({...saying, on: on(saying.row)}))
    .sort((a, b) => b.on - a.on || (day(a.row) === day(b.row) ? order(a.row, b.row) : day(a.row) > day(b.row) ? -1 : 1))
  const lines = sayings.slice(0, most).map(({row, reprints}) => {
    const {id, speaker, role, outlet, statement, evidence} = row
    const who = speaker === null ? 'Somebody' : nameWords(speaker)
    const office = role === null || who.endsWith(role) || honorific.test(role) ? '' : ` (${role})`
    const through = outlet === null ? 'outlet not stated' : `to ${outlet}`
    const again = reprints === 0 ? '' : ` (and ${count(reprints, 'reprint')})`
    const told = `${who}${office}, ${through}; ${docWords(evidence.doc)}${again}`
    return line(`${told}${statement.form === 'direct' ? '' : ', in its words'}:`, [id], {words: shownOf(row), evidence})
  })
  return [...lines, ...restLine(sayings.length)]
}

const honorific = /^(?:mr|mrs|ms|miss|dr|sir|madam)\.?$/i
/** Where a sentence ends and another begins: not after a title or an initial. */
const bound =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|St|No|\p{Lu}))[.!?]["”’')\]]*\s+(?=["“‘(]?\p{Lu})/gu

/** The words of a quotation; of what is only reported the sentences that hold it, without their neighbours. */
function shownOf({statement, parts, evidence: {before, words, after}}: StatementRow): string {
  if (statement.form === 'direct') return parts[0]
  const begin = [...before.matchAll(bound)].at(-1)
  const end = /[.!?]["”’')\]]*\s*$/.test(words) ? 0 : [...after.matchAll(bound)][0]
  const from = begin ? begin.index + begin[0].length : 0
  return (
    before.slice(from) +
    words +
    (end === 0 ? '' : after.slice(0, end ? end.index + end[0].length : undefined))
  ).trim()
}

const order = (a: StatementRow, b: StatementRow) => (a.id < b.id ? -1 : 1)

/** The same words of the same speaker are one saying, told by the Doc that had them first. */
function once(rows: readonly StatementRow[]): {row: StatementRow; reprints: number}[] {
  const sayings = new Map<string, StatementRow[]>()
  for (const row of rows) {
    const key = `${row.speaker} ${shownOf(row).toLowerCase()}`
    sayings.set(key, [...(sayings.get(key) ?? []), row])
  }
  const day = ({evidence}: StatementRow) => evidence.doc.published ?? '9999'
  return [...sayings.values()].map(same => {
    const [row] = [...same].sort((a, b) => (day(a) === day(b) ? order(a, b) : day(a) < day(b) ? -1 : 1))
    return {row, reprints: new Set(same.map(({evidence}) => evidence.doc.id)).size - 1}
  })
}

/** The themes that words speak of, by the tables that tell an act's context. */
export function themesIn(text: string, lexicon: Lexicon): Set<string> {
  const keys = piecesOf(text).map(({key}) => key)
  const {contexts} = lexicon.acts
  return new Set(keys.flatMap(key => contexts.get(key) ?? contexts.get(key.replace(/s$/, '')) ?? []))
}
