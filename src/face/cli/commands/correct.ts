import {userInfo} from 'node:os'
import type {Command} from 'commander'
import {
  count,
  correctionsOf,
  type Given,
  openAnswers,
  openDesk,
  readCorrection,
  readUndoing,
} from '../../../answer/index.ts'
import {type CorrectionEntry, correctionKinds, type CorrectionPreview, DetenteError} from '../../../model/index.ts'
import {tellHook} from '../../http/index.ts'
import {missedFrom} from '../missed.ts'
import {jsonOption, recordOption} from '../options.ts'
import {printable} from '../../../answer/printable.ts'

const kinds = `what is wrong, and what follows it:
  confirm ID                  it is read rightly; a newer reader that differs is overruled
  reject ID                   it is not in the text: an event doc_…/ev_3, a statement doc_…/st_3, an incident told once
  type ID TYPE [MODE]         ASSAULT aerial
  actor ID [WHO…]             who acts: codes or names; nobody: the text does not tell
  recipient ID [WHO…]         who is acted on
  swap ID                     who acts is acted on, and the other way round
  reality ID VALUE [ASPECT]   occurred, historical, future, hypothetical or negation
  day ID [FIRST [LAST]]       2021-08-26; none: the text does not tell
  place ID [NAME [STATE]]     Kabul AFG
  merge INCIDENT INCIDENT…    these are one happening
  split TELLING…              these tellings are of another happening than the rest of their incident
  chrome DOC WORDS            these words are the page's own, no part of the article
  mention DOC WORDS [WHO…]    these words name somebody else; nobody: nobody of the record. ~NAME: somebody unknown
  add DOC WORDS SETTING…      these words tell what was missed:
                              event=ACCUSE/allege theme=terrorism actor=Iran recipient=Israel day=2019-05-05
                              speaker=Pakistan cue=said stance=for act=promise about=PAK,USA
                              figure=killed number=10-13 who=soldiers approx=yes total=yes of=doc_…/ev_3`

/** `detente correct`, `detente undo` and `detente corrections`. */
export function correctCommands(program: Command): void {
  const maker = (command: Command) =>
    command
      .addOption(recordOption())
      .option('--why <reason>', 'the reason, for the log', '')
      .option('--by <name>', 'who corrects; the name of the user when not given')
      .option('--at <moment>', 'when, ISO 8601 with zone; now when not given')
      .option('--preview', 'only show what it would do to incidents and indices')
      .addOption(jsonOption())

  maker(program.command('correct'))
    .description('correct what was read; the correction outlives every re-reading, and can be undone')
    .argument('<kind>', 'what is wrong: confirm, reject, type, actor, … (below)')
    .argument('<values...>', 'the record and what shall stand')
    .option('--everywhere', 'of a mention: the same words everywhere in the article')
    .addHelpText('after', `\n${kinds}`)
    .action(async (kind, values: string[], {record: path, preview, json, everywhere, ...made}) => {
      const {record, lexicon} = await openAnswers(path)
      const given = {...makerOf(made), kind, ...(await valuesOf(kind, values, id => record.doc(id), {everywhere}))}
      const correction = await readCorrection(record, lexicon, given)
      const shown = await correctionsOf(record, lexicon).preview(correction)
      await record.close()
      const entry = preview ? null : await writing(path, shown, corrections => corrections.apply(correction))
      if (json) console.log(JSON.stringify(entry ?? shown, null, 1))
      else process.stdout.write(`${previewText(shown)}${entry ? `${entry.id}\n` : 'nothing was written\n'}`)
    })

  maker(program.command('undo'))
    .description('take a correction back; every export has the bytes that it had without it')
    .argument('<id>', 'the correction, cor_…')
    .action(async (id, {record: path, preview, json, ...made}) => {
      const undoing = readUndoing({...makerOf(made), id})
      const {record, lexicon} = await openAnswers(path)
      const shown = await correctionsOf(record, lexicon).preview(undoing)
      await record.close()
      const entry = preview ? null : await writing(path, shown, corrections => corrections.undo(undoing))
      if (json) console.log(JSON.stringify(entry ?? shown, null, 1))
      else process.stdout.write(`${previewText(shown)}${entry ? `${entry.id}\n` : 'nothing was written\n'}`)
    })

  program
    .command('corrections')
    .description('list what people corrected, newest first, and whether each still holds')
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async ({record: path, json}) => {
      const {record, lexicon} = await openAnswers(path)
      const rows = await correctionsOf(record, lexicon).list()
      await record.close()
      if (json) return console.log(JSON.stringify(rows, null, 1))
      for (const {id, at, by, why, words, state, because, moved} of rows) {
        const holds = state === 'in-force' ? (moved ? 'found again elsewhere in the text' : 'holds') : state
        console.log(
          printable(
            `${id}  ${at}  ${by}  ${words}${why && ` (${why})`}: ${[holds, because].filter(Boolean).join(', ')}`,
          ),
        )
      }
      console.log(count(rows.length, 'correction'))
    })
}

