import {useState} from 'preact/hooks'
import {deedWords, nameWords} from '../../../model/act-words.ts'
import type {EvidenceAnswer} from '../../../model/index.ts'
import {CorrectPanel} from '../correct/panel.tsx'
import {codeOf, dayWords, publishedWords, rangeWords, themeWords} from '../format.ts'
import {hrefAtWords} from '../href.ts'
import {useKeys} from '../keys.ts'
import {docPath, entityPath} from '../router.ts'
import {save} from '../frame/picture.ts'
import {bibliography, endingOf} from './bibliography.ts'
import {chainWords} from './chain.ts'
import {citation} from './citation.ts'
import {IncidentFigures} from './figures.tsx'
import {Legend} from './legend.tsx'
import {Quote} from './quote.tsx'
import {RealityBadge} from './reality.tsx'
import {Tellings} from './tellings.tsx'

const anchorWords: {readonly [to: string]: string} = {
  said: 'the phrase names the day itself',
  published: 'counted from the day of publication',
  statement: 'counted from the statement that holds it',
  event: 'counted from another event',
  phrase: 'counted from another phrase',
  none: 'counted from a day that the text does not tell',
}

interface EvidenceCardProps {
  readonly answer: EvidenceAnswer
  /** Whether it is of the record that is selected; else that is still to come. */
  readonly current: boolean
}

/** Everything behind one record. */
export function EvidenceCard({answer, current}: EvidenceCardProps) {
  const {evidence, incident, statement, day, reality} = answer
  const [copied, setCopied] = useState<string | null>(null)
  const copy = () => {
    navigator.clipboard.writeText(citation(evidence, location.href)).then(
      () => setCopied(answer.id),
      () => setCopied(null),
    )
  }
  useKeys({q: () => current && copy()})
  const live = hrefAtWords(evidence.doc.url, evidence.words)
  const parts = [...new Set(evidence.marks.map(m => m.part))]
  const reader = `${docPath(evidence.doc.id)}${answer.kind === 'incident' ? '' : `?sel=${encodeURIComponent(answer.id)}`}`
  return (
    <article class="evidence" data-record={answer.id}>
      <h3 class="evidence-title">
        {incident && <span title={codeOf(incident)}>{deedWords(incident)}</span>}
        {!incident && statement && (
          <>
            {nameWords(statement.speaker ?? 'Speaker not named')}
            {statement.role && <small>, {statement.role}</small>}
          </>
        )}
      </h3>
      <p class="badges">
        {reality && (
          <RealityBadge
            value={reality.value}
            aspect={reality.aspect}
            denied={reality.denied !== null}
            claimed={reality.claimed !== null}
          />
        )}
        {statement && <span class={`badge stance-${statement.statement.stance}`}>{statement.statement.stance}</span>}
        {statement && <span class="badge">{statement.statement.form}</span>}
        {incident?.contexts.map(c => (
          <span key={c} class="badge">
            {themeWords(c)}
          </span>
        ))}
      </p>
      <Quote evidence={evidence} />
      <Legend parts={parts} />
      <p class="chain">
        <span class="unseen">Chain: </span>
        {chainWords(evidence.chain)}
      </p>
      <p class="where">
        <a href={reader}>{evidence.doc.title ?? 'Untitled article'}</a>, {evidence.doc.outlet ?? 'outlet not stated'},{' '}
        {publishedWords(evidence.doc)}
        {live && (
          <>
            {' · '}
            <a href={live} rel="noreferrer noopener" target="_blank">
              live page at these words
            </a>
          </>
        )}
      </p>
      {answer.others.slice(0, 1).map(({doc, holds}) => (
        <p class="where" key={doc.id}>
          {holds
            ? 'The same address was kept another time; these words stand there too: '
            : 'The same address was kept another time, and there these words do not stand: '}
          <a href={`${docPath(evidence.doc.id)}?beside=${encodeURIComponent(doc.id)}`}>the two side by side</a>
        </p>
      ))}
      <dl class="facts">
        {day && (
          <div>
            <dt>Day</dt>
            <dd>
              {rangeWords(day, day.precision)}
              {day.approx && ', about'}
              <small>
                “{day.words}”, {anchorWords[day.anchor.to]}
                {day.anchor.day && day.anchor.to !== 'said' && ` (${dayWords(day.anchor.day)})`}; precision:{' '}
                {day.precision}
              </small>
            </dd>
          </div>
        )}
        {incident?.place && (
          <div>
            <dt>Place</dt>
            <dd>{incident.place}</dd>
          </div>
        )}
        {reality && (
          <div>
            <dt>Reality</dt>
            <dd>
              {reality.value}, {reality.aspect}
              {reality.claimed && <> · claimed by {answer.names[reality.claimed] ?? reality.claimed}</>}
              {reality.denied && <> · denied by {answer.names[reality.denied] ?? reality.denied}</>}
              <ol class="why-list">
                {reality.why.map((step, i) => (
                  <li key={i}>
                    {step.because}
                    {step.words !== '' && <q>{step.words}</q>}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )}
        {incident && (
          <div>
            <dt>Who</dt>
            <dd>
              {[...incident.actors, ...incident.recipients].map(p => (
                <a key={p.entity} href={entityPath(p.entity)}>
                  {nameWords(p.name)}
                </a>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Rule</dt>
          <dd>
            <code>{evidence.rule}</code>
            <small>{evidence.versions}</small>
          </dd>
        </div>
        <div>
          <dt>Snapshot</dt>
          <dd>
            <code class="hash" title={evidence.sha256}>
              {evidence.sha256}
            </code>
            <small>
              characters {evidence.span.start}–{evidence.span.end}
            </small>
          </dd>
        </div>
      </dl>
      <CorrectPanel answer={answer} current={current} />
      {incident && <IncidentFigures incident={incident} />}
      {incident && <Tellings incident={incident} tellings={answer.tellings} shown={evidence} />}
      <p class="actions">
        <button type="button" onClick={copy}>
          Copy citation <kbd>q</kbd>
        </button>
        {(['bibtex', 'ris', 'csl'] as const).map(format => (
          <button
            key={format}
            type="button"
            class="link"
            title={`the article as ${format.toUpperCase()}, with these words as a note`}
            onClick={() => save(`${evidence.doc.id}.${endingOf(format)}`, bibliography(evidence, format))}
          >
            {format === 'bibtex' ? 'BibTeX' : format.toUpperCase()}
          </button>
        ))}
        <a href={`/e/${answer.id.split('/').map(encodeURIComponent).join('/')}.json`}>JSON</a>
        <span role="status">{copied === answer.id ? 'copied' : ''}</span>
      </p>
    </article>
  )
}
