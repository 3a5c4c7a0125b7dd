import {availableParallelism} from 'node:os'
import {type Command, Option} from 'commander'
import {fetchFeed, ingestInto} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'
import {recordOption, wholeNumber} from '../options.ts'
import {showProgress} from '../progress.ts'

/** `detente add`: read sources and keep them in the record. */
export function addCommand(program: Command): void {
  program
    .command('add')
    .description('read files, folders or addresses and keep them in the record; what is already kept is passed over')
    .argument('[sources...]', 'files, folders, http(s) addresses, or - for standard input')
    .addOption(recordOption())
    .option('--feed <address...>', 'read what these feeds name: RSS, Atom, JSON Feed, or a page that names one')
    .option('--allow-private', 'fetch from private and loopback addresses too')
    .addOption(
      new Option('--threads <n>', 'threads that read')
        .argParser(wholeNumber)
        .default(availableParallelism(), 'one a core'),
    )
    .action(async (given, {record, feed: feeds = [], allowPrivate, threads}) => {
      const sources = [...given]
      for (const address of feeds)
        sources.push(...(await fetchFeed(address, {allowPrivate})).entries.map(({url}) => url))
      if (given.length + feeds.length === 0)
        throw new DetenteError('usage/argument', 'expected sources or --feed, found neither', {
          hint: 'npx detente add --help',
        })
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const progress = showProgress(process.stderr)
      const report = await ingestInto(record, sources, {
        allowPrivate,
        threads,
        signal: stop.signal,
        onProgress: progress.step,
      })
      progress.end()
      for (const {source, code, message} of report.failed) console.error(`${source}: ${code}: ${message}`)
      console.log(
        `${report.added} kept, ${report.known} known already, ${report.failed.length} not read, in ${record}${report.stopped ? '; stopped: run the same command to go on' : ''}`,
      )
      if (report.stopped) process.exitCode = 130
      else if (report.failed.length > 0) process.exitCode = 1
    })
}
