import {coarseness, dayNumber, type Window, windowOf} from './calendar.ts'
import {isPartial, type Sides, sidesOf} from './parties.ts'
import {contentWords, remembered, rootOf, rootsOf} from './roots.ts'
import {mix, type Shelf, shelfOf} from './shelves.ts'
import type {Telling} from './telling.ts'
import type {Vocabulary} from './vocabulary.ts'

/** A telling with what comparing it needs again and again. */
export interface Features<T extends Telling = Telling> {
  readonly telling: T
  /** Of its type and realm: tellings of two kinds are never the same. */
  readonly kind: Shelf
  readonly window: Window | null
  /** Day number of publication. */
  readonly published: number | null
  readonly sides: Sides
  /** Exact ones first, news before what is retold, those with both sides before those with one. */
  readonly rank: number
  /** Roots of the words of the act. */
  readonly cue: readonly string[]
  /** Its words without those that only name its parties: the numbers of their roots, ascending, and one word of each. */
  readonly roots: readonly number[]
  readonly words: readonly string[]
}

/** What happened, was planned, was supposed and did not happen are never the same. */
export const realm = ({reality}: Telling) => (reality === 'historical' ? 'occurred' : reality)

const rootsOfCue = remembered((cue: string): readonly string[] => {
  const words = contentWords(cue)
  return (words.length ? words : rootsOf(cue)).map(rootOf)
})

export function featuresOf<T extends Telling>(telling: T, vocabulary: Vocabulary): Features<T> {
  const kind = mix(shelfOf(telling.event), shelfOf(realm(telling)))
  const sides = sidesOf(telling)
  const window = windowOf(telling.day)
  const exactness = window ? coarseness(telling.day?.precision ?? null) : 8
  return {
    telling,
    kind,
    window,
    published: telling.published === null ? null : dayNumber(telling.published),
    sides,
    rank: 4 * exactness + (telling.reality === 'historical' ? 2 : 0) + (isPartial(sides) ? 1 : 0),
    cue: rootsOfCue(telling.cue),
    ...ownWords(telling, vocabulary),
  }
}

function ownWords(telling: Telling, vocabulary: Vocabulary): Pick<Features, 'roots' | 'words'> {
  const names: number[] = []
  for (const {name} of telling.actors) names.push(...vocabulary.inName(name))
  for (const {name} of telling.recipients) names.push(...vocabulary.inName(name))
  const roots: number[] = []
  const words: string[] = []
  for (const word of telling.words) {
    const root = vocabulary.of(word)
    if (names.includes(root)) continue
    let place = roots.length
    while (place > 0 && roots[place - 1] > root) place--
    const again = place > 0 && roots[place - 1] === root
    if (again) words[place - 1] = word
    else {
      roots.splice(place, 0, root)
      words.splice(place, 0, word)
    }
  }
  return {roots, words}
}
