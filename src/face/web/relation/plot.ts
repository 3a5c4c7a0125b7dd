import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type {IndexPoint, RelationView} from '../../../model/index.ts'
import {dayWords, monthWords, signed} from '../format.ts'
import {dayOf, seconds} from './window.ts'

/** What of time is in view, in seconds, and where it lies in the figure, in CSS pixels. */
export interface View {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly width: number
}

export interface PlotOptions {
  readonly from: number
  readonly to: number
  readonly change: () => RelationView['change']
  readonly onView: (view: View) => void
  readonly onHover: (point: number | null) => void
  readonly onMonth: (point: number) => void
  /** The new zoom in seconds; `null`: back to all. */
  readonly onZoom: (zoom: readonly [number, number] | null) => void
}

const thinWithin = 6
const clickWaits = 230

/** Months with nothing that counts within half a year: there the band says only how little is known. */
export function thinMonths(points: readonly IndexPoint[]): boolean[] {
  const news = points.flatMap((p, i) => (p.incidents > 0 ? [i] : []))
  let next = 0
  return points.map((_, i) => {
    while (next < news.length && news[next] < i) next++
    const since = next > 0 ? i - news[next - 1] : Number.POSITIVE_INFINITY
    const until = next < news.length ? news[next] - i : Number.POSITIVE_INFINITY
    return Math.min(since, until) > thinWithin
  })
}

/** Draws the band month by month in two shades; bands of uPlot's own would overlap where the shade changes. */
function drawBand(u: uPlot, points: readonly IndexPoint[], thick: string, thin: string): void {
  const isThin = thinMonths(points)
  const at = points.map(p => ({
    x: u.valToPos(seconds(p.month), 'x', true),
    high: u.valToPos(p.high, 'y', true),
    low: u.valToPos(p.low, 'y', true),
  }))
  u.ctx.save()
  u.ctx.beginPath()
  u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height)
  u.ctx.clip()
  for (let start = 0; start + 1 < at.length; ) {
    let end = start + 1
    while (end + 1 < at.length && isThin[end + 1] === isThin[start + 1]) end++
    u.ctx.beginPath()
    for (let i = start; i <= end; i++) u.ctx.lineTo(at[i].x, at[i].high)
    for (let i = end; i >= start; i--) u.ctx.lineTo(at[i].x, at[i].low)
    u.ctx.closePath()
    u.ctx.fillStyle = isThin[start + 1] ? thin : thick
    u.ctx.fill()
    start = end
  }
  u.ctx.restore()
}

const daySeconds = 86400

/** A tick of the time axis, no finer than the step between two of them, on one line. */
export function timeWords(time: number, step: number): string {
  const day = dayOf(time)
  if (step >= 360 * daySeconds) return day.slice(0, 4)
  return step >= 28 * daySeconds ? monthWords(day) : dayWords(day)
}

/** Draws the index into `element`. The caller destroys it. */
export function drawIndex(
  element: HTMLElement,
  points: readonly IndexPoint[],
  options: PlotOptions,
): {readonly plot: uPlot; readonly destroy: () => void} {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const font = `12px ${style.getPropertyValue('--sans')}`
  const grid = {stroke: () => colour('--rule'), width: 1}
  const lowest = Math.min(...points.map(p => p.low), -1)
  const highest = Math.max(...points.map(p => p.high), 1)
  const room = (highest - lowest) * 0.06
  let ready = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const showChange = (u: uPlot) => {
    const change = options.change()
    if (!change) return
    const [x0, x1] = [u.valToPos(seconds(change.from), 'x', true), u.valToPos(seconds(change.to), 'x', true)]
    const left = Math.max(u.bbox.left, Math.min(x0, x1))
    const right = Math.min(u.bbox.left + u.bbox.width, Math.max(x0, x1))
    if (right <= left) return
    u.ctx.save()
    u.ctx.fillStyle = colour('--chosen')
    u.ctx.fillRect(left, u.bbox.top, Math.max(2, right - left), u.bbox.height)
    u.ctx.restore()
  }
  const showZero = (u: uPlot) => {
    const y = Math.round(u.valToPos(0, 'y', true))
    u.ctx.save()
    u.ctx.strokeStyle = colour('--faint')
    u.ctx.lineWidth = devicePixelRatio
    u.ctx.beginPath()
    u.ctx.moveTo(u.bbox.left, y)
    u.ctx.lineTo(u.bbox.left + u.bbox.width, y)
    u.ctx.stroke()
    u.ctx.restore()
  }
  const tellView = (u: uPlot) => {
    const {min, max} = u.scales.x
    if (min == null || max == null) return
    options.onView({from: min, to: max, left: u.bbox.left / devicePixelRatio, width: u.bbox.width / devicePixelRatio})
  }

  const plot = new uPlot(
    {
      width: element.clientWidth || 600,
      height: element.clientWidth < 480 ? 220 : 290,
      legend: {show: false},
      tzDate: time => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
      cursor: {y: false, drag: {x: true, y: false, setScale: true, dist: 6}, points: {show: false}},
      scales: {
        x: {time: true, range: (_, min, max) => [min, max]},
        y: {range: () => [Math.max(-10, lowest - room), Math.min(10, highest + room)]},
      },
      axes: [
        {
          font,
          stroke: () => colour('--soft'),
          grid: {show: false},
          ticks: {...grid, size: 5},
          size: 30,
          space: 74,
          values: (_, splits, __, ___, step) => splits.map(time => timeWords(time, step)),
        },
        {
          font,
          stroke: () => colour('--soft'),
          grid,
          ticks: {show: false},
          size: 42,
          space: 40,
          values: (_, splits) => splits.map(v => signed(v, Number.isInteger(v) ? 0 : 1)),
        },
      ],
      series: [
        {},
        {
          stroke: () => colour('--line'),
          width: 2,
          points: {show: points.length < 24, size: 5, fill: () => colour('--line')},
        },
      ],
      hooks: {
        drawClear: [showChange],
        drawAxes: [u => drawBand(u, points, colour('--band'), colour('--band-thin')), showZero],
        draw: [tellView],
        setCursor: [u => options.onHover(u.cursor.idx ?? null)],
        setSelect: [
          u => {
            if (u.select.width < 6) return
            options.onZoom([u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x')])
          },
        ],
        ready: [
          u => {
            ready = true
            u.over.addEventListener('click', event => {
              if (!ready || event.detail > 1) return
              clearTimeout(waiting)
              const at = u.posToIdx(event.offsetX)
              // A double click resets the zoom and must not ask for a month on its way.
              waiting = setTimeout(() => options.onMonth(at), clickWaits)
            })
            u.over.addEventListener('dblclick', () => {
              clearTimeout(waiting)
              options.onZoom(null)
            })
          },
        ],
      },
    },
    [points.map(p => seconds(p.month)), points.map(p => p.level)],
    element,
  )
  plot.setScale('x', {min: options.from, max: options.to})
  // Paper is white whatever the screen is; the canvas keeps the colours that it was drawn with.
  const again = () => plot.redraw(false)
  addEventListener('beforeprint', again)
  addEventListener('afterprint', again)
  return {
    plot,
    destroy: () => {
      removeEventListener('beforeprint', again)
      removeEventListener('afterprint', again)
      plot.destroy()
    },
  }
}
