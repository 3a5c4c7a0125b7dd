import type {Day} from '../../model/index.ts'

const known = new Map<string, Day | null>()

/** A day as other projects print it: `20150218`, `2015-02-18`, `2/18/2015` (month first), with or without a time. `null`: no such day. */
export function printedDay(text: string): Day | null {
  let day = known.get(text)
  if (day === undefined) {
    day = dayIn(text)
    // Days repeat by the thousand; a file with nothing but different times must not fill the memory.
    if (known.size > 100_000) known.clear()
    known.set(text, day)
  }
  return day
}

const forms: readonly [RegExp, readonly [year: number, month: number, day: number]][] = [
  [/^(\d{4})(\d\d)(\d\d)(?:\d{6})?$/, [1, 2, 3]],
  [/^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/, [1, 2, 3]],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/, [3, 1, 2]],
]

function dayIn(text: string): Day | null {
  for (const [form, [y, m, d]] of forms) {
    const found = form.exec(text)
    if (!found) continue
    const [year, month, day] = [Number(found[y]), Number(found[m]), Number(found[d])]
    const moment = new Date(0)
    moment.setUTCFullYear(year, month - 1, day)
    const real = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day && year > 0
    return real ? `${found[y]}-${found[m].padStart(2, '0')}-${found[d].padStart(2, '0')}` : null
  }
  return null
}

/** What to say of a cell that is no day. */
export const noDay = (column: string, cell: string) => `expected a day in ${column}, found “${cell.slice(0, 40)}”`
