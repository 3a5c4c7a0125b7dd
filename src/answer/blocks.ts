import type {Lexicon} from '../lexicon/index.ts'
import type {
  AnswerBlock,
  AnswerLine,
  BackgroundAnswer,
  Incident,
  Question,
  RelationAnswer,
  StatementRow,
} from '../model/index.ts'
import {analogueLines, driverLines, eraLines, happenedLines, wouldChangeLines} from './background-blocks.ts'
import {counts, tookPlace} from '../relation/index.ts'
import {sideBySide} from './figures.ts'
import {fresh, incidentLine, line, most, newestOf, restLine} from './lines-of.ts'
import {isAnswerable} from './enough.ts'
import {shortLines} from './short-lines.ts'
import {statementLines} from './statement-lines.ts'
import {count, dayWords, docWords, incidentWords, monthWords, plannedWords} from './words.ts'

/** What an answer is made of. */
export interface BlockParts {
  readonly question: Question
  /** The relation with the incidents of the time asked about, and the statements of that time and of the speakers asked about. */
  readonly answer: RelationAnswer
  /** Incidents of the time, theme and direction asked about. */
  readonly told: readonly Incident[]
  /** The same for the theme and direction asked about, if any. */
  readonly narrow: RelationAnswer | null
  /** The relation at all times. */
  readonly whole: RelationAnswer
  readonly background: BackgroundAnswer
  /** Lines of other kinds of blocks, by kind. */
  readonly more?: Partial<Record<AnswerBlock['kind'], readonly AnswerLine[]>>
}

const titles: Readonly<Record<AnswerBlock['kind'], string>> = {
  short: 'Short answer',
  happened: 'What happened',
  sides: 'Who sides with whom',
  said: 'Said without taking sides',
  'then-and-now': 'Then and now',
  for: 'For',
  against: 'Against',
  conditional: 'On a condition',
  'planned-and-feared': 'Planned, promised, feared',
  analogues: 'Analogues',
  drivers: 'What moves with it',
  'would-change': 'What would change this',
  forecast: 'Forecast',
  gaps: 'Gaps',
}

/** The blocks of an answer, in their fixed order. Empty ones are left out, but for the first and the gaps. */
export function blocksOf(
  {question, answer, narrow, told, whole, background, more = {}}: BlockParts,
  lexicon: Lexicon,
): AnswerBlock[] {
  const stance = (wanted: StatementRow['statement']['stance']) =>
    statementLines(
      answer.statements.filter(row => row.statement.stance === wanted),
      answer.quotations,
      question.theme,
      lexicon,
    )
  const enough = isAnswerable(whole)
  const analogues = enough ? analogueLines(background, whole) : []
  const wouldChange = enough ? wouldChangeLines(whole, answer.incidents) : []
  const lines: Record<AnswerBlock['kind'], readonly AnswerLine[]> = {
    short: shortLines({
      question,
      whole,
      narrow,
      told,
      statements: answer.statements,
      background,
      chance: more.forecast?.[0],
      sides: more.sides?.[0],
      wouldChange,
      analogue: analogues[0],
    }),
    happened: happenedOf(question, told),
    sides: [],
    said: question.kind === 'said' ? stance('neither') : [],
    'then-and-now': enough ? eraLines(background, whole, question.again || question.kind === 'compare') : [],
    for: stance('for'),
    against: stance('against'),
    conditional: stance('conditional'),
    'planned-and-feared': plannedLines(answer.incidents, question.since === null ? standsFrom(whole) : ''),
    analogues,
    drivers: enough ? driverLines(background) : [],
    'would-change': wouldChange,
    forecast: [],
    gaps: gapLines(whole),
    ...more,
    ...(more.sides && {sides: more.sides.slice(1)}),
  }
  return (Object.keys(titles) as AnswerBlock['kind'][])
    .map(kind => ({kind, title: titles[kind], lines: lines[kind]}))
    .filter(({kind, lines}) => lines.length > 0 || kind === 'short' || kind === 'gaps')
}

/** What happened; of acts asked about each one, also without a day. */
function happenedOf({kind, acts}: Question, told: readonly Incident[]): AnswerLine[] {
  if (kind !== 'happened' && kind !== 'change') return []
  return acts.length > 0 ? happenedLines(told.filter(tookPlace), mostOfActs) : happenedLines(told.filter(counts))
}

const mostOfActs = 24

/** First day of the months whose plans still stand; `''`: all do. */
function standsFrom({index}: RelationAnswer): string {
  return index.points.at(-fresh)?.month ?? ''
}

function plannedLines(incidents: readonly Incident[], since: string): AnswerLine[] {
  const all = incidents.filter(({reality}) => reality === 'future' || reality === 'hypothetical')
  const planned = all
    .filter(({docs}) => newestOf(docs) === '' || newestOf(docs) >= since)
    .sort((a, b) =>
      newestOf(a.docs) === newestOf(b.docs) ? (a.id < b.id ? -1 : 1) : newestOf(a.docs) > newestOf(b.docs) ? -1 : 1,
    )
  const lines = planned
    .slice(0, most)
    .map(incident =>
      incidentLine(
        `${incident.aspect === 'plain' ? incident.reality : incident.aspect}: ${plannedWords(incident)} (${docWords(incident.evidence.doc)}):`,
        incident,
      ),
    )
  const old = all.length - planned.length
  const left =
    old === 0
      ? []
      : [
          line(
            `${count(old, 'older plan')}, last told before ${monthWords(since)}, ${old === 1 ? 'is' : 'are'} left out.`,
          ),
        ]
  return [...lines, ...restLine(planned.length), ...left]
}

function gapLines({incidents, statements, coverage, pair, index}: RelationAnswer): AnswerLine[] {
  const lines: AnswerLine[] = []
  const undated = incidents.filter(({days}) => days.first === null || days.last === null)
  if (undated.length > 0)
    lines.push(
      line(
        `${count(undated.length, 'incident has', 'incidents have')} no day; what has none moves no index.`,
        undated.slice(0, most).map(each => each.id),
      ),
    )
  for (const side of pair)
    if (!statements.some(({statement}) => statement.source.entity === side.id))
      lines.push(line(`No statement by ${side.name} itself.`))
  const silent = index.points.filter(point => point.incidents === 0).length
  if (silent > 0)
    lines.push(line(`${count(silent, 'month')} of ${index.points.length} have no incident; there the band widens.`))
  const disputed = incidents.flatMap(incident =>
    sideBySide(incident.figures)
      .filter(({state}) => state === 'disputed')
      .map(group => ({incident, group})),
  )
  for (const {incident, group} of disputed.slice(0, 3))
    lines.push(
      line(
        `Figures differ for ${incidentWords(incident)}: ${group.figures.map(figure => `${figure.approx ? 'about ' : ''}${figure.low} ${figure.who ?? figure.what}`).join('; ')}.`,
        [incident.id],
      ),
    )
  if (coverage.docs === 0) return [...lines, line('Coverage: no article names both.')]
  lines.push(
    line(
      `Coverage: ${count(coverage.docs, 'article')}, ${count(coverage.outlets, 'outlet')}, ${count(coverage.origins, 'independent origin')}, ${dayWords(coverage.days)}.`,
    ),
  )
  return lines
}
