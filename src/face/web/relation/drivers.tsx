import type {BackgroundAnswer, Driver} from '../../../model/index.ts'
import {count, signed, themeWords} from '../format.ts'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'

const lagWords = (lag: number) => (lag === 0 ? 'in the same quarter' : `${count(lag, 'quarter')} before`)

/** What moves with the relation; associations, each with what chance would do. */
export function Drivers({background: {drivers, tried, names}}: {background: BackgroundAnswer}) {
  const nameOf = ({kind, id}: Driver) => (kind === 'theme' ? themeWords(id) : (names[id] ?? id))
  return (
    <>
      <p class="note">
        {count(tried, 'theme or third party', 'themes and third parties')} looked at. What moves with the relation need
        not move it.
      </p>
      {drivers.length === 0 ? (
        <p class="faint">None stands out from chance.</p>
      ) : (
        <WideTable label="What moves with the relation">
          <table class="rows">
            <Heads
              columns={[
                'What',
                'When',
                ['Correlation', 'number'],
                ['80 % interval', 'number'],
                ['By chance', 'number'],
                ['Quarters', 'number'],
              ]}
            />
            <tbody>
              {drivers.map(driver => (
                <tr key={`${driver.kind} ${driver.id}`}>
                  <th scope="row">
                    {nameOf(driver)} <small>{driver.kind === 'theme' ? 'theme' : 'third party'}</small>
                  </th>
                  <td>{lagWords(driver.lag)}</td>
                  <td class="number">{signed(driver.correlation, 2)}</td>
                  <td class="number">
                    {signed(driver.low, 2)} … {signed(driver.high, 2)}
                  </td>
                  <td class="number">{driver.corrected < 0.001 ? '< 0.001' : driver.corrected.toFixed(3)}</td>
                  <td class="number">{driver.quarters}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </>
  )
}
