import {type Command, Option} from 'commander'
import {type ImportProgress, importInto} from '../../../ingest/index.ts'
import {type OutsideFormat, outsideFormats} from '../../../model/index.ts'
import {recordOption, wholeNumber} from '../options.ts'

/** `detente import`: tables of other projects, kept beside what was read here. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description(
      'import tables of GDELT, ICEWS, POLECAT, PLOVER or UCDP GED, zipped or not, as outside tellings: without a text, and told apart',
    )
    .argument('<files...>', 'files; what is there already is passed over, what was stopped goes on')
    .addOption(recordOption())
    .addOption(new Option('--format <name>', 'their form; told from the first line by itself').choices(outsideFormats))
    .option('--show-bad <n>', 'list so many of the rows that are left out, by file and line', wholeNumber, 20)
    .action(async (files: string[], {record, format, showBad}) => {
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const bar = importBar(process.stderr)
      const report = await importInto(record, files, {
        format: (format as OutsideFormat | undefined) ?? null,
        signal: stop.signal,
        onProgress: bar.step,
        showBad,
      }).finally(bar.end)
      for (const {file, extra, shown} of report.imported) {
        for (const {line, why} of shown) console.error(`${file.name}:${line}: ${why}`)
        if (extra.length > 0) console.error(`${file.name}: left out columns ${extra.join(', ')}`)
      }
      for (const {source, code, message} of report.failed) console.error(`${source}: ${code}: ${message}`)
      for (const {file, rows, bad} of report.imported)
        console.log(
          `${file.name}: ${file.format}, ${rows} rows kept${bad > 0 ? `, ${bad} left out` : ''}${rows === 0 && file.complete ? ' (there already)' : ''}`,
        )
      const rows = report.imported.reduce((sum, each) => sum + each.rows, 0)
      const bad = report.imported.reduce((sum, each) => sum + each.bad, 0)
      console.log(
        `${rows} outside tellings kept, ${bad} left out, ${report.failed.length} files not read, in ${record}${report.stopped ? '; stopped: run the same command to go on' : ''}`,
      )
      if (bad > showBad) console.log('All rows that were left out stand in the table outside_bad.')
      if (report.stopped) process.exitCode = 130
      else if (report.failed.length > 0) process.exitCode = 1
    })
}

/** Rows, rate and what is left on one line of a terminal; nothing when the output is no terminal. */
function importBar(stream: NodeJS.WriteStream): {step: (progress: ImportProgress) => void; end: () => void} {
  const begun = process.hrtime.bigint()
  let last = begun
  return {
    step({source, done, total, rows, bad}) {
      const now = process.hrtime.bigint()
      if (!stream.isTTY || now - last < 200_000_000n) return
      last = now
      const seconds = Number(now - begun) / 1e9
      const left = done > 0 ? Math.ceil((seconds * (total - done)) / done) : 0
      const line = `${Math.floor((100 * done) / Math.max(1, total))} %  ${rows} rows  ${bad} bad  ${Math.round(rows / seconds)} a second  ${left} s left  ${source}`
      stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K')
    },
  }
}
