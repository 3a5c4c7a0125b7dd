import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {HomeAnswer} from '../../../model/index.ts'
import {load} from '../load.ts'
import {follow, questionPath} from '../router.ts'
import {type Destination, destinations, matching} from './destinations.ts'

/** Places that what is typed may mean; what matches none is asked as a question. */
function offered(home: HomeAnswer | null, typed: string): readonly Pick<Destination, 'name' | 'href' | 'kind'>[] {
  const found = matching(destinations(home), typed)
  if (found.length > 0 || typed.trim() === '') return found
  return [{name: `Ask: ${typed}`, kind: 'question', href: questionPath(typed.trim())}]
}

/** Ctrl-K: go anywhere by typing a part of its name. What matches nothing is asked as a question. */
export function Palette({home, onClose}: {home: HomeAnswer | null; onClose: () => void}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const list = offered(home, typed)
  const chosen = Math.min(at, list.length - 1)
  const go = async (n: number) => {
    // Who types faster than the record tells what it holds is led by what it holds all the same.
    const from = home === null ? offered(await load<HomeAnswer>('/index.json').catch(() => null), typed) : list
    if (!from[n]) return
    // Taken away, not closed: the event of closing comes late, and would close a palette that was opened since.
    onClose()
    follow(from[n].href)
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      setAt((chosen + by + list.length) % list.length)
      document.getElementById(`go-${(chosen + by + list.length) % list.length}`)?.scrollIntoView({block: 'nearest'})
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      go(chosen)
    }
  }
  return (
    <dialog ref={dialog} class="palette" aria-label="Go to" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label="Go to a page, relation or article"
        aria-expanded="true"
        aria-controls="go-list"
        aria-activedescendant={list.length > 0 ? `go-${chosen}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder="Go to …"
        value={typed}
        onInput={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div id="go-list" role="listbox" aria-label="Places">
        {list.map(({name, kind, href}, n) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points at the option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the combobox does the same.
          <div key={href} id={`go-${n}`} role="option" aria-selected={n === chosen} onClick={() => go(n)}>
            <span>{name}</span> <small>{kind}</small>
          </div>
        ))}
      </div>
    </dialog>
  )
}
