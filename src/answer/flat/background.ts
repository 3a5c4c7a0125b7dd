import type {BackgroundAnswer} from '../../model/index.ts'
import type {List} from '../lists.ts'

/** One row an era; an analyst's own, where given, behind the computed ones. */
export function eraTable({
  eras,
  own = [],
}: Pick<BackgroundAnswer, 'eras'> & Partial<Pick<BackgroundAnswer, 'own'>>): List {
  const columns = [
    'first',
    'last',
    'name',
    'by',
    'leaders',
    'level',
    'change',
    'incidents',
    'themes',
    'others',
    'trigger',
  ]
  const rows = eras.map(({first, last, name, leaders, level, change, incidents, themes, others, trigger}) => ({
    first,
    last,
    name,
    by: 'computed',
    leaders: leaders.map(({entity}) => entity),
    level,
    change,
    incidents,
    themes,
    others,
    trigger,
  }))
  const owned = own.map(({first, last, name, measured, incidents, themes}) => ({
    first,
    last,
    name,
    by: 'own',
    leaders: [],
    level: measured?.level ?? null,
    change: measured?.change ?? null,
    incidents,
    themes,
    others: [],
    trigger: null,
  }))
  return {columns, rows: [...rows, ...owned]}
}

/** One row a theme or third party that moves with the relation. */
export function driverTable({drivers}: Pick<BackgroundAnswer, 'drivers'>): List {
  const columns = ['kind', 'id', 'lag', 'correlation', 'low', 'high', 'chance', 'corrected', 'quarters']
  return {columns, rows: drivers.map(driver => ({...driver}))}
}

/** One row a past stretch that is like the last months. */
export function analogueTable({analogues}: Pick<BackgroundAnswer, 'analogues'>): List {
  const columns = [
    'a',
    'b',
    'first',
    'last',
    'likeness',
    'like_level',
    'like_change',
    'like_mix',
    'like_themes',
    'like_others',
    'change_after',
    'incidents_after',
  ]
  const rows = (analogues?.found ?? []).map(({episode, likeness, features}) => ({
    a: episode.pair[0],
    b: episode.pair[1],
    first: episode.first,
    last: episode.last,
    likeness,
    like_level: features.level,
    like_change: features.change,
    like_mix: features.mix,
    like_themes: features.themes,
    like_others: features.others,
    change_after: episode.followed?.change ?? null,
    incidents_after: episode.followed?.incidents ?? null,
  }))
  return {columns, rows}
}
