import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {DetenteError} from '../model/error.ts'
import {type Additions, noAdditions} from './additions.ts'
import {ownFolder} from './folder.ts'
import {addedOf, columns, type RowOf, rowsOf, type TableName} from './rows.ts'
import {tablesOf} from './tables.ts'

/** Something wrong in a table. `line` counts from 1, the header. */
export interface LexiconFault {
  readonly file: string
  readonly line: number
  readonly message: string
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** Terms of office and the years of groups may be known to the month or year only. */
const daySpan = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const sectors = 'GOV MIL SPY COP JUD LEG PTY OPP REB UAF CVL MED IGO NGO EDU BUS REF CRM LAB REL'.split(' ')
const kindsOfGovernment = [
  'constitutional monarchy',
  'dictatorship',
  'directorial',
  'military',
  'monarchy',
  'one-party',
  'parliamentary',
  'presidential',
  'provisional',
  'semi-presidential',
  'theocracy',
]
const nameKinds = 'name short acronym demonym seat alias surname'.split(' ')

/**
 * Every fault of the tables of who there is: form, order, ids, references, days, empty names. With additions, only theirs are
 * listed; they may refer to what is built in.
 */
export function checkLexicon(folder: string = ownFolder(), additions?: Additions): LexiconFault[] {
  const faults: LexiconFault[] = []
  const source = tablesOf(folder, additions ?? noAdditions)
  const tables: {[Name in TableName]?: RowOf<Name>[]} = {}
  for (const name of Object.keys(columns) as TableName[]) {
    try {
      Object.assign(tables, {[name]: additions ? addedOf(source, name) : rowsOf(source, name)})
    } catch (error) {
      if (!(error instanceof DetenteError)) throw error
      const line = Number(/:(\d+): /.exec(error.message)?.[1] ?? 1)
      faults.push({file: `${name}.tsv`, line, message: error.message.replace(/^.*?:\d+: /, '')})
    }
  }
  const ids = new Map<string, string>()
  const items = new Map<string, string>()
  const builtIn = new Set(additions ? idsOf(folder) : [])
  const fault = (file: TableName, line: number, message: string) => faults.push({file: `${file}.tsv`, line, message})

  for (const file of ['states', 'entities', 'people'] as const)
    for (const {line, cells} of tables[file] ?? []) {
      const known = ids.get(cells.id)
      if (known) fault(file, line, `expected an id of its own, found ${cells.id}, which ${known} has too`)
      ids.set(cells.id, `${file}.tsv:${line}`)
      if (!/^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$/.test(cells.id))
        fault(file, line, `expected a kebab-case id or ISO code, found ${cells.id}`)
      if (cells.name.trim() === '') fault(file, line, 'expected a name, found none')
      const item = 'wikidata' in cells ? cells.wikidata : ''
      if (item === '') continue
      const other = items.get(item)
      if (!/^Q[1-9]\d*$/.test(item)) fault(file, line, `expected a Wikidata item such as Q1065, found ${item}`)
      if (other) fault(file, line, `expected a Wikidata item of its own, found ${item}, which ${other} has too`)
      items.set(item, `${file}.tsv:${line}`)
    }

  const references: readonly (readonly [TableName, string])[] = [
    ['entities', 'country'],
    ['people', 'country'],
    ['names', 'entity'],
    ['parents', 'entity'],
    ['parents', 'parent'],
    ['roles', 'entity'],
    ['roles', 'of'],
    ['places', 'country'],
    ['leader-parties', 'entity'],
    ['soil', 'state'],
    ['soil', 'of'],
    ['tenures', 'entity'],
    ['tenures', 'country'],
    ['groups', 'entities'],
    ['governments', 'state'],
    ['peoples', 'country'],
    ['peoples', 'government'],
  ]
  for (const [file, column] of references)
    for (const {line, cells} of tables[file] ?? [])
      for (const id of (cells as {[column: string]: string})[column].split(' '))
        if (id !== '' && !ids.has(id) && !builtIn.has(id))
          fault(file, line, `expected the id of an entity in ${column}, found ${id}`)

  for (const file of Object.keys(tables) as TableName[])
    for (const {line, cells} of tables[file] ?? []) {
      const {since = '', until = '', sector = '', name = 'x'} = cells as {[column: string]: string}
      for (const value of [since, until])
        if (
          value !== '' &&
          !(file === 'roles' || file === 'entities' || file === 'governments' ? daySpan : day).test(value)
        )
          fault(file, line, `expected a day, found ${value}`)
      if (since !== '' && until !== '' && since >= (until.length < 10 ? `${until}-99` : until))
        fault(file, line, `expected since before until, found ${since} and ${until}`)
      if (sector !== '' && !sectors.includes(sector)) fault(file, line, `expected a sector, found ${sector}`)
      if (name.trim() === '' || name !== name.trim()) fault(file, line, 'expected a name without blanks around it')
      if (cells.from === '') fault(file, line, 'expected an origin, found none')
    }
  for (const {line, cells} of tables.names ?? [])
    if (!nameKinds.includes(cells.kind)) fault('names', line, `expected a kind of name, found ${cells.kind}`)
  for (const {line, cells} of tables.places ?? []) {
    const [latitude, longitude] = [Number(cells.latitude), Number(cells.longitude)]
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      fault('places', line, 'expected degrees north and east')
  }
  const before = new Map<string, string>()
  for (const {line, cells} of tables.governments ?? []) {
    const ended = before.get(cells.state)
    if (ended !== undefined && (ended === '' || ended > cells.since))
      fault(
        'governments',
        line,
        `expected ${cells.state} to be governed in one way at a time, found ${cells.since} before ${ended || 'an end'}`,
      )
    before.set(cells.state, cells.until)
    if (!kindsOfGovernment.includes(cells.kind))
      fault('governments', line, `expected a kind of government, found ${cells.kind}`)
  }
  for (const file of Object.keys(tables) as TableName[])
    repeated(
      additions ? (additions.tables[file] ?? '') : readFileSync(join(folder, `${file}.tsv`), 'utf8'),
      file,
      faults,
    )
  return faults
}

function idsOf(folder: string): string[] {
  const source = tablesOf(folder, noAdditions)
  return (['states', 'entities', 'people'] as const).flatMap(name => rowsOf(source, name).map(({cells}) => cells.id))
}

function repeated(text: string, file: TableName, faults: LexiconFault[]): void {
  const lines = text.split('\n')
  const seen = new Set<string>()
  lines.forEach((line, n) => {
    if (line !== '' && seen.has(line))
      faults.push({file: `${file}.tsv`, line: n + 1, message: `expected each fact once, found again: ${line}`})
    seen.add(line)
  })
}
