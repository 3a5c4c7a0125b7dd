import {Command} from 'commander'
import {DetenteError} from '../../model/index.ts'
import {addCommand} from './commands/add.ts'
import {answerCommands} from './commands/answers.ts'
import {correctCommands} from './commands/correct.ts'
import {erasCommand} from './commands/eras.ts'
import {explainCommand} from './commands/explain.ts'
import {exportCommand} from './commands/export.ts'
import {forecastCommands} from './commands/forecast.ts'
import {importCommand} from './commands/import.ts'
import {incidentCommand} from './commands/incident.ts'
import {lexiconCommand} from './commands/lexicon.ts'
import {listCommands} from './commands/lists.ts'
import {readCommand} from './commands/read.ts'
import {rebuildCommand} from './commands/rebuild.ts'
import {serveCommand} from './commands/serve.ts'
import {textCommands} from './commands/text.ts'
import {printable} from './printable.ts'
import {packageVersion} from './version.ts'

const program = new Command('detente')
  .description(
    'Reads news and keeps an evidence-linked record of how states, armed groups and the people who speak for them get along.',
  )
  .version(packageVersion())
  .showHelpAfterError()
  .exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2))

for (const add of [
  readCommand,
  explainCommand,
  addCommand,
  importCommand,
  exportCommand,
  answerCommands,
  erasCommand,
  forecastCommands,
  listCommands,
  incidentCommand,
  correctCommands,
  rebuildCommand,
  serveCommand,
  textCommands,
  lexiconCommand,
])
  add(program)

// A reader that goes away (`| head`) is no error.
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof DetenteError)) throw error
  console.error(`${error.code}: ${printable(error.message)}${error.hint ? `\n${printable(error.hint)}` : ''}`)
  process.exit(/^(?:usage|answer)\//.test(error.code) ? 2 : 1)
}
