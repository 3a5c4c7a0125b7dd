/** Days shown on the chart, as they stand in the address: `2021-08-01..2025-04-30`. */
export interface Window {
  readonly first: string
  readonly last: string
}

export function readWindow(text: string | null): Window | null {
  const found = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text ?? '')
  return found && found[1] < found[2] ? {first: found[1], last: found[2]} : null
}

export const windowText = ({first, last}: Window) => `${first}..${last}`

/** Seconds since 1970 of the beginning of a day or month. */
export function seconds(day: string): number {
  const [year, month, date = '1'] = day.split('-')
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 1000
}

/** The UTC day of a time in seconds. */
export const dayOf = (time: number) => new Date(time * 1000).toISOString().slice(0, 10)

/** The last day of a month. */
export const lastDay = (month: string) => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
