import type {Command} from 'commander'
import {
  forecast,
  horizons,
  leastForForecast,
  next,
  openAnswers,
  openToWrite,
  scoreboard,
  settleForecasts,
} from '../../../answer/index.ts'
import {DetenteError} from '../../../model/index.ts'
import {forecastText, nextText, scoreboardText} from '../forecast-text.ts'
import {dayOf, jsonOption, recordOption, wholeNumber} from '../options.ts'

/** `detente forecast` and `detente scoreboard`. */
export function forecastCommands(program: Command): void {
  const command = program
    .command('forecast')
    .description(
      'how likely two sides are to come closer, with the rule that settles it, beside base rate and persistence',
    )
    .argument('<a>', 'a state, group or organisation by code or name')
    .argument('<b>', 'the other side')
    .addOption(recordOption())
    .option('--horizon <months>', 'months ahead: 1, 3, 6 or 12; all of them when left out', wholeNumber)
    .option('--as-of <day>', 'leave out what was published after this day', dayOf)
    .option('--no-keep', 'do not write the forecast into the record')
    .addOption(jsonOption())
    .action(async (a, b, {record: path, horizon, asOf, keep, json}) => {
      const {record, lexicon, held} = await open(path, keep)
      const issued = new Date().toISOString()
      if (!record.readOnly) await settleForecasts(record, issued)
      const found = []
      for (const months of horizon === undefined ? horizons : [horizon]) {
        const one = await forecast(record, lexicon, [a, b], {horizon: months, asOf, issued})
        if (one) found.push(one)
      }
      if (!record.readOnly) await record.forecasts.issue(found.map(one => one.issue))
      await record.close()
      if (json)
        console.log(
          JSON.stringify(
            found.map(one => one.forecast),
            null,
            1,
          ),
        )
      else {
        const {incidents, months} = leastForForecast
        for (const one of found) console.log(forecastText(one.forecast))
        if (found.length === 0)
          console.log(
            `The record cannot answer this: a forecast needs at least ${incidents} dated incidents of the pair and ${months} months, or twice the horizon, since the first.`,
          )
      }
      if (held !== null) console.error(`Not written down: ${held}`)
    })

  command
    .command('next')
    .description('what two sides will do to each other within some days, likeliest first')
    .argument('<a>', 'a state, group or organisation by code or name')
    .argument('<b>', 'the other side')
    .option('--days <n>', 'how many days', wholeNumber, 30)
    .option('--outside', 'learn from imported events of other projects too')
    .action(async (a, b, own, {parent}: Command) => {
      // `--record`, `--as-of` and `--json` stand on `forecast`, which takes them wherever they are written.
      const {record: path, asOf, json} = parent?.opts() ?? {}
      const {record, lexicon} = await openAnswers(path)
      const answer = await next(record, lexicon, [a, b], {days: own.days, outside: Boolean(own.outside), asOf})
      await record.close()
      console.log(json ? JSON.stringify(answer, null, 1) : nextText(answer))
    })

  program
    .command('scoreboard')
    .description('every forecast that was issued from the record, and how well they did')
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async ({record: path, json}) => {
      const {record, lexicon} = await open(path, true)
      if (!record.readOnly) await settleForecasts(record, new Date().toISOString())
      const answer = await scoreboard(record, lexicon)
      await record.close()
      console.log(json ? JSON.stringify(answer, null, 1) : scoreboardText(answer))
    })
}

/** The record for writing; for reading, with the reason, when another process has it. */
async function open(path: string, keep: boolean) {
  if (!keep) return {...(await openAnswers(path)), held: null}
  try {
    return {...(await openToWrite(path)), held: null}
  } catch (error) {
    if (!(error instanceof DetenteError) || !['record/held', 'record/read-only'].includes(error.code)) throw error
    return {...(await openAnswers(path)), held: error.message}
  }
}
