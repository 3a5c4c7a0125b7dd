import {type Lexicon, piecesOf} from '../lexicon/index.ts'
import {
  type AnswerLine,
  aroundOf,
  type Drift,
  type Evidence,
  nameWords,
  type Quotation,
  type Span,
  type StatementRow,
} from '../model/index.ts'
import {line, most, restLine} from './lines-of.ts'
import {driftWords, reprints as reprintsIn} from './quotations.ts'
import {count, docWords} from './words.ts'

/**
 * Who says what, each saying once however often it was printed: what speaks of the theme asked about first, then the newest.
 * What is reported and not quoted is shown in the Doc's own sentence, so that no paraphrase passes for the speaker's words.
 */
export function statementLines(
  rows: readonly StatementRow[],
  quotations: readonly Quotation[],
  theme: string | null,
  lexicon: Lexicon,
): AnswerLine[] {
  const on = (row: StatementRow) => Number(theme !== null && themesIn(shownOf(row), lexicon).has(theme))
  const day = ({evidence}: StatementRow) => evidence.doc.published ?? ''
  const sayings = once(rows, quotations)
    .map(saying => ({...saying, on: on(saying.row)}))
    .sort((a, b) => b.on - a.on || (day(a.row) === day(b.row) ? order(a.row, b.row) : day(a.row) > day(b.row) ? -1 : 1))
  const lines = sayings.slice(0, most).flatMap(({row, reprints, changed}) => {
    const {id, speaker, role, outlet, statement, evidence} = row
    const who = speaker === null ? 'Somebody' : nameWords(speaker)
    const office = role === null || who.endsWith(role) || honorific.test(role) ? '' : ` (${role})`
    const through = outlet === null ? 'outlet not stated' : `through ${outlet}`
    const again = reprints === 0 ? '' : ` (and ${count(reprints, 'reprint')})`
    const told = `${who}${office}, ${through}; ${docWords(evidence.doc)}${again}`
    const shown = shownOf(row)
    const quote = {words: shown, evidence: cutTo(row, shown)}
    return [
      line(`${told}${statement.form === 'direct' ? '' : ', in its words'}:`, [id], quote),
      ...changed
        .slice(0, mostChanged)
        .map(other =>
          line(`Printed again by ${docWords(other.row.evidence.doc)}, ${driftWords(other.drift)}.`, [other.row.id]),
        ),
      ...moreChanged(changed.slice(mostChanged)),
    ]
  })
  return [...lines, ...restLine(sayings.length)]
}

/** Printings of a saying with other words that are told one by one, and those of the rest that open. */
const [mostChanged, mostOpened] = [3, 12]

const moreChanged = (rest: Saying['changed']): AnswerLine[] => {
  const records = rest.slice(0, mostOpened).map(({row}) => row.id)
  return rest.length === 0 ? [] : [line(`Printed again with other words ${count(rest.length, 'more time')}.`, records)]
}

const honorific = /^(?:mr|mrs|ms|miss|dr|sir|madam)\.?$/i
/** The words of a quotation; of what is only reported the sentences that hold it, without their neighbours. */
function shownOf({statement, parts, evidence}: StatementRow): string {
  if (statement.form === 'direct') return parts[0]
  const {before, after} = aroundOf(evidence)
  return (before + evidence.words + after).replace(/^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu, '')
}

/** Evidence for the words that are shown, which may be more or fewer than the statement's own. */
function cutTo({statement, evidence}: StatementRow, words: string): Evidence {
  const around = evidence.before + evidence.words + evidence.after
  const base = evidence.span.start - evidence.before.length
  const own = statement.form === 'direct' ? statement.content[0].start - base : around.indexOf(words)
  const from = Math.max(0, own)
  const span: Span = {start: base + from, end: base + from + words.length}
  return {...evidence, span, before: around.slice(0, from), words, after: around.slice(from + words.length)}
}

const order = (a: StatementRow, b: StatementRow) => (a.id < b.id ? -1 : 1)

interface Saying {
  readonly row: StatementRow
  readonly reprints: number
  /** Printings with other words. */
  readonly changed: readonly {readonly row: StatementRow; readonly drift: Drift}[]
}

/** The same words of the same speaker, or one quotation, are one saying, told by the Doc that had them first. */
function once(rows: readonly StatementRow[], quotations: readonly Quotation[]): Saying[] {
  const printed = reprintsIn(quotations)
  const sayings = new Map<string, StatementRow[]>()
  for (const row of rows) {
    const key = printed.get(row.id)?.first ?? `${row.speaker} ${shownOf(row).toLowerCase()}`
    const same = sayings.get(key)
    if (same) same.push(row)
    else sayings.set(key, [row])
  }
  const day = ({evidence}: StatementRow) => evidence.doc.published ?? '9999'
  return [...sayings.values()].map(same => {
    const [row] = [...same].sort((a, b) => (day(a) === day(b) ? order(a, b) : day(a) < day(b) ? -1 : 1))
    const changed = same.flatMap(other => {
      const drift = other === row ? undefined : printed.get(other.id)?.drift
      return drift && drift.kind !== 'same' ? [{row: other, drift}] : []
    })
    return {row, reprints: new Set(same.map(({evidence}) => evidence.doc.id)).size - 1, changed}
  })
}

/** The themes that words speak of, by the tables that tell an act's context. */
export function themesIn(text: string, lexicon: Lexicon): Set<string> {
  const keys = piecesOf(text).map(({key}) => key)
  const {contexts} = lexicon.acts
  return new Set(keys.flatMap(key => contexts.get(key) ?? contexts.get(key.replace(/s$/, '')) ?? []))
}
