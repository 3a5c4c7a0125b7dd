import {type Command, Option} from 'commander'
import {
  ask,
  background,
  backgroundOf,
  openAnswers,
  outsideRelation,
  ownErasAt,
  relation,
  sideOf,
} from '../../../answer/index.ts'
import {answerHtml, answerMarkdown} from '../../http/index.ts'
import {answerText, relationText} from '../answer-text.ts'
import {outsideText} from '../outside-text.ts'
import {DetenteError, outsideFormats, questionKinds} from '../../../model/index.ts'
import {dayOf, erasOption, jsonOption, monthOf, paintFor, recordOption, wholeNumber} from '../options.ts'

/** `detente relation` and `detente ask`. */
export function answerCommands(program: Command): void {
  program
    .command('relation')
    .description('how two sides get along: index by month with its band, what moved it, incidents')
    .argument('<a>', 'a state, group or organisation by code or name: USA, Pakistan, taliban')
    .argument('<b>', 'the other side')
    .addOption(recordOption())
    .addOption(
      new Option('--direction <way>', 'whose acts count').choices(['both', 'a-to-b', 'b-to-a']).default('both'),
    )
    .option('--theme <context>', 'only incidents in this PLOVER context: terrorism, military, economic, …')
    .option('--from <month>', 'explain the change from this month', monthOf)
    .option('--to <month>', 'to this month', monthOf)
    .option('--as-of <day>', 'leave out what was published after this day', dayOf)
    .option('--read-by <day>', 'leave out what came into the record after this day', dayOf)
    .addOption(
      new Option('--outside [formats...]', 'the index of imported tables instead, without a text behind it').choices(
        outsideFormats,
      ),
    )
    .addOption(jsonOption())
    .action(async (a, b, {record: path, direction, theme, from, to, asOf, readBy, outside, json}) => {
      const {record, lexicon} = await openAnswers(path)
      const pair = [(await sideOf(record, lexicon, a)).id, (await sideOf(record, lexicon, b)).id] as const
      if (outside) {
        const formats = outside === true ? null : outside
        const answer = await outsideRelation(record, lexicon, pair, {direction, formats, asOf})
        await record.close()
        if (json) console.log(JSON.stringify(answer, null, 1))
        else process.stdout.write(outsideText(answer, paintFor(process.stdout)))
        return
      }
      const answer = await relation(record, lexicon, pair, {direction, theme, from, to, asOf, readBy})
      const behind =
        direction === 'both' && theme === null
          ? await backgroundOf(record, lexicon, answer, {asOf, readBy})
          : await background(record, lexicon, pair, {asOf, readBy})
      await record.close()
      if (json) console.log(JSON.stringify({...answer, ...behind}, null, 1))
      else process.stdout.write(relationText(answer, behind, paintFor(process.stdout)))
    })

  program
    .command('ask')
    .description('answer a question about two sides from the record')
    .argument('<question>', 'for example: "Will the fight against terrorism bring the US and Pakistan together again?"')
    .addOption(recordOption())
    .option('--pair <sides...>', 'the two sides, when the question does not name them or was misread')
    .addOption(new Option('--asks <kind>', 'what is asked').choices([...questionKinds]))
    .option('--theme <context>', 'the theme: terrorism, military, economic, …; none: every theme')
    .addOption(new Option('--direction <way>', 'whose acts count').choices(['both', 'a-to-b', 'b-to-a']))
    .option('--horizon <months>', 'how far ahead: 1, 3, 6 or 12 months', wholeNumber)
    .option('--since <day>', 'first day of the time asked about', dayOf)
    .option('--until <day>', 'last day of the time asked about', dayOf)
    .option('--as-of <day>', 'leave out what was published after this day', dayOf)
    .option('--read-by <day>', 'leave out what came into the record after this day', dayOf)
    .addOption(
      new Option('--format <form>', 'form of the answer').choices(['text', 'markdown', 'html', 'json']).default('text'),
    )
    .addOption(erasOption())
    .addOption(jsonOption())
    .action(async (question, {record: path, pair, asks: kind, theme, horizon, since, until, asOf, readBy, ...rest}) => {
      const {direction, format, json, eras} = rest
      const edits = {
        kind,
        pair: twoSides(pair),
        theme: theme === 'none' ? null : theme,
        direction,
        horizon,
        since,
        until,
      }
      const {record, lexicon} = await openAnswers(path)
      const answer = await ask(record, lexicon, question, {...edits, asOf, readBy, ownEras: ownErasAt(path, eras)})
      await record.close()
      if (json || format === 'json') console.log(JSON.stringify(answer, null, 1))
      else if (format === 'markdown') process.stdout.write(answerMarkdown(answer))
      else if (format === 'html') process.stdout.write(answerHtml(answer))
      else process.stdout.write(answerText(answer, paintFor(process.stdout)))
      if (answer.blocks.length === 0) process.exitCode = 2
    })
}

function twoSides(sides: readonly string[] | undefined): readonly [string, string] | undefined {
  if (sides === undefined) return undefined
  const [a, b, ...more] = sides.length === 1 ? sides[0].split(/[-–,]/) : sides
  if (b !== undefined && more.length === 0) return [a, b]
  throw new DetenteError('usage/argument', `--pair: expected two sides, found ${sides.join(' ')}`, {
    hint: 'for example --pair USA PAK',
  })
}
