import {readFileSync} from 'node:fs'
import type {Command} from 'commander'
import {codeLine, loadEngine} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'
import {engineWith, lexiconOption, verbsOption} from '../lexicon/engine.ts'
import {conllu} from '../../../ingest/index.ts'

/** `detente parse` and `detente code`: the engine by itself, for other programs. */
export function textCommands(program: Command): void {
  program
    .command('parse')
    .description('print the dependency trees of a plain text as CoNLL-U')
    .argument('<file>', 'a UTF-8 text, or - for standard input')
    .action(file => {
      const engine = loadEngine()
      process.stdout.write(conllu(engine, textOf(file)))
    })

  program
    .command('code')
    .description('code events in JSON lines of {id, text, date?}; prints {id, events: [{source, target, type}]}')
    .argument('<file>', 'a JSON Lines file, or - for standard input')
    .option('--all', 'print negated, hypothetical and future events too, each with its reality')
    .addOption(lexiconOption())
    .addOption(verbsOption())
    .action((file, {all, lexicon, verbs}) => {
      const engine = engineWith({lexicon, verbs})
      const bad: string[] = []
      textOf(file)
        .split('\n')
        .forEach((line, n) => {
          if (line.trim() === '') return
          try {
            process.stdout.write(`${JSON.stringify(codeLine(engine, JSON.parse(line), {all: Boolean(all)}))}\n`)
          } catch (error) {
            if (!(error instanceof SyntaxError) && !(error instanceof DetenteError)) throw error
            bad.push(`${file}:${n + 1}: ${error.message}`)
          }
        })
      if (bad.length === 0) return
      console.error(
        `${bad.length} lines left out; expected one JSON object with id and text on each:\n${bad.join('\n')}`,
      )
      process.exitCode = 1
    })
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (cause) {
    throw new DetenteError('intake/not-found', `expected a file, found none that can be read at ${file}`, {cause})
  }
}
