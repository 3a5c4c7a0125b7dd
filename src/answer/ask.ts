import type {Lexicon} from '../lexicon/index.ts'
import type {Question, QuestionAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {blocksOf, isAnswerable} from './blocks.ts'
import {parseQuestion} from './question.ts'
import {relation, sideOf} from './relation.ts'

export interface AskOptions {
  /** Overrides what was read from the question. */
  readonly pair?: readonly [string, string] | null
  readonly theme?: string | null
  readonly asOf?: string | null
}

/** Answers a question from the record: the question as understood, then blocks of records with their evidence. */
export async function ask(
  record: OpenRecord,
  lexicon: Lexicon,
  text: string,
  options: AskOptions = {},
): Promise<QuestionAnswer> {
  const question = await overridden(record, lexicon, parseQuestion(text, lexicon), options)
  if (question.pair === null) return {question, answerable: false, blocks: [], relation: null}
  const whole = await relation(record, lexicon, question.pair, {asOf: options.asOf})
  const themed =
    question.theme === null
      ? whole
      : await relation(record, lexicon, question.pair, {theme: question.theme, asOf: options.asOf})
  const answer = isAnswerable(themed) ? themed : whole
  const blocks = blocksOf(question, within(answer, question), within(whole, question).incidents, lexicon)
  if (answer !== themed) {
    const note = `Too little on ${question.theme} alone; what follows takes in every theme.`
    blocks[0] = {...blocks[0], lines: [...blocks[0].lines, {text: note, quote: null, records: []}]}
  }
  return {question, answerable: isAnswerable(answer), blocks, relation: answer}
}

async function overridden(
  record: OpenRecord,
  lexicon: Lexicon,
  question: Question,
  {pair, theme}: AskOptions,
): Promise<Question> {
  if (pair === undefined && theme === undefined) return question
  const sides = pair
    ? ([(await sideOf(record, lexicon, pair[0])).id, (await sideOf(record, lexicon, pair[1])).id] as const)
    : question.pair
  return {
    ...question,
    pair: sides,
    theme: theme === undefined ? question.theme : theme,
    unknown: sides === null ? question.unknown : question.unknown.filter(part => !part.startsWith('Which')),
  }
}

/** Only what lies in the span of time that the question names. */
function within<T extends {incidents: readonly {days: {first: string | null; last: string | null}}[]}>(
  answer: T,
  {since, until}: Question,
): T {
  if (since === null && until === null) return answer
  const incidents = answer.incidents.filter(
    ({days}) =>
      days.first !== null &&
      days.last !== null &&
      (until === null || days.first <= until) &&
      (since === null || days.last >= since),
  )
  return {...answer, incidents}
}
