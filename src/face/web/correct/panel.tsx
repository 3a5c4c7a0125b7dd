import {useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {CorrectionEntry, CorrectionPreview, EvidenceAnswer} from '../../../model/index.ts'
import {Refused} from '../frame/refused.tsx'
import {useKeys} from '../keys.ts'
import {type Failure, forget} from '../load.ts'
import {setSearch} from '../router.ts'
import {send, session, useSending} from '../write.ts'
import {type Draft, draftOf, givenOf, type Kind, kinds, recordOf} from './draft.ts'
import {Effects} from './effects.tsx'
import {Fields} from './fields.tsx'
import {latestCorrection, rememberCorrection} from './latest.ts'
import {maker, rememberMaker} from './maker.ts'
import {usePreview} from './preview.ts'

interface CorrectPanelProps {
  readonly answer: EvidenceAnswer
  /** Whether the record is the one that is selected, not the one before it, which stands until the next has come. */
  readonly current: boolean
}

/** Change what is read at one record: every change shows what it does to incidents and indices before it is saved. */
export function CorrectPanel({answer, current}: CorrectPanelProps) {
  const [may, setMay] = useState(false)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [by, setBy] = useState(maker)
  const [failure, setFailure] = useState<Failure | null>(null)
  const {busy, failure: sent, sending} = useSending()
  /** The records whose correction was saved just now: the one that was shown, and its telling. */
  const [done, setDone] = useState<readonly string[]>([])
  useEffect(() => {
    session().then(({corrects}) => setMay(corrects), setFailure)
  }, [])
  useLayoutEffect(() => setDraft(null), [answer.id])
  const first = useRef<HTMLSelectElement>(null)
  const open = draft !== null
  useLayoutEffect(() => {
    if (open) first.current?.focus()
  }, [open])

  const given = draft && givenOf(draft, answer, by)
  const {preview, failure: refused} = usePreview<CorrectionPreview>('/corrections/preview', given)
  const begin = (kind: Kind) => {
    session().then(({corrects}) => {
      if (!corrects) return
      setMay(true)
      setFailure(null)
      setDone([])
      setDraft(draftOf(answer, kind))
    }, setFailure)
  }
  const written = (entry: CorrectionEntry) => {
    rememberCorrection(entry)
    setDone([answer.id, recordOf(answer)])
    setDraft(null)
    setFailure(null)
    // An incident's id may change with its tellings; the telling's own stays.
    if (answer.kind === 'incident' && entry.kind !== 'merge') setSearch({sel: recordOf(answer)}, {replace: true})
    forget()
  }
  const save = () => {
    if (given === null || preview === null) return
    rememberMaker(by)
    sending(() => send<CorrectionEntry>('/corrections', given), written)
  }
  const undo = () => {
    const latest = latestCorrection()
    if (latest === null) return
    const {id, kind} = latest
    sending(
      () =>
        send<CorrectionEntry>(`/corrections/${encodeURIComponent(id)}/undo`, {by: by.trim() || 'workbench', why: ''}),
      () => {
        rememberCorrection(null)
        setDone([])
        if (kind === 'add') setSearch({sel: null}, {replace: true})
        forget()
      },
    )
  }
  const beginning = (kind: Kind) => () => current && begin(kind)
  useKeys({c: beginning('reality'), y: beginning('confirm'), n: beginning('reject'), u: undo})
  if (!may) return null
  const twoSided = answer.incident !== null && answer.incident.recipients.length > 0
  const offered = kinds.filter(([kind]) =>
    answer.kind === 'statement' ? kind === 'reject' || kind === 'confirm' : kind !== 'swap' || twoSided,
  )
  return (
    <section class="correct" aria-label="Correct" inert={!current}>
      {draft === null ? (
        <p class="actions">
          <button type="button" onClick={() => begin(answer.kind === 'statement' ? 'reject' : 'reality')}>
            Correct <kbd>c</kbd>
          </button>
          <button type="button" onClick={() => begin('confirm')}>
            Confirm <kbd>y</kbd>
          </button>
          <button type="button" onClick={() => begin('reject')}>
            Reject <kbd>n</kbd>
          </button>
          {twoSided && (
            <button type="button" onClick={() => begin('swap')}>
              Swap who and whom
            </button>
          )}
        </p>
      ) : (
        <form
          onSubmit={event => {
            event.preventDefault()
            save()
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setDraft(null)
          }}
        >
          <label>
            What is wrong{' '}
            <select
              ref={first}
              value={draft.kind}
              onChange={event => setDraft(draftOf(answer, event.currentTarget.value as Kind))}
            >
              {offered.map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <Fields draft={draft} onChange={setDraft} />
          <label>
            Why{' '}
            <input
              type="text"
              value={draft.why}
              maxLength={500}
              onInput={event => setDraft({...draft, why: event.currentTarget.value})}
            />
          </label>
          <label>
            Your name{' '}
            <input type="text" value={by} maxLength={100} onInput={event => setBy(event.currentTarget.value)} />
          </label>
          <Effects preview={preview} />
          <p class="actions">
            <button type="submit" class="primary" disabled={preview === null || busy}>
              Save
            </button>
            <button type="button" onClick={() => setDraft(null)}>
              Leave it
            </button>
          </p>
        </form>
      )}
      <Refused failure={sent ?? refused ?? failure} />
      {done.includes(answer.id) && (
        <p class="saved" role="status">
          Saved: one line of the log.{' '}
          <button type="button" class="link" onClick={undo}>
            Undo <kbd>u</kbd>
          </button>
        </p>
      )}
    </section>
  )
}
