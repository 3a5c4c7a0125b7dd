import {idOf, type Lexicon} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'

export interface AddOptions {
  readonly kind: string
  readonly id?: string
  readonly country?: string
  readonly sector?: string
  readonly since?: string
  readonly until?: string
  readonly parent?: string
  readonly alias?: readonly string[]
  readonly role?: string
  readonly of?: string
  readonly sex?: string
  readonly wikidata?: string
}

type Row = Record<string, string>

/** Rows that make an entity, its other names and an office known. Throws `usage/argument`. */
export function rowsFor(name: string, options: AddOptions, lexicon: Lexicon): Record<string, Row[]> {
  const known = options.id ?? sameName(name, lexicon)
  const id = known ?? idOf(name)
  const exists = lexicon.entities.has(id)
  const from = 'person'
  const {kind, country = '', sector = '', wikidata = ''} = options
  const term = {since: options.since ?? '', until: options.until ?? ''}
  const rows: Record<string, Row[]> = {}
  if (options.role !== undefined && options.of === undefined)
    throw new DetenteError('usage/argument', 'expected --of with the state or body of the office, found none')
  if (kind === 'known' && !exists)
    throw new DetenteError('usage/argument', `expected --kind, as nobody called ${name} is known yet`)
  if (kind === 'person') {
    const surname = name.split(/\s+/).at(-1) ?? name
    rows.people = [
      {
        id,
        name,
        surname,
        sex: options.sex ?? '',
        country: country || (options.of ?? ''),
        sector: sector || 'GOV',
        wikidata,
        from,
      },
    ]
  } else if (kind !== 'known')
    rows.entities = [{id, kind, name, country, sector, ...(options.role === undefined ? term : {}), wikidata, from}]
  rows.names = (options.alias ?? []).map(alias => ({entity: id, name: alias, kind: nameKind(alias), from}))
  if (options.parent !== undefined) rows.parents = [{entity: id, parent: options.parent, from}]
  if (options.role !== undefined)
    rows.roles = [{entity: id, role: options.role, of: options.of ?? '', sector: sector || 'GOV', ...term, from}]
  return rows
}

function sameName(name: string, lexicon: Lexicon): string | null {
  const bearers = new Set(lexicon.byName.lookup(name).map(({entity}) => entity))
  return bearers.size === 1 ? [...bearers][0] : null
}

const nameKind = (alias: string) => (/^[A-Z0-9][A-Z0-9.&-]{1,9}$/.test(alias) ? 'acronym' : 'alias')
