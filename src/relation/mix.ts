import type {EventCode, Incident, Mix, QuadClass} from '../model/index.ts'

export const quadClasses: readonly QuadClass[] = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
]

const classes: Readonly<Record<EventCode, QuadClass>> = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  SUPPORT: 'verbal-cooperation',
  CONCEDE: 'verbal-cooperation',
  COOPERATE: 'material-cooperation',
  AID: 'material-cooperation',
  RETREAT: 'material-cooperation',
  REQUEST: 'verbal-conflict',
  ACCUSE: 'verbal-conflict',
  REJECT: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  PROTEST: 'material-conflict',
  SANCTION: 'material-conflict',
  MOBILIZE: 'material-conflict',
  COERCE: 'material-conflict',
  ASSAULT: 'material-conflict',
}

/** PLOVER's quad class of a type (PLOVER 2.0 draft manual). */
export function quadClassOf(event: EventCode): QuadClass {
  return classes[event]
}

/** Share of each class among incidents, each counted once. */
export function mixOf(incidents: readonly Pick<Incident, 'event'>[]): Mix {
  const counts = Object.fromEntries(quadClasses.map(each => [each, 0])) as Record<QuadClass, number>
  for (const {event} of incidents) counts[quadClassOf(event)]++
  for (const each of quadClasses) counts[each] = incidents.length === 0 ? 0 : counts[each] / incidents.length
  return counts
}
