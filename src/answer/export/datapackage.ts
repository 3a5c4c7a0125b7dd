import {createHash} from 'node:crypto'

/** A table of a package: its name, its columns and the bytes of its CSV. */
export interface PackageTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly csv: string
}

const kinds: {readonly [column: string]: 'date' | 'integer' | 'number'} = {
  first_day: 'date',
  last_day: 'date',
  published: 'date',
  span_start: 'integer',
  span_end: 'integer',
  docs: 'integer',
  mentions: 'integer',
}

/** Frictionless `datapackage.json` (Data Package 1.0, tabular) over CSV files. */
export function dataPackage(tables: readonly PackageTable[]): object {
  return {
    profile: 'tabular-data-package',
    name: 'detente-record',
    title: 'A record of how states, armed groups and the people who speak for them get along',
    resources: tables.map(({name, columns, csv}) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: {delimiter: ',', doubleQuote: true, lineTerminator: '\r\n', header: true},
      bytes: Buffer.byteLength(csv),
      hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
      schema: {
        fields: columns.map(column => ({name: column, type: kinds[column] ?? 'string'})),
        missingValues: [''],
      },
    })),
  }
}
