import type {Command} from 'commander'
import {openDesk} from '../../../answer/index.ts'
import {ingestInto} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'
import {
  correctingAt,
  type Doors,
  erasKeepingAt,
  forecastingAt,
  hookState,
  makeApp,
  sendingFor,
  serve,
} from '../../http/index.ts'
import {addingTo} from '../adding.ts'
import {namingAt} from '../naming.ts'
import {recordOption, wholeNumber} from '../options.ts'
import {showProgress} from '../progress.ts'
import {packageFolder} from '../version.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/
const shortestPassword = 8

/** `detente serve`: the workbench on loopback, or elsewhere with a password. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the workbench on this machine and print its address')
    .addOption(recordOption())
    .option('--read <sources...>', 'first read these files or folders into the record')
    .option('--port <n>', 'port to listen on; the next free one when it is taken', wholeNumber, 4747)
    .option('--host <name>', 'address to listen on; other than loopback only with a password', '127.0.0.1')
    .option('--password <words>', 'ask everyone for it (DETENTE_PASSWORD in the environment does the same, unseen)')
    .option('--allow-private', 'fetch articles and feeds from private and loopback addresses too')
    .option('--read-only', 'let nobody add articles, correct or write forecasts down over HTTP')
    .action(
      async ({record: path, read, port, host, password = process.env.DETENTE_PASSWORD, allowPrivate, readOnly}) => {
        mayListen(host, password)
        if (read) {
          const progress = showProgress(process.stderr)
          const report = await ingestInto(path, read, {onProgress: progress.step})
          progress.end()
          for (const {source, code, message} of report.failed) console.error(`${source}: ${code}: ${message}`)
          console.log(`${report.added} articles read, ${report.known} known already, ${report.failed.length} not read`)
        }
        const desk = await openDesk(path)
        const onFault = (error: unknown) => console.error(error)
        const hook = sendingFor(path, {onFault})
        const doors: Doors = readOnly
          ? {}
          : {
              adding: addingTo(desk, onFault, {allowPrivate}),
              correcting: correctingAt(desk, hook),
              hook: {state: () => hookState(path), again: () => hook.again()},
              forecasting: forecastingAt(desk),
              naming: namingAt(desk),
              eras: erasKeepingAt(desk),
            }
        const app = makeApp({answers: desk.answers, webRoot: packageFolder('dist/web'), password, doors, onFault})
        const served = await serve({app, port, host})
        console.log(`The workbench is at ${served.url} (Ctrl-C ends it)`)
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
          process.once(signal, async () => {
            doors.adding?.cancel()
            await served.close()
            await hook.close()
            await desk.close()
            process.exit(0)
          })
      },
    )
}

/** Only loopback may be open to whoever comes. */
function mayListen(host: string, password: string | undefined): void {
  if (password !== undefined && password.length < shortestPassword)
    throw new DetenteError('usage/argument', `--password: expected at least ${shortestPassword} characters`)
  if (loopback.test(host) || password !== undefined) return
  throw new DetenteError(
    'usage/argument',
    `--host ${host}: expected a password, because others can reach this address`,
    {
      hint: 'give --password or set DETENTE_PASSWORD; put TLS in front, or it is sent in the clear',
    },
  )
}
