import type {RelationForecast, ScoreboardForecast, ScoreboardRow} from '../../model/index.ts'
import type {List} from '../lists.ts'

/** One row a horizon: mean scores of what was settled. */
export function scoreTable(scores: readonly ScoreboardRow[]): List {
  const columns = [
    'horizon',
    'issued',
    'due',
    'settled',
    'came',
    'brier',
    'brier_base',
    'brier_persistence',
    'log',
    'log_base',
    'log_persistence',
    'crps_cooperative',
    'crps_conflictual',
    'crps_level',
    'cautions',
  ]
  const rows = scores.map(row => ({
    horizon: row.horizon,
    issued: row.issued,
    due: row.due,
    settled: row.settled,
    came: row.came,
    brier: row.brier,
    brier_base: row.brierBase,
    brier_persistence: row.brierPersistence,
    log: row.log,
    log_base: row.logBase,
    log_persistence: row.logPersistence,
    crps_cooperative: row.crpsCooperative,
    crps_conflictual: row.crpsConflictual,
    crps_level: row.crpsLevel,
    cautions: row.cautions,
  }))
  return {columns, rows}
}

/** One row a horizon of what is to be expected. */
export function aheadTable(ahead: readonly RelationForecast[]): List {
  const columns = [
    'horizon',
    'origin',
    'due',
    'closer',
    'apart',
    'base_rate',
    'cases',
    'persistence',
    'cooperative_low',
    'cooperative',
    'cooperative_high',
    'conflictual_low',
    'conflictual',
    'conflictual_high',
    'level_low',
    'level',
    'level_high',
    'incidents',
    'cautions',
    'rule',
  ]
  const rows = ahead.map(one => ({
    horizon: one.horizon,
    origin: one.from,
    due: one.due,
    closer: one.probability,
    apart: one.apart,
    base_rate: one.baseRate,
    cases: one.cases,
    persistence: one.persistence,
    cooperative_low: one.cooperative.low,
    cooperative: one.cooperative.middle,
    cooperative_high: one.cooperative.high,
    conflictual_low: one.conflictual.low,
    conflictual: one.conflictual.middle,
    conflictual_high: one.conflictual.high,
    level_low: one.index.low,
    level: one.index.mean,
    level_high: one.index.high,
    incidents: one.incidents,
    cautions: one.cautions,
    rule: one.rule,
  }))
  return {columns, rows}
}

/** One row a forecast as it was issued, with how it came out. */
export function forecastTable(forecasts: readonly ScoreboardForecast[]): List {
  const columns = [
    'id',
    'issued',
    'a',
    'b',
    'horizon',
    'origin',
    'due',
    'closer',
    'apart',
    'base_rate',
    'persistence',
    'state',
    'came_closer',
    'brier',
    'brier_base',
    'brier_persistence',
    'log',
    'crps_cooperative',
    'crps_conflictual',
    'crps_level',
    'rule',
  ]
  const rows = forecasts.map(({outcome, ...one}) => ({
    id: one.id,
    issued: one.issued,
    a: one.pair[0].id,
    b: one.pair[1].id,
    horizon: one.horizon,
    origin: one.origin,
    due: one.due,
    closer: one.closer,
    apart: one.apart,
    base_rate: one.baseRate,
    persistence: one.persistence,
    state: one.state,
    came_closer: outcome?.closer ?? null,
    brier: outcome?.brier ?? null,
    brier_base: outcome?.brierBase ?? null,
    brier_persistence: outcome?.brierPersistence ?? null,
    log: outcome?.log ?? null,
    crps_cooperative: outcome?.crpsCooperative ?? null,
    crps_conflictual: outcome?.crpsConflictual ?? null,
    crps_level: outcome?.crpsLevel ?? null,
    rule: one.rule,
  }))
  return {columns, rows}
}
