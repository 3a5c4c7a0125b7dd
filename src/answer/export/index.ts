import {createWriteStream, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {PassThrough, Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {text} from 'node:stream/consumers'
import {crosswalkOf, type Lexicon} from '../../lexicon/index.ts'
import {DetenteError, type OutsideFormat, outsideColumns, type Told} from '../../model/index.ts'
import {exportRows, type IncidentFilter, type OpenRecord} from '../../record/index.ts'
import {type List, listEvents, listStatements} from '../lists.ts'
import {annotationOf} from './annotations.ts'
import type {Codes} from './codes.ts'
import {dataPackage, type PackageTable} from './datapackage.ts'
import {gdeltRows} from './gdelt.ts'
import {gdeltMentionRows} from './gdelt-mentions.ts'
import {icewsRows} from './icews.ts'
import {ploverRows} from './plover.ts'
import {polecatRows} from './polecat.ts'
import {stixBundle} from './stix.ts'

/** Forms in which what was read here goes out, besides flat rows. */
export const exportForms = [
  'gdelt',
  'gdelt-mentions',
  'icews',
  'polecat',
  'plover',
  'annotations',
  'stix',
  'datapackage',
] as const
export type ExportForm = (typeof exportForms)[number]

/** What was written and what was left out, with the reason. */
export interface Exported {
  readonly written: number
  readonly left: {readonly [reason: string]: number}
}

const tables = {
  gdelt: gdeltRows,
  'gdelt-mentions': gdeltMentionRows,
  icews: icewsRows,
  polecat: polecatRows,
  plover: ploverRows,
} as const

const headed: readonly OutsideFormat[] = ['icews', 'polecat', 'ucdp-ged']

/**
 * Writes the tellings of a record in a form of another project or standard. `to` is a path (for a data package, of a folder), `null`
 * standard output. The same record gives the same bytes. Throws `usage/argument` when it cannot be written.
 */
export async function exportRecord(
  record: OpenRecord,
  lexicon: Lexicon,
  form: ExportForm,
  to: string | null,
  filter: IncidentFilter = {},
): Promise<Exported> {
  if (form === 'datapackage') return exportPackage(record, lexicon, to)
  const told = await record.told(filter)
  if (form === 'stix') {
    await writeLines([`${JSON.stringify(stixBundle(told), null, 1)}\n`], to)
    return {written: told.length, left: {}}
  }
  if (form === 'annotations') {
    await writeLines(annotations(record, told), to)
    return {written: told.length, left: {}}
  }
  const codes: Codes = {lexicon, crosswalk: crosswalkOf(lexicon)}
  const left: {[reason: string]: number} = {}
  const fit = told.filter(each => {
    const reason = unfit(each, form)
    if (reason !== null) left[reason] = (left[reason] ?? 0) + 1
    return reason === null
  })
  const rows = fit.flatMap(each => tables[form](each, codes))
  await writeLines([...headerOf(form), ...rows.map(row => `${row}\n`)], to)
  return {written: rows.length, left}
}

/** Writes imported rows of one form as they came, in the order of files and lines. */
export async function exportOutside(record: OpenRecord, format: OutsideFormat, to: string | null): Promise<Exported> {
  let written = 0
  async function* lines() {
    yield* headerOf(format)
    for await (const row of record.outside.rows(format)) {
      written++
      yield `${row}\n`
    }
  }
  await writeLines(lines(), to)
  return {written, left: {}}
}

/** These forms have one day and no word for what did not happen; PLOVER has both an end and a context for that. None has a word for what is denied. */
function unfit({first, last, reality, denied}: Told, form: keyof typeof tables): string | null {
  if (first === null || last === null) return 'without a day'
  if (denied !== null) return 'denied'
  if (form === 'plover') return null
  if (first !== last) return 'without an exact day'
  return reality === 'occurred' || reality === 'historical' ? null : 'not happened'
}

function headerOf(format: OutsideFormat): string[] {
  if (!headed.includes(format) || format === 'plover') return []
  return [`${outsideColumns[format].join(format === 'ucdp-ged' ? ',' : '\t')}\n`]
}

async function* annotations(record: OpenRecord, told: readonly Told[]): AsyncGenerator<string> {
  const texts = new Map<string, string>()
  for (const each of told) {
    let body = texts.get(each.doc.id)
    if (body === undefined) texts.set(each.doc.id, (body = (await record.doc(each.doc.id)).text))
    yield `${JSON.stringify(annotationOf(each, body))}\n`
  }
}

async function exportPackage(record: OpenRecord, lexicon: Lexicon, to: string | null): Promise<Exported> {
  if (to === null)
    throw new DetenteError('usage/argument', 'a data package is a folder, not a stream', {hint: 'Give --out FOLDER.'})
  const lists = {
    events: await listEvents(record, lexicon, {}),
    statements: await listStatements(record, lexicon, {}),
  }
  const packed: PackageTable[] = []
  for (const [name, list] of Object.entries(lists)) packed.push({name, columns: list.columns, csv: await csvOf(list)})
  written(to, () => {
    mkdirSync(to, {recursive: true})
    for (const {name, csv} of packed) writeFileSync(join(to, `${name}.csv`), csv)
    writeFileSync(join(to, 'datapackage.json'), `${JSON.stringify(dataPackage(packed), null, 1)}\n`)
  })
  return {written: lists.events.rows.length + lists.statements.rows.length, left: {}}
}

async function csvOf({rows, columns}: List): Promise<string> {
  const out = new PassThrough({highWaterMark: 1 << 30})
  await exportRows(rows, columns, 'csv', out)
  out.end()
  return text(out)
}

function written(path: string, write: () => void): void {
  try {
    write()
  } catch (cause) {
    throw notWritten(path, cause)
  }
}

async function writeLines(lines: Iterable<string> | AsyncIterable<string>, to: string | null): Promise<void> {
  if (to === null) return pipeline(Readable.from(lines), process.stdout, {end: false})
  try {
    await pipeline(Readable.from(lines), createWriteStream(to))
  } catch (cause) {
    throw notWritten(to, cause)
  }
}

function notWritten(path: string, cause: unknown): unknown {
  if (cause instanceof DetenteError || !(cause instanceof Error && 'syscall' in cause)) return cause
  return new DetenteError('usage/argument', `${path} could not be written: ${cause.message}`, {cause})
}
