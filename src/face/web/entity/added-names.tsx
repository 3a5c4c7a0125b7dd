import {useState} from 'preact/hooks'
import type {EntityAnswer} from '../../../model/index.ts'
import {count} from '../format.ts'
import {type Failure, forget, forgetUnseen} from '../load.ts'
import {send} from '../write.ts'

/** Names that were made known beside the record, each with the way to take it back. */
export function AddedNames({entity, added}: Pick<EntityAnswer, 'entity' | 'added'>) {
  const [asking, setAsking] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [done, setDone] = useState<{readonly names: readonly string[]; readonly read: number} | null>(null)
  const drop = (name: string, whole: boolean) => {
    setWorking(true)
    setFailure(null)
    send<{names: string[]; read: number}>('/names/drop', {entity: entity.id, name})
      .then(dropped => {
        setDone(dropped)
        setAsking(null)
        // Of one who is no longer known there is no page to show anew.
        if (whole) forgetUnseen()
        else forget()
      }, setFailure)
      .finally(() => setWorking(false))
  }
  const left = added.filter(({name}) => !done?.names.includes(name))
  return (
    <>
      {left.length > 0 && (
        <ul class="plain-list added-names" aria-label="Made known beside the record">
          {left.map(({name, whole}) => (
            <li key={name} data-added={name}>
              <strong>{name}</strong> <small>{whole ? 'made known' : 'a name made known'} beside the record</small>{' '}
              {asking === name ? (
                <>
                  {whole && left.length > 1 && <>with its other names: </>}
                  <button type="button" disabled={working} onClick={() => drop(name, whole)}>
                    {working ? 'Reading anew …' : 'Take it back'}
                  </button>{' '}
                  <button type="button" class="link" onClick={() => setAsking(null)}>
                    leave it
                  </button>
                </>
              ) : (
                <button type="button" class="link" onClick={() => setAsking(name)}>
                  take {name} back …
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {failure && (
        <p class="empty" role="alert">
          {failure.message} {failure.hint}
        </p>
      )}
      {done && (
        <p role="status">
          Taken back: {done.names.join(', ')}; {count(done.read, 'article')} read anew.
        </p>
      )}
    </>
  )
}
