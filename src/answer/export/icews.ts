import {type Told, type ToldParty, outsideColumns} from '../../model/index.ts'
import {type Codes, cameoOf, cell, countryName, goldsteinOf, homeOf, numberOf, pairsOf} from './codes.ts'

/** ICEWS events: 20 columns after a header, one row a pair. The words of the code are PLOVER's. */
export function icewsRows(told: Told, codes: Codes): string[] {
  const cameo = cameoOf(told, codes)
  return pairsOf(told).map(([actor, recipient], pair) => {
    const cells: {[column: string]: string | number} = {
      'Event ID': numberOf(told.id, pair),
      'Event Date': told.first ?? '',
      ...sideOf('Source', actor, codes),
      'Event Text': told.event.toLowerCase() + (told.mode === null ? '' : ` (${told.mode})`),
      'CAMEO Code': cameo,
      Intensity: goldsteinOf(cameo, codes),
      ...(recipient === null ? {} : sideOf('Target', recipient, codes)),
      'Story ID': numberOf(`${told.doc.id}/ev_0`, 0),
      'Sentence Number': told.sentence + 1,
      Publisher: told.doc.outlet ?? '',
      City: told.latitude === null ? '' : (told.place ?? ''),
      Country: countryName(told.placeCountry, codes),
      Latitude: told.latitude ?? '',
      Longitude: told.longitude ?? '',
    }
    return outsideColumns.icews.map(column => cell(cells[column] ?? '')).join('\t')
  })
}

const sectors: {readonly [sector: string]: string} = {
  GOV: 'Government',
  MIL: 'Military',
  COP: 'Police',
  JUD: 'Judicial',
  LEG: 'Legislative / Parliamentary',
  PTY: 'Parties',
  OPP: 'Opposition',
  REB: 'Rebel',
  UAF: 'Unidentified armed forces, Rebel',
  CRM: 'Criminals / Gangs',
  MED: 'Media',
  BUS: 'Business',
}

function sideOf(side: 'Source' | 'Target', party: ToldParty, codes: Codes) {
  const {name, sector, entity} = party
  const home = homeOf(party, codes)
  return {
    [`${side} Name`]: name,
    [`${side} Sectors`]: sector === null || entity === home ? '' : (sectors[sector] ?? sector),
    [`${side} Country`]: countryName(home, codes),
  }
}
