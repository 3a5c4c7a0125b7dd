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

/** Follows the reading that goes on; when it ends, all that is shown is asked for anew. `watch` begins to look. */
export function useAdding(): {state: AddingState | null; watch: () => void} {
  const [state, setState] = useState<AddingState | null>(null)
  const [watched, setWatched] = useState(0)
  useEffect(() => {
    let current = true
    let wasRunning = watched > 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const found = await session()
        .then(async ({adds}) => (adds ? ((await (await fetch('/adding.json')).json()) as AddingState | null) : null))
        .catch(() => null)
      if (!current) return
      setState(found)
      if (found?.running) {
        wasRunning = true
        timer = setTimeout(look, every)
      } else if (wasRunning) forget()
    }
    look()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [watched])
  return {state, watch: () => setWatched(n => n + 1)}
}
