import type {Imported} from './rows-to-add.ts'
import {dictionaryLines, idOf, pressForm} from './petrarch-text.ts'
import {kindOf, sectorOf} from './sectors.ts'

interface Coded {
  readonly code: string
  /** ISO days; `until` is the first day on which it no longer holds. */
  readonly since: string
  readonly until: string
}

interface Actor {
  readonly phrases: string[]
  readonly codes: Coded[]
  readonly line: number
}

/** What an importer must know of the tables that it adds to. */
export interface Known {
  isState(code: string): boolean
}

/**
 * Reads a PETRARCH actor dictionary. A code that is only a country gives its phrases to that state as names; a code with roles makes an
 * entity, with tenures where the code changes. Dates are half-open, as PETRARCH's code has them.
 */
export function petrarchActors(text: string, known: Known): Imported {
  const left: string[] = []
  const names: Record<string, string>[] = []
  const entities: Record<string, string>[] = []
  const tenures: Record<string, string>[] = []
  for (const {phrases, codes, line} of actorsIn(text)) {
    const usable = codes.filter(({code}) => /^[A-Z]{3,}$/i.test(code))
    if (usable.length === 0) {
      left.push(`${line}: no code for ${phrases[0]}`)
      continue
    }
    const latest = usable.find(({since, until}) => since === '' && until === '') ?? usable.at(-1)!
    if (usable.every(({code}) => code.length === 3 && known.isState(code.toUpperCase()))) {
      for (const {code, since, until} of usable)
        for (const phrase of phrases)
          names.push({
            entity: code.toUpperCase(),
            name: pressForm(phrase),
            kind: 'alias',
            since,
            until,
            from: 'petrarch',
          })
      continue
    }
    const id = idOf(phrases[0])
    const {country, sector} = split(latest.code.toUpperCase(), known)
    entities.push({
      id,
      kind: kindOf(sector),
      name: pressForm(phrases[0]),
      country,
      sector: sector ?? '',
      from: 'petrarch',
    })
    for (const phrase of phrases.slice(1))
      names.push({entity: id, name: pressForm(phrase), kind: 'alias', since: '', until: '', from: 'petrarch'})
    for (const {code, since, until} of usable) {
      if (since === '' && until === '') continue
      const then = split(code.toUpperCase(), known)
      if (then.sector)
        tenures.push({entity: id, since, until, country: then.country, sector: then.sector, from: 'petrarch'})
    }
  }
  return {rows: {entities: once(entities), names, tenures}, left}
}

/** Records of the dictionary: a phrase, its synonyms (`+`) and its codes, on the same lines or indented below. */
export function actorsIn(text: string): Actor[] {
  const actors: Actor[] = []
  for (const {text: printed, line} of dictionaryLines(text)) {
    const phrase = printed.replace(/\[[^\]]*\]?/g, '').trim()
    const codes = [...printed.matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => codeIn(inside.trim()))
    if (phrase !== '' && !phrase.startsWith('+')) actors.push({phrases: [phrase], codes, line})
    else {
      const actor = actors.at(-1)
      if (phrase !== '') actor?.phrases.push(phrase.slice(1).trim())
      actor?.codes.push(...codes)
    }
  }
  return actors
}

function codeIn(inside: string): Coded {
  const [, code = '', rest = ''] = /^([A-Z+\-/#]*?)\s*([<>\d].*)?$/i.exec(inside) ?? []
  const days = [...rest.matchAll(/\d{6,8}/g)].map(([digits]) => dayOf(digits))
  if (rest.startsWith('<')) return {code, since: '', until: days[0] ?? ''}
  if (rest.startsWith('>')) return {code, since: days[0] ?? '', until: ''}
  return {code, since: days[0] ?? '', until: days[1] ?? ''}
}

/** YYMMDD or YYYYMMDD; two-digit years from 30 on are of the twentieth century. */
function dayOf(digits: string): string {
  const whole = digits.length === 8 ? digits : `${Number(digits.slice(0, 2)) < 30 ? '20' : '19'}${digits}`
  return `${whole.slice(0, 4)}-${whole.slice(4, 6)}-${whole.slice(6, 8)}`
}

function split(code: string, known: Known) {
  const country = known.isState(code.slice(0, 3)) ? code.slice(0, 3) : ''
  return {country, sector: sectorOf(country === '' ? code : code.slice(3))}
}

function once(rows: Record<string, string>[]): Record<string, string>[] {
  return [...new Map(rows.map(row => [row.id, row])).values()]
}
