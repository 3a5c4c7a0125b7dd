import type {Command} from 'commander'
import {checkLexicon, loadEngine} from '../../../ingest/index.ts'

/** `detente lexicon`: the tables that decide who is meant and what an act is. */
export function lexiconCommand(program: Command): void {
  const lexicon = program.command('lexicon').description('the tables in data/lexicon')
  lexicon
    .command('check')
    .description('list every row that is not sorted, unique, complete or that refers to nothing')
    .action(() => {
      const faults = checkLexicon()
      for (const {file, line, message} of faults) console.log(`${file}:${line}: ${message}`)
      console.log(faults.length === 0 ? 'every row is right' : `${faults.length} rows to mend`)
      process.exitCode = faults.length === 0 ? 0 : 1
    })
  lexicon
    .command('version')
    .description('print the version of the tables, as stamped on every reading')
    .action(() => console.log(loadEngine().lexicon.version))
}
