import type {CorrectionRow} from '../../../model/index.ts'
import {maker} from '../correct/maker.ts'
import {momentWords} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Refused} from '../frame/refused.tsx'
import {forget} from '../load.ts'
import {setSearch} from '../router.ts'
import {send, useSending} from '../write.ts'

const stateWords: {readonly [state in CorrectionRow['state']]: string} = {
  'in-force': 'in force',
  undone: 'undone',
  unanchored: 'its words are gone',
  'not-read': 'not read any more',
}

/** What people changed, newest first, and whether it holds today. */
export function Log({corrections, may}: {corrections: readonly CorrectionRow[]; may: boolean}) {
  const {busy, failure, sending} = useSending()
  const made = corrections.filter(({kind}) => kind !== 'undo')
  const undo = (id: string) =>
    sending(() => send(`/corrections/${encodeURIComponent(id)}/undo`, {by: maker() || 'workbench', why: ''}), forget)
  return (
    <section>
      <h2>Corrections</h2>
      {made.length === 0 && <p class="faint">None yet. Open a record’s evidence and correct it there.</p>}
      <Refused failure={failure} />
      <ul class="correction-list">
        {made.map(row => (
          <li key={row.id} data-correction={row.id}>
            {row.words} <span class={`badge state-${row.state}`}>{stateWords[row.state]}</span>
            <small>
              {row.by}, {momentWords(new Date(row.at).toISOString())}
              {row.why !== '' && ` · ${row.why}`}
              {row.because !== null && row.state !== 'undone' && ` · ${row.because}`}
            </small>
            {row.anchors[0] && <q>{row.anchors[0].words}</q>}{' '}
            {/\/(?:ev|st)_/.test(row.records[0] ?? '') && (
              <button type="button" class="link" onClick={() => setSearch({sel: row.records[0]})}>
                open
              </button>
            )}{' '}
            {may && row.state === 'in-force' && (
              <button type="button" class="link" disabled={busy} onClick={() => undo(row.id)}>
                undo
              </button>
            )}
          </li>
        ))}
      </ul>
      <Exports path="/inbox/corrections" search="" rows={made.length} />
    </section>
  )
}
