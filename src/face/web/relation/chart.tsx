import {useEffect, useRef, useState} from 'preact/hooks'
import type uPlot from 'uplot'
import type {IncidentLine, IndexPoint, LaneMonth, NamedEra, OwnEra, RelationView} from '../../../model/index.ts'
import {monthWords, signed} from '../format.ts'
import {EraStrip} from './era-strip.tsx'
import {EventLane} from './event-lane.tsx'
import {MonthLane} from './month-lane.tsx'
import {drawIndex, type View} from './plot.ts'
import {dayOf, seconds, type Window} from './window.ts'

interface IndexChartProps {
  readonly points: readonly IndexPoint[]
  /** To be drawn one by one; `null`: they are too many, and are drawn by month. */
  readonly ticks: readonly IncidentLine[] | null
  readonly months: readonly LaneMonth[]
  /** Incidents without a day. */
  readonly undated: number
  readonly eras: readonly NamedEra[]
  readonly own: readonly OwnEra[]
  readonly onEra: (era: OwnEra) => void
  readonly window: Window | null
  readonly change: RelationView['change']
  readonly selected: string | null
  readonly onWindow: (window: Window | null) => void
  readonly onMonth: (month: string) => void
  readonly onIncident: (id: string) => void
}

function useScheme(): string {
  const scheme = () =>
    `${document.documentElement.dataset.theme ?? ''}${matchMedia('(prefers-color-scheme: dark)').matches}`
  const [now, setNow] = useState(scheme)
  useEffect(() => {
    const update = () => setNow(scheme())
    const watch = new MutationObserver(update)
    watch.observe(document.documentElement, {attributeFilter: ['data-theme']})
    const media = matchMedia('(prefers-color-scheme: dark)')
    media.addEventListener('change', update)
    return () => {
      watch.disconnect()
      media.removeEventListener('change', update)
    }
  }, [])
  return now
}

const pointWords = (p: IndexPoint) =>
  `${monthWords(p.month)}: ${signed(p.level, 2)} (${signed(p.low, 2)} … ${signed(p.high, 2)}), ${p.incidents} that count`

/** The index with its 80 % band, and below it the incidents. Drag to zoom, double-click to see all. */
export function IndexChart(props: IndexChartProps) {
  const {points, ticks, months, undated, window, change, selected, onWindow, onMonth, onIncident} = props
  const holder = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const [view, setView] = useState<View | null>(null)
  const readout = useRef<HTMLOutputElement>(null)
  const atRest = window ? `${monthWords(window.first)} – ${monthWords(window.last)}` : 'click a month: why did it move?'
  const latest = useRef({onWindow, onMonth, change, atRest})
  latest.current = {onWindow, onMonth, change, atRest}
  const scheme = useScheme()
  useEffect(() => {
    if (readout.current) readout.current.textContent = atRest
  }, [atRest])
  const whole: readonly [number, number] = [
    seconds(points[0].month),
    seconds(points[points.length - 1].month) + 31 * 86400,
  ]
  const [from, to] = window ? [seconds(window.first), seconds(window.last)] : whole

  useEffect(() => {
    const element = holder.current!
    const {plot: drawn, destroy} = drawIndex(element, points, {
      from,
      to,
      change: () => latest.current.change,
      onView: setView,
      onHover: i => {
        // Written past Preact: a hover would else draw the lane anew for every pixel.
        if (readout.current) readout.current.textContent = i === null ? latest.current.atRest : pointWords(points[i])
      },
      onMonth: i => latest.current.onMonth(points[i].month),
      onZoom: zoom => latest.current.onWindow(zoom && {first: dayOf(zoom[0]), last: dayOf(zoom[1])}),
    })
    plot.current = drawn
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientWidth !== drawn.width)
        drawn.setSize({width: element.clientWidth, height: drawn.height})
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
      destroy()
      plot.current = null
    }
  }, [points, scheme])

  useEffect(() => {
    const {min, max} = plot.current?.scales.x ?? {}
    if (min !== from || max !== to) plot.current?.setScale('x', {min: from, max: to})
  }, [from, to])
  useEffect(() => plot.current?.redraw(false), [change])

  return (
    <figure class="chart" aria-label="Index over time; the table below it holds the same">
      <figcaption class="chart-head">
        <span>
          Level, −10 conflict … +10 cooperation <span class="swatch-band">80 % interval</span>
        </span>
        <output class="tabular" ref={readout}></output>
        {window && (
          <button type="button" class="link" onClick={() => onWindow(null)}>
            all
          </button>
        )}
      </figcaption>
      {view && <EraStrip eras={props.eras} own={props.own} view={view} onEra={props.onEra} />}
      <div class="plot" ref={holder} />
      {view && ticks === null && <MonthLane months={months} view={view} undated={undated} onWindow={onWindow} />}
      {view && ticks !== null && (
        <EventLane incidents={ticks} view={view} undated={undated} selected={selected} onIncident={onIncident} />
      )}
    </figure>
  )
}
