import type {Lexicon} from '../lexicon/index.ts'
import type {AnswerBlock, AnswerLine, Incident, Question, RelationAnswer, StatementRow} from '../model/index.ts'
import {counts} from '../relation/index.ts'
import {periodsOf} from './periods.ts'
import {count, dayWords, docWords, incidentWords, levelWords, signed} from './words.ts'

/** Least that the record must hold on a pair before it answers. */
export const threshold = {incidents: 3, docs: 2} as const

/** Most lines in a block; the rest is counted. */
const most = 8

/**
 * The blocks of an answer, in their fixed order. Empty ones are left out, but for the first and the gaps.
 * What is planned or feared is taken from `everyTheme`, since plans seldom name their theme.
 */
export function blocksOf(
  question: Question,
  answer: RelationAnswer,
  everyTheme: readonly Incident[],
  lexicon: Lexicon,
): AnswerBlock[] {
  const stance = (wanted: StatementRow['statement']['stance']) =>
    answer.statements.filter(row => row.statement.stance === wanted)
  const blocks: AnswerBlock[] = [
    {kind: 'short', title: 'Short answer', lines: shortLines(question, answer)},
    {kind: 'then-and-now', title: 'Then and now', lines: periodLines(answer, lexicon)},
    {kind: 'for', title: 'For', lines: statementLines(stance('for'))},
    {kind: 'against', title: 'Against', lines: statementLines(stance('against'))},
    {kind: 'conditional', title: 'On a condition', lines: statementLines(stance('conditional'))},
    {kind: 'planned-and-feared', title: 'Planned, promised, feared', lines: plannedLines(everyTheme)},
    {kind: 'gaps', title: 'Gaps', lines: gapLines(answer)},
  ]
  return blocks.filter(({kind, lines}) => lines.length > 0 || kind === 'short' || kind === 'gaps')
}

/** Whether the record holds enough on the pair, by the stated threshold. */
export function isAnswerable({incidents}: RelationAnswer): boolean {
  const counted = incidents.filter(counts)
  const docs = new Set(counted.flatMap(incident => incident.docs.map(doc => doc.id)))
  return counted.length >= threshold.incidents && docs.size >= threshold.docs
}

function line(text: string, records: readonly string[] = [], quote: AnswerLine['quote'] = null): AnswerLine {
  return {text, quote, records}
}

function shortLines(question: Question, answer: RelationAnswer): AnswerLine[] {
  const {index, change, pair, coverage} = answer
  const names = pair.map(side => side.name).join(' and ')
  const counted = answer.incidents.filter(counts)
  if (!isAnswerable(answer)) {
    const docs = new Set(counted.flatMap(incident => incident.docs.map(doc => doc.id))).size
    return [
      line(
        `The record cannot answer this: it holds ${count(counted.length, 'dated incident')} between ${names} from ${count(docs, 'article')}; at least ${threshold.incidents} from ${threshold.docs} are needed.`,
      ),
    ]
  }
  const now = index.points[index.points.length - 1]
  const lines = [
    line(
      `The index of ${names} stands at ${levelWords(now)} in ${now.month}, on a scale from −10 (conflict) to +10 (cooperation), from ${count(counted.length, 'incident')} in ${count(coverage.docs, 'article')}.`,
    ),
  ]
  if (change) {
    const direction = Math.abs(change.by) < 0.05 ? 'as it was' : change.by > 0 ? 'warmer than' : 'cooler than'
    const [top] = change.contributions
    const leading = top && answer.incidents.find(incident => incident.id === top.incident)
    lines.push(
      line(
        `That is ${direction} in ${change.from}: ${signed(change.by)}.${leading ? ` ${shareWords(leading, change.from)} ${signed(top.share)}: ${incidentWords(leading)}.` : ''}`,
        leading ? [leading.id] : [],
        leading ? {words: leading.evidence.words, evidence: leading.evidence} : null,
      ),
    )
  }
  if (question.kind === 'rapprochement' || question.kind === 'rupture')
    lines.push(line('No probability is given: this version measures the relation and does not forecast it.'))
  return lines
}

/** An incident before the span still moves the level: its weight fades. */
function shareWords({days}: Incident, from: string): string {
  return (days.last ?? '') < from ? 'The largest share is the fading of an older incident,' : 'The largest share,'
}

