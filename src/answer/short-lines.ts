import type {
  AnswerLine,
  BackgroundAnswer,
  Contribution,
  Incident,
  Question,
  RelationAnswer,
  StatementRow,
} from '../model/index.ts'
import {counts, scoreOf} from '../relation/index.ts'
import {likenedLine} from './background-blocks.ts'
import {docsOf, isAnswerable, threshold} from './enough.ts'
import {line, mostToldFirst} from './lines-of.ts'
import {actsLine} from './acts-line.ts'
import {aboutWords, namesOf, timeWords} from './asked-words.ts'
import {asksFor} from './forecast-lines.ts'
import {count, dayWords, incidentWords, levelWords, monthWords, signed, themeWords} from './words.ts'

/** What the short answer is made of. */
export interface ShortParts {
  readonly question: Question
  /** The relation at all times, and that of the theme and direction asked about, if any. */
  readonly whole: RelationAnswer
  readonly narrow: RelationAnswer | null
  /** Incidents and statements of the time, theme, direction and speakers asked about. */
  readonly told: readonly Incident[]
  readonly statements: readonly StatementRow[]
  readonly background: BackgroundAnswer
  /** First lines of blocks that hold the answer themselves. */
  readonly chance: AnswerLine | undefined
  readonly sides: AnswerLine | undefined
  readonly wouldChange: readonly AnswerLine[]
  readonly analogue: AnswerLine | undefined
}

/** First what was asked, then where the relation stands. */
export function shortLines(parts: ShortParts): AnswerLine[] {
  const {question, whole, narrow} = parts
  const {index, pair, coverage} = whole
  const counted = whole.incidents.filter(counts)
  if (!isAnswerable(whole)) {
    const docs = docsOf(counted)
    const acts = question.acts.length > 0 && parts.told.length > 0 ? [actsLine(question, whole, parts.told)] : []
    return [
      ...acts,
      line(
        `${acts.length > 0 ? 'The record says little of the two' : 'The record cannot answer this'}: it holds ${count(counted.length, 'dated incident')} between ${namesOf(whole)} from ${count(docs, 'article')}; at least ${threshold.incidents} from ${threshold.docs} are needed.`,
      ),
    ]
  }
  const now = index.points[index.points.length - 1]
  const stands = line(
    `The index of ${pair.map(({name}) => name).join(' and ')} stands at ${levelWords(now)} in ${monthWords(now.month)}, on a scale from −10 (conflict) to +10 (cooperation), from ${count(counted.length, 'incident')} told by ${count(docsOf(counted), 'article')}; ${count(coverage.docs, 'article names', 'articles name')} both.`,
  )
  const change = changeLines(whole)
  const span = question.since === null ? [] : [spanLine(question, whole)]
  const alone = narrow ? [narrowLine(narrow)] : []
  if (question.kind === 'change') return [...change, stands, ...alone, ...span]
  if (question.kind === 'compare' && span.length > 0) return [...span, stands, ...change, ...alone]
  return [...leadOf(parts), stands, ...change, ...alone, ...span]
}

/** The line that answers what was asked. */
function leadOf({question, background, whole, told, statements, ...parts}: ShortParts): AnswerLine[] {
  const {kind} = question
  const asked = asksFor(kind)
  if (asked !== null) return [parts.chance ?? likenedLine(asked === 'apart', background)]
  if (question.acts.length > 0) return [actsLine(question, whole, told)]
  if (kind === 'happened') return [happenedLine(question, whole, told)]
  if (kind === 'said') return [saidLine(question, whole, statements)]
  if (kind === 'sides') return parts.sides ? [parts.sides] : []
  if (kind === 'would-change') return mostMoving(parts.wouldChange)
  if (kind === 'compare' && parts.analogue)
    return [line(`Of the past it is most like this episode: ${parts.analogue.text}`, parts.analogue.records)]
  return []
}

function happenedLine(question: Question, whole: RelationAnswer, told: readonly Incident[]): AnswerLine {
  const happened = told.filter(counts)
  const scores = happened.map(({event, mode}) => scoreOf(event, mode))
  const about = aboutWords(question, whole)
  if (happened.length === 0) return line(`The record tells of nothing that happened ${about}.`)
  const [top] = [...happened].sort(mostToldFirst)
  return line(
    `${count(happened.length, 'incident')} ${about}: ${scores.filter(score => score > 0).length} cooperative, ${scores.filter(score => score < 0).length} conflictual. ${happened.length === 1 ? 'It is' : 'The most told is'} ${incidentWords(top)}:`,
    [top.id],
    {words: top.evidence.words, evidence: top.evidence},
  )
}

function saidLine(question: Question, whole: RelationAnswer, statements: readonly StatementRow[]): AnswerLine {
  const of = (stance: StatementRow['statement']['stance']) =>
    statements.filter(({statement}) => statement.stance === stance).length
  const speakers = new Set(statements.flatMap(({speaker}) => speaker ?? [])).size
  const about = `about ${namesOf(whole)}${timeWords(question)}`
  if (statements.length === 0) return line(`The record has no statement ${about} by those asked about.`)
  return line(
    `${count(statements.length, 'statement')} ${about}, by ${count(speakers, 'speaker')}${speakerWords(question, whole)}: ${of('for')} for closeness, ${of('against')} against, ${of('conditional')} on a condition, ${of('neither')} that take no side.`,
  )
}

/** Whose statements were asked for, if not everybody's. */
function speakerWords({direction, others, sector}: Question, {pair}: RelationAnswer): string {
  if (sector !== null) return ' of the kind asked about'
  if (others.length > 0) return ' of those asked about'
  return direction === 'both' ? '' : ` of ${pair[direction === 'a-to-b' ? 0 : 1].name}`
}

/** The planned, promised or feared act that would move the index most; the last line is the scale. */
function mostMoving(lines: readonly AnswerLine[]): AnswerLine[] {
  const [first] = lines
  if (lines.length < 2) return first ? [line(`Nothing planned, promised or feared is on record. ${first.text}`)] : []
  return [
    line(
      `Of what is planned, promised or feared this would move the index most: ${first.text}`,
      first.records,
      first.quote,
    ),
  ]
}

/** How the level moved over the time asked about, and what moved it most. */
function changeLines({change, incidents}: RelationAnswer): AnswerLine[] {
  if (!change) return []
  const {by, from, to, contributions} = change
  const [top] = contributions
  const leading = top && Math.abs(top.share) >= 0.05 ? incidents.find(({id}) => id === top.incident) : undefined
  const moved = `${Math.abs(by) < 0.05 ? 'what it was' : `${Math.abs(by).toFixed(1)} ${by > 0 ? 'warmer' : 'cooler'} than`} in ${monthWords(from)}`
  return [
    line(
      `In ${monthWords(to)} the level was ${moved}.${leading ? ` ${shareWords(leading, top, from)} ${signed(top.share)}: ${incidentWords(leading)}:` : ''}`,
      leading ? [leading.id] : [],
      leading ? {words: leading.evidence.words, evidence: leading.evidence} : null,
    ),
  ]
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
    `${said} it stands at ${levelWords(last)}, from ${count(counted.length, 'incident')}; eras and what comes behind them take in everything.`,
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
