import {type Told, outsideColumns} from '../../model/index.ts'
import {type Codes, cell, compact, numberOf, pairsOf} from './codes.ts'

/** GDELT 2.0 mentions: 16 columns, no header, one row a telling and pair. Confidence and tone are not known here and empty. */
export function gdeltMentionRows(told: Told, _codes: Codes): string[] {
  const day = told.first ?? ''
  const printed = told.doc.published ?? told.doc.bounds.first ?? day
  return pairsOf(told).map((_, pair) => {
    const cells: {[column: string]: string | number} = {
      GLOBALEVENTID: numberOf(told.id, pair),
      EventTimeDate: `${compact(day)}000000`,
      MentionTimeDate: `${compact(printed)}000000`,
      // 1: the open web, by its address; 2: by a citation.
      MentionType: told.doc.url === null ? 2 : 1,
      MentionSourceName: told.doc.outlet ?? '',
      MentionIdentifier: told.doc.url ?? told.doc.id,
      SentenceID: told.sentence + 1,
      ActionCharOffset: told.start,
      InRawText: 1,
    }
    return outsideColumns['gdelt-mentions'].map(column => cell(cells[column] ?? '')).join('\t')
  })
}
