import type {Lexicon} from '../lexicon/index.ts'
import {DetenteError, type ReaderAnswer} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {dateWords} from './words.ts'

/** One Doc with its reading, for the article reader. Throws `record/not-found`, also of one that was not known yet. */
export async function article(
  record: OpenRecord,
  lexicon: Lexicon,
  id: string,
  known: Known = {},
): Promise<ReaderAnswer> {
  const {doc, ...reading} = await record.reading(id, known).catch(async fault => {
    throw (await isThereNow(record, id, known)) ? notYet(id, known) : fault
  })
  const incidents = await record.incidentsOfDoc(id, known)
  const names = Object.fromEntries(reading.entities.map(entity => [entity.id, entity.name]))
  for (const {country} of reading.entities)
    if (country !== null) names[country] ??= lexicon.entities.get(country)?.name ?? country
  return {doc, reading, incidents, names, others: await record.otherPrints(id, null, known)}
}

const isThereNow = async (record: OpenRecord, id: string, {asOf, readBy}: Known) =>
  (asOf || readBy) &&
  (await record.reading(id).then(
    () => true,
    () => false,
  ))

const notYet = (id: string, {asOf, readBy}: Known) =>
  new DetenteError('record/not-found', `${id} was not known yet on ${dateWords((asOf ?? readBy)!)}: it came later`, {
    hint: 'Look at it as of today.',
  })
