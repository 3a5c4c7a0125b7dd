import type {Lexicon} from '../lexicon/index.ts'
import {type Day, DetenteError, type Question, type QuestionAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {aroundOf} from './around.ts'
import {backgroundOf} from './background.ts'
import {campBlocks} from './camp-lines.ts'
import {blocksOf} from './blocks.ts'
import {isAnswerable} from './enough.ts'
import {forecast} from './forecast.ts'
import {asksFor, chanceLines} from './forecast-lines.ts'
import {actsAsked, incidentsAsked, spansTime, statementsAsked} from './asked.ts'
import {ownEras} from './own-eras-of.ts'
import {ownEraLines, type OwnEraRow} from './own-eras.ts'
import {horizons, parseQuestion, type QuestionEdits, themesOf} from './question.ts'
import {relation, sideOf} from './relation.ts'
import {sideLines} from './sides.ts'

/** What overrides the question as read, and until when the record is read. */
export interface AskOptions extends Omit<QuestionEdits, 'pair'> {
  /** Two sides by id or name. */
  readonly pair?: readonly [string, string]
  /** Leave out what was published after this day. */
  readonly asOf?: Day | null
  /** An analyst's own eras, of any pairs; those of the pair asked about stand beside the computed ones. */
  readonly ownEras?: readonly OwnEraRow[]
  /** Leave out what came into the record after this day (UTC). */
  readonly readBy?: Day | null
}

/** Answers a question from the record: the question as understood, then blocks of records with their evidence. */
export async function ask(
  record: OpenRecord,
  lexicon: Lexicon,
  text: string,
  options: AskOptions = {},
): Promise<QuestionAnswer> {
  const question = await understood(record, lexicon, text, options)
  const {asOf = null, readBy = null} = options
  const known = {asOf, readBy}
  if (question.kind === 'sides' && question.pair === null)
    return {question, relation: null, ...(await campBlocks(record, lexicon, question, known))}
  if (question.pair === null || question.kind === null) return {question, answerable: false, blocks: [], relation: null}
  const {pair, theme, direction, since, until} = question
  const months = spansTime(question) ? {from: since?.slice(0, 7), to: until?.slice(0, 7)} : {}
  const narrowed = theme !== null || direction !== 'both'
  const [whole, narrow] = await Promise.all([
    relation(record, lexicon, pair, {...months, ...known}),
    narrowed ? relation(record, lexicon, pair, {theme, direction, ...months, ...known}) : null,
  ])
  const around = await aroundOf(record, pair, known, whole.incidents)
  const behind = await backgroundOf(record, lexicon, whole, known, [], around)
  const asked = asksFor(question.kind)
  const ahead =
    asked !== null && isAnswerable(whole)
      ? await forecast(record, lexicon, pair, {horizon: question.horizon ?? 6, around, ...known})
      : null
  const blocks = blocksOf(
    {
      question,
      answer: {
        ...whole,
        incidents: incidentsAsked(whole.incidents, question),
        statements: statementsAsked(whole.statements, question, lexicon),
      },
      told: actsAsked(incidentsAsked((narrow ?? whole).incidents, question), question),
      narrow,
      whole,
      background: behind,
      more: {
        ...(question.kind === 'sides' && {sides: await sideLines(record, lexicon, question, known)}),
        ...(ahead && asked && {forecast: chanceLines(ahead.forecast, asked)}),
      },
    },
    lexicon,
  )
  const own = await ownEras(record, lexicon, options.ownEras ?? [], whole, behind)
  return {
    question,
    answerable: isAnswerable(whole),
    blocks: blocks.map(block =>
      block.kind === 'then-and-now' ? {...block, lines: [...block.lines, ...ownEraLines(own)]} : block,
    ),
    relation: narrow && isAnswerable(narrow) ? narrow : whole,
    forecast: ahead?.forecast ?? null,
  }
}

/** The question as read, with what the person who asks corrects. */
async function understood(
  record: OpenRecord,
  lexicon: Lexicon,
  text: string,
  {pair, asOf, readBy, ownEras: _, ...edits}: AskOptions,
): Promise<Question> {
  if (edits.theme) checkTheme(edits.theme, lexicon)
  if (edits.horizon && !horizons.includes(edits.horizon))
    throw new DetenteError('usage/argument', `--horizon: expected 1, 3, 6 or 12 months, found ${edits.horizon}`)
  const sides = pair && ([await sideOf(record, lexicon, pair[0]), await sideOf(record, lexicon, pair[1])] as const)
  if (sides && sides[0].id === sides[1].id)
    throw new DetenteError('usage/argument', `--pair: expected two different sides, found ${sides[0].name} twice`)
  const today = asOf ?? (await record.coverage({readBy})).days.last
  return parseQuestion(text, lexicon, {...edits, ...(sides && {pair: [sides[0].id, sides[1].id]})}, today)
}

function checkTheme(theme: string, lexicon: Lexicon): void {
  const known = themesOf(lexicon)
  if (!known.includes(theme))
    throw new DetenteError('usage/argument', `--theme: expected one of ${known.join(', ')}, found ${theme}`)
}
