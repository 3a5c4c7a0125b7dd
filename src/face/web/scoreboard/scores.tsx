import type {ScoreboardRow} from '../../../model/index.ts'
import {WideTable} from '../frame/wide-table.tsx'

const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3))

/** Scores by what they are of, each beside its yardsticks. */
const groups: readonly {
  readonly title: string
  readonly hint?: string
  readonly of: readonly (readonly [name: string, value: (row: ScoreboardRow) => number | null])[]
}[] = [
  {
    title: 'Brier',
    of: [
      ['own', row => row.brier],
      ['base rate', row => row.brierBase],
      ['persistence', row => row.brierPersistence],
    ],
  },
  {
    title: 'Log',
    of: [
      ['own', row => row.log],
      ['base rate', row => row.logBase],
      ['persistence', row => row.logPersistence],
    ],
  },
  {
    title: 'CRPS, cooperative',
    hint: 'continuous ranked probability score, in incidents',
    of: [
      ['own', row => row.crpsCooperative],
      ['its past', row => row.crpsCooperativeBase],
      ['persistence', row => row.crpsCooperativePersistence],
    ],
  },
  {
    title: 'CRPS, conflictual',
    hint: 'continuous ranked probability score, in incidents',
    of: [
      ['own', row => row.crpsConflictual],
      ['its past', row => row.crpsConflictualBase],
      ['persistence', row => row.crpsConflictualPersistence],
    ],
  },
  {
    title: 'CRPS, index',
    hint: 'continuous ranked probability score, in points of the index',
    of: [
      ['own', row => row.crpsLevel],
      ['its past', row => row.crpsLevelBase],
      ['persistence', row => row.crpsLevelPersistence],
    ],
  },
]

/** Mean scores of the settled forecasts of each horizon beside what base rate, the pair's own past and persistence would have scored. */
export function Scores({rows}: {rows: readonly ScoreboardRow[]}) {
  return (
    <WideTable label="Scores by horizon">
      <table class="rows scores">
        <thead>
          <tr>
            <td colSpan={4} />
            {groups.map(({title, hint, of}) => (
              <th key={title} scope="colgroup" colSpan={of.length} class="group">
                {hint ? <abbr title={hint}>{title}</abbr> : title}
              </th>
            ))}
            <td />
          </tr>
          <tr>
            {['Months', 'Issued', 'Due', 'Settled', ...groups.flatMap(({of}) => of.map(([name]) => name))].map(
              (name, n) => (
                <th key={n} scope="col" class="number">
                  {name}
                </th>
              ),
            )}
            <th scope="col">Said where true</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.horizon} data-horizon={row.horizon}>
              <th scope="row" class="number">
                {row.horizon}
              </th>
              <td class="number">{row.issued}</td>
              <td class="number">{row.due}</td>
              <td class="number">{row.settled}</td>
              {groups.flatMap(({title, of}) =>
                of.map(([name, value], n) => (
                  <td key={title + name} class="number">
                    {n === 0 ? <strong>{figure(value(row))}</strong> : figure(value(row))}
                  </td>
                )),
              )}
              <td class="cautions">{row.cautions.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
