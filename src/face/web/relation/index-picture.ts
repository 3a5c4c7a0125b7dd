import type {IncidentLine, IndexPoint, LaneMonth, RelationView} from '../../../model/index.ts'
import {count, happened, isFriendly, monthWords, shiftMonth, signed} from '../format.ts'
import {draw, framed} from '../frame/picture.ts'
import {seconds, type Window} from './window.ts'

const [width, height] = [1000, 520]
const plot = {left: 60, right: 980, top: 70, bottom: 420}
const lane = 470
/** How far bars reach from the lane. */
const laneRoom = 24

/** The index with its band and incidents as a drawing of its own, for a file. */
export function indexPicture(answer: RelationView, window: Window | null): SVGSVGElement {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const all = answer.index.points
  const points =
    window === null ? all : all.filter(p => p.month >= window.first.slice(0, 7) && p.month <= window.last.slice(0, 7))
  const [first, last] = [points[0] ?? all[0], points.at(-1) ?? all[all.length - 1]]
  const [from, to] = [seconds(first.month), seconds(last.month) + 31 * 86400]
  const low = Math.floor(Math.min(0, ...points.map(p => p.low)))
  const high = Math.ceil(Math.max(0, ...points.map(p => p.high)))
  const x = (time: number) => round(plot.left + ((time - from) / (to - from)) * (plot.right - plot.left))
  const y = (level: number) => round(plot.bottom - ((level - low) / (high - low || 1)) * (plot.bottom - plot.top))
  const text = (words: string, at: {x: number; y: number; size?: number; anchor?: string; fill?: string}) =>
    draw(
      'text',
      {
        x: at.x,
        y: at.y,
        'font-family': 'sans-serif',
        'font-size': at.size ?? 12,
        'text-anchor': at.anchor ?? 'start',
        fill: colour(at.fill ?? 'soft'),
      },
      words,
    )
  const path = (list: readonly IndexPoint[], of: (p: IndexPoint) => number) =>
    list.map(p => `${x(seconds(p.month))},${y(of(p))}`).join(' L')
  const levels = Array.from({length: high - low + 1}, (_, n) => low + n).filter(
    level => level % Math.ceil((high - low) / 8) === 0,
  )
  const [a, b] = answer.pair
  const parts = [
    text(`${a.name} ${answer.direction === 'a-to-b' ? '→' : answer.direction === 'b-to-a' ? '←' : '↔'} ${b.name}`, {
      x: 12,
      y: 26,
      size: 18,
      fill: 'ink',
    }),
    text(
      `Level, −10 conflict … +10 cooperation, with 80 % interval; ${monthWords(first.month)} – ${monthWords(last.month)}${answer.theme ? `; theme ${answer.theme}` : ''}`,
      {x: 12, y: 46},
    ),
    ...levels.flatMap(level => [
      draw('line', {
        x1: plot.left,
        x2: plot.right,
        y1: y(level),
        y2: y(level),
        stroke: colour(level === 0 ? 'soft' : 'rule'),
      }),
      text(level === 0 ? '0' : signed(level, 0), {x: plot.left - 8, y: y(level) + 4, anchor: 'end'}),
    ]),
    ...yearsBetween(first.month, last.month).map(year =>
      text(year, {x: x(seconds(`${year}-01`)), y: plot.bottom + 18, anchor: 'middle'}),
    ),
    draw('path', {
      d: `M${path(points, p => p.high)} L${path([...points].reverse(), p => p.low)} Z`,
      fill: colour('line'),
      'fill-opacity': 0.16,
    }),
    draw('path', {d: `M${path(points, p => p.level)}`, fill: 'none', stroke: colour('line'), 'stroke-width': 2}),
    draw('line', {x1: plot.left, x2: plot.right, y1: lane, y2: lane, stroke: colour('rule-strong')}),
    ...(answer.ticks?.flatMap(incident => mark(incident, x, from, to, colour)) ??
      bars(answer.months, x, from, to, colour)),
  ]
  return framed(parts, width, height, sourceLine(answer))
}

/** Where it is from, what it rests on, and the address that shows it. */
function sourceLine({coverage}: RelationView): string {
  return `Détente · ${count(coverage.docs, 'article')}, ${count(coverage.outlets, 'outlet')}, ${count(coverage.origins, 'independent origin')} · ${location.href}`
}

function mark(
  incident: IncidentLine,
  x: (time: number) => number,
  from: number,
  to: number,
  colour: (name: string) => string,
): SVGElement[] {
  const day = incident.days.first ?? incident.days.last
  if (day === null || seconds(day) < from || seconds(day) > to) return []
  const friendly = isFriendly(incident.event)
  const ink = colour(friendly ? 'warm' : 'cool')
  const paint = {fill: happened(incident) ? ink : colour('paper'), stroke: ink, 'stroke-width': 1.5}
  const at = x(seconds(day))
  return [
    friendly
      ? draw('circle', {cx: at, cy: lane - 9, r: 4, ...paint})
      : draw('rect', {x: at - 4, y: lane + 5, width: 8, height: 8, ...paint}),
  ]
}

/** Incidents by month, where they are too many for a mark each: filled what happened, hollow on top of it what did not. */
function bars(
  months: readonly LaneMonth[],
  x: (time: number) => number,
  from: number,
  to: number,
  colour: (name: string) => string,
): SVGElement[] {
  const seen = months.filter(({month}) => seconds(month) >= from && seconds(month) <= to)
  const most = Math.max(
    1,
    ...seen.map(each => Math.max(each.friendly + each.friendlyNot, each.hostile + each.hostileNot)),
  )
  const tall = (n: number) => round((n / most) * laneRoom)
  return seen.flatMap(({month, friendly, hostile, friendlyNot, hostileNot}) => {
    const left = x(seconds(month))
    const wide = Math.max(1, x(seconds(shiftMonth(month, 1))) - left)
    const bar = (y: number, height: number, ink: string, filled: boolean) =>
      height === 0
        ? []
        : draw('rect', {
            x: left,
            y,
            width: round(wide),
            height,
            stroke: ink,
            fill: filled ? ink : colour('paper'),
            'stroke-width': 0.5,
          })
    const [warm, cool] = [colour('warm'), colour('cool')]
    return [
      bar(lane - tall(friendly), tall(friendly), warm, true),
      bar(lane - tall(friendly + friendlyNot), tall(friendlyNot), warm, false),
      bar(lane, tall(hostile), cool, true),
      bar(lane + tall(hostile), tall(hostileNot), cool, false),
    ].flat()
  })
}

function yearsBetween(first: string, last: string): string[] {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))]
  const step = [1, 2, 5, 10, 20, 50].find(by => (to - from) / by <= 10) ?? 100
  return Array.from({length: Math.max(0, to - from + 1)}, (_, n) => from + n)
    .filter(year => year % step === 0)
    .map(year => String(year).padStart(4, '0'))
}

const round = (value: number) => Math.round(value * 10) / 10
