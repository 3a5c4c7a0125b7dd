import type {OutsideAnswer} from '../../model/index.ts'
import type {Paint} from './paint.ts'

const bars = '▁▂▃▄▅▆▇█'

/** The relation of a pair as other projects coded it, for people; every line says that there is no text behind it. */
export function outsideText(
  {pair, direction, sources, happenings, tellings, index}: OutsideAnswer,
  paint: Paint,
): string {
  const [a, b] = pair
  const head = paint.bold(`${a.name} – ${b.name}, outside tellings${direction === 'both' ? '' : `, ${direction}`}`)
  if (sources.length === 0)
    return `${head}\nNo tables of other projects in the record. Import some with: npx detente import FILE…\n`
  const from = sources.map(({format, rows}) => `${format} (${rows} rows)`).join(', ')
  const last = index.points.at(-1)
  if (!last) return `${head}\nNothing between them in ${from}.\n`
  const years = new Map(index.points.map(({month, level}) => [month.slice(0, 4), level]))
  const drawn = [...years.values()]
    .map(level => bars[Math.max(0, Math.min(7, Math.floor((level + 10) / 2.5)))])
    .join('')
  return `${[
    head,
    `index ${last.month}: ${last.level.toFixed(2)}, 80 % band ${last.low.toFixed(2)} to ${last.high.toFixed(2)} (−10 conflict … +10 cooperation)`,
    `${index.points[0].month.slice(0, 4)} ${paint.mark(drawn)} ${last.month.slice(0, 4)}  (level at each year's end)`,
    paint.dim(`outside, no text: ${happenings} happenings from ${tellings} rows of ${from}`),
  ].join('\n')}\n`
}
