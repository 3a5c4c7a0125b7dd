import type {Evidence, EvidenceAnswer, Incident} from '../../../model/index.ts'
import {count, publishedWords} from '../format.ts'
import {setSearch} from '../router.ts'
import {Quote} from './quote.tsx'

interface TellingsProps {
  readonly incident: Incident
  readonly tellings: EvidenceAnswer['tellings']
  readonly shown: Evidence
}

/** Other Docs' words for the same incident. */
export function Tellings({incident, tellings, shown}: TellingsProps) {
  const others = tellings.filter(
    t =>
      t.evidence.doc.id !== shown.doc.id ||
      t.evidence.span.start !== shown.span.start ||
      t.evidence.span.end !== shown.span.end,
  )
  return (
    <section>
      <h4>
        {count(tellings.length, 'telling')}, {count(incident.origins, 'independent origin')}
      </h4>
      {incident.joined.length > 0 && <p class="faint">joined: {incident.joined.join('; ')}</p>}
      <ul class="tellings">
        {others.map(({id, evidence}) => (
          <li key={id}>
            <Quote evidence={{...evidence, before: '', after: ''}} />
            <p class="where">
              {evidence.doc.outlet ?? 'outlet not stated'}, {publishedWords(evidence.doc)} ·{' '}
              <button type="button" class="link" onClick={() => setSearch({sel: id})}>
                open
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
