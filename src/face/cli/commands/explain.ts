import type {Command} from 'commander'
import {engineWith, lexiconOption, verbsOption} from '../lexicon/engine.ts'
import {explanationText} from '../explain.ts'
import {dayOf, jsonOption, paintFor} from '../options.ts'

/** `detente explain`: why a sentence is read as it is. */
export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description(
      'draw the tree of a sentence, who is mentioned, each rule that fired or nearly did and why not, and how its reality was decided',
    )
    .argument('<words...>', 'one or more sentences; quotation marks around them are best')
    .addOption(jsonOption())
    .option('--all', 'show every rule that was tried, not only the nearest')
    .option('--published <day>', 'day on which it was written, for days like “on Monday”', dayOf)
    .addOption(lexiconOption())
    .addOption(verbsOption())
    .addHelpText('after', '\nExample: detente explain "Chile will not expel the diplomat from Peru."')
    .action((words: readonly string[], {json, all, published, lexicon, verbs}) => {
      const engine = engineWith({lexicon, verbs})
      const explanation = engine.explain(engine.docOf(words.join(' '), {published}))
      if (json) console.log(JSON.stringify(explanation, null, 1))
      else process.stdout.write(explanationText(explanation, paintFor(process.stdout), {all: Boolean(all)}))
    })
}
