import type {Day, DayReading} from '../../model/index.ts'
import {matchesIn, wordPatterns} from '../matches.ts'
import type {Work} from '../work.ts'
import {dayMonth, dayOfThat, iso, monthDay, nineEleven, numeric, slashed} from './absolute.ts'
import {numberOf} from './calendar.ts'
import {withClock} from './clock.ts'
import {eightFigures, isoInName, namedMonthFigures, shortFigures, yearAndMonth} from './figures-only.ts'
import {hijri} from './hijri.ts'
import {holiday} from './holidays.ts'
import {leanAt} from './lean.ts'
import {hung, type Placed, range} from './joins.ts'
import {limited} from './limits.ts'
import type {Found, Kind, Setting} from './meaning.ts'
import {month, monthYear} from './months.ts'
import {monthsBetween} from './months-between.ts'
import {quarter, season, steps, those, vagueSteps, weekOf} from './narrative.ts'
import {occasionsIn} from './occasions.ts'
import {officesIn} from './offices.ts'
import {daysMonth, monthDays, monthsYear} from './ranges.ts'
import {ago, ahead, future, nearDays, periods, present, stretches, weekend} from './relative.ts'
import {duration, sets} from './spans.ts'
import {weekdays} from './weekdays.ts'
import {nthOf, numberedWeek, partOfThis, workWeek} from './weeks.ts'
import {amountOf, unitOf} from './words.ts'
import {century, decade, year, years} from './years.ts'

/** Every kind of day expression. Where two read the same words, the longer one stands, then the earlier in this list. */
export const kinds: readonly Kind[] = [
  monthDays,
  daysMonth,
  monthsYear,
  monthsBetween,
  nthOf,
  numberedWeek,
  hijri,
  iso,
  namedMonthFigures,
  eightFigures,
  isoInName,
  yearAndMonth,
  numeric,
  shortFigures,
  monthDay,
  dayMonth,
  dayOfThat,
  nineEleven,
  slashed,
  monthYear,
  quarter,
  weekOf,
  holiday,
  years,
  decade,
  century,
  season,
  weekdays,
  nearDays,
  ago,
  ahead,
  steps,
  vagueSteps,
  those,
  stretches,
  periods,
  workWeek,
  partOfThis,
  weekend,
  month,
  sets,
  duration,
  present,
  future,
  year,
]

function sizeOf(amount: string | undefined, word: string | undefined): Found['size'] {
  const value = amount === undefined ? null : amountOf(amount).value
  if (value === null || word === undefined) return undefined
  const {unit, times} = unitOf(word)
  return {unit, count: value * times}
}

const patterns = wordPatterns(kinds.map(({pattern}) => pattern))

/** A day expression as found by hand: it starts somewhere, and may be a range of two others. */
function candidates(text: string, more: readonly Found[]): Found[] {
  const list: {found: Found; order: number}[] = more.map(found => ({found, order: -1}))
  for (const [order, match] of matchesIn(text, patterns)) {
    const kind = kinds[order]
    const groups = match.groups ?? {}
    const mean = kind.read(groups, match)
    if (!mean) continue
    const said = Number(groups.year ?? groups.year2 ?? groups.year3)
    const found = {
      start: match.index,
      end: match.index + match[0].length,
      mean,
      year: said > 99 ? said : undefined,
      size: kind.name === 'duration' || kind.name === 'step' ? sizeOf(groups.amount, groups.unit) : undefined,
    }
    list.push({found: withClock(text, found), order})
  }
  list.sort((a, b) => a.found.start - b.found.start || b.found.end - a.found.end || a.order - b.order)
  return list.map(({found}) => found)
}

/** Candidates that overlap one another, in runs. */
function* runs(list: readonly Found[]): Generator<Found[]> {
  let run: Found[] = []
  let end = -1
  for (const found of list) {
    if (run.length > 0 && found.start >= end) {
      yield run
      run = []
    }
    run.push(found)
    end = Math.max(end, found.end)
  }
  if (run.length > 0) yield run
}

/** A year that a later month may lean on: told with its month or day, or opening its sentence ("In 1990, …"). */
function opens(text: string, {start, meaning}: Placed): boolean {
  if (meaning.precision === 'day' || meaning.precision === 'month') return true
  return /(?:^|[.!?][”"’')]*\s|\n)\s*(?:In|By|During|Back in)\s+(?:the\s+)?$/.test(
    text.slice(Math.max(0, start - 20), start),
  )
}

export interface DaysOptions {
  /** Day of publication; relative days hang on it. */
  readonly published: Day | null
  /** Day expressions found by other means, such as terms of office. */
  readonly more?: readonly Found[]
}

/** The day expressions of a text, with what they mean: on the calendar where the text and its day of publication tell. */
export function daysIn(text: string, {published, more = []}: DaysOptions): DayReading[] {
  const readings: DayReading[] = []
  const at = published === null ? null : numberOf(published)
  const publishedYear = published === null ? null : Number(published.slice(0, 4))
  let previous: Setting['previous'] = null
  let told: {value: number; id: string; end: number; fresh: boolean; sets: boolean} | null = null
  let before: Placed | null = null
  const settingAt = (found: Found): Setting => {
    const near = told && found.start - told.end < 260 && !/\n\s*\n/.test(text.slice(told.end, found.start))
    const narrated =
      told &&
      (published === null
        ? found.start - told.end < 1200
        : near && told.fresh && told.sets && told.value < publishedYear!)
    return {
      published: at,
      previous,
      year: told && narrated ? {value: told.value, id: told.id} : null,
      lean: leanAt(text, found.start, found.end),
    }
  }
  const keep = (placed: Placed, id: string, setting: Setting) => {
    const words = text.slice(placed.start, placed.end)
    const meaning = limited(placed.meaning, text.slice(Math.max(0, placed.start - 18), placed.start), words, setting)
    readings.push({id, span: {start: placed.start, end: placed.end}, ...meaning})
    if (placed.meaning.kind !== 'day') return
    if (placed.found.year !== undefined)
      told = {value: placed.found.year, id, end: placed.end, fresh: true, sets: opens(text, placed)}
    else if (told && placed.meaning.anchor.to === 'published') told = {...told, fresh: false}
    if (placed.meaning.first !== null && placed.meaning.last !== null)
      previous = {
        first: numberOf(placed.meaning.first),
        last: numberOf(placed.meaning.last),
        id,
        precision: placed.meaning.precision,
      }
  }
  for (const run of runs(candidates(text, more))) {
    const taken: Placed[] = []
    for (const found of [...run].sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (taken.some(other => found.start < other.end && other.start < found.end)) continue
      const meaning = found.mean(settingAt(found))
      if (meaning) taken.push({found, start: found.start, end: found.end, meaning})
    }
    for (const placed of taken.sort((a, b) => a.start - b.start)) {
      const setting = settingAt(placed.found)
      const joined: Placed | null = before ? (range(text, before, placed, setting) ?? hung(text, before, placed)) : null
      if (joined) {
        const {id} = readings.pop()!
        keep(joined, id, setting)
        before = null
      } else {
        keep(placed, `day_${readings.length + 1}`, setting)
        before = placed
      }
    }
  }
  return readings
}

/** Finds every day expression of the Doc. */
export function findDays(work: Work): void {
  const {doc, lexicon} = work
  work.days = daysIn(doc.text, {
    published: doc.published.day,
    more: [...officesIn(doc.text, lexicon), ...occasionsIn(doc.text, lexicon)],
  })
}
