import type {Evidence} from '../../../model/index.ts'

const notStated: {readonly [link: string]: string} = {
  speaker: 'speaker not stated',
  outlet: 'outlet not stated',
  'published-by': 'publisher not stated',
}

/** `Kamran Bukhari → BBC → Tarjoman`; an unknown speaker, outlet or publisher is said to be so, an absent translator is left out. */
export function chainWords(chain: Evidence['chain']): string {
  return chain
    .map(({link, name}) => name ?? notStated[link] ?? null)
    .filter(words => words !== null)
    .join(' → ')
}
