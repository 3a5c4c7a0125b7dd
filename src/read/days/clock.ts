import type {Found, Meaning} from './meaning.ts'
import {gap} from './words.ts'

const times: {readonly [word: string]: string} = {
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  noon: 'T12:00',
  midday: 'T12:00',
  midnight: 'T24:00',
}
const zone = `(?:${gap}(?:EST|EDT|ET|GMT|UTC|PST|PDT|CET|local${gap}time))?`
const hour = `\\d{1,2}(?::\\d{2})?(?::\\d{2})?(?:${gap}?[ap]\\.?${gap}?m(?:\\.|(?![a-z])))|\\d{1,2}:\\d{2}(?::\\d{2})?|\\d{1,2}${gap}o[’']clock`
const clock = `(?:${hour}|noon|midday|midnight)${zone}`
const tail = new RegExp(
  `^(?:,?${gap}(?:early${gap}in${gap}the${gap}|late${gap}in${gap}the${gap}|in${gap}the${gap})?(morning|afternoon|evening|night)(?![a-z])|,?${gap}(?:at|@|for)?${gap}?(${clock}))`,
  'iu',
)
const head = new RegExp(
  `(?<![\\p{L}\\d])(?:at${gap}|around${gap}|about${gap})?(${clock})(?:,?${gap}(?:on${gap})?)$`,
  'iu',
)
const early = new RegExp(`(?<![\\p{L}\\d-])(?:early|late)${gap}$`, 'iu')

function clockTimex(words: string): string {
  const low = words.toLowerCase()
  const named = Object.keys(times).find(word => low.includes(word))
  if (named) return times[named]
  const parts = /(\d{1,2})(?::(\d{2}))?/.exec(low)!
  const after = /p\.?\s?m/.test(low)
  const h = (Number(parts[1]) % (after || /a\.?\s?m/.test(low) ? 12 : 24)) + (after ? 12 : 0)
  return `T${String(h).padStart(2, '0')}${parts[2] ? `:${parts[2]}` : ''}`
}

/** Draws a time of day that stands by a day into its phrase: "Friday morning", "9 a.m. EST Tuesday". */
export function withClock(text: string, found: Found): Found {
  const before = text.slice(Math.max(0, found.start - 36), found.start)
  const after = text.slice(found.end, found.end + 36)
  const t = tail.exec(after)
  const h = t ? null : head.exec(before)
  if (!t && !h) {
    const e = early.exec(before)
    return e && /day$/i.test(text.slice(found.start, found.end)) ? {...found, start: found.start - e[0].length} : found
  }
  const time = clockTimex((t ? (t[1] ?? t[2]) : h![1])!)
  return {
    ...found,
    start: h ? found.start - h[0].length : found.start,
    end: t ? found.end + t[0].length : found.end,
    mean: setting => {
      const meaning = found.mean(setting)
      return meaning ? timed(meaning, time) : null
    },
  }
}

function timed(meaning: Meaning, time: string): Meaning {
  if (meaning.precision !== 'day' || meaning.kind !== 'day' || meaning.timex === null) return meaning
  return /^(?:\d{4}|XXXX)-/.test(meaning.timex) && !meaning.timex.includes('T') && !meaning.timex.includes('/')
    ? {...meaning, timex: meaning.timex + time}
    : meaning
}
