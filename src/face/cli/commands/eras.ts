import type {Command} from 'commander'
import {
  addOwnEra,
  backgroundOf,
  erasBeside,
  openAnswers,
  ownEras,
  ownErasAt,
  relation,
  sideOf,
} from '../../../answer/index.ts'
import {erasOption, jsonOption, monthOf, recordOption} from '../options.ts'
import {printable} from '../../../answer/printable.ts'
import {tableOf} from '../table.ts'

/** `detente eras show` and `detente eras add`: the computed eras of a relation, and an analyst's own beside them. */
export function erasCommand(program: Command): void {
  const eras = program.command('eras').description('eras of a relation: computed ones, and your own beside them')

  eras
    .command('show')
    .description('the eras of two sides')
    .argument('<a>', 'a state, group or organisation by code or name')
    .argument('<b>', 'the other side')
    .addOption(recordOption())
    .addOption(erasOption())
    .addOption(jsonOption())
    .action(async (a, b, {record: path, eras: file, json}) => {
      const {record, lexicon} = await openAnswers(path)
      const pair = [(await sideOf(record, lexicon, a)).id, (await sideOf(record, lexicon, b)).id] as const
      const whole = await relation(record, lexicon, pair)
      const behind = await backgroundOf(record, lexicon, whole)
      const own = await ownEras(record, lexicon, ownErasAt(path, file), whole, behind)
      await record.close()
      if (json) return console.log(JSON.stringify({computed: behind.eras, own}, null, 1))
      const rows = [
        ...behind.eras.map(({first, last, name, level, incidents}) => ({
          first,
          last,
          level,
          incidents,
          by: 'computed',
          name,
        })),
        ...own.map(({first, last, name, measured, incidents}) => ({
          ...{first, last, level: measured?.level ?? null, incidents, by: 'own', name},
        })),
      ].map(row => ({...row, name: printable(row.name), level: row.level?.toFixed(2) ?? ''}))
      console.log(tableOf(rows, ['first', 'last', 'level', 'incidents', 'by', 'name']))
    })

  eras
    .command('add')
    .description('write down an era of your own, in a table beside the record')
    .argument('<a>', 'a state, group or organisation by code or name')
    .argument('<b>', 'the other side')
    .argument('<name>', 'what you call it')
    .requiredOption('--first <month>', 'its first month', monthOf)
    .requiredOption('--last <month>', 'its last month', monthOf)
    .addOption(recordOption())
    .addOption(erasOption())
    .action(async (a, b, name, {first, last, record: path, eras: file}) => {
      const {record, lexicon} = await openAnswers(path)
      const sides = [await sideOf(record, lexicon, a), await sideOf(record, lexicon, b)]
      await record.close()
      const at = file ?? erasBeside(path)
      addOwnEra(at, {a: sides[0].id, b: sides[1].id, first, last, name})
      console.log(`${sides.map(side => side.name).join(' – ')}, ${first} to ${last}: written to ${at}`)
    })
}
