import type {Command} from 'commander'
import {openAnswers} from '../../../answer/index.ts'
import {ingestInto} from '../../../ingest/index.ts'
import {makeApp, serve} from '../../http/index.ts'
import {recordOption, wholeNumber} from '../options.ts'
import {showProgress} from '../progress.ts'
import {packageFolder} from '../version.ts'

/** `detente serve`: the workbench on loopback. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the workbench on this machine and print its address')
    .addOption(recordOption())
    .option('--read <sources...>', 'first read these files or folders into the record')
    .option('--port <n>', 'port to listen on; the next free one when it is taken', wholeNumber, 4747)
    .action(async ({record: path, read, port}) => {
      if (read) {
        const progress = showProgress(process.stderr)
        const report = await ingestInto(path, read, {onProgress: progress.step})
        progress.end()
        for (const {source, code, message} of report.failed) console.error(`${source}: ${code}: ${message}`)
        console.log(`${report.added} articles read, ${report.known} known already, ${report.failed.length} not read`)
      }
      const {answers, record} = await openAnswers(path)
      const app = makeApp({answers, webRoot: packageFolder('dist/web'), onFault: error => console.error(error)})
      const served = await serve({app, port})
      console.log(`The workbench is at ${served.url} (Ctrl-C ends it)`)
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, async () => {
          await served.close()
          await record.close()
          process.exit(0)
        })
    })
}
