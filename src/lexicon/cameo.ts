import type {EventCode} from '../model/index.ts'
import type {Lexicon} from './load.ts'

/** What a CAMEO code is in PLOVER. */
export interface Crossed {
  /** `null`: statements, appeals; PLOVER does not code them. */
  readonly event: EventCode | null
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** Goldstein scale, −10 to +10. */
  readonly goldstein: number
}

/** The crosswalk CAMEO → PLOVER of 2021 and back. */
export interface Crosswalk {
  /** Of a code of two to four digits; a code that the table lacks is what its base or root is. `null`: no code. */
  plover(cameo: string): Crossed | null
  /** A base code of that type and mode. */
  cameo(event: EventCode, mode: string | null): string
}

const columns = ['code', 'event', 'mode', 'contexts', 'goldstein', 'from'] as const

export function crosswalkOf(lexicon: Pick<Lexicon, 'table'>): Crosswalk {
  const crossed = new Map<string, Crossed>()
  const back = new Map<string, string>()
  for (const {cells} of lexicon.table('cameo', columns)) {
    const {code, event, mode, contexts, goldstein} = cells
    crossed.set(code, {
      event: event === '' ? null : (event as EventCode),
      mode: mode === '' ? null : mode,
      contexts: contexts === '' ? [] : contexts.split(' '),
      goldstein: Number(goldstein),
    })
    if (code.length === 3 && event !== '')
      for (const key of [event, `${event}/${mode}`]) if (!back.has(key)) back.set(key, code)
  }
  const plover = (cameo: string): Crossed | null => {
    for (let length = cameo.length; length >= 2; length--) {
      const found = crossed.get(cameo.slice(0, length))
      if (found) return found
    }
    return null
  }
  return {
    plover,
    cameo: (event, mode) => back.get(`${event}/${mode ?? ''}`) ?? back.get(event) ?? '',
  }
}
