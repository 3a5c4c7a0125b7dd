import type {Party} from '../../model/index.ts'
import {countryOf, type Work} from '../work.ts'
import {mentionAt, type Scene} from './scene.ts'

/** "Lawmakers in France and Germany": the bodies of the other states named after an unnamed body of the first. */
export function bodiesBeside(scene: Scene, token: number, direct: readonly Party[]): Party[] {
  const [party] = direct
  if (direct.length !== 1 || !party.country || party.entity !== `${party.country}:${keyOf(party)}`) return []
  const {tree, work} = scene
  const found: Party[] = []
  for (const {token: at, prep} of tree.obliques(token)) {
    if (prep !== 'in' && prep !== 'of' && prep !== 'from') continue
    const mention = mentionAt(scene, at)
    const country = mention && mention.head === at ? countryOf(work, mention.entities[0]) : null
    if (!country || country === party.country || work.entities.get(country)?.kind !== 'state') continue
    found.push({...party, entity: bodyOf(work, party, country), country})
  }
  // Only where the first body's own state stands in the same list.
  const own = tree.obliques(token).some(({token: at}) => {
    const mention = mentionAt(scene, at)
    return mention && countryOf(work, mention.entities[0]) === party.country
  })
  return own ? found : []
}

const keyOf = ({entity}: Party) => entity.split(':')[1] ?? ''

function bodyOf(work: Work, party: Party, country: string): string {
  const id = `${country}:${keyOf(party)}`
  const like = work.entities.get(party.entity)
  const state = work.entities.get(country)
  if (!work.entities.has(id) && like && state)
    work.entities.set(id, {
      ...like,
      id,
      country,
      name: `${like.name.split(' ').slice(1).join(' ')} of ${state.name}`,
      wikidata: null,
    })
  return id
}
