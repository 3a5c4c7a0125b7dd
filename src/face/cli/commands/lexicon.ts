import {readFileSync} from 'node:fs'
import {type Command, Option} from 'commander'
import {
  additionsIn,
  checkLexicon,
  formatOf,
  type ImportFormat,
  importFacts,
  importFormats,
  dropName,
  keepAdditions,
  lexiconBeside,
  loadLexicon,
  queryAddress,
  sourceText,
} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'
import {type AddOptions, rowsFor} from '../lexicon/add.ts'
import {entityKinds} from '../lexicon/kinds.ts'
import {factsText} from '../lexicon/show.ts'
import {gapColumns, officeColumns, officeGaps, officeSizes} from '../lexicon/offices.ts'
import {sizeColumns, sizesOf} from '../lexicon/sizes.ts'
import {recordOption} from '../options.ts'
import {tableOf} from '../table.ts'

/** `detente lexicon`: the tables that decide who is meant and what an act is, and what a person adds beside a record. */
export function lexiconCommand(program: Command): void {
  const lexicon = program
    .command('lexicon')
    .description('the tables that decide who is meant, and your own beside a record, which win over them')
  const own = (record: string) => loadLexicon(undefined, additionsIn(lexiconBeside(record)))

  lexicon
    .command('check')
    .description('list every row that is not sorted, unique, complete or that refers to nothing, yours included')
    .addOption(recordOption())
    .action(({record}) => {
      const additions = additionsIn(lexiconBeside(record))
      const added = Object.keys(additions.tables).length > 0
      const faults = [...checkLexicon(), ...(added ? checkLexicon(undefined, additions) : [])]
      for (const {file, line, message} of faults) console.log(`${file}:${line}: ${message}`)
      if (faults.length === 0 && added) own(record)
      console.log(faults.length === 0 ? 'every row is right' : `${faults.length} rows to mend`)
      process.exitCode = faults.length === 0 ? 0 : 1
    })

  lexicon
    .command('version')
    .description('print the version of the tables, as stamped on every reading')
    .addOption(recordOption())
    .action(({record}) => console.log(own(record).version))

  lexicon
    .command('sizes')
    .description('how many of each kind the tables hold, by region; of whom an office is known since a day')
    .addOption(recordOption())
    .option('--offices', 'how many states have ministers and chiefs covered, and with what gaps')
    .option('--state <iso>', 'the gaps of one state: PAK')
    .option('--since <day>', 'count offices from this day on', '2000-01-01')
    .action(({record, offices, state, since}: {record: string; offices?: boolean; state?: string; since: string}) => {
      const tables = own(record)
      if (state === undefined)
        return console.log(
          offices ? tableOf(officeSizes(tables, since), officeColumns) : tableOf(sizesOf(tables), sizeColumns),
        )
      if (!tables.states.has(state))
        throw new DetenteError('usage/argument', `expected the ISO code of a state after --state, found “${state}”`)
      console.log(tableOf(officeGaps(tables, state, since), gapColumns))
    })

  lexicon
    .command('show')
    .description('what the tables say of a name: kind, home, days, other names, terms of office')
    .argument('<name>', 'a name, acronym or id')
    .addOption(recordOption())
    .action((name, {record}) => console.log(factsText(own(record), name).trimEnd()))

  lexicon
    .command('add')
    .description(
      'make a person, group, outlet … known, or a name or term of office of one that is; kept beside the record',
    )
    .argument('<name>', 'the name in full')
    .addOption(recordOption())
    .addOption(new Option('--kind <kind>', 'what it is').choices([...entityKinds, 'known']).default('known'))
    .option('--id <id>', 'id of the entity, when the name does not tell which')
    .option('--country <iso>', 'home state: KEN')
    .option('--sector <code>', 'GOV, MIL, OPP, REB, MED, …')
    .option('--alias <name...>', 'other names and acronyms')
    .option('--role <office>', 'an office: foreign minister, army chief, …')
    .option('--of <id>', 'state or body of the office')
    .option('--since <day>', 'first day, month or year')
    .option('--until <day>', 'first day on which it no longer holds')
    .option('--parent <id>', 'what it is part of or split from')
    .option('--sex <m|f>', 'he or she, for pronouns')
    .option('--wikidata <item>', 'its Wikidata id')
    .addHelpText(
      'after',
      '\nExample: detente lexicon add "Jane Wanjiru" --kind person --role "foreign minister" --of KEN --since 2025-03-01',
    )
    .action((name: string, {record, ...options}: AddOptions & {record: string}) => {
      const folder = lexiconBeside(record)
      const count = keepAdditions(folder, {rows: rowsFor(name, options, own(record))})
      console.log(`${count} rows new in ${folder}; read again what is in the record: detente add --record ${record} …`)
    })

  lexicon
    .command('drop')
    .description(
      'take back a name that was added beside the record; of somebody who was made known by it, all that was added',
    )
    .argument('<name>', 'the name, as it was added')
    .addOption(recordOption())
    .option('--id <id>', 'id of the entity, when the name does not tell which')
    .action((name: string, {record, id}: {record: string; id?: string}) => {
      const folder = lexiconBeside(record)
      const bearers = [
        ...new Set(
          own(record)
            .byName.lookup(name)
            .map(({entity}) => entity),
        ),
      ]
      const entity = id ?? (bearers.length === 1 ? bearers[0] : undefined)
      if (entity === undefined)
        throw new DetenteError('usage/argument', `expected --id, as ${bearers.length} bear the name ${name}`, {
          hint: `They are: ${bearers.sort().join(', ') || 'nobody'}.`,
        })
      const names = dropName(folder, entity, name)
      console.log(`${names.join(', ')}: taken back from ${folder}; read again what is in the record: detente rebuild`)
    })

  lexicon
    .command('import')
    .description('add what a PETRARCH dictionary, a CSV or a Wikidata query result says; kept beside the record')
    .argument('[source]', 'a file, - for standard input, or an http(s) address')
    .addOption(recordOption())
    .addOption(
      new Option('--as <format>', 'form of the source, when it is not seen by itself').choices([...importFormats]),
    )
    .option('--endpoint <address>', 'ask this SPARQL endpoint')
    .option('--query <file>', 'the query to ask it')
    .option('--allow-private', 'ask private and loopback addresses too')
    .option('--dry-run', 'only say what would be added')
    .action(async (given: string | undefined, {record, as, endpoint, query, allowPrivate, dryRun}) => {
      const source = given ?? (endpoint && query ? queryAddress(endpoint, readFileSync(query, 'utf8')) : null)
      if (source === null)
        throw new DetenteError('usage/argument', 'expected a source, or --endpoint with --query, found neither')
      const text = await sourceText(source, {allowPrivate})
      const format: ImportFormat = as ?? formatOf(text)
      const found = importFacts(text, format, source, own(record))
      const counts = Object.entries(found.rows).map(([table, rows]) => `${rows.length} ${table}`)
      for (const why of found.left) console.error(`left out: ${why}`)
      if (dryRun) console.log(`${format}: ${counts.join(', ')}, ${found.left.length} left out; nothing written`)
      else {
        const folder = lexiconBeside(record)
        console.log(`${format}: ${keepAdditions(folder, found)} rows new in ${folder}, ${found.left.length} left out`)
      }
    })
}
