import type {ForecastOutcome, IssuedForecast} from '../model/index.ts'
import type {Database} from './database.ts'
import type {Column, Table} from './tables.ts'

/** What was forecast and how it came out; a log that nothing derives anew. */
export const forecastTables: readonly Table[] = [
  {
    name: 'forecasts',
    about: 'Every forecast of a relation as it was issued. Never changed. A log, not ground state.',
    columns: [
      ['id', 'VARCHAR!', 'fc_, the two sides, the month from which it looks ahead, months ahead, and the model.'],
      ['issued', 'VARCHAR!', 'When it was issued, ISO 8601 in UTC.'],
      ['a', 'VARCHAR!', 'One side.'],
      ['b', 'VARCHAR!', 'The other side.'],
      ['horizon', 'INTEGER!', 'Months ahead.'],
      ['origin', 'VARCHAR!', 'Last month that it knew, YYYY-MM.'],
      ['due', 'VARCHAR!', 'Last month of the months forecast, YYYY-MM.'],
      ['closer', 'DOUBLE!', 'Chance that they are closer, 0 to 1.'],
      ['apart', 'DOUBLE!', 'Chance that they are further apart, 0 to 1.'],
      ['base_rate', 'DOUBLE!', 'How often they came closer over as many months before.'],
      ['persistence', 'DOUBLE!', 'Chance by the last change alone.'],
      [
        'cooperative',
        'DOUBLE[]!',
        'Chance of at most 0, 1, 2, … cooperative incidents, by the bins of docs/forecast-relations.md.',
      ],
      ['conflictual', 'DOUBLE[]!', 'The same of conflictual incidents.'],
      ['level', 'DOUBLE!', 'Mean of the index in the month when it is due.'],
      ['level_sd', 'DOUBLE!', 'Standard deviation of that.'],
      ['model', 'VARCHAR!', 'Version of the model.'],
      ['rule', 'VARCHAR!', 'How the record settles it.'],
    ],
  },
  {
    name: 'forecast_outcomes',
    about: 'How each forecast that was due came out, with its scores. Never changed.',
    columns: [
      ['forecast', 'VARCHAR!', 'Forecast.'],
      ['settled', 'VARCHAR!', 'When it was settled, ISO 8601 in UTC.'],
      ['closer', 'BOOLEAN!', 'Whether they were closer.'],
      ['net_before', 'INTEGER!', 'Cooperative less conflictual incidents of the months before.'],
      ['net_after', 'INTEGER!', 'The same of the months forecast.'],
      ['cooperative', 'INTEGER!', 'Cooperative incidents of the months forecast.'],
      ['conflictual', 'INTEGER!', 'Conflictual incidents of the months forecast.'],
      ['level', 'DOUBLE!', 'The index as of the month when it was due.'],
      ['brier', 'DOUBLE!', 'Squared distance of the chance from what came; 0 is best.'],
      ['brier_base', 'DOUBLE!', 'The same of the base rate.'],
      ['brier_persistence', 'DOUBLE!', 'The same of persistence.'],
      ['log', 'DOUBLE!', 'Surprise in nats; 0 is best.'],
      ['crps_cooperative', 'DOUBLE!', 'Continuous ranked probability score of the count, in incidents.'],
      ['crps_conflictual', 'DOUBLE!', 'The same of conflictual incidents.'],
      ['crps_level', 'DOUBLE!', 'The same of the index, in its points.'],
    ],
  },
]

/** Columns of version 6: what the yardsticks scored. */
export const yardstickColumns: readonly Column[] = [
  [
    'crps_cooperative_base',
    'DOUBLE',
    'CRPS of the counts of all stretches as long before; null: settled before this was kept.',
  ],
  ['crps_cooperative_persistence', 'DOUBLE', 'CRPS of the count of the stretch before.'],
  ['crps_conflictual_base', 'DOUBLE', 'The same of conflictual incidents.'],
  ['crps_conflictual_persistence', 'DOUBLE', 'The same of conflictual incidents.'],
  ['crps_level_base', 'DOUBLE', 'CRPS of all levels of the index before, as they were known then.'],
  ['crps_level_persistence', 'DOUBLE', 'CRPS of the level in the month from which it looked ahead.'],
]

