import type {Lexicon} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'

/** What the tables say of whoever bears a name or id: names, days, parent, terms of office. Throws `answer/unknown-entity`. */
export function factsText(lexicon: Lexicon, name: string): string {
  const ids = lexicon.entities.has(name)
    ? [name]
    : [...new Set([...lexicon.byName.lookup(name).map(({entity}) => entity), ...lexicon.byName.surname(name)])]
  if (ids.length === 0)
    throw new DetenteError('answer/unknown-entity', `expected a name or id of the lexicon, found ${name}`, {
      hint: 'npx detente lexicon add makes it known',
    })
  return ids.map(id => `${entityText(lexicon, id)}\n`).join('\n')
}

function entityText(lexicon: Lexicon, id: string): string {
  const entity = lexicon.entities.get(id)!
  const title = (other: string | null) => (other === null ? 'none' : (lexicon.entities.get(other)?.name ?? other))
  const names = lexicon.names(id).slice(1)
  const lines = [
    `${entity.name} (${id})`,
    `  ${entity.kind}, ${entity.country === id ? 'a state' : `of ${title(entity.country)}`}${entity.sector ? `, ${entity.sector}` : ''}${span(entity)}`,
    ...(entity.parent ? [`  part or offshoot of ${title(entity.parent)}`] : []),
    ...(lexicon.partyOf(id) ? [`  party ${lexicon.partyOf(id)}`] : []),
    ...(entity.wikidata ? [`  Wikidata ${entity.wikidata}`] : []),
    ...(names.length > 0
      ? [`  also ${names.map(({name, kind, ...days}) => `${name} (${kind}${span(days)})`).join(', ')}`]
      : []),
    ...lexicon
      .governmentsOf(id)
      .map(({kind, leader, ...days}) => `  ${kind}${leader === null ? '' : `, led by the ${leader}`}${span(days)}`),
    ...lexicon.rolesOf(id).map(({role, of, ...days}) => `  ${role} of ${title(of)}${span(days)}`),
  ]
  return lines.join('\n')
}

function span({since, until}: {since: string | null; until: string | null}): string {
  if (since === null && until === null) return ''
  return `, ${since ?? '?'} until ${until ?? 'now'}`
}
