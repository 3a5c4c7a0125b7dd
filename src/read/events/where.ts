import type {Mention, PlaceReading} from '../../model/index.ts'
import {countryOf} from '../work.ts'
import type {Hit} from './hit.ts'
import {mentionAt, type Scene} from './scene.ts'

/** The place that an act is said to have been at: a toponym of its clause in the sense of a place, nearest first. */
export function placeOf(scene: Scene, hit: Hit, first: number, last: number): PlaceReading | null {
  const {tree} = scene
  let best: Mention | null = null
  let score = -1
  for (let token = first; token <= last; token++) {
    const mention = mentionAt(scene, token)
    if (!mention || mention.head !== token || mention.sense !== 'place') continue
    const head = tree.head(token)
    const attached = head === hit.trigger || head === hit.light ? 2 : 0
    const prep = tree.preposition(token)
    const inside = prep === 'in' || prep === 'at' || prep === 'near' || prep === 'inside' ? 1 : 0
    if (attached + inside > score) {
      best = mention
      score = attached + inside
    }
  }
  return best ? reading(scene, best) : null
}

function reading({work}: Scene, mention: Mention): PlaceReading {
  const name = work.doc.text.slice(mention.span.start, mention.span.end)
  const known = work.lexicon.placesNamed(name)
  const country = countryOf(work, mention.entities[0]) ?? known[0]?.country ?? null
  const place = known.find(one => one.country === country) ?? known[0]
  if (place && place.country === country)
    return {
      span: mention.span,
      name,
      country,
      precision: /region|province|sea|strait/.test(place.kind)
        ? 'region'
        : /site|airport|base|camp/.test(place.kind)
          ? 'site'
          : 'city',
      latitude: place.latitude,
      longitude: place.longitude,
    }
  const isState = mention.entities.some(id => work.entities.get(id)?.kind === 'state')
  return {
    span: mention.span,
    name,
    country,
    precision: isState ? 'country' : 'unresolved',
    latitude: null,
    longitude: null,
  }
}
