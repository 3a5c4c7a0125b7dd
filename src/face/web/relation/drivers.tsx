import type {BackgroundAnswer, Driver} from '../../../model/index.ts'
import {count, signed} from '../format.ts'

const lagWords = (lag: number) => (lag === 0 ? 'in the same quarter' : `${count(lag, 'quarter')} before`)

/** What moves with the relation; associations, each with what chance would do. */
export function Drivers({background: {drivers, tried, names}}: {background: BackgroundAnswer}) {
  const nameOf = ({kind, id}: Driver) => (kind === 'theme' ? id.replace(/_/g, ' ') : (names[id] ?? id))
  return (
    <>
      <p class="note">
        {count(tried, 'theme or third party', 'themes and third parties')} looked at. What moves with the relation need
        not move it.
      </p>
      {drivers.length === 0 ? (
        <p class="faint">None stands out from chance.</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col" class="number">
                Correlation
              </th>
              <th scope="col" class="number">
                80 % interval
              </th>
              <th scope="col" class="number">
                By chance
              </th>
              <th scope="col" class="number">
                Quarters
              </th>
            </tr>
          </thead>
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
      )}
    </>
  )
}
