import {useEffect, useRef, useState} from 'preact/hooks'
import type {Failure} from '../load.ts'
import {Refused} from '../frame/refused.tsx'
import {useTitle} from '../title.ts'
import {send, session, useSending} from '../write.ts'
import {Feed} from './feed.tsx'
import {Progress} from './progress.tsx'
import {useAdding} from './use-adding.ts'

/** Paste a text, drop files, or give addresses; all of it is read into the record on this machine. */
export function AddPage() {
  useTitle('Add')
  const [mayAdd, setMayAdd] = useState<boolean | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const {busy, failure: sent, sending} = useSending()
  const [files, setFiles] = useState<readonly File[]>([])
  const [over, setOver] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const {state, watch} = useAdding()
  useEffect(() => {
    session().then(({adds}) => setMayAdd(adds), setFailure)
  }, [])

  const submit = (event: Event) => {
    event.preventDefault()
    const filled = new FormData(form.current!)
    filled.delete('file')
    for (const file of files) filled.append('file', file)
    begin(filled, () => {
      setFiles(now => now.filter(file => !files.includes(file)))
      form.current?.reset()
    })
  }
  const begin = (filled: FormData, taken = () => {}) =>
    sending(
      () => send('/add', filled),
      () => {
        setFailure(null)
        taken()
        watch()
      },
    )
  const readAddresses = (addresses: readonly string[]) => {
    const filled = new FormData()
    filled.set('address', addresses.join('\n'))
    begin(filled)
  }
  const take = (list: FileList | null | undefined) => setFiles(before => [...before, ...(list ?? [])])

  if (mayAdd === false)
    return (
      <section class="page add">
        <h1>Add articles</h1>
        <p class="empty">
          This workbench was started to be read only. On its machine: <code>detente add FILE…</code>
        </p>
      </section>
    )
  return (
    <section class="page add">
      <h1>Add articles</h1>
      <p>They are read on this machine and kept in its record. What is already kept is passed over.</p>
      <form ref={form} class="adding" onSubmit={submit}>
        <label for="add-text">A text</label>
        <textarea id="add-text" name="text" rows={7} placeholder="Paste an article: its headline, its day, its words" />
        <label for="add-files">Files: pages or texts, also gzipped</label>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the field for files inside does the same by keyboard. */}
        <div
          class={`drop ${over ? 'over' : ''}`}
          onDragOver={event => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={event => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer?.files)
          }}
        >
          <input
            id="add-files"
            name="file"
            type="file"
            multiple
            accept=".html,.htm,.xhtml,.txt,.gz,text/html,text/plain"
            onChange={event => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
          <span class="faint">or drop them here</span>
          {files.length > 0 && (
            <ul class="files">
              {files.map((file, n) => (
                <li key={n}>
                  {file.name} <small>{Math.ceil(file.size / 1000)} kB</small>{' '}
                  <button
                    type="button"
                    class="link"
                    aria-label={`leave out ${file.name}`}
                    onClick={() => setFiles(files.filter((_, other) => other !== n))}
                  >
                    leave out
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <label for="add-address">Addresses, one a line</label>
        <textarea id="add-address" name="address" rows={2} placeholder="https://" spellcheck={false} />
        <p>
          <button type="submit" class="primary" disabled={busy || state?.running}>
            Read them
          </button>
        </p>
      </form>
      <Feed busy={busy || (state?.running ?? false)} onRead={readAddresses} />
      <Refused failure={sent ?? failure} />
      {state && !busy && <Progress state={state} onCancel={() => send('/adding/cancel').catch(setFailure)} />}
    </section>
  )
}
