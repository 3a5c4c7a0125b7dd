import {useState} from 'preact/hooks'
import {usePreview} from '../correct/preview.ts'
import {count} from '../format.ts'
import {Refused} from '../frame/refused.tsx'
import {type Failure, forget} from '../load.ts'
import {entityPath} from '../router.ts'
import {send} from '../write.ts'

const kinds = [
  'person',
  'armed-group',
  'organisation',
  'party',
  'ministry',
  'military',
  'police',
  'intelligence',
  'legislature',
  'court',
  'government',
  'outlet',
  'institute',
  'company',
]

/** What a name would do, or did; the shape of what `/names` answers. */
interface NamesKept {
  readonly entity: string
  readonly names: readonly string[]
  readonly articles: number
  readonly read: number
}

interface NameFormProps {
  /** As printed. */
  readonly names: readonly string[]
  /** Of whom they are known to be names, where that is not asked. */
  readonly as?: string
  readonly onDone: () => void
}

/** Makes names known: of somebody who is known already, or of somebody new. They are kept beside the record. */
export function NameForm({names, as: whose, onDone}: NameFormProps) {
  const [words, setWords] = useState(names.join(', '))
  const [as, setAs] = useState(whose ?? '')
  const [kind, setKind] = useState('')
  const [country, setCountry] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [done, setDone] = useState<NamesKept | null>(null)
  const list = words
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  const given = {names: list, as: as.trim() || null, kind: kind || null, country: country.trim().toUpperCase() || null}
  const filled = list.length > 0 && (given.as !== null || given.kind !== null)
  const {preview, failure: refused} = usePreview<NamesKept>('/names/preview', filled ? given : null)
  const [saving, setSaving] = useState(false)
  const save = (event: Event) => {
    event.preventDefault()
    if (preview === null) return
    setSaving(true)
    send<NamesKept>('/names', given)
      .then(kept => {
        setDone(kept)
        forget()
      }, setFailure)
      .finally(() => setSaving(false))
  }
  if (done)
    return (
      <p role="status">
        Kept beside the record: {done.names.join(', ')} {done.names.length === 1 ? 'names' : 'name'}{' '}
        <a href={entityPath(done.entity)}>{done.entity}</a>; {count(done.read, 'article')} read anew
        {done.articles > done.read && `, ${done.articles - done.read} more by \`detente rebuild\``}.{' '}
        <button type="button" class="link" onClick={onDone}>
          close
        </button>
      </p>
    )
  return (
    <form class="correct name-form" onSubmit={save}>
      <label>
        Names as printed, parted by commas{' '}
        <input type="text" value={words} onInput={event => setWords(event.currentTarget.value)} />
      </label>
      {whose === undefined && (
        <>
          <label>
            Known already as (id or name){' '}
            <input type="text" value={as} placeholder="taliban" onInput={event => setAs(event.currentTarget.value)} />
          </label>
          {as.trim() === '' && (
            <span class="two-fields">
              <label>
                or new, a{' '}
                <select value={kind} onChange={event => setKind(event.currentTarget.value)}>
                  <option value="">…</option>
                  {kinds.map(each => (
                    <option key={each} value={each}>
                      {each.replace(/-/g, ' ')}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                of the state{' '}
                <input
                  type="text"
                  value={country}
                  maxLength={3}
                  placeholder="KEN"
                  onInput={event => setCountry(event.currentTarget.value)}
                />
              </label>
            </span>
          )}
        </>
      )}
      <Refused failure={failure ?? refused} />
      {preview && (
        <p class="effects" role="status">
          <strong>{preview.entity}</strong>: {count(preview.articles, 'article')}{' '}
          {preview.articles === 1 ? 'holds' : 'hold'} these words; {preview.read} {preview.read === 1 ? 'is' : 'are'}{' '}
          read anew at once.
        </p>
      )}
      <button type="submit" class="primary" disabled={preview === null || saving}>
        {saving ? 'Reading anew …' : 'Keep it'}
      </button>
    </form>
  )
}
