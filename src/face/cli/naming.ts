import type {Desk} from '../../answer/index.ts'
import {dropName, type Engine, keepAdditions, lexiconBeside, loadEngine, readAnew} from '../../ingest/index.ts'
import {DetenteError} from '../../model/index.ts'
import type {NamesGiven, Naming} from '../http/index.ts'
import {rowsFor} from './lexicon/add.ts'
import {entityKinds} from './lexicon/kinds.ts'

/** Most articles that are read anew at once; the others are by `detente rebuild`. */
const mostRead = 200

/** Names that go into the lexicon beside a desk's record, with the articles that hold them read anew. */
export function namingAt(desk: Desk): Naming {
  let engine: Engine | null = null
  const found = async (given: NamesGiven) => {
    const {entity, rows} = rowsOf(given, desk)
    const holding = await desk.read(record => record.docsHolding(given.names))
    const kept = {entity, names: given.names, articles: holding.length, read: Math.min(holding.length, mostRead)}
    return {kept, rows}
  }
  /** Reads anew what holds these names, by the lexicon as it stands now. */
  const reread = async (names: readonly string[]) => {
    desk.relearn()
    if (engine?.lexicon.version !== desk.lexicon.version) engine = loadEngine(desk.lexicon.additions)
    const fresh = engine
    const holding = await desk.read(record => record.docsHolding(names))
    const read = holding.slice(0, mostRead)
    if (read.length > 0) await desk.write(record => readAnew(record, fresh, read))
    return {articles: holding.length, read: read.length}
  }
  return {
    preview: async given => (await found(given)).kept,
    keep: async given => {
      const {kept, rows} = await found(given)
      keepAdditions(lexiconBeside(desk.path), {rows})
      return {...kept, ...(await reread(given.names))}
    },
    drop: async ({entity, name}) => {
      const names = dropName(lexiconBeside(desk.path), entity, name)
      return {entity, names, ...(await reread(names))}
    },
  }
}

function rowsOf(
  {names, as, kind, country}: NamesGiven,
  desk: Desk,
): {entity: string; rows: ReturnType<typeof rowsFor>} {
  const {lexicon} = desk
  if (country !== null && !lexicon.states.has(country))
    throw new DetenteError('usage/argument', `country: expected the code of a state such as KEN, found "${country}"`)
  if (as !== null) {
    const id = lexicon.entities.has(as) ? as : onlyBearer(as, desk)
    return {entity: id, rows: rowsFor(as, {kind: 'known', id, alias: names}, lexicon)}
  }
  if (kind === null || !entityKinds.includes(kind))
    throw new DetenteError('usage/argument', `kind: expected one of ${entityKinds.join(', ')}, found "${kind ?? ''}"`, {
      hint: 'or say as whom it is known already',
    })
  const rows = rowsFor(names[0], {kind, country: country ?? '', alias: names.slice(1)}, lexicon)
  return {entity: (rows.people ?? rows.entities)[0].id, rows}
}

function onlyBearer(name: string, {lexicon}: Desk): string {
  const bearers = [...new Set(lexicon.byName.lookup(name).map(({entity}) => entity))].sort()
  if (bearers.length === 1) return bearers[0]
  throw new DetenteError(
    'answer/unknown-entity',
    bearers.length === 0
      ? `as: expected somebody that is known, found "${name}"`
      : `as: ${bearers.length} bear the name ${name}: ${bearers.slice(0, 6).join(', ')}`,
    {hint: 'give the id, as it stands in the address of its page'},
  )
}
