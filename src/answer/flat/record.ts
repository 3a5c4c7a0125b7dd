import type {HomeAnswer, InboxAnswer, MapAnswer, NetworkAnswer, RunsAnswer} from '../../model/index.ts'
import type {List} from '../lists.ts'

/** One row a pair. */
export function pairTable({relations}: Pick<HomeAnswer, 'relations'>): List {
  const rows = relations.map(({pair, names, incidents, latest}) => ({
    a: pair[0],
    b: pair[1],
    a_name: names[0],
    b_name: names[1],
    incidents,
    level: latest,
  }))
  return {columns: ['a', 'b', 'a_name', 'b_name', 'incidents', 'level'], rows}
}

/** One row an article. */
export function articleTable({docs}: Pick<HomeAnswer, 'docs'>): List {
  const rows = docs.map(({id, title, outlet, url, published, bounds}) => ({
    id,
    title,
    outlet,
    url,
    published,
    not_before: bounds.first,
    not_after: bounds.last,
  }))
  return {columns: ['id', 'title', 'outlet', 'url', 'published', 'not_before', 'not_after'], rows}
}

/** One row a tie. */
export function tieTable({ties}: Pick<NetworkAnswer, 'ties'>): List {
  const rows = ties.map(({pair: [a, b], incidents, friendly, hostile, score}) => ({
    a,
    b,
    incidents,
    friendly,
    hostile,
    score,
  }))
  return {columns: ['a', 'b', 'incidents', 'friendly', 'hostile', 'score'], rows}
}

/** One row a place. */
export function placeTable({places}: Pick<MapAnswer, 'places'>): List {
  const rows = places.map(({name, country, precision, latitude, longitude, count}) => ({
    name,
    country,
    precision,
    latitude,
    longitude,
    incidents: count,
  }))
  return {columns: ['name', 'country', 'precision', 'latitude', 'longitude', 'incidents'], rows}
}

/** One row an incident in doubt. */
export function doubtTable({items}: Pick<InboxAnswer, 'items'>): List {
  const rows = items.map(({incident, pair, share, doubts}) => ({
    incident: incident.id,
    first_day: incident.days.first,
    last_day: incident.days.last,
    event: incident.event,
    a: pair[0],
    b: pair[1],
    share,
    doubts,
  }))
  return {columns: ['incident', 'first_day', 'last_day', 'event', 'a', 'b', 'share', 'doubts'], rows}
}

/** One row a correction that a person made. */
export function correctionTable({corrections}: Pick<InboxAnswer, 'corrections'>): List {
  const rows = corrections
    .filter(({kind}) => kind !== 'undo')
    .map(({id, kind, by, at, why, state, because, words, records, anchors}) => ({
      id,
      kind,
      by,
      at,
      why,
      state,
      because,
      change: words,
      records,
      words: anchors[0]?.words ?? null,
    }))
  return {columns: ['id', 'kind', 'by', 'at', 'why', 'state', 'because', 'change', 'records', 'words'], rows}
}

/** One row an outlet. */
export function sourceTable({sources}: Pick<RunsAnswer, 'sources'>): List {
  const rows = sources.map(({outlet, docs, undated, events, statements, days}) => ({
    outlet,
    docs,
    undated,
    events,
    statements,
    first_published: days.first,
    last_published: days.last,
  }))
  return {
    columns: ['outlet', 'docs', 'undated', 'events', 'statements', 'first_published', 'last_published'],
    rows,
  }
}

/** One row a source that could not be read. */
export function failureTable({runs}: Pick<RunsAnswer, 'runs'>): List {
  const rows = runs.flatMap(({id, started, failed}) =>
    failed.map(({source, code, message}) => ({run: id, started, source, code, message})),
  )
  return {columns: ['run', 'started', 'source', 'code', 'message'], rows}
}
