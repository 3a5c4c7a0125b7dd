import {Command} from 'commander'
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
import {runsCommand} from './commands/runs.ts'
import {serveCommand} from './commands/serve.ts'
import {textCommands} from './commands/text.ts'
import {webhookCommand} from './commands/webhook.ts'
import {packageVersion} from './version.ts'

const commands = [
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
  runsCommand,
  correctCommands,
  rebuildCommand,
  serveCommand,
  webhookCommand,
  textCommands,
  lexiconCommand,
]

/** Every command with its options; nothing is run before `parseAsync`. */
export function makeProgram(): Command {
  const program = new Command('detente')
    .description(
      'Reads news and keeps an evidence-linked record of how states, armed groups and the people who speak for them get along.',
    )
    .version(packageVersion())
    .showHelpAfterError()
    .exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2))
  for (const add of commands) add(program)
  return program
}
