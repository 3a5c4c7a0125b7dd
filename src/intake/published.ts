import type {Day, Published, PublishedCandidate} from '../model/index.ts'

export type Place = 'top' | 'end' | 'teaser' | 'comment' | 'elsewhere'

/** A day on offer, before it is known which one wins. */
export interface OfferedDay {
  readonly day: Day
  readonly from: PublishedCandidate['from']
  readonly words: string
  /** Where on the page it stands; for stamps in the head, `top`. */
  readonly place: Place
  /** It is the day of the last change. */
  readonly change: boolean
  /** The stamp counts in UTC, which may be another day than where the article was printed. */
  readonly utc?: boolean
  /** Sign or words that put it in its place: `class "related-posts"`. */
  readonly because?: string
}

const order: readonly PublishedCandidate['from'][] = ['given', 'json-ld', 'opengraph', 'meta', 'time', 'printed', 'url']

const names: {readonly [from in PublishedCandidate['from']]: string} = {
  given: 'the day that was given',
  'json-ld': 'the structured data',
  opengraph: 'the OpenGraph data',
  meta: "the page's metadata",
  time: 'the <time> at the headline',
  printed: 'the printed day',
  url: 'the address',
}

/** Chooses the day of publication; unknown when no offer is a day of publication. `fetched` bounds it from above. */
export function choosePublished(offers: readonly OfferedDay[], fetched: Day | null): Published {
  const reasons = offers.map(offer => disqualified(offer, fetched))
  const eligible = offers.filter((_, n) => reasons[n] === null)
  const winner = choose(eligible)
  const candidates = offers.map((offer, n): PublishedCandidate => {
    const won = offer === winner.offer
    const why = reasons[n] ?? (won ? winner.why : lost(offer, winner.offer!))
    return {day: offer.day, from: offer.from, words: offer.words.slice(0, 120), won, why}
  })
  const day = winner.offer?.day ?? null
  if (day !== null) return {day, bounds: {first: day, last: day, why: [winner.why]}, candidates}
  const why = [offers.length === 0 ? 'the page offers no day' : 'no day that the page offers is its day of publication']
  if (fetched !== null) why.push(`not after ${fetched}, the day it was fetched`)
  return {day: null, bounds: {first: null, last: fetched, why}, candidates}
}

function disqualified(offer: OfferedDay, fetched: Day | null): string | null {
  const because = offer.because ? `: ${offer.because}` : ''
  if (offer.place === 'teaser') return `related-post teaser${because}`
  if (offer.place === 'comment') return `in a comment${because}`
  if (offer.place === 'elsewhere') return `not at the headline${because}`
  if (offer.change) return 'the day of the last change'
  if (fetched !== null && offer.from !== 'given' && offer.day > nextDay(fetched))
    return `after ${fetched}, the day it was fetched`
  return null
}

function choose(offers: readonly OfferedDay[]): {offer: OfferedDay | null; why: string} {
  const ranked = [...offers].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from) || place(a) - place(b))
  const first = ranked[0]
  if (!first) return {offer: null, why: ''}
  if (first.from === 'given') return {offer: first, why: 'given'}
  const printed = ranked.find(
    offer => (offer.from === 'time' || offer.from === 'printed') && !offer.utc && offer.place === 'top',
  )
  const local = printed ?? ranked.find(offer => offer.from === 'url')
  if (first.utc && local && Math.abs(daysBetween(first.day, local.day)) === 1)
    return {
      offer: local,
      why: `${local.from === 'url' ? 'as in the address' : 'as printed'}; ${names[first.from]} says ${first.day} by UTC, the same night`,
    }
  const others = ranked.filter(offer => offer.day !== first.day && Math.abs(daysBetween(offer.day, first.day)) > 1)
  for (const other of others) {
    const with_ = others.filter(offer => offer.day === other.day)
    if (agreeing(with_) >= 2 && agreeing(ranked.filter(offer => offer.day === first.day)) < 2)
      return {
        offer: with_[0],
        why: `${with_.map(offer => names[offer.from]).join(' and ')} agree against ${names[first.from]}`,
      }
  }
  const same = ranked.filter(offer => offer !== first && offer.day === first.day).length
  const against = [...new Set(ranked.filter(offer => offer.day !== first.day).map(offer => offer.day))]
  const why = [names[first.from]]
  if (same > 0) why.push(`${same} more agree${same === 1 ? 's' : ''}`)
  if (against.length > 0) why.push(`before ${against.join(', ')}`)
  return {offer: first, why: why.join('; ')}
}

/** Kinds of source, for two attributes of one kind are one witness. */
function agreeing(offers: readonly OfferedDay[]): number {
  const kinds = new Set(
    offers.map(({from}) =>
      from === 'json-ld' || from === 'opengraph' || from === 'meta' ? 'data' : from === 'url' ? 'url' : 'shown',
    ),
  )
  return kinds.size
}

function lost(offer: OfferedDay, winner: OfferedDay): string {
  if (offer.day === winner.day) return `agrees with ${names[winner.from]}`
  const gap = Math.abs(daysBetween(offer.day, winner.day))
  return `${gap} day${gap === 1 ? '' : 's'} from ${names[winner.from]}, which counts for more`
}

function place(offer: OfferedDay): number {
  return offer.place === 'top' ? 0 : 1
}

function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / 86_400_000)
}

function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
