import type {Entity, EntityId, Party} from '../../model/index.ts'

const sectors: {readonly [sector: string]: string} = {UAF: 'UAF', REB: 'REB', CVL: 'CVL', MED: 'JRN', CRM: 'CRM'}

/**
 * PLOVER/CAMEO style code of a party: country and primary sector (`USAGOV`, `PAKMIL`), `IGO…` and `NGO…` for organisations of
 * many states, `IMG…` for armed groups without a home state. A state as such, without a sector, is only its country.
 */
export function codeOf(party: Pick<Party, 'entity' | 'country' | 'sector'>, entity?: Entity): string {
  if (party.sector === 'IGO' || entity?.sector === 'IGO') return `IGO${short(party.entity, 'IGO')}`
  if (party.country === null) {
    if (party.sector === 'NGO') return `NGO${short(party.entity, 'NGO')}`
    if (party.sector === 'REB' || party.sector === 'UAF' || entity?.kind === 'armed-group')
      return `IMG${short(party.entity, 'IMG')}`
    return party.sector ?? ''
  }
  const sector = party.sector ?? (entity?.kind === 'person' ? 'GOV' : '')
  return party.country + (sectors[sector] ?? sector)
}

/** Three letters for an organisation: its id's own when that is short, else its first ones. */
function short(id: EntityId, prefix: string): string {
  const letters = id.replace(/[^A-Za-z]/g, '').toUpperCase()
  return letters === prefix ? '' : letters.slice(0, 3)
}
