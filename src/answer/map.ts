import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, MapAnswer, MapPlace, MapQuery} from '../model/index.ts'
import type {OpenRecord, PlacedIncident} from '../record/index.ts'

/** Incidents listed at one place. */
const mostAtOnePlace = 60

/** Where it happened: incidents by place, with how finely the place is known. What has no place on the earth is counted, not pinned. */
export async function mapOf(record: OpenRecord, lexicon: Lexicon, query: MapQuery): Promise<MapAnswer> {
  const [incidents, names] = await Promise.all([record.places(query), record.names()])
  const nameOf = (id: EntityId) => lexicon.entities.get(id)?.name ?? names[id] ?? id
  const byPlace = new Map<string, PlacedIncident[]>()
  const unresolved = new Map<string, number>()
  let untold = 0
  for (const incident of incidents) {
    const {place} = incident
    if (place === null) untold++
    else if (place.latitude === null || place.longitude === null || place.precision === 'unresolved')
      unresolved.set(place.name, (unresolved.get(place.name) ?? 0) + 1)
    else {
      const key = [place.latitude, place.longitude, place.precision].join()
      const list = byPlace.get(key)
      if (list) list.push(incident)
      else byPlace.set(key, [incident])
    }
  }
  const places = [...byPlace.values()].map((list): MapPlace => {
    const {name, country, precision, latitude, longitude} = list[0].place!
    return {
      name,
      country: country && nameOf(country),
      precision,
      latitude: latitude!,
      longitude: longitude!,
      count: list.length,
      incidents: list
        .slice(0, mostAtOnePlace)
        .map(({id, event, mode, reality, denied, first, last, actors, recipients}) => ({
          id,
          event,
          mode,
          reality,
          denied,
          days: {first, last},
          actors: actors.map(nameOf),
          recipients: recipients.map(nameOf),
        })),
    }
  })
  return {
    places: places.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    unresolved: [...unresolved]
      .map(([name, count]) => ({name, count}))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    untold,
  }
}
