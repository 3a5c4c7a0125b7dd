import type {EntityKind, Sector} from '../../model/index.ts'

/** Role codes of CAMEO dictionaries as our sectors. */
const sectors: Readonly<Record<string, Sector>> = {
  GOV: 'GOV',
  MIL: 'MIL',
  SPY: 'SPY',
  COP: 'COP',
  JUD: 'JUD',
  LEG: 'LEG',
  PTY: 'PTY',
  OPP: 'OPP',
  REB: 'REB',
  INS: 'REB',
  SEP: 'REB',
  UAF: 'UAF',
  RAD: 'UAF',
  CVL: 'CVL',
  CIV: 'CVL',
  MED: 'MED',
  IGO: 'IGO',
  NGO: 'NGO',
  NGM: 'NGO',
  HRI: 'NGO',
  EDU: 'EDU',
  STU: 'EDU',
  BUS: 'BUS',
  MNC: 'BUS',
  REF: 'REF',
  CRM: 'CRM',
  LAB: 'LAB',
  REL: 'REL',
  AGR: 'CVL',
  HLH: 'CVL',
  ENV: 'CVL',
  DEV: 'CVL',
  IMG: 'REB',
  MOP: 'OPP',
  MBR: 'REB',
}

/** The first of the three-letter roles of a code that is a sector of ours. */
export function sectorOf(roles: string): Sector | null {
  for (let i = 0; i + 3 <= roles.length; i += 3) {
    const sector = sectors[roles.slice(i, i + 3)]
    if (sector) return sector
  }
  return null
}

/** What kind of entity a sector suggests, where a dictionary does not say. */
export function kindOf(sector: Sector | null): EntityKind {
  const kinds: {readonly [sector: string]: EntityKind} = {
    GOV: 'government',
    MIL: 'military',
    SPY: 'intelligence',
    COP: 'police',
    JUD: 'court',
    LEG: 'legislature',
    PTY: 'party',
    OPP: 'party',
    REB: 'armed-group',
    UAF: 'armed-group',
    CRM: 'armed-group',
    MED: 'outlet',
    EDU: 'institute',
    BUS: 'company',
  }
  return (sector && kinds[sector]) || 'organisation'
}
