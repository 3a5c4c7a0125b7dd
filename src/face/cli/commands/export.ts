import {type Command, Option} from 'commander'
import {
  type ExportForm,
  exportForms,
  exportOutside,
  exportRecord,
  listEvents,
  openAnswers,
  sideOf,
  writeRows,
} from '../../../answer/index.ts'
import {type OutsideFormat, outsideFormats} from '../../../model/index.ts'
import {dayOf, recordOption} from '../options.ts'

const flat = ['csv', 'jsonl', 'parquet'] as const
const formats = [...new Set([...exportForms, ...flat, ...outsideFormats])]

/** `detente export`: the record in the forms of other projects and standards. */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .description(
      'write the tellings of the record for others: GDELT, ICEWS, POLECAT, PLOVER, flat tables, Web Annotation, STIX, Frictionless data package',
    )
    .addOption(recordOption())
    .addOption(new Option('--format <name>', 'the form').choices(formats).makeOptionMandatory())
    .option('--outside', 'imported rows of that form as they came, instead of what was read here')
    .option('--pair <sides...>', 'only between these two sides')
    .option('--since <day>', 'on or after this day', dayOf)
    .option('--until <day>', 'on or before this day', dayOf)
    .option('--out <path>', 'write there instead of standard output (needed for parquet and datapackage)')
    .action(async ({record: path, format, outside, pair, since, until, out}) => {
      const {record, lexicon} = await openAnswers(path)
      try {
        if (outside) {
          if (!(outsideFormats as readonly string[]).includes(format))
            return refuse(`--outside: expected a form that can be imported (${outsideFormats.join(', ')})`)
          say(await exportOutside(record, format as OutsideFormat, out ?? null))
        } else if (flat.includes(format)) {
          const {rows, columns} = await listEvents(record, lexicon, {pair, since, until})
          await writeRows(rows, columns, format, out ?? process.stdout)
          say({written: rows.length, left: {}})
        } else if ((exportForms as readonly string[]).includes(format)) {
          const sides = pair ? await Promise.all(pair.map((side: string) => sideOf(record, lexicon, side))) : null
          if (sides !== null && sides.length !== 2) return refuse(`--pair: expected two sides, found ${sides.length}`)
          const filter = {pair: sides && ([sides[0].id, sides[1].id] as const), since, until}
          say(await exportRecord(record, lexicon, format as ExportForm, out ?? null, filter))
        } else refuse(`--format ${format}: only imported rows go out in it: add --outside`)
      } finally {
        await record.close()
      }
    })
}

function say({written, left}: {written: number; left: {readonly [reason: string]: number}}): void {
  const reasons = Object.entries(left).map(([reason, count]) => `${count} ${reason}`)
  console.error(`${written} rows written${reasons.length > 0 ? `; left out: ${reasons.join(', ')}` : ''}`)
}

function refuse(message: string): void {
  console.error(`usage/argument: ${message}`)
  process.exitCode = 2
}
