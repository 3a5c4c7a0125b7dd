import {
  actWords,
  type AnswerLine,
  type Incident,
  kindOfActWords,
  type Question,
  type RelationAnswer,
} from '../model/index.ts'
import {counts, tookPlace} from '../relation/index.ts'
import {isDone} from './asked.ts'
import {aboutWords} from './asked-words.ts'
import {line} from './lines-of.ts'
import {isMutual} from './question/acts.ts'
import {count, incidentWords, list} from './words.ts'

/** How often acts of the kinds asked about happened, which they were, by whom, and the last one. */
export function actsLine(question: Question, whole: RelationAnswer, told: readonly Incident[]): AnswerLine {
  const about = aboutWords(question, whole)
  const happened = told.filter(tookPlace)
  if (happened.length === 0)
    return line(`The record tells of nothing ${about} that is of the kind asked about: ${list(kindsOf(question))}.`)
  const undated = happened.filter(each => !counts(each)).length
  const last = happened.reduce((best, each) => (lastDay(each) > lastDay(best) ? each : best))
  const counted = `${count(happened.length, 'incident')} ${about} ${happened.length === 1 ? 'is' : 'are'} of the kind asked about: ${tally(happened.map(actWords))}`
  const unsaid = undated === 0 ? '' : `, ${happened.length === 1 ? '' : `${undated} of them `}without a day`
  const which = happened.length === 1 ? 'It is' : lastDay(last) === '' ? 'One is' : 'The last is'
  return line(
    `${counted}${unsaid}.${doersWords(question, whole, happened)} ${which} ${incidentWords(last)}:`,
    [last.id],
    {words: last.evidence.words, evidence: last.evidence},
  )
}

const lastDay = ({days}: Incident) => days.last ?? ''

/** `accuses 3, criticizes 1`, most first. */
function tally(words: readonly string[]): string {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word, n]) => `${word} ${n}`)
    .join(', ')
}

/** Which of the two did how many, where both may have. */
function doersWords({direction, acts}: Question, {pair: [a, b]}: RelationAnswer, all: readonly Incident[]): string {
  if (direction !== 'both' || isMutual(acts)) return ''
  const times = (from: typeof a, to: typeof a) => all.filter(each => isDone(each, from.id, to.id)).length
  return ` ${times(a, b)} by ${a.name}, ${times(b, a)} by ${b.name}.`
}

const kindsOf = ({acts}: Question): string[] => [...new Set(acts.map(kindOfActWords))]
