import type {ComponentChildren} from 'preact'
import {useState} from 'preact/hooks'
import {deedWords} from '../../../model/act-words.ts'
import type {IndexPoint, RelationView} from '../../../model/index.ts'
import {count, monthWords, signed} from '../format.ts'
import {Heads} from '../frame/heads.tsx'
import {Dot} from './incident-words.tsx'
import {sortShares} from './shares.ts'

const firstShown = 12

interface WhyProps {
  readonly change: NonNullable<RelationView['change']>
  readonly points: readonly IndexPoint[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onRange: (from: string, to: string) => void
  readonly onClose: () => void
  /** Links to all shares as files. */
  readonly exports: ComponentChildren
}

/** A bar of the waterfall, from the running sum before to the one after. */
function Bar({from, to, low, high}: {from: number; to: number; low: number; high: number}) {
  const x = (value: number) => ((value - low) / (high - low || 1)) * 100
  const [left, right] = from < to ? [x(from), x(to)] : [x(to), x(from)]
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1={x(0)} x2={x(0)} y1="0" y2="10" class="zero" />
      <rect x={left} width={Math.max(0.6, right - left)} y="2" height="6" class={to < from ? 'cool' : 'warm'} />
    </svg>
  )
}

/** Why did it move: each incident's signed share of the change; all shares add up to it. */
export function Why({change, points, selected, onSelect, onRange, onClose, exports}: WhyProps) {
  const [all, setAll] = useState(false)
  const {shown, others, sum} = sortShares(
    change.contributions,
    all ? Number.POSITIVE_INFINITY : firstShown,
    change.others,
  )
  const byId = new Map(change.incidents.map(x => [x.id, x]))
  const sums = [0]
  for (const {share} of shown) sums.push(sums[sums.length - 1] + share)
  const ends = others.count > 0 ? [...sums, sum] : sums
  const [low, high] = [Math.min(...ends, change.by), Math.max(...ends, change.by)]
  const digits = Math.abs(change.by) < 0.1 ? 4 : 3
  return (
    <section class="why" aria-label="Why did it move?">
      <div class="why-head">
        <h2>
          Why did it move? <strong class="tabular">{signed(change.by, digits)}</strong>
        </h2>
        <label>
          from{' '}
          <select value={change.from} onChange={event => onRange(event.currentTarget.value, change.to)}>
            {points
              .filter(p => p.month < change.to)
              .map(p => (
                <option key={p.month} value={p.month}>
                  {monthWords(p.month)}
                </option>
              ))}
          </select>
        </label>
        <label>
          to{' '}
          <select value={change.to} onChange={event => onRange(change.from, event.currentTarget.value)}>
            {points
              .filter(p => p.month > change.from)
              .map(p => (
                <option key={p.month} value={p.month}>
                  {monthWords(p.month)}
                </option>
              ))}
          </select>
        </label>
        <button type="button" class="quiet" aria-label="Close the explanation" onClick={onClose}>
          ✕
        </button>
      </div>
      <p class="note">
        The level is smoothed over all news, so an incident pulls both ends: its share is its pull on the later month
        less that on the earlier one.
      </p>
      {change.contributions.length === 0 ? (
        <p class="faint">No incident moved it.</p>
      ) : (
        <table class="rows waterfall">
          <Heads columns={['Month', 'Incident', ['Score', 'number'], ['Share', 'number'], ['Running sum', 'drawn']]} />
          <tbody>
            {shown.map((c, i) => {
              const incident = byId.get(c.incident)
              return (
                <tr key={c.incident} class={c.incident === selected ? 'selected' : ''} data-share={c.incident}>
                  <td class="day">{monthWords(c.month)}</td>
                  <td>
                    <button type="button" class="link" onClick={() => onSelect(c.incident)}>
                      {incident ? (
                        <>
                          <Dot incident={incident} />
                          {deedWords(incident)}
                        </>
                      ) : (
                        c.incident
                      )}
                    </button>
                  </td>
                  <td class="number">{signed(c.score)}</td>
                  <td class="number">{signed(c.share, digits)}</td>
                  <td class="bar-cell">
                    <Bar from={sums[i]} to={sums[i + 1]} low={low} high={high} />
                  </td>
                </tr>
              )
            })}
            {others.count > 0 && (
              <tr>
                <td />
                <td>
                  {all ? (
                    `${count(others.count, 'smaller one')}, in the file below`
                  ) : (
                    <button type="button" class="link" onClick={() => setAll(true)}>
                      {count(others.count, 'smaller one')}
                    </button>
                  )}
                </td>
                <td />
                <td class="number">{signed(others.share, digits)}</td>
                <td class="bar-cell">
                  <Bar from={sums[sums.length - 1]} to={sum} low={low} high={high} />
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row">Sum = change of the level</th>
              <td />
              <td class="number" data-sum={sum}>
                {signed(sum, digits)}
              </td>
              <td class="bar-cell">
                <Bar from={0} to={sum} low={low} high={high} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {exports}
    </section>
  )
}
