import type {BackgroundAnswer} from '../../model/index.ts'
import type {List} from '../lists.ts'
import {listOf} from './list-of.ts'

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
  return listOf(analogues?.found ?? [], {
    a: ({episode}) => episode.pair[0],
    b: ({episode}) => episode.pair[1],
    first: ({episode}) => episode.first,
    last: ({episode}) => episode.last,
    likeness: ({likeness}) => likeness,
    like_level: ({features}) => features.level,
    like_change: ({features}) => features.change,
    like_mix: ({features}) => features.mix,
    like_themes: ({features}) => features.themes,
    like_others: ({features}) => features.others,
    change_after: ({episode}) => episode.followed?.change ?? null,
    incidents_after: ({episode}) => episode.followed?.incidents ?? null,
  })
}
