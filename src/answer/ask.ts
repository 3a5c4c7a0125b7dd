import type {Lexicon} from '../lexicon/index.ts'
import {type Day, DetenteError, type Direction, type Question, type QuestionAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {blocksOf, isAnswerable} from './blocks.ts'
import {horizons, parseQuestion, type QuestionEdits, themesOf} from './question.ts'
import {relation, sideOf} from './relation.ts'

/** What overrides the question as read, and until when the record is read. */
export interface AskOptions extends Omit<QuestionEdits, 'pair'> {
  /** Two sides by id or name. */
  readonly pair?: readonly [string, string]
  /** Leave out what was published after this day. */
  readonly asOf?: Day | null
}

/** Answers a question from the record: the question as understood, then blocks of records with their evidence. */
export async function ask(
  record: OpenRecord,
  lexicon: Lexicon,
  text: string,
  options: AskOptions = {},
): Promise<QuestionAnswer> {
  const question = await understood(record, lexicon, text, options)
  if (question.pair === null || question.kind === null) return {question, answerable: false, blocks: [], relation: null}
  const {answer, whole, note} = await relationAsked(record, lexicon, question, options.asOf ?? null)
  const blocks = blocksOf(question, within(answer, question), within(whole, question).incidents, lexicon)
  if (note !== null) blocks[0] = {...blocks[0], lines: [...blocks[0].lines, {text: note, quote: null, records: []}]}
  return {question, answerable: isAnswerable(answer), blocks, relation: answer}
}

/** The relation as asked about or, where the record holds too little on that theme or of those acts, the nearest wider one, with a note that says so. */
async function relationAsked(record: OpenRecord, lexicon: Lexicon, question: Question, asOf: Day | null) {
  const {pair, theme, direction, since, until} = question
  if (pair === null) throw new Error('a relation needs a pair')
  const months = spansTime(question) ? {from: since?.slice(0, 7), to: until?.slice(0, 7)} : {}
  const read = (options: {direction: Direction; theme: string | null}) =>
    relation(record, lexicon, pair, {...options, ...months, asOf})
  const whole = await read({direction: 'both', theme: null})
  const narrow = [
    {direction, theme, note: null},
    {direction: 'both', theme, note: `Too little on the acts of one side alone; what follows takes in both sides’.`},
    {direction, theme: null, note: `Too little on ${theme} alone; what follows takes in every theme.`},
  ] as const
  for (const {note, ...options} of narrow) {
    if (options.direction === 'both' && options.theme === null) continue
    const answer = await read(options)
    if (isAnswerable(answer)) return {answer, whole, note}
  }
  const dropped = [theme !== null && `on ${theme}`, direction !== 'both' && 'on the acts of one side'].filter(Boolean)
  const note =
    dropped.length === 0 ? null : `Too little ${dropped.join(' or ')} alone; what follows takes in everything.`
  return {answer: whole, whole, note}
}

/** Whether the answer keeps to the time that the question names; else that time is what now is held against. */
const spansTime = ({kind}: Question) => kind === 'happened' || kind === 'said' || kind === 'change' || kind === 'sides'

/** The question as read, with what the person who asks corrects. */
async function understood(
  record: OpenRecord,
  lexicon: Lexicon,
  text: string,
  {pair, asOf, ...edits}: AskOptions,
): Promise<Question> {
  if (edits.theme) checkTheme(edits.theme, lexicon)
  if (edits.horizon && !horizons.includes(edits.horizon))
    throw new DetenteError('usage/argument', `--horizon: expected 1, 3, 6 or 12 months, found ${edits.horizon}`)
  const sides = pair && ([await sideOf(record, lexicon, pair[0]), await sideOf(record, lexicon, pair[1])] as const)
  if (sides && sides[0].id === sides[1].id)
    throw new DetenteError('usage/argument', `--pair: expected two different sides, found ${sides[0].name} twice`)
  const today = asOf ?? (await record.coverage()).days.last
  return parseQuestion(text, lexicon, {...edits, ...(sides && {pair: [sides[0].id, sides[1].id]})}, today)
}

function checkTheme(theme: string, lexicon: Lexicon): void {
  const known = themesOf(lexicon)
  if (!known.includes(theme))
    throw new DetenteError('usage/argument', `--theme: expected one of ${known.join(', ')}, found ${theme}`)
}

/** Only what lies in the span of time that the question names. */
function within<T extends {incidents: readonly {days: {first: string | null; last: string | null}}[]}>(
  answer: T,
  question: Question,
): T {
  const {since, until} = question
  if (!spansTime(question) || (since === null && until === null)) return answer
  const incidents = answer.incidents.filter(
    ({days}) =>
      days.first !== null &&
      days.last !== null &&
      (until === null || days.first <= until) &&
      (since === null || days.last >= since),
  )
  return {...answer, incidents}
}
