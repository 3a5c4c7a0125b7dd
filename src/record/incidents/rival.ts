import type {Rival} from '../../model/index.ts'
import {agree} from './agree.ts'
import {realm} from './features.ts'
import {agreement, sidesOf} from './parties.ts'
import type {Telling} from './telling.ts'

/** Tellings of each incident that are compared. */
const compared = 8

/**
 * Whether two incidents that are not joined contradict each other: `reality` when what one tells as having happened the other
 * tells as not having happened; `actors` when they differ in nothing but whom they name as the one who did it.
 */
export function isRival(own: readonly Telling[], other: readonly Telling[]): Rival['about'] | null {
  for (const a of own.slice(0, compared))
    for (const b of other.slice(0, compared)) {
      const about = contradicts(a, b)
      if (about) return about
    }
  return null
}

function contradicts(a: Telling, b: Telling): Rival['about'] | null {
  const realms = [realm(a), realm(b)]
  if (realms[0] !== realms[1]) {
    if (!realms.includes('occurred') || !realms.includes('negation')) return null
    return holds(a, {...b, reality: a.reality}) ? 'reality' : null
  }
  if (realms[0] !== 'occurred') return null
  const [x, y] = [sidesOf(a), sidesOf(b)]
  if (x.mutual || x.actors.length === 0 || y.actors.length === 0 || agreement(x.actors, y.actors)) return null
  // Someone must have been done the same to, on a day and in a place or with a toll that both tell.
  const told = a.place !== null && a.place.name === b.place?.name
  const toll = a.figures.some(({what, low}) =>
    b.figures.some(each => each.what === what && each.low === low && low > 2),
  )
  if (!told && !toll) return null
  return holds(a, {...b, actors: a.actors}) ? 'actors' : null
}

function holds(a: Telling, b: Telling): boolean {
  const found = agree(a, b)
  return found !== null && found.points >= found.needed
}
