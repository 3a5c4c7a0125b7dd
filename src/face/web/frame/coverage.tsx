import type {Coverage} from '../../../model/index.ts'
import {count, rangeWords} from '../format.ts'

/** Independent origins a month over the days that the record covers; `null` while these are not known. */
export function originsAMonth({origins, days}: Coverage): number | null {
  if (days.first === null || days.last === null) return null
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return origins / (month(days.last) - month(days.first) + 1)
}

/** `6 origins a month`; where that is less than one, `1.1 origins a year`. */
export function rateWords(month: number): string {
  const [rate, unit] = month < 0.95 ? [month * 12, 'year'] : [month, 'month']
  const words =
    rate < 0.05 ? 'less than 0.1' : rate >= 9.95 ? String(Math.round(rate)) : rate.toFixed(1).replace(/\.0$/, '')
  return `${words} ${words === '1' ? 'origin' : 'origins'} a ${unit}`
}

/** How much the record holds: nothing on the page is truer than this. */
export function CoverageChip({coverage}: {coverage: Coverage | null}) {
  if (coverage === null) return <span class="chip coverage">…</span>
  const {docs, outlets, origins, days} = coverage
  const rate = originsAMonth(coverage)
  if (docs === 0)
    return (
      <a class="chip coverage" href="/add">
        nothing read yet
      </a>
    )
  return (
    <a class="chip coverage" href="/runs" title={`${count(origins, 'independent origin')}; ${rangeWords(days, null)}`}>
      {count(docs, 'article')}, {count(outlets, 'outlet')}
      {rate !== null && <span class="rate">, {rateWords(rate)}</span>}
    </a>
  )
}
