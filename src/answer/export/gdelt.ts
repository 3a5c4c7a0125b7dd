import {type Told, type ToldParty, outsideColumns} from '../../model/index.ts'
import {
  actorCode,
  type Codes,
  cameoOf,
  cell,
  compact,
  countryCode,
  fipsOf,
  goldsteinOf,
  homeOf,
  numberOf,
  pairsOf,
  quadOf,
} from './codes.ts'

/** GDELT 2.0 events: 61 columns, no header, one row a pair. What is not known here (tone, ethnic and religious codes) is empty. */
export function gdeltRows(told: Told, codes: Codes): string[] {
  const day = told.first ?? ''
  const cameo = cameoOf(told, codes)
  return pairsOf(told).map(([actor, recipient], pair) => {
    const cells: {[column: string]: string | number} = {
      GLOBALEVENTID: numberOf(told.id, pair),
      SQLDATE: compact(day),
      MonthYear: compact(day).slice(0, 6),
      Year: day.slice(0, 4),
      FractionDate: fractionOf(day),
      ...sideOf('Actor1', actor, codes),
      ...(recipient === null ? {} : sideOf('Actor2', recipient, codes)),
      IsRootEvent: told.sentence === 0 ? 1 : 0,
      EventCode: cameo,
      EventBaseCode: cameo.slice(0, 3),
      EventRootCode: cameo.slice(0, 2),
      QuadClass: quadOf(told.event),
      GoldsteinScale: goldsteinOf(cameo, codes),
      NumMentions: told.tellings,
      NumSources: told.origins,
      NumArticles: told.docs,
      Actor1Geo_Type: 0,
      Actor2Geo_Type: 0,
      ...placeOf(told, codes),
      DATEADDED: told.doc.published === null ? '' : `${compact(told.doc.published)}000000`,
      SOURCEURL: told.doc.url ?? told.doc.id,
    }
    return outsideColumns.gdelt.map(column => cell(cells[column] ?? '')).join('\t')
  })
}

function sideOf(side: 'Actor1' | 'Actor2', party: ToldParty, codes: Codes): {[column: string]: string} {
  const home = homeOf(party, codes)
  return {
    [`${side}Code`]: actorCode(party, codes),
    [`${side}Name`]: party.name.toUpperCase(),
    [`${side}CountryCode`]: home === null ? '' : countryCode(home, codes),
    [`${side}Type1Code`]: party.entity === home ? '' : (party.sector ?? ''),
  }
}

function placeOf({place, placeCountry, latitude, longitude}: Told, codes: Codes): {[column: string]: string | number} {
  if (place === null) return {ActionGeo_Type: 0}
  return {
    // 1: a country, 4: a place in the world.
    ActionGeo_Type: latitude === null ? 1 : 4,
    ActionGeo_FullName: place,
    ActionGeo_CountryCode: fipsOf(placeCountry, codes),
    ActionGeo_Lat: latitude ?? '',
    ActionGeo_Long: longitude ?? '',
  }
}

/** GDELT's own rule: year and (month × 30 + day) / 365, four digits. */
function fractionOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return (year + (month * 30 + date) / 365).toFixed(4)
}
