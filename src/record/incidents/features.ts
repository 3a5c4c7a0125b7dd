import {dayNumber, type Window, windowOf} from './calendar.ts'
import {type DyadKeys, dyadKeys, type Sides, sidesOf} from './parties.ts'
import {contentWords, remembered, rootOf, rootsOf} from './roots.ts'
import type {Telling} from './telling.ts'

/** A telling with what comparing it needs again and again. */
export interface Features<T extends Telling = Telling> {
  readonly telling: T
  readonly window: Window | null
  /** Day number of publication. */
  readonly published: number | null
  readonly dyads: DyadKeys
  readonly sides: Sides
  readonly cue: readonly string[]
  /** Its words by root, without those that only name its parties. */
  readonly words: ReadonlyMap<string, string>
  readonly roots: readonly string[]
  readonly names: ReadonlySet<string>
}

const numberOf = remembered(dayNumber)
const namesIn = remembered((name: string): readonly string[] => rootsOf(name))
const rootsOfCue = remembered((cue: string): readonly string[] => {
  const words = contentWords(cue)
  return (words.length ? words : rootsOf(cue)).map(rootOf)
})

export function featuresOf<T extends Telling>(telling: T): Features<T> {
  const names = new Set([...telling.actors, ...telling.recipients].flatMap(({name}) => namesIn(name)))
  const words = new Map<string, string>()
  for (const word of telling.words) {
    const root = rootOf(word)
    if (!names.has(root)) words.set(root, word)
  }
  return {
    telling,
    window: windowOf(telling.day),
    published: telling.published === null ? null : numberOf(telling.published),
    dyads: dyadKeys(telling),
    sides: sidesOf(telling),
    cue: rootsOfCue(telling.cue),
    words,
    roots: [...words.keys()],
    names,
  }
}
