/** First day of a day, month or year: `1990-05` begins on 1990-05-01. */
export function firstDay(cell: string): string | null {
  return cell.length === 10 ? cell : cell === '' ? null : `${cell}-01-01`.slice(0, 10)
}

/** An end known to the month or year only may be as late as its last day: until `1990-05` is before 1990-06-01. */
export function endOf(cell: string): string | null {
  if (cell === '' || cell.length === 10) return cell || null
  const [year, month = 12] = cell.split('-').map(Number)
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${nextYear}-${String(next).padStart(2, '0')}-01`
}
