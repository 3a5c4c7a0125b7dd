import type {Told, ToldParty} from '../../model/index.ts'
import {scoreOf} from '../../relation/index.ts'
import {actorCode, type Codes, quadOf} from './codes.ts'

/** PLOVER JSON Lines: one object a telling. What did not happen, or not then, says so in `context`. */
export function ploverRows(told: Told, codes: Codes): string[] {
  const {first, last, reality, doc} = told
  const row = {
    id: told.id,
    date: first,
    ...(last === first ? {} : {enddate: last}),
    actor: told.actors.map(party => entityOf(party, codes)),
    recipient: told.recipients.map(party => entityOf(party, codes)),
    event: [told.event],
    mode: told.mode === null ? [] : [told.mode],
    context: [...told.contexts, ...(reality === 'occurred' ? [] : [reality])],
    quad_code: quadOf(told.event),
    event_scale: scoreOf(told.event, told.mode),
    ...(told.place === null ? {} : {event_loc: placeOf(told)}),
    event_text: told.words,
    ...(doc.url === null ? {} : {link: doc.url}),
    text_info: {sequence: told.sentence + 1, start: told.start, end: told.end},
    cite_info: {corpus: doc.outlet, citation: doc.id, url: doc.url, title: doc.title, language: told.language},
    coder: `detente ${told.rule}`,
  }
  return [JSON.stringify(row)]
}

function entityOf(party: ToldParty, codes: Codes) {
  const {name, sector, wikidata} = party
  return {
    code: actorCode(party, codes),
    name,
    sector: sector ?? '',
    ...(wikidata === null ? {} : {identifier_id: wikidata}),
  }
}

const placeOf = ({place, placeCountry, latitude, longitude}: Told) => ({
  name: place,
  country: placeCountry,
  latitude,
  longitude,
})
