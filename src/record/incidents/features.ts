import {dayNumber, type Window, windowOf} from './calendar.ts'
import {type DyadKeys, dyadKeys, type Sides, sidesOf} from './parties.ts'
import {contentWords, rootOf, rootsOf} from './roots.ts'
import type {Telling} from './telling.ts'

/** What comparing a telling needs again and again. */
export interface Features {
  readonly window: Window | null
  /** Day number of publication. */
  readonly published: number | null
  readonly dyads: DyadKeys
  readonly sides: Sides
  readonly cue: readonly string[]
  /** Its words by root, without those that only name its parties. */
  readonly words: ReadonlyMap<string, string>
  readonly names: ReadonlySet<string>
}

const made = new WeakMap<Telling, Features>()

/** Worked out once for each telling. */
export function featuresOf(telling: Telling): Features {
  const known = made.get(telling)
  if (known) return known
  const names = new Set([...telling.actors, ...telling.recipients].flatMap(({name}) => rootsOf(name)))
  const words = new Map<string, string>()
  for (const word of telling.words) {
    const root = rootOf(word)
    if (!names.has(root)) words.set(root, word)
  }
  const cue = contentWords(telling.cue)
  const features = {
    window: windowOf(telling.day),
    published: telling.published === null ? null : dayNumber(telling.published),
    dyads: dyadKeys(telling),
    sides: sidesOf(telling),
    cue: (cue.length ? cue : rootsOf(telling.cue)).map(rootOf),
    words,
    names,
  }
  made.set(telling, features)
  return features
}
