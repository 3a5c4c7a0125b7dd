import type {Lexicon} from '../lexicon/index.ts'
import type {IncidentAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {sideBySide} from './figures.ts'

/** One incident: its tellings by origin, its numbers side by side, and what contradicts it. Throws `record/not-found`. */
export async function incident(record: OpenRecord, lexicon: Lexicon, id: string): Promise<IncidentAnswer> {
  const {incident: found, tellings} = await record.incident(id)
  const rivals = await record.rivals(id)
  const names: {[entity: string]: string} = {}
  for (const {actors, recipients} of [found, ...rivals.map(rival => rival.incident)])
    for (const {entity, name} of [...actors, ...recipients]) names[entity] ??= name
  for (const denier of found.contest?.deniers ?? []) names[denier] ??= lexicon.entities.get(denier)?.name ?? denier
  return {incident: found, tellings, figures: sideBySide(found.figures), rivals, names}
}