function periodLines(answer: RelationAnswer, lexicon: Lexicon): AnswerLine[] {
  return periodsOf(answer.index, lexicon).map(({label, role, first, last, mean, incidents}) => {
    const from = `${first}-01`
    const to = `${last}-31`
    const [leading] = answer.incidents
      .filter(counts)
      .filter(({days}) => days.first !== null && days.first >= from && days.first <= to)
      .sort((a, b) => b.origins - a.origins || b.tellings.length - a.tellings.length || (a.id < b.id ? -1 : 1))
    return line(
      `Under ${label} (${role.role}, ${first} to ${last}): mean level ${signed(mean)}, ${count(incidents, 'incident-month')}.${leading ? ` Most told: ${incidentWords(leading)}.` : ' No incident on record.'}`,
      leading ? [leading.id] : [],
      leading ? {words: leading.evidence.words, evidence: leading.evidence} : null,
    )
  })
}

function statementLines(rows: readonly StatementRow[]): AnswerLine[] {
  const lines = rows.slice(0, most).map(({id, speaker, role, outlet, statement, parts, evidence}) => {
    const who = `${speaker ?? 'Somebody'}${role ? ` (${role})` : ''}`
    const through = outlet === null ? 'outlet not stated' : `to ${outlet}`
    const told = `${who}, ${through}; ${docWords(evidence.doc)}:`
    if (statement.form === 'direct') return line(told, [id], {words: parts[0], evidence})
    // What is reported and not quoted is shown in the Doc's own sentence, so that no paraphrase passes for the speaker's words.
    const sentence = (evidence.before + evidence.words + evidence.after).trim()
    return line(`${told.slice(0, -1)}, in its words:`, [id], {words: sentence, evidence})
  })
  return [...lines, ...restLine(rows.length)]
}

function plannedLines(incidents: readonly Incident[]): AnswerLine[] {
  const planned = incidents
    .filter(({reality}) => reality === 'future' || reality === 'hypothetical')
    .sort((a, b) => (newest(a) === newest(b) ? (a.id < b.id ? -1 : 1) : newest(a) > newest(b) ? -1 : 1))
  const lines = planned.slice(0, most).map(incident =>
    line(
      `${incident.aspect === 'plain' ? incident.reality : incident.aspect}: ${incidentWords(incident)} (${docWords(incident.evidence.doc)}):`,
      [incident.id],
      {
        words: incident.evidence.words,
        evidence: incident.evidence,
      },
    ),
  )
  return [...lines, ...restLine(planned.length)]
}

function gapLines({incidents, statements, coverage, pair, index}: RelationAnswer): AnswerLine[] {
  const lines: AnswerLine[] = []
  const undated = incidents.filter(({days}) => days.first === null || days.last === null)
  if (undated.length > 0)
    lines.push(
      line(
        `${count(undated.length, 'incident has', 'incidents have')} no day and move no index.`,
        undated.slice(0, most).map(each => each.id),
      ),
    )
  for (const side of pair)
    if (!statements.some(({statement}) => statement.source.entity === side.id))
      lines.push(line(`No statement by ${side.name} itself.`))
  const silent = index.points.filter(point => point.incidents === 0).length
  if (silent > 0)
    lines.push(line(`${count(silent, 'month')} of ${index.points.length} have no incident; there the band widens.`))
  const contested = incidents.filter(
    ({figures}) => new Set(figures.map(({what, low, high, who}) => `${what} ${low} ${high} ${who}`)).size > 1,
  )
  for (const incident of contested.slice(0, 3))
    lines.push(
      line(
        `Figures differ for ${incidentWords(incident)}: ${incident.figures.map(figure => `${figure.approx ? 'about ' : ''}${figure.low} ${figure.who ?? figure.what}`).join('; ')}.`,
        [incident.id],
      ),
    )
  lines.push(
    line(
      `Coverage: ${count(coverage.docs, 'article')}, ${count(coverage.outlets, 'outlet')}, ${count(coverage.origins, 'independent origin')}, ${dayWords(coverage.days)}.`,
    ),
  )
  return lines
}

function restLine(total: number): AnswerLine[] {
  return total > most ? [line(`… and ${total - most} more.`)] : []
}

function newest(incident: Incident): string {
  return (
    incident.docs
      .map(doc => doc.published ?? '')
      .sort()
      .at(-1) ?? ''
  )
}