const makerOf = ({by, at, why}: Given) => ({by: by ?? userInfo().username, at: at ?? new Date().toISOString(), why})

/** Writes, and tells the webhook where there is one; what does not arrive waits for the workbench. */
async function writing(
  path: string,
  shown: CorrectionPreview,
  write: (corrections: ReturnType<typeof correctionsOf>) => Promise<CorrectionEntry>,
): Promise<CorrectionEntry> {
  const desk = await openDesk(path)
  try {
    const entry = await desk.write(record => write(correctionsOf(record, desk.lexicon)))
    await tellHook(path, entry, shown)
    return entry
  } finally {
    await desk.close()
  }
}

async function valuesOf(
  kind: string,
  values: readonly string[],
  docOf: (id: string) => Promise<{text: string}>,
  options: {readonly everywhere?: boolean},
): Promise<Given> {
  const [record, first, second] = values
  switch (kind) {
    case 'merge':
      return {incidents: values}
    case 'split':
      return {tellings: values}
    case 'chrome':
      return {doc: record, ...wordsIn((await docOf(record)).text, values.slice(1).join(' '))}
    case 'mention': {
      const {text} = await docOf(record)
      const everywhere = options.everywhere === true
      return {doc: record, ...wordsIn(text, first ?? '', everywhere), entities: values.slice(2), everywhere}
    }
    case 'add':
      return {doc: record, ...wordsIn((await docOf(record)).text, first ?? ''), ...missedFrom(values.slice(2))}
    case 'type':
      return {record, event: first?.toUpperCase(), mode: second}
    case 'actor':
    case 'recipient':
      return {record, entities: values.slice(1)}
    case 'reality':
      return {record, reality: first, aspect: second}
    case 'day':
      return {record, first, last: second}
    case 'place':
      return {record, place: first, country: second}
    case 'confirm':
    case 'reject':
    case 'swap':
      return {record}
    default:
      throw new DetenteError('usage/argument', `expected one of ${correctionKinds.join(', ')}, found ${kind}`)
  }
}

function wordsIn(text: string, words: string, often = false): {start: number; end: number} {
  const start = words === '' ? -1 : text.indexOf(words)
  if (start < 0 || (!often && text.indexOf(words, start + 1) >= 0))
    throw new DetenteError(
      'usage/argument',
      `expected words that stand once in the article, found “${words}” ${start < 0 ? 'nowhere' : 'more than once'}`,
      {hint: 'Give more of the words around it.'},
    )
  return {start, end: start + words.length}
}

function previewText({words, incidents, effects}: CorrectionPreview): string {
  const lines = [
    words,
    ...effects.map(effect => `  index ${effect.words}`),
    ...(effects.length === 0 ? ['  no index moves'] : []),
    ...Object.entries(incidents).flatMap(([what, ids]) =>
      ids.length ? [`  incidents ${what}: ${ids.join(', ')}`] : [],
    ),
  ]
  return `${lines.map(printable).join('\n')}\n`
}
