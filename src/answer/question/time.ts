import type {Lexicon} from '../../lexicon/index.ts'
import type {Day, Span} from '../../model/index.ts'
import {dayAfter, dayBefore, lastDayOf, monthsBefore} from './days.ts'
import {dateWords} from '../words.ts'
import {leaderTimes} from './leaders.ts'

/** The span of time that a question names, and how far ahead it looks. */
export interface QuestionTime {
  readonly since: Day | null
  readonly until: Day | null
  /** Months ahead, as asked; `null`: not said. */
  readonly horizon: number | null
  readonly spans: readonly Span[]
  /** Parts to be asked back. */
  readonly unclear: readonly string[]
}

interface Period {
  readonly since: Day | null
  readonly until: Day | null
  readonly span: Span
}

const monthNames = 'january|february|march|april|may|june|july|august|september|october|november|december'
const shortNames = 'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
const year = String.raw`(?:1[6-9]|20)\d\d`
const monthDay = String.raw`(?:\d{1,2} )?(?:${monthNames}|${shortNames})\.?(?: \d{1,2},?)? ${year}`
const date = String.raw`(?:(?:the )?(?:(?:1[6-9]|20)\d0s|${year}-\d\d-\d\d|${year}-\d\d|${monthDay}|${year}))`
const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** Words behind which a named time is one: a new Cold War is none. */
const inTime = '(?:in|during|throughout|through|with|like|at the time of)'
const amount = String.raw`(?:(\d{1,3}|an?|${numbers.slice(1).join('|')}|half a) )?(months?|years?|weeks?)`

/**
 * Reads the time that a question names. `today` anchors "last year" and "the past six months"; without it they are asked back.
 * Ends are included: "before 2001" ends with 2000-12-31, "after 2001" begins with 2002-01-01.
 */
export function timeIn(text: string, lexicon: Lexicon, today: Day | null): QuestionTime {
  const spans: Span[] = []
  const unclear: string[] = []
  const periods: Period[] = []
  const take = (form: string, use: (match: RegExpMatchArray, span: Span) => void) => {
    for (const match of text.matchAll(new RegExp(`\\b${form}(?![\\p{L}\\p{N}])`, 'giu'))) {
      const span = {start: match.index, end: match.index + match[0].length}
      if (spans.some(each => each.start < span.end && span.start < each.end)) continue
      spans.push(span)
      use(match, span)
    }
  }

  const names = namedTimes(lexicon)
  const dated = `(?:${date}|(?:the )?(?:${[...names.keys()].map(escaped).join('|')}))`
  const rangeOf = (words: string) => names.get(words.toLowerCase().replace(/^the /, '')) ?? dateRange(words)

  let horizon: number | null = null
  take(`(?:(?:with)?in|over|during|for) (?:the )?(?:next|coming) ${amount}`, ([, n, unit]) => {
    horizon = monthsOf(n, unit)
  })
  take(`within ${amount}`, ([, n, unit]) => {
    horizon = monthsOf(n, unit)
  })
  take(`in ${amount}`, ([, n, unit], span) => {
    if (n === undefined) spans.splice(spans.indexOf(span), 1)
    else horizon = monthsOf(n, unit)
  })
  take(`${amount} (?:ahead|from now)`, ([, n, unit]) => {
    horizon = monthsOf(n, unit)
  })
  take('next (month|year)', ([, unit]) => {
    horizon = monthsOf(undefined, unit)
  })

  take(`(?:from|between) (${dated}) (?:to|and|until|till|through|[-–]) (${dated})`, ([, from, to], span) => {
    periods.push({since: rangeOf(from).since, until: rangeOf(to).until, span})
  })
  take(`(${year}) ?[-–] ?(${year})`, ([, from, to], span) => {
    periods.push({since: `${from}-01-01`, until: `${to}-12-31`, span})
  })
  take(`since (${dated})`, ([, day], span) => {
    periods.push({since: rangeOf(day).since, until: null, span})
  })
  take(`after (${dated})`, ([, day], span) => {
    periods.push({since: dayAfter(rangeOf(day).until), until: null, span})
  })
  take(`before (${dated})`, ([, day], span) => {
    periods.push({since: null, until: dayBefore(rangeOf(day).since), span})
  })
  take(`(?:until|till|up to) (${dated})`, ([, day], span) => {
    periods.push({since: null, until: rangeOf(day).until, span})
  })
  take(date, ([day], span) => {
    periods.push({...rangeOf(day), span})
  })
  take(`${inTime} (${dated})`, ([, name], span) => {
    periods.push({...rangeOf(name), span})
  })
  take(`${amount} ago`, ([words, n, unit], span) => {
    if (today === null) unclear.push(sinceWhen(words))
    else periods.push({...aroundThen(monthsBefore(today, monthsOf(n, unit)), unit), span})
  })
  take(`(?:in|over|during|for) the (?:last|past) ${amount}`, ([words, n, unit], span) => {
    if (today === null) unclear.push(sinceWhen(words))
    else periods.push({since: monthsBefore(today, monthsOf(n, unit)), until: today, span})
  })
  take('(last|this) (year|month|week)', ([words, which, unit], span) => {
    if (today === null) unclear.push(sinceWhen(words))
    else periods.push({...calendarSpan(today, which.toLowerCase() === 'this', unit.toLowerCase()), span})
  })

  for (const leader of leaderTimes(text, lexicon)) {
    if (spans.some(each => each.start < leader.span.end && leader.span.start < each.end)) continue
    spans.push(leader.span)
    if (leader.unclear !== null) unclear.push(leader.unclear)
    else periods.push(leader)
  }

  const {since, until, odd} = joined(periods)
  if (odd !== null) unclear.push(odd)
  if (since !== null && until !== null && since > until)
    unclear.push(`Which span of time? ${dateWords(since)} comes after ${dateWords(until)}.`)
  const wrong = since !== null && until !== null && since > until
  return {since: wrong ? null : since, until: wrong ? null : until, horizon, spans, unclear}
}

