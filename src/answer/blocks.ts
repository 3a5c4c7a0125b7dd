import type {Lexicon} from '../lexicon/index.ts'
import type {
  AnswerBlock,
  AnswerLine,
  BackgroundAnswer,
  Contribution,
  Incident,
  Question,
  RelationAnswer,
  StatementRow,
} from '../model/index.ts'
import {counts} from '../relation/index.ts'
import {
  analogueLines,
  likenedLine,
  driverLines,
  eraLines,
  happenedLines,
  wouldChangeLines,
} from './background-blocks.ts'
import {sideBySide} from './figures.ts'
import {fresh, incidentLine, line, most, newestOf, restLine} from './lines-of.ts'
import {statementLines} from './statement-lines.ts'
import {count, dayWords, docWords, incidentWords, levelWords, monthWords, signed, themeWords} from './words.ts'

/** Least that the record must hold on a pair before it answers. */
export const threshold = {incidents: 3, docs: 2} as const

/** What an answer is made of. */
export interface BlockParts {
  readonly question: Question
  /** The relation with the incidents of the time asked about. */
  readonly answer: RelationAnswer
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
  {question, answer, narrow, whole, background, more = {}}: BlockParts,
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
  const lines: Record<AnswerBlock['kind'], readonly AnswerLine[]> = {
    short: shortLines(question, whole, narrow, background, more.forecast?.[0]),
    happened: question.kind === 'happened' || question.kind === 'change' ? happenedLines(answer.incidents) : [],
    sides: [],
    'then-and-now': enough ? eraLines(background, whole, question.again || question.kind === 'compare') : [],
    for: stance('for'),
    against: stance('against'),
    conditional: stance('conditional'),
    'planned-and-feared': plannedLines(answer.incidents, question.since === null ? standsFrom(whole) : ''),
    analogues: enough ? analogueLines(background, whole) : [],
    drivers: enough ? driverLines(background) : [],
    'would-change': enough ? wouldChangeLines(whole, answer.incidents) : [],
    forecast: [],
    gaps: gapLines(whole),
    ...more,
  }
  return (Object.keys(titles) as AnswerBlock['kind'][])
    .map(kind => ({kind, title: titles[kind], lines: lines[kind]}))
    .filter(({kind, lines}) => lines.length > 0 || kind === 'short' || kind === 'gaps')
}

/** Whether the record holds enough on the pair, by the stated threshold. */
export function isAnswerable({incidents}: RelationAnswer): boolean {
  const counted = incidents.filter(counts)
  return counted.length >= threshold.incidents && docsOf(counted) >= threshold.docs
}

const docsOf = (incidents: readonly Incident[]): number =>
  new Set(incidents.flatMap(({docs}) => docs.map(({id}) => id))).size

function shortLines(
  question: Question,
  answer: RelationAnswer,
  narrow: RelationAnswer | null,
  background: BackgroundAnswer,
  chance: AnswerLine | undefined,
): AnswerLine[] {
  const {index, change, pair, coverage} = answer
  const names = pair.map(side => side.name).join(' and ')
  const counted = answer.incidents.filter(counts)
  if (!isAnswerable(answer)) {
    const docs = docsOf(counted)
    return [
      line(
        `The record cannot answer this: it holds ${count(counted.length, 'dated incident')} between ${names} from ${count(docs, 'article')}; at least ${threshold.incidents} from ${threshold.docs} are needed.`,
      ),
    ]
  }
  const now = index.points[index.points.length - 1]
  const asked = question.kind === 'rapprochement' || question.kind === 'rupture'
  const lines = [
    ...(asked ? [chance ?? likenedLine(question.kind === 'rupture', background)] : []),
    line(
      `The index of ${names} stands at ${levelWords(now)} in ${monthWords(now.month)}, on a scale from −10 (conflict) to +10 (cooperation), from ${count(counted.length, 'incident')} told by ${count(docsOf(counted), 'article')}; ${count(coverage.docs, 'article names', 'articles name')} both.`,
    ),
  ]
  if (change) {
    const direction = Math.abs(change.by) < 0.05 ? 'as it was' : change.by > 0 ? 'warmer than' : 'cooler than'
    const [top] = change.contributions
    const leading =
      top && Math.abs(top.share) >= 0.05 ? answer.incidents.find(({id}) => id === top.incident) : undefined
    lines.push(
      line(
        `That is ${Math.abs(change.by) < 0.05 ? '' : `${Math.abs(change.by).toFixed(1)} `}${direction} in ${monthWords(change.from)}.${leading ? ` ${shareWords(leading, top, change.from)} ${signed(top.share)}: ${incidentWords(leading)}:` : ''}`,
        leading ? [leading.id] : [],
        leading ? {words: leading.evidence.words, evidence: leading.evidence} : null,
      ),
    )
  }
  if (narrow) lines.push(narrowLine(narrow))
  if (question.since !== null) lines.push(spanLine(question, answer))
  return lines
}

/** Where the index of one theme or direction stands, or that there is too little on it alone. */
function narrowLine(narrow: RelationAnswer): AnswerLine {
  const {theme, direction, pair} = narrow
  const [from, to] = direction === 'b-to-a' ? [pair[1], pair[0]] : pair
  const alone = [
    ...(theme === null ? [] : [`on ${themeWords(theme)}`]),
    ...(direction === 'both' ? [] : [`in what ${from.name} does to ${to.name}`]),
  ].join(' ')
  const counted = narrow.incidents.filter(counts)
  const last = narrow.index.points.at(-1)
  const said = `${alone[0].toUpperCase()}${alone.slice(1)} alone`
  if (!last || !isAnswerable(narrow))
    return line(
      `${said} there is too little, ${count(counted.length, 'dated incident')}; what is said here takes in everything.`,
    )
  return line(
    `${said} it stands at ${levelWords(last)}, from ${count(counted.length, 'incident')}; what follows takes in everything.`,
  )
}

/** How the span of time asked about compares with the last month. */
function spanLine({since, until}: Question, {index, incidents}: RelationAnswer): AnswerLine {
  const within = index.points.filter(
    ({month}) => month >= (since ?? '').slice(0, 7) && (until === null || month <= until.slice(0, 7)),
  )
  const span = dayWords({first: since, last: until})
  if (within.length === 0) return line(`The record tells of nothing ${span}.`)
  const mean = within.reduce((sum, {level}) => sum + level, 0) / within.length
  const happened = incidents.filter(
    incident => counts(incident) && incident.days.last! >= since! && (until === null || incident.days.first! <= until),
  )
  const now = index.points[index.points.length - 1].level
  return line(
    `${span[0].toUpperCase()}${span.slice(1)} the level was ${signed(mean)} on average, from ${count(happened.length, 'incident')}; now it is ${signed(now)}, ${signed(now - mean)} against then.`,
  )
}

/** A share against the incident's own score, or one of an earlier incident, is its fading: it pulled the earlier month more. */
function shareWords({days}: Incident, {share, score}: Contribution, from: string): string {
  const fades = (days.last ?? '') < from || share * score < 0
  return fades ? 'The largest share is the fading of an earlier incident,' : 'The largest share,'
}

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
        `${incident.aspect === 'plain' ? incident.reality : incident.aspect}: ${incidentWords(incident)} (${docWords(incident.evidence.doc)}):`,
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
