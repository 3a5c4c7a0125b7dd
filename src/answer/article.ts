import type {Lexicon} from '../lexicon/index.ts'
import type {ReaderAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'

/** One Doc with its reading, for the article reader. Throws `record/not-found`. */
export async function article(record: OpenRecord, lexicon: Lexicon, id: string): Promise<ReaderAnswer> {
  const {doc, ...reading} = await record.reading(id)
  const incidents = await record.incidentsOfDoc(id)
  const names = Object.fromEntries(reading.entities.map(entity => [entity.id, entity.name]))
  for (const {country} of reading.entities)
    if (country !== null) names[country] ??= lexicon.entities.get(country)?.name ?? country
  return {doc, reading, incidents, names, others: await record.otherPrints(id)}
}
