import {existsSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {loadEngine} from '../../src/ingest/engine.ts'
import {
  additionsOf,
  actorsIn,
  agentsIn,
  idOf,
  type Imported,
  joinAdditions,
  petrarchActors,
  petrarchVerbs,
} from '../../src/lexicon/index.ts'
import type {Entity, Party} from '../../src/model/index.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet} from '../set.ts'

interface Coded {
  readonly source: string
  readonly target: string
  readonly code: string
}
interface Unit {
  readonly id: string
  readonly category: string
  readonly date: string
  readonly text: string
  readonly events: readonly Coded[]
  readonly noevents: boolean
  readonly error: string | null
}

/** A peer's test suite: PETRARCH's own unit tests, read with its own dictionaries. */
export const petrarch: GoldSet = {
  name: 'petrarch',
  data: 'gold/events',
  about:
    'PETRARCH’s unit tests that hold, with its own dictionaries read as ours: all events of the sentence with their codes, and no other',
  async score(path) {
    const file = statSync(path).isDirectory() ? join(path, 'petrarch-unit.jsonl') : path
    if (!existsSync(file)) return []
    const coder = coderOf(join(dirname(file), 'petrarch-dictionaries'))
    const units: Unit[] = rowsOf(file)
    const held = units.map(unit => ({unit, ...judged(coder(unit), unit)}))
    if (process.env.DETENTE_SHOW)
      for (const {unit, found, exact} of held)
        if (!exact) console.log(unit.id, unit.text, '\n   wanted', told(unit.events), '\n   found ', told(found))
    const share = (of: (one: (typeof held)[number]) => boolean, measure: string) => ({
      measure,
      split: 'unit',
      value: held.filter(of).length / units.length,
      detail: `${held.filter(of).length} of ${units.length}`,
    })
    const categories = [...new Set(units.map(({category}) => category))]
    return [
      share(({exact}) => exact, 'hold'),
      share(({countries}) => countries, 'hold, parties by their first three letters'),
      ...categories.map(category => {
        const these = held.filter(({unit}) => unit.category === category)
        const right = these.filter(({exact}) => exact).length
        return {
          measure: `hold: ${category}`,
          split: 'unit',
          value: right / these.length,
          detail: `${right} of ${these.length}`,
        }
      }),
    ]
  },
}

const told = (events: readonly Coded[]) =>
  events
    .map(({source, target, code}) => `${source}>${target}:${code}`)
    .sort()
    .join(' ') || 'none'

function judged(found: readonly Coded[], unit: Unit) {
  const wanted = unit.error !== null ? [] : unit.events
  const short = (events: readonly Coded[]) =>
    told(events.map(({source, target, code}) => ({source: source.slice(0, 3), target: target.slice(0, 3), code})))
  return {found, exact: told(found) === told(wanted), countries: short(found) === short(wanted)}
}

type DatedCodes = Map<string, readonly {code: string; since: string; until: string}[]>

/** The suite's actors are states of its own world: every three letters that begin a code are one. */
function coderOf(folder: string): (unit: Unit) => Coded[] {
  const text = (name: string) => readFileSync(join(folder, `PETR.Validate.${name}.txt`), 'utf8')
  const actors = petrarchActors(text('actors'), {isState: () => true})
  const agents = agentsIn(text('agents'))
  const codes: DatedCodes = new Map()
  const states = new Set<string>()
  for (const {phrases, codes: dated} of actorsIn(text('actors'))) {
    for (const {code} of dated) if (/^[A-Za-z]{3,}$/.test(code)) states.add(code.slice(0, 3).toUpperCase())
    codes.set(idOf(phrases[0]), dated)
  }
  const rows: Imported['rows'] = {
    ...actors.rows,
    states: [...states].map(id => ({id, name: `State of ${id}`, from: 'petrarch'})),
    'role-nouns': agents.map(({noun, code}) => ({
      noun,
      class: 'body',
      kind: 'organisation',
      sector: 'GOV',
      key: code.toLowerCase(),
      from: 'petrarch',
    })),
    acts: petrarchVerbs(text('verbs'), {otherwise: 'CONSULT'}).rows.acts,
  }
  const world = [
    'states',
    'entities',
    'names',
    'people',
    'roles',
    'parents',
    'tenures',
    'groups',
    'guards',
    'places',
    'role-nouns',
    'acts',
  ]
  const empty = additionsOf({rows: {}}, 'petrarch')
  const engine = loadEngine({...joinAdditions(empty, additionsOf({rows}, 'petrarch')), instead: world})
  return unit => {
    const {date} = unit
    const published = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`
    const {events, entities} = engine.read(engine.docOf(unit.text, {published, id: unit.id}))
    const byId = new Map(entities.map(entity => [entity.id, entity]))
    return events.flatMap(({actors, recipients, cameo}) =>
      pairs(actors, recipients, cameo ?? '', party => codeOf(party, byId.get(party.entity), codes, published)),
    )
  }
}

/** Codes of the events between every actor and every recipient; `032:033` is one each way. */
function pairs(
  actors: readonly Party[],
  recipients: readonly Party[],
  cameo: string,
  codeAt: (party: Party) => string,
): Coded[] {
  const [there, back] = cameo.split(':')
  const found: Coded[] = []
  const others = recipients.length > 0 ? recipients : actors
  // Who act together with a code for each way are one pair, told both ways.
  for (const [n, actor] of actors.entries())
    for (const recipient of others === actors && back ? actors.slice(n + 1) : others) {
      const [source, target] = [codeAt(actor), codeAt(recipient)]
      if (source === '' || target === '' || source === target) continue
      found.push({source, target, code: there})
      if (back) found.push({source: target, target: source, code: back})
    }
  return found
}

function codeOf({entity}: Party, known: Entity | undefined, codes: DatedCodes, day: string): string {
  const dated = codes.get(entity) ?? []
  const within = dated.filter(({since, until}) => since + until !== '' && since <= day && (until === '' || day < until))
  const own = (within[0] ?? dated.find(({since, until}) => since + until === ''))?.code.toUpperCase()
  if (own) return own
  const [country, role = ''] = entity.split(':')
  if (/^[A-Z]{3}$/.test(country)) return country + role.toUpperCase()
  return known?.country ?? ''
}
