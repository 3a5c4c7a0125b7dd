import {useState} from 'preact/hooks'
import type {EntityAnswer} from '../../../model/index.ts'
import {useMay} from '../write.ts'
import {AddedNames} from './added-names.tsx'
import {NameForm} from './name-form.tsx'

/** Names of its own, in capitals or a script without them; not "the group" or "they". */
const isName = (words: string) => /^\P{Ll}/u.test(words) && !/^(?:He|She|It|They|The|His|Her|Their|We|I)\b/.test(words)

/** Another name for this one; or, of one that the tables do not know, that it is somebody they know. */
export function Naming({entity, names, added}: Pick<EntityAnswer, 'entity' | 'names' | 'added'>) {
  const may = useMay('names')
  const [doing, setDoing] = useState<'alias' | 'same' | null>(null)
  if (!may) return null
  // An id of the reader's own making, for a name that no table has.
  const unknown = entity.id.startsWith('~')
  const done = () => setDoing(null)
  return (
    <section class="naming" aria-label="Names">
      <AddedNames entity={entity} added={added} />
      {doing === null && (
        <p class="actions">
          {unknown ? (
            <button type="button" onClick={() => setDoing('same')}>
              Say who this is …
            </button>
          ) : (
            <button type="button" onClick={() => setDoing('alias')}>
              Another name for it …
            </button>
          )}
        </p>
      )}
      {doing === 'alias' && <NameForm names={[]} as={entity.id} onDone={done} />}
      {doing === 'same' && (
        <NameForm names={[...new Set([entity.name, ...names.filter(isName)])].slice(0, 12)} onDone={done} />
      )}
      {doing !== null && (
        <button type="button" class="link" onClick={done}>
          leave it
        </button>
      )}
    </section>
  )
}
