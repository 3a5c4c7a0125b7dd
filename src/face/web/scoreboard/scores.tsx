import type {ScoreboardRow} from '../../../model/index.ts'

const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3))

/** Mean scores of the settled forecasts of each horizon beside what base rate and persistence would have scored. */
export function Scores({rows}: {rows: readonly ScoreboardRow[]}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="wide-table" tabIndex={0} aria-label="Scores by horizon">
      <table class="rows scores">
        <thead>
          <tr>
            <td colSpan={4} />
            <th scope="colgroup" colSpan={3} class="group">
              Brier
            </th>
            <th scope="colgroup" colSpan={3} class="group">
              Log
            </th>
            <th scope="colgroup" colSpan={3} class="group">
              <abbr title="continuous ranked probability score, in incidents and in points of the index">CRPS</abbr>
            </th>
            <td />
          </tr>
          <tr>
            {[
              'Months',
              'Issued',
              'Due',
              'Settled',
              'own',
              'base rate',
              'persistence',
              'own',
              'base rate',
              'persistence',
              'cooperative',
              'conflictual',
              'index',
            ].map((name, n) => (
              <th key={n} scope="col" class="number">
                {name}
              </th>
            ))}
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
              <td class="number">
                <strong>{figure(row.brier)}</strong>
              </td>
              <td class="number">{figure(row.brierBase)}</td>
              <td class="number">{figure(row.brierPersistence)}</td>
              <td class="number">
                <strong>{figure(row.log)}</strong>
              </td>
              <td class="number">{figure(row.logBase)}</td>
              <td class="number">{figure(row.logPersistence)}</td>
              <td class="number">{figure(row.crpsCooperative)}</td>
              <td class="number">{figure(row.crpsConflictual)}</td>
              <td class="number">{figure(row.crpsLevel)}</td>
              <td class="cautions">{row.cautions.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
