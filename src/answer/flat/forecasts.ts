import type {RelationForecast, ScoreboardForecast, ScoreboardRow} from '../../model/index.ts'
import type {List} from '../lists.ts'
import {listOf} from './list-of.ts'

/** One row a horizon: mean scores of what was settled. */
export function scoreTable(scores: readonly ScoreboardRow[]): List {
  return listOf(scores, {
    horizon: row => row.horizon,
    issued: row => row.issued,
    due: row => row.due,
    settled: row => row.settled,
    came: row => row.came,
    brier: row => row.brier,
    brier_base: row => row.brierBase,
    brier_persistence: row => row.brierPersistence,
    log: row => row.log,
    log_base: row => row.logBase,
    log_persistence: row => row.logPersistence,
    crps_cooperative: row => row.crpsCooperative,
    crps_cooperative_base: row => row.crpsCooperativeBase,
    crps_cooperative_persistence: row => row.crpsCooperativePersistence,
    crps_conflictual: row => row.crpsConflictual,
    crps_conflictual_base: row => row.crpsConflictualBase,
    crps_conflictual_persistence: row => row.crpsConflictualPersistence,
    crps_level: row => row.crpsLevel,
    crps_level_base: row => row.crpsLevelBase,
    crps_level_persistence: row => row.crpsLevelPersistence,
    cautions: row => row.cautions,
  })
}

/** One row a horizon of what is to be expected. */
export function aheadTable(ahead: readonly RelationForecast[]): List {
  return listOf(ahead, {
    horizon: one => one.horizon,
    origin: one => one.from,
    due: one => one.due,
    closer: one => one.probability,
    apart: one => one.apart,
    base_rate: one => one.baseRate,
    cases: one => one.cases,
    persistence: one => one.persistence,
    cooperative_low: one => one.cooperative.low,
    cooperative: one => one.cooperative.middle,
    cooperative_high: one => one.cooperative.high,
    conflictual_low: one => one.conflictual.low,
    conflictual: one => one.conflictual.middle,
    conflictual_high: one => one.conflictual.high,
    level_low: one => one.index.low,
    level: one => one.index.mean,
    level_high: one => one.index.high,
    incidents: one => one.incidents,
    cautions: one => one.cautions,
    rule: one => one.rule,
  })
}

/** One row a forecast as it was issued, with how it came out. */
export function forecastTable(forecasts: readonly ScoreboardForecast[]): List {
  return listOf(forecasts, {
    id: one => one.id,
    issued: one => one.issued,
    a: one => one.pair[0].id,
    b: one => one.pair[1].id,
    horizon: one => one.horizon,
    origin: one => one.origin,
    due: one => one.due,
    closer: one => one.closer,
    apart: one => one.apart,
    base_rate: one => one.baseRate,
    persistence: one => one.persistence,
    state: one => one.state,
    came_closer: one => one.outcome?.closer ?? null,
    brier: one => one.outcome?.brier ?? null,
    brier_base: one => one.outcome?.brierBase ?? null,
    brier_persistence: one => one.outcome?.brierPersistence ?? null,
    log: one => one.outcome?.log ?? null,
    crps_cooperative: one => one.outcome?.crpsCooperative ?? null,
    crps_cooperative_base: one => one.outcome?.crpsCooperativeBase ?? null,
    crps_cooperative_persistence: one => one.outcome?.crpsCooperativePersistence ?? null,
    crps_conflictual: one => one.outcome?.crpsConflictual ?? null,
    crps_conflictual_base: one => one.outcome?.crpsConflictualBase ?? null,
    crps_conflictual_persistence: one => one.outcome?.crpsConflictualPersistence ?? null,
    crps_level: one => one.outcome?.crpsLevel ?? null,
    crps_level_base: one => one.outcome?.crpsLevelBase ?? null,
    crps_level_persistence: one => one.outcome?.crpsLevelPersistence ?? null,
    rule: one => one.rule,
  })
}
