import type {Incident, RelationAnswer} from '../model/index.ts'
import {counts} from '../relation/index.ts'

/** Least that the record must hold on a pair before it answers. */
export const threshold = {incidents: 3, docs: 2} as const

/** Whether the record holds enough on the pair, by the stated threshold. */
export function isAnswerable({incidents}: RelationAnswer): boolean {
  const counted = incidents.filter(counts)
  return counted.length >= threshold.incidents && docsOf(counted) >= threshold.docs
}

/** From how many Docs some incidents come. */
export const docsOf = (incidents: readonly Incident[]): number =>
  new Set(incidents.flatMap(({docs}) => docs.map(({id}) => id))).size
