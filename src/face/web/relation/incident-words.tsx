import type {IncidentLine} from '../../../model/index.ts'
import {happened, isFriendly} from '../format.ts'

/** The dot of an incident: filled when it happened, round for cooperation, square for conflict. */
export function Dot({incident}: {incident: IncidentLine}) {
  const kind = isFriendly(incident.event) ? 'friendly' : 'hostile'
  return (
    <svg
      class={`dot ${kind} ${happened(incident) ? 'filled' : 'hollow'}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      {kind === 'friendly' ? <circle cx="6" cy="6" r="4" /> : <rect x="2.2" y="2.2" width="7.6" height="7.6" />}
    </svg>
  )
}
