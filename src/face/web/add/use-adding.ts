import {useEffect, useState} from 'preact/hooks'
import {forget} from '../load.ts'
import {session} from '../write.ts'

/** How far the server has come with reading; the shape of `/adding.json`. */
export interface AddingState {
  readonly running: boolean
  readonly done: number
  readonly total: number
  readonly seconds: number
  readonly remaining: number | null
  readonly added: number
  readonly known: number
  readonly failed: readonly {readonly source: string; readonly code: string; readonly message: string}[]
  readonly stopped: boolean
  readonly fault: string | null
}

const every = 500

let known: AddingState | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let turn = 0
/** Whether something is being read whose end was not seen yet. */
let reading = false
const heard = 'detente:adding'

function tell(state: AddingState | null): void {
  known = state
  dispatchEvent(new Event(heard))
}

async function look(mine: number): Promise<void> {
  const found = await session()
    .then(async ({adds}) => (adds ? ((await (await fetch('/adding.json')).json()) as AddingState | null) : null))
    .catch(() => undefined)
  if (mine !== turn) return
  if (found !== undefined) tell(found)
  reading ||= found?.running ?? false
  if (!reading) return
  if (found === undefined || found?.running) timer = setTimeout(look, every, mine)
  else {
    reading = false
    forget()
  }
}

function follow(): void {
  clearTimeout(timer)
  look(++turn)
}

/** Begins to look: something is about to be read. What was read before is told no longer. */
function watch(): void {
  reading = true
  tell(null)
  follow()
}

/**
 * Follows the reading that goes on, also when the page that began it is left; when it ends, all that is shown is asked
 * for anew.
 */
export function useAdding(): {state: AddingState | null; watch: () => void} {
  const [state, setState] = useState(known)
  useEffect(() => {
    const hear = () => setState(known)
    addEventListener(heard, hear)
    follow()
    return () => removeEventListener(heard, hear)
  }, [])
  return {state, watch}
}
