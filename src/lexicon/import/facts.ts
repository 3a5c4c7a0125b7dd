import type {Imported} from './rows-to-add.ts'
import {idOf} from './petrarch-text.ts'
import {officeOf} from './offices.ts'
import type {TableRecord} from './records.ts'
import {kindOf} from './sectors.ts'

/** What an importer of facts must know of the tables that it adds to. */
export interface KnownNames {
  isState(code: string): boolean
  /** The entity that alone bears that name or Wikidata id. */
  named(name: string): string | null
  /** Sex and surname of a name, where the given names tell. */
  sexOf(name: string): string
}

const fields = {
  name: ['name', 'itemLabel', 'personLabel', 'headLabel', 'label', 'subjectLabel'],
  wikidata: ['wikidata', 'item', 'person', 'head', 'subject'],
  kind: ['kind', 'type'],
  office: ['role', 'office', 'officeLabel', 'positionLabel', 'position', 'P39'],
  of: ['of', 'iso', 'iso3', 'countryCode', 'code', 'jurisdictionLabel', 'countryLabel', 'country'],
  country: ['country', 'iso', 'iso3', 'countryCode', 'countryLabel'],
  sector: ['sector'],
  since: ['since', 'start', 'startDate', 'P580', 'from', 'inception'],
  until: ['until', 'end', 'endDate', 'P582', 'dissolved'],
  aliases: ['aliases', 'alias', 'altLabel', 'itemAltLabel'],
  sex: ['sex', 'sexLabel', 'gender', 'genderLabel'],
} as const

/**
 * Facts of a table or SPARQL result as rows: whoever has an office becomes a person with a dated role, everyone else an entity. Columns
 * may bear our names or those usual in Wikidata queries (`itemLabel`, `positionLabel`, `start`, `end`, `iso`).
 */
export function factsOf(records: readonly TableRecord[], known: KnownNames, from: string): Imported {
  const left: string[] = []
  const rows = {
    people: new Map<string, Record<string, string>>(),
    entities: new Map<string, Record<string, string>>(),
    roles: [] as Record<string, string>[],
    names: [] as Record<string, string>[],
  }
  for (const [n, record] of records.entries()) {
    const cell = (field: keyof typeof fields) => fields[field].map(name => record[name]?.trim()).find(Boolean) ?? ''
    const name = cell('name')
    const complain = (why: string): void => {
      left.push(`row ${n + 1}: ${why}`)
    }
    if (name === '' || /^Q\d+$/.test(name)) {
      complain(`expected a name, found ${name || 'none'}`)
      continue
    }
    const state = (text: string) => (known.isState(text.toUpperCase()) ? text.toUpperCase() : (known.named(text) ?? ''))
    const label = cell('office')
    const item = itemOf(cell('wikidata'))
    const there = (item === '' ? null : known.named(item)) ?? known.named(name)
    const id = there ?? idOf(name)
    const isNew = there === null
    const country = state(cell('country'))
    for (const alias of cell('aliases')
      .split(/\s*[;|]\s*/)
      .filter(Boolean))
      rows.names.push({entity: id, name: alias, kind: acronym(alias) ? 'acronym' : 'alias', from})
    if (label === '') {
      if (!isNew && cell('aliases') !== '') continue
      const sector = cell('sector')
      rows.entities.set(id, {
        id,
        name,
        country,
        sector,
        from,
        kind: cell('kind') || kindOf((sector || null) as Parameters<typeof kindOf>[0]),
        since: dayOf(cell('since')),
        until: dayOf(cell('until')),
        wikidata: item,
      })
      continue
    }
    const office = officeOf(label)
    const of = state(cell('of')) || state(/\bof (?:the )?(\p{Lu}.*)$/u.exec(label)?.[1] ?? '')
    if (!office || of === '') {
      complain(office ? `no state for ${label}` : `no office known for ${label}`)
      continue
    }
    if (isNew)
      rows.people.set(id, {
        id,
        name,
        from,
        country: country || of,
        sector: office.sector,
        wikidata: item,
        surname: name.split(/\s+/).at(-1) ?? name,
        sex: /^f/i.test(cell('sex')) ? 'f' : /^m/i.test(cell('sex')) ? 'm' : known.sexOf(name),
      })
    rows.roles.push({
      entity: id,
      role: office.role,
      of,
      sector: office.sector,
      since: dayOf(cell('since')),
      until: dayOf(cell('until')),
      from,
    })
  }
  return {
    rows: {
      people: [...rows.people.values()],
      entities: [...rows.entities.values()],
      roles: rows.roles,
      names: rows.names,
    },
    left,
  }
}

/** `2019-01-20T00:00:00Z` is 2019-01-20; what is known to the year only stays a year. */
function dayOf(printed: string): string {
  return /^\+?(\d{4}(?:-\d{2}(?:-\d{2})?)?)/.exec(printed)?.[1].replace(/(?:-00)+$/, '') ?? ''
}

const itemOf = (address: string) => /Q\d+$/.exec(address)?.[0] ?? ''
const acronym = (name: string) => /^[A-Z][A-Z.&-]{1,9}$/.test(name)
