import type {Window} from './calendar.ts'
import type {Features} from './features.ts'
import {dyadShelves} from './parties.ts'
import {mix, type Shelf, shelfOf} from './shelves.ts'

/** A window longer than this many days is filed by blocks of so many days, up to a number of blocks. */
const shortWindow = 10
const block = 32
const mostBlocks = 24

/** Hashes of a paragraph by which its prints are found. */
const printed = 4

export interface Filing {
  /** Where others find it. */
  readonly filed: readonly Shelf[]
  /** Where those stand with which it may be one. */
  readonly sought: readonly Shelf[]
}

/** Tells apart what is filed under one number; below 8. */
const mark = {doc: 1, print: 2, day: 3, short: 4, long: 5, vague: 6} as const

/** By who, what and when; without a day, by article; and by paragraph, for prints of one report tell other days. */
export function filingOf({telling, kind, sides, window: told, published}: Features): Filing {
  const dyads = dyadShelves(kind, sides)
  // Talks of nobody knows whom stand alone.
  if (dyads.sought.length === 0) return {filed: [], sought: []}
  // The day of publication stands in for a day that is not told.
  const window = told ?? (published === null ? null : {from: published, to: published})
  const slack = telling.day?.approx ? 3 : 1
  const prints = telling.sketch.slice(0, printed).map(value => mix(mix(kind, mark.print), value))
  const doc = mix(mix(kind, mark.doc), shelfOf(telling.doc))
  const filed = [doc, ...prints]
  // What tells a day comes before what does not, and so need not look for it.
  const sought = told ? prints : filed
  if (window === null) return {filed, sought}
  const {from, to} = window
  const near = told ? {from: from - slack, to: to + slack} : {from: from - 4, to: to + 3}
  return {
    filed: [...filed, ...both(dyads.filed, filedTimes(window))],
    sought: [...sought, ...both(dyads.sought, soughtTimes(window, near))],
  }
}

function both(shelves: readonly Shelf[], times: readonly number[]): Shelf[] {
  const all: Shelf[] = []
  for (const shelf of shelves) for (const time of times) all.push(mix(shelf, time))
  return all
}

const blockOf = (day: number) => Math.floor(day / block)
const isShort = ({from, to}: Window) => to - from <= shortWindow
const isVague = ({from, to}: Window) => blockOf(to) - blockOf(from) >= mostBlocks

/** A short window by its days, and by its blocks for long ones to find; a long one by its blocks; eras only as they are. */
function filedTimes(window: Window): number[] {
  if (isVague(window)) return [vague(window)]
  if (!isShort(window)) return blocks(window, mark.long)
  return [...days(window), ...blocks(window, mark.short)]
}

function soughtTimes(window: Window, near: Window): number[] {
  if (isVague(window)) return [vague(window)]
  if (!isShort(window)) return [...blocks(near, mark.long), ...blocks(near, mark.short)]
  return [...days(near), ...blocks(near, mark.long)]
}

const vague = ({from, to}: Window) => mix(mix(mark.vague, from), to)

function days({from, to}: Window): number[] {
  const all: number[] = []
  for (let day = from; day <= to; day++) all.push(8 * day + mark.day)
  return all
}

function blocks({from, to}: Window, which: number): number[] {
  const all: number[] = []
  for (let n = blockOf(from); n <= blockOf(to); n++) all.push(8 * n + which)
  return all
}
