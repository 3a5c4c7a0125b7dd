import {type Told, type ToldParty, outsideColumns} from '../../model/index.ts'
import {scoreOf} from '../../relation/index.ts'
import {type Codes, cell, countryName, homeOf, quadOf} from './codes.ts'

const quads = ['', 'VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT']

/** POLECAT: 40 columns after a header, one row a telling; several actors stand in one cell, between semicolons. */
export function polecatRows(told: Told, codes: Codes): string[] {
  const cells: {[column: string]: string | number} = {
    'Event ID': told.id,
    'Event Date': told.first ?? '',
    'Event Type': told.event,
    'Event Mode': told.mode ?? '',
    Intensity: scoreOf(told.event, told.mode),
    'Quad Code': quads[quadOf(told.event)],
    Contexts: told.contexts.join(';'),
    ...sideOf('Actor', told.actors, codes),
    ...sideOf('Recipient', told.recipients, codes),
    Placename: told.place ?? '',
    City: told.latitude === null ? '' : (told.place ?? ''),
    Country: countryName(told.placeCountry, codes),
    Latitude: told.latitude ?? '',
    Longitude: told.longitude ?? '',
    'Raw Placename': told.place ?? '',
    Source: told.doc.outlet ?? '',
    'Publication Date': told.doc.published ?? '',
    Language: told.language,
    Version: 'detente',
  }
  return [outsideColumns.polecat.map(column => cell(cells[column] ?? '')).join('\t')]
}

function sideOf(side: 'Actor' | 'Recipient', parties: readonly ToldParty[], codes: Codes) {
  const cow = (home: string | null) => (home === null ? null : codes.lexicon.states.get(home)?.cow)
  const list = (of: (party: ToldParty) => string | number | null | undefined) =>
    parties.length === 0 || parties.every(party => !of(party)) ? '' : parties.map(party => of(party) ?? '').join(';')
  return {
    [`${side} Name`]: list(({name}) => name.replaceAll(';', ',')),
    [`${side} Country`]: list(party => homeOf(party, codes)),
    [`${side} COW`]: list(party => cow(homeOf(party, codes))),
    [`Primary ${side} Sector`]: list(({sector}) => sector),
    [`${side} Sectors`]: list(({sector}) => sector),
    [`${side} Name Raw`]: list(({words}) => words.replaceAll(';', ',')),
    [`Wikipedia ${side} ID`]: list(({wikidata}) => wikidata),
  }
}
