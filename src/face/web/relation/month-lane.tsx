import type {LaneMonth} from '../../../model/index.ts'
import {count, monthWords, shiftMonth} from '../format.ts'
import {LaneLegend} from './lane-legend.tsx'
import type {View} from './plot.ts'
import {lastDay, seconds, type Window} from './window.ts'

interface MonthLaneProps {
  readonly months: readonly LaneMonth[]
  readonly view: View
  /** Incidents without a day. */
  readonly undated: number
  readonly onWindow: (window: Window) => void
}

const height = 76
const room = height / 2 - 4
/** Months shown on either side of one that is clicked. */
const beside = 3

/** Incidents by month, where they are too many for a mark each: cooperation above the line, conflict below; hollow what did not happen. */
export function MonthLane({months, view, undated, onWindow}: MonthLaneProps) {
  const seen = months.filter(({month}) => seconds(shiftMonth(month, 1)) > view.from && seconds(month) < view.to)
  const highest = Math.max(
    1,
    ...seen.map(each => Math.max(each.friendly + each.friendlyNot, each.hostile + each.hostileNot)),
  )
  const x = (time: number) =>
    view.left + Math.min(1, Math.max(0, (time - view.from) / (view.to - view.from))) * view.width
  const tall = (n: number) => (n / highest) * room
  const all = seen.reduce(
    (sum, {friendly, hostile, friendlyNot, hostileNot}) => sum + friendly + hostile + friendlyNot + hostileNot,
    0,
  )
  return (
    <div class="lane by-month">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the eras above are buttons that zoom, and the list holds a button for each incident. */}
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`${count(all, 'incident')} in view, by month; the list below holds them`}
        onClick={event => {
          const month = (event.target as Element).closest('[data-month]')?.getAttribute('data-month')
          if (month) onWindow({first: `${shiftMonth(month, -beside)}-01`, last: lastDay(shiftMonth(month, beside))})
        }}
      >
        <line x1={view.left} x2={view.left + view.width} y1={height / 2} y2={height / 2} class="zero" />
        {seen.map(({month, friendly, hostile, friendlyNot, hostileNot}) => {
          const [left, right] = [x(seconds(month)), x(seconds(shiftMonth(month, 1)))]
          const bar = (side: 'friendly' | 'hostile', happened: number, not: number) => {
            const [whole, filled] = [tall(happened + not), tall(happened)]
            const up = side === 'friendly'
            const wide = Math.max(1, right - left - (right - left > 4 ? 1 : 0))
            return (
              <g class={`tick ${side}`}>
                {not > 0 && (
                  <rect
                    class="hollow"
                    x={left}
                    width={wide}
                    y={up ? height / 2 - whole : height / 2 + filled}
                    height={whole - filled}
                  />
                )}
                {happened > 0 && (
                  <rect
                    class="filled"
                    x={left}
                    width={wide}
                    y={up ? height / 2 - filled : height / 2}
                    height={filled}
                  />
                )}
              </g>
            )
          }
          return (
            <g key={month} data-month={month}>
              <title>{`${monthWords(month)}: ${friendly} of cooperation, ${hostile} of conflict; ${friendlyNot + hostileNot} that did not happen`}</title>
              <rect class="reach" x={left} width={Math.max(1, right - left)} y={0} height={height} />
              {bar('friendly', friendly, friendlyNot)}
              {bar('hostile', hostile, hostileNot)}
            </g>
          )
        })}
      </svg>
      <LaneLegend undated={undated}>
        <span>
          {count(all, 'incident')} by month, {highest} at most on one side; zoom in for single ones
        </span>
      </LaneLegend>
    </div>
  )
}
