import type {Command} from 'commander'
import {readSource} from '../../../ingest/index.ts'
import {engineWith, lexiconOption, verbsOption} from '../lexicon/engine.ts'
import {accountOf} from '../account.ts'
import {goldOf} from '../gold.ts'
import {dayOf, jsonOption, paintFor} from '../options.ts'

/** `detente read`: one page, text or address to a readable account; keeps nothing. */
export function readCommand(program: Command): void {
  program
    .command('read')
    .description('read one page and print each record under the words it came from; keeps nothing')
    .argument('<source>', 'a file (HTML or text), an http(s) address, or - for standard input')
    .addOption(jsonOption())
    .option('--gold', 'print the reading in the shape of the gold articles')
    .option('--published <day>', 'day of publication, when you know it better than the page', dayOf)
    .option('--url <address>', 'address that the page came from')
    .addOption(lexiconOption())
    .addOption(verbsOption())
    .option('--allow-private', 'fetch from private and loopback addresses too')
    .action(async (source, {json, gold, published, url, allowPrivate, lexicon, verbs}) => {
      const reading = await readSource(source, {published, url, allowPrivate}, engineWith({lexicon, verbs}))
      if (json) console.log(JSON.stringify(reading, null, 1))
      else if (gold) console.log(JSON.stringify(goldOf(reading), null, 1))
      else process.stdout.write(accountOf(reading, paintFor(process.stdout)))
    })
}
