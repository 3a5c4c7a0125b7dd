import type {Command} from 'commander'
import {rebuildAt} from '../../../ingest/index.ts'
import {recordOption} from '../options.ts'
import {showProgress} from '../progress.ts'

/** `detente rebuild`. */
export function rebuildCommand(program: Command): void {
  program
    .command('rebuild')
    .description('derive everything in the record anew, from its snapshots and corrections, with the reader of today')
    .addOption(recordOption())
    .action(async ({record: path}) => {
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const progress = showProgress(process.stderr)
      const report = await rebuildAt(path, {signal: stop.signal, onProgress: progress.step})
      progress.end()
      for (const {sha256, message} of report.failed) console.error(`snapshot ${sha256}: ${message}`)
      console.log(
        `${report.docs} articles derived anew, ${report.failed.length} could not be${report.stopped ? '; stopped: run the same command to begin again' : ''}`,
      )
      if (report.stopped) process.exitCode = 130
      else if (report.failed.length > 0) process.exitCode = 1
    })
}