const issuedColumns =
  'id, issued, a, b, horizon, origin, due, closer, apart, base_rate AS baseRate, persistence, cooperative, conflictual, level, level_sd AS levelSd, model, rule'
const outcomeColumns =
  'forecast, settled, closer, net_before AS netBefore, net_after AS netAfter, cooperative, conflictual, level, brier, brier_base AS brierBase, brier_persistence AS brierPersistence, log, crps_cooperative AS crpsCooperative, crps_conflictual AS crpsConflictual, crps_level AS crpsLevel, crps_cooperative_base AS crpsCooperativeBase, crps_cooperative_persistence AS crpsCooperativePersistence, crps_conflictual_base AS crpsConflictualBase, crps_conflictual_persistence AS crpsConflictualPersistence, crps_level_base AS crpsLevelBase, crps_level_persistence AS crpsLevelPersistence'

/** The log of forecasts. */
export interface ForecastStore {
  /** Writes forecasts down; one that stands there already under its id is left as it is. Answers with those that are new. */
  issue(forecasts: readonly IssuedForecast[]): Promise<IssuedForecast[]>
  /** By month of origin, then id. */
  issued(): Promise<IssuedForecast[]>
  /** Writes outcomes down; a forecast is settled once. */
  settle(outcomes: readonly ForecastOutcome[]): Promise<void>
  outcomes(): Promise<ForecastOutcome[]>
}

export function forecastsOn(database: Database, mayWrite: () => void, fault: (cause: unknown) => never): ForecastStore {
  const issued = async () => {
    const rows = await database.rows<IssuedForecast>(`SELECT ${issuedColumns} FROM forecasts ORDER BY origin, id`)
    return rows.map(row => ({...row, cooperative: numbers(row.cooperative), conflictual: numbers(row.conflictual)}))
  }
  return {
    issued,
    outcomes: () => database.rows<ForecastOutcome>(`SELECT ${outcomeColumns} FROM forecast_outcomes ORDER BY forecast`),
    issue: async forecasts => {
      mayWrite()
      return database
        .transact(async change => {
          const known = new Set((await change.rows<{id: string}>('SELECT id FROM forecasts')).map(row => row.id))
          const fresh = forecasts.filter(({id}) => !known.has(id))
          await change.add(
            'forecasts',
            fresh.map(f => [
              f.id,
              f.issued,
              f.a,
              f.b,
              f.horizon,
              f.origin,
              f.due,
              f.closer,
              f.apart,
              f.baseRate,
              f.persistence,
              f.cooperative,
              f.conflictual,
              f.level,
              f.levelSd,
              f.model,
              f.rule,
            ]),
          )
          return fresh
        })
        .catch(fault)
    },
    settle: async outcomes => {
      mayWrite()
      await database
        .transact(async change => {
          const known = new Set(
            (await change.rows<{forecast: string}>('SELECT forecast FROM forecast_outcomes')).map(row => row.forecast),
          )
          await change.add(
            'forecast_outcomes',
            outcomes
              .filter(({forecast}) => !known.has(forecast))
              .map(o => [
                o.forecast,
                o.settled,
                o.closer,
                o.netBefore,
                o.netAfter,
                o.cooperative,
                o.conflictual,
                o.level,
                o.brier,
                o.brierBase,
                o.brierPersistence,
                o.log,
                o.crpsCooperative,
                o.crpsConflictual,
                o.crpsLevel,
                o.crpsCooperativeBase,
                o.crpsCooperativePersistence,
                o.crpsConflictualBase,
                o.crpsConflictualPersistence,
                o.crpsLevelBase,
                o.crpsLevelPersistence,
              ]),
          )
        })
        .catch(fault)
    },
  }
}

/** A list as DuckDB hands it over. */
function numbers(list: readonly number[] | {readonly items: readonly number[]}): number[] {
  return [...('items' in list ? list.items : list)]
}
