import {deedWords, nameWords} from '../../../model/act-words.ts'
import type {CodedEvent, ReaderAnswer} from '../../../model/index.ts'
import {Exports} from '../frame/exports.tsx'
import {docPath, withSearch} from '../router.ts'
import {RealityBadge} from '../evidence/reality.tsx'
import {Spoken} from '../relation/spoken.tsx'
import {codeOf, rangeWords} from '../format.ts'
import type {SentenceRecords} from './marks.ts'

interface RecordsProps {
  readonly answer: ReaderAnswer
  readonly sentences: readonly SentenceRecords[]
  /** Why each is in doubt, by its id. */
  readonly doubts: ReadonlyMap<string, readonly string[]>
  readonly showDoubts: boolean
  readonly chosen: string | null
  readonly onSelect: (record: string) => void
  readonly asOf: string | null
}

/** The records of the article in the order of its text. */
export function Records({answer, sentences, doubts, showDoubts, chosen, onSelect, asOf}: RecordsProps) {
  const {doc, reading, names} = answer
  const named = (id: string | null) => (id === null ? null : (names[id] ?? id.replace(/^~/, '').replace(/-/g, ' ')))
  const sides = (parties: CodedEvent['actors']) => parties.map(p => ({name: named(p.entity) ?? p.entity}))
  const deedOf = (event: CodedEvent) =>
    deedWords({...event, actors: sides(event.actors), recipients: sides(event.recipients)})
  const events = new Map(reading.events.map(e => [e.id, e]))
  const statements = new Map(reading.statements.map(s => [s.id, s]))

  const body = (id: string) => {
    const event = events.get(id)
    if (event) {
      return (
        <>
          <strong title={codeOf(event)}>{deedOf(event)}</strong>
          <span class="by">
            <RealityBadge
              value={event.reality.value}
              aspect={event.reality.aspect}
              denied={event.reality.denied !== null}
              claimed={event.reality.claimed !== null}
            />{' '}
            {event.occurred ? rangeWords(event.occurred, event.occurred.precision) : 'day not told'}
          </span>
        </>
      )
    }
    const statement = statements.get(id)
    if (!statement) return id
    const {source} = statement
    const printed = source.span ? doc.text.slice(source.span.start, source.span.end) : null
    const parts = statement.content.map(s => doc.text.slice(s.start, s.end))
    const act = statement.event === null ? undefined : events.get(statement.event)
    return (
      <>
        <strong>{nameWords(named(source.entity) ?? printed ?? 'Speaker not named')}</strong>{' '}
        {statement.cue && <span class="faint">{doc.text.slice(statement.cue.start, statement.cue.end)}</span>}{' '}
        <Spoken form={statement.form} parts={parts} most={110} />
        <span class="by">
          <span class="badge">{statement.form}</span>{' '}
          {statement.stance !== 'neither' && <span class={`badge stance-${statement.stance}`}>{statement.stance}</span>}
          {act && <> by saying so {deedOf(act)}</>}
        </span>
      </>
    )
  }

  return (
    <section class="records" aria-label="Records">
      <h2>
        Records <small>{reading.events.length + reading.statements.length}</small>
      </h2>
      {sentences.length === 0 && <p class="faint">Nothing was read in this article that belongs in the record.</p>}
      <ol>
        {sentences.flatMap(({records}) =>
          records.map(id => (
            <li key={id}>
              <button type="button" aria-pressed={id === chosen} data-select={id} onClick={() => onSelect(id)}>
                {body(id)}
                {doubts.has(id) && (
                  <span class="doubts" title={doubts.get(id)!.join('; ')}>
                    {showDoubts ? `in doubt: ${doubts.get(id)!.join('; ')}` : 'in doubt'}
                  </span>
                )}
              </button>
            </li>
          )),
        )}
      </ol>
      <Exports
        path={`${docPath(doc.id)}/records`}
        search={withSearch('', {asof: asOf})}
        rows={reading.events.length + reading.statements.length}
      />
    </section>
  )
}
