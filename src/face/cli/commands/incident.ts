import type {Command} from 'commander'
import {incident, openAnswers} from '../../../answer/index.ts'
import {incidentText} from '../incident-text.ts'
import {jsonOption, paintFor, recordOption} from '../options.ts'

/** `detente incident`. */
export function incidentCommand(program: Command): void {
  program
    .command('incident')
    .description('one happening in full: who tells it, the numbers side by side, what contradicts it')
    .argument('<id>', 'inc_…, as `detente events` lists them')
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async (id, {record: path, json}) => {
      const {record, lexicon} = await openAnswers(path)
      const answer = await incident(record, lexicon, id)
      await record.close()
      if (json) console.log(JSON.stringify(answer, null, 1))
      else process.stdout.write(incidentText(answer, paintFor(process.stdout)))
    })
}
