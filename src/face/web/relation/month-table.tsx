import {useState} from 'preact/hooks'
import type {IndexPoint} from '../../../model/index.ts'
import {monthWords, signed} from '../format.ts'
import {Heads} from '../frame/heads.tsx'

/** The chart as a table, newest month first. */
export function MonthTable({points, onMonth}: {points: readonly IndexPoint[]; onMonth: (month: string) => void}) {
  const [open, setOpen] = useState(false)
  return (
    <details class="month-table" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>The chart as a table, {points.length} months</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section class="scrolls" tabIndex={0} aria-label="Index by month">
          <table class="rows">
            <Heads
              columns={[
                'Month',
                ['Level', 'number'],
                ['80 % interval', 'number'],
                ['As it stood then', 'number'],
                ['Incidents', 'number'],
                ['Articles', 'number'],
                ['Origins', 'number'],
                ['Change', 'unseen'],
              ]}
            />
            <tbody>
              {points
                .map((p, i) => (
                  <tr key={p.month}>
                    <th scope="row">{monthWords(p.month)}</th>
                    <td class="number">{signed(p.level, 2)}</td>
                    <td class="number">
                      {signed(p.low, 2)} … {signed(p.high, 2)}
                    </td>
                    <td class="number">{signed(p.asOf, 2)}</td>
                    <td class="number">{p.incidents}</td>
                    <td class="number">{p.docs}</td>
                    <td class="number">{p.origins}</td>
                    <td>
                      {i > 0 && (
                        <button
                          type="button"
                          class="link"
                          aria-label={`why did it move in ${monthWords(p.month)}?`}
                          onClick={() => onMonth(p.month)}
                        >
                          why?
                        </button>
                      )}
                    </td>
                  </tr>
                ))
                .reverse()}
            </tbody>
          </table>
        </section>
      )}
    </details>
  )
}
