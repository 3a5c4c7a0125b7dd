import {useLayoutEffect, useRef} from 'preact/hooks'
import {keyHelp} from '../keys.ts'

export function KeyList({onClose}: {onClose: () => void}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keyHelp.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map(k => (
                <kbd key={k}>{k}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  )
}
