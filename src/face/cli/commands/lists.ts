import {type Command, Option} from 'commander'
import {
  count,
  type ListQuery,
  listEntities,
  listEvents,
  listStatements,
  openAnswers,
  writeRows,
} from '../../../answer/index.ts'
import {dayOf, recordOption, wholeNumber} from '../options.ts'
import {tableOf} from '../table.ts'

/** What is listed, and the columns that a terminal has room for; files get every column. */
const lists = {
  events: {
    list: listEvents,
    what: 'events: who did what to whom, when, and whether it happened',
    shown: ['incident', 'first_day', 'last_day', 'event', 'mode', 'actors', 'recipients', 'reality', 'outlet', 'words'],
  },
  statements: {
    list: listStatements,
    what: 'statements: who said what, through whom, about which relation',
    shown: ['published', 'speaker', 'outlet', 'form', 'act', 'stance', 'dyad', 'doc_outlet', 'words'],
  },
  entities: {list: listEntities, what: 'entities that the record mentions', shown: null},
} as const

/** `detente events|statements|entities`. */
export function listCommands(program: Command): void {
  for (const [name, {list, what, shown}] of Object.entries(lists)) {
    program
      .command(name)
      .description(`list ${what}`)
      .addOption(recordOption())
      .option('--pair <sides...>', 'only between these two sides')
      .option('--entity <name>', 'only with this side in any role')
      .option('--type <code>', 'only this PLOVER type (events)')
      .option('--reality <value>', 'occurred, historical, future, hypothetical or negation (events)')
      .option('--stance <value>', 'for, against, conditional or neither (statements)')
      .option('--since <day>', 'on or after this day', dayOf)
      .option('--until <day>', 'on or before this day', dayOf)
      .option('--as-of <day>', 'only what was published by this day (events, statements)', dayOf)
      .option('--read-by <day>', 'only what had come into the record by this day (events, statements)', dayOf)
      .option('--limit <n>', 'at most so many rows', wholeNumber)
      .addOption(
        new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl', 'parquet']).default('table'),
      )
      .option('--out <file>', 'write to this file instead of standard output (needed for parquet)')
      .action(
        async ({
          record: path,
          format,
          out,
          ...query
        }: ListQuery & {record: string; format: 'table' | 'csv' | 'jsonl' | 'parquet'; out?: string}) => {
          const {record, lexicon} = await openAnswers(path)
          const {rows, columns} = await list(record, lexicon, query)
          const more = shown && columns.length > shown.length ? `; all ${columns.length} columns with --format csv` : ''
          if (format === 'table') console.log(`${tableOf(rows, shown ?? columns)}\n${count(rows.length, 'row')}${more}`)
          else await writeRows(rows, columns, format, out ?? process.stdout)
          await record.close()
        },
      )
  }
}
