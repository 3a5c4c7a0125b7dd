import type {Command} from 'commander'
import {count, failureTable, importTable, openAnswers, runs, sourceTable} from '../../../answer/index.ts'
import type {List} from '../../../answer/index.ts'
import {jsonOption, recordOption} from '../options.ts'
import {tableOf} from '../table.ts'

/** `detente runs`: what the record was made of. */
export function runsCommand(program: Command): void {
  program
    .command('runs')
    .description(
      'what the record was made of: articles by outlet, tables of other projects with how many tellings each gave, and what could not be read',
    )
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async ({record: path, json}) => {
      const {record} = await openAnswers(path)
      const answer = await runs(record)
      await record.close()
      if (json) return console.log(JSON.stringify(answer, null, 1))
      const {coverage, imports} = answer
      const tellings = imports.reduce((sum, {rows}) => sum + rows, 0)
      console.log(
        `${count(coverage.docs, 'article')} from ${count(coverage.outlets, 'outlet')}, ${count(coverage.origins, 'independent origin')}; ` +
          `${count(tellings, 'outside telling')} from ${count(imports.length, 'imported table')}`,
      )
      print('Articles by outlet', sourceTable(answer))
      print('Imported tables: outside tellings, without a text', importTable(answer), ['sha256'])
      print('Not read', failureTable(answer))
    })
}

/** A table under its heading, without the columns that a terminal has no room for; nothing where there are no rows. */
function print(heading: string, {rows, columns}: List, without: readonly string[] = []): void {
  if (rows.length === 0) return
  console.log(
    `\n${heading}\n${tableOf(
      rows,
      columns.filter(column => !without.includes(column)),
    )}`,
  )
}