function sinceWhen(words: string): string {
  return `Which days is “${words}”? The record has no last day to count from; give --since and --until.`
}

/** "since 2001" and "until 2008" make one span; two spans that both have both ends do not. */
function joined(periods: readonly Period[]): {since: Day | null; until: Day | null; odd: string | null} {
  const sinces = periods.flatMap(({since}) => since ?? [])
  const untils = periods.flatMap(({until}) => until ?? [])
  if (new Set(sinces).size > 1 || new Set(untils).size > 1) {
    const named = periods.map(
      ({since, until}) =>
        `${since === null ? 'the beginning' : dateWords(since)} to ${until === null ? 'now' : dateWords(until)}`,
    )
    return {since: null, until: null, odd: `Which span of time? The question names ${named.join(' and ')}.`}
  }
  return {since: sinces[0] ?? null, until: untils[0] ?? null, odd: null}
}

/** Wars and turning points that are told by name, in small letters. */
function namedTimes(lexicon: Lexicon): Map<string, {since: Day; until: Day}> {
  const rows = lexicon.table('named-times', ['name', 'since', 'until', 'from'])
  return new Map(rows.map(({cells: {name, since, until}}) => [name.toLowerCase(), {since, until}]))
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** This year and month run to today, this week is the last seven days; the last ones are those before. */
function calendarSpan(today: Day, current: boolean, unit: string): {since: Day; until: Day} {
  if (unit === 'week') {
    let until = today
    for (let n = 0; n < (current ? 0 : 7); n++) until = dayBefore(until)
    let since = until
    for (let n = 0; n < 6; n++) since = dayBefore(since)
    return {since, until}
  }
  const [year, month] = today.split('-')
  if (current) return {since: unit === 'year' ? `${year}-01-01` : `${year}-${month}-01`, until: today}
  if (unit === 'year') return whole(String(Number(year) - 1).padStart(4, '0'), undefined, undefined)
  const before = dayBefore(`${year}-${month}-01`)
  return {since: `${before.slice(0, 7)}-01`, until: before}
}

/** "Five years ago" is all of that year, "two months ago" all of that month. */
function aroundThen(day: Day, unit: string): {since: Day; until: Day} {
  const [year, month] = day.split('-')
  return unit.startsWith('year') ? whole(year, undefined, undefined) : whole(year, month, undefined)
}

function dateRange(words: string): {since: Day; until: Day} {
  const plain = words.toLowerCase().replace(/^the /, '')
  const decade = plain.match(/^(\d{3})0s$/)
  if (decade) return {since: `${decade[1]}0-01-01`, until: `${decade[1]}9-12-31`}
  const iso = plain.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/)
  if (iso) return whole(iso[1], iso[2], iso[3])
  const [year] = plain.match(/\d{4}$/) ?? ['']
  const name = plain.match(/[a-z]{3}/)?.[0] ?? ''
  const month = monthNames.split('|').findIndex(each => each.startsWith(name)) + 1
  const day = plain.slice(0, -4).match(/\d{1,2}/)?.[0]
  return whole(year, String(month).padStart(2, '0'), day?.padStart(2, '0'))
}

function whole(year: string, month: string | undefined, day: string | undefined): {since: Day; until: Day} {
  if (month === undefined) return {since: `${year}-01-01`, until: `${year}-12-31`}
  if (day === undefined) return {since: `${year}-${month}-01`, until: lastDayOf(year, month)}
  return {since: `${year}-${month}-${day}`, until: `${year}-${month}-${day}`}
}

function monthsOf(n: string | undefined, unit: string): number {
  const word = (n ?? 'a').toLowerCase()
  const number = /^an?$/.test(word)
    ? 1
    : word === 'half a'
      ? 0.5
      : numbers.includes(word)
        ? numbers.indexOf(word)
        : Number(word)
  const months = unit.startsWith('year') ? number * 12 : unit.startsWith('week') ? number / (365.25 / 84) : number
  return Math.max(1, Math.round(months))
}
