import type {HomeAnswer, IndexPoint, IndexSeries} from '../../../model/index.ts'
import {monthWords, signed} from '../format.ts'
import {standAlone} from '../frame/picture.ts'
import {SavePicture} from '../frame/save-picture.tsx'
import {useLoaded} from '../load.ts'
import {pairPath, setSearch, withSearch} from '../router.ts'
import type {Window} from './window.ts'

/** Most relations that stand beside the one of the page. */
const most = 5
const [width, rowHeight, gutter] = [640, 84, 170]

export interface Line {
  readonly name: string
  readonly path: string | null
  /** `null` while they are still to come. */
  readonly points: readonly IndexPoint[] | null
  /** Whether it could not be had. */
  readonly failed?: boolean
}

/** What `/r/A-B/months.json` answers. */
interface Months {
  readonly names: readonly [string, string]
  readonly index: IndexSeries
}

interface OthersProps {
  readonly own: Line
  readonly pair: readonly [string, string]
  /** Ids of pairs as they stand in the address of a relation, parted by spaces. */
  readonly chosen: string | null
  readonly asOf: string | null
  readonly window: Window | null
}

/** Other relations beside this one, all on one scale and over the same months. */
export function Others({own, pair, chosen, asOf, window}: OthersProps) {
  const home = useLoaded<HomeAnswer>('/index.json')
  const picked = [...new Set((chosen ?? '').split(' ').filter(Boolean))].slice(0, most)
  const known = home.state === 'there' ? home.value.relations : []
  const offered = known
    .filter(({pair: other}) => !(pair.includes(other[0]) && pair.includes(other[1])))
    .map(({pair: other, names}) => ({id: pairPath(...other).slice(3), name: names.join(' ↔ ')}))
  const set = (ids: readonly string[]) => setSearch({with: ids.length === 0 ? null : ids.join(' ')}, {replace: true})
  // The hooks of a list that grows: one for each place, asked for only where one stands.
  const slots = [
    useMonths(picked[0], asOf),
    useMonths(picked[1], asOf),
    useMonths(picked[2], asOf),
    useMonths(picked[3], asOf),
    useMonths(picked[4], asOf),
  ]
  const lines: readonly Line[] = [
    own,
    ...picked.map((id, n) => {
      const months = slots[n].state === 'there' ? slots[n].value : null
      const failed = slots[n].state === 'failed'
      return {
        name: months?.names.join(' ↔ ') ?? offered.find(each => each.id === id)?.name ?? id,
        path: `/r/${id}`,
        points: failed ? [] : (months?.index.points ?? null),
        failed,
      }
    }),
  ]
  const left = offered.filter(({id}) => !picked.includes(id))
  return (
    <section class="others" aria-label="Beside other relations">
      <div class="choices">
        {left.length > 0 && picked.length < most && (
          <label>
            Beside{' '}
            <select
              value=""
              onChange={event => event.currentTarget.value && set([...picked, event.currentTarget.value])}
            >
              <option value="">another relation …</option>
              {left.map(({id, name}) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {picked.map((id, n) => (
          <button
            key={id}
            type="button"
            class="chip"
            aria-label={`leave out ${lines[n + 1].name}`}
            onClick={() => set(picked.filter(other => other !== id))}
          >
            {lines[n + 1].name} ✕
          </button>
        ))}
      </div>
      {picked.length > 0 && <Multiples lines={lines} window={window} />}
    </section>
  )
}

const useMonths = (id: string | undefined, asOf: string | null) =>
  useLoaded<Months>(id === undefined ? null : `/r/${encodeURIComponent(id)}/months.json${withSearch('', {asof: asOf})}`)

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** The indices one under the other, on one scale and over the same months. */
function Multiples({lines, window}: {lines: readonly Line[]; window: Window | null}) {
  const within = (points: readonly IndexPoint[]) =>
    window === null
      ? points
      : points.filter(p => p.month >= window.first.slice(0, 7) && p.month <= window.last.slice(0, 7))
  const shown = lines.map(line => ({...line, points: line.points && within(line.points)}))
  const all = shown.flatMap(({points}) => points ?? [])
  if (all.length === 0) return <p class="faint">None of them has a month in this span.</p>
  const months = all.map(p => monthNumber(p.month))
  const [from, to] = [Math.min(...months), Math.max(...months)]
  const low = Math.floor(Math.min(0, ...all.map(p => p.low)))
  const high = Math.ceil(Math.max(0, ...all.map(p => p.high)))
  const x = (month: string) =>
    round(gutter + ((monthNumber(month) - from) / Math.max(1, to - from)) * (width - gutter - 8))
  const y = (row: number, level: number) =>
    round(row * rowHeight + 8 + (1 - (level - low) / (high - low || 1)) * (rowHeight - 16))
  const height = lines.length * rowHeight + 24
  const picture = () => {
    const drawing = document.querySelector<SVGSVGElement>('.multiples')
    return drawing && standAlone(drawing, `Détente · relations side by side · ${location.href}`)
  }
  return (
    <figure aria-busy={shown.some(({points}) => points === null)}>
      <svg
        class="multiples"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Levels from ${low} to ${high}; ${shown.map(lineWords).join('; ')}`}
      >
        {shown.map(({name, points, failed}, row) => (
          <g key={row}>
            <text x="0" y={row * rowHeight + 30} class={row === 0 ? 'own' : ''}>
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
            <text x="0" y={row * rowHeight + 48} class="small">
              {points === null
                ? 'loading …'
                : failed
                  ? 'not in the record'
                  : points.length === 0
                    ? 'nothing in this span'
                    : signed(points.at(-1)!.level)}
            </text>
            <text x={gutter - 6} y={y(row, high) + 4} class="small end">
              {signed(high, 0)}
            </text>
            <text x={gutter - 6} y={y(row, low) + 4} class="small end">
              {signed(low, 0)}
            </text>
            <line class="zero" x1={gutter} x2={width - 8} y1={y(row, 0)} y2={y(row, 0)} />
            {points !== null && points.length > 0 && (
              <>
                <polygon
                  class="band"
                  points={[
                    ...points.map(p => `${x(p.month)},${y(row, p.high)}`),
                    ...[...points].reverse().map(p => `${x(p.month)},${y(row, p.low)}`),
                  ].join(' ')}
                />
                <polyline points={points.map(p => `${x(p.month)},${y(row, p.level)}`).join(' ')} />
              </>
            )}
          </g>
        ))}
        <text x={gutter} y={height - 6} class="small">
          {monthWords(wordsOf(from))}
        </text>
        <text x={width - 8} y={height - 6} class="small end">
          {monthWords(wordsOf(to))}
        </text>
      </svg>
      <figcaption class="lane-legend">
        <span>
          all from {signed(low, 0)} to {signed(high, 0)}, with their 80 % bands
        </span>
        {shown.slice(1).map(
          ({name, path}) =>
            path && (
              <a key={path} href={path}>
                {name}
              </a>
            ),
        )}
        <SavePicture name="relations" picture={picture} />
      </figcaption>
    </figure>
  )
}

const lineWords = ({name, points}: Line) =>
  points === null || points.length === 0
    ? `${name}: nothing`
    : `${name}: ${signed(points[0].level)} in ${monthWords(points[0].month)}, ${signed(points.at(-1)!.level)} in ${monthWords(points.at(-1)!.month)}`

const wordsOf = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

const round = (value: number) => Math.round(value * 10) / 10
