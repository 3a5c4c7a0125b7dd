import type {HomeAnswer, InboxAnswer, MapAnswer, NetworkAnswer, RunsAnswer} from '../../model/index.ts'
import type {List} from '../lists.ts'
import {listOf} from './list-of.ts'

/** One row a pair. */
export const pairTable = ({relations}: Pick<HomeAnswer, 'relations'>): List =>
  listOf(relations, {
    a: ({pair}) => pair[0],
    b: ({pair}) => pair[1],
    a_name: ({names}) => names[0],
    b_name: ({names}) => names[1],
    incidents: ({incidents}) => incidents,
    level: ({latest}) => latest,
  })

/** One row an article. */
export const articleTable = ({docs}: Pick<HomeAnswer, 'docs'>): List =>
  listOf(docs, {
    id: ({id}) => id,
    title: ({title}) => title,
    outlet: ({outlet}) => outlet,
    url: ({url}) => url,
    published: ({published}) => published,
    not_before: ({bounds}) => bounds.first,
    not_after: ({bounds}) => bounds.last,
  })

/** One row a tie. */
export const tieTable = ({ties}: Pick<NetworkAnswer, 'ties'>): List =>
  listOf(ties, {
    a: ({pair}) => pair[0],
    b: ({pair}) => pair[1],
    incidents: ({incidents}) => incidents,
    friendly: ({friendly}) => friendly,
    hostile: ({hostile}) => hostile,
    score: ({score}) => score,
  })

/** One row a place. */
export const placeTable = ({places}: Pick<MapAnswer, 'places'>): List =>
  listOf(places, {
    name: ({name}) => name,
    country: ({country}) => country,
    precision: ({precision}) => precision,
    latitude: ({latitude}) => latitude,
    longitude: ({longitude}) => longitude,
    incidents: ({count}) => count,
  })

/** One row an incident in doubt. */
export const doubtTable = ({items}: Pick<InboxAnswer, 'items'>): List =>
  listOf(items, {
    incident: ({incident}) => incident.id,
    first_day: ({incident}) => incident.days.first,
    last_day: ({incident}) => incident.days.last,
    event: ({incident}) => incident.event,
    a: ({pair}) => pair[0],
    b: ({pair}) => pair[1],
    share: ({share}) => share,
    doubts: ({doubts}) => doubts,
  })

/** One row a correction that a person made. */
export const correctionTable = ({corrections}: Pick<InboxAnswer, 'corrections'>): List =>
  listOf(
    corrections.filter(({kind}) => kind !== 'undo'),
    {
      id: ({id}) => id,
      kind: ({kind}) => kind,
      by: ({by}) => by,
      at: ({at}) => at,
      why: ({why}) => why,
      state: ({state}) => state,
      because: ({because}) => because,
      change: ({words}) => words,
      records: ({records}) => records,
      words: ({anchors}) => anchors[0]?.words ?? null,
    },
  )

/** One row an outlet. */
export const sourceTable = ({sources}: Pick<RunsAnswer, 'sources'>): List =>
  listOf(sources, {
    outlet: ({outlet}) => outlet,
    docs: ({docs}) => docs,
    undated: ({undated}) => undated,
    events: ({events}) => events,
    statements: ({statements}) => statements,
    first_published: ({days}) => days.first,
    last_published: ({days}) => days.last,
  })

/** One row a table of another project that was imported. */
export const importTable = ({imports}: Pick<RunsAnswer, 'imports'>): List =>
  listOf(imports, {
    file: ({name}) => name,
    form: ({format}) => format,
    tellings: ({rows}) => rows,
    left_out: ({bad}) => bad,
    lines: ({lines}) => lines,
    complete: ({complete}) => complete,
    sha256: ({sha256}) => sha256,
  })

/** One row a source that could not be read. */
export const failureTable = ({runs}: Pick<RunsAnswer, 'runs'>): List =>
  listOf(
    runs.flatMap(({id, started, failed}) => failed.map(each => ({...each, run: id, started}))),
    {
      run: ({run}) => run,
      started: ({started}) => started,
      source: ({source}) => source,
      code: ({code}) => code,
      message: ({message}) => message,
    },
  )
