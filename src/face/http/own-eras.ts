import {addOwnEra, type Desk, erasBeside, sideOf} from '../../answer/index.ts'
import {DetenteError, type OwnEra} from '../../model/index.ts'

/** The one way to write an analyst's own era down over HTTP. */
export interface ErasKeeping {
  /** Throws `usage/argument` and `answer/unknown-entity`. */
  add(pair: readonly [string, string], era: OwnEra): Promise<void>
}

/** Own eras in the table beside a desk's record. */
export function erasKeepingAt(desk: Desk): ErasKeeping {
  return {
    add: async (pair, era) => {
      const [a, b] = await desk.read(async record => [
        await sideOf(record, desk.lexicon, pair[0]),
        await sideOf(record, desk.lexicon, pair[1]),
      ])
      addOwnEra(erasBeside(desk.path), {a: a.id, b: b.id, ...era})
    },
  }
}

const longestName = 120

/** Reads an own era out of what was sent; its months are checked where it is written. Throws `usage/argument`. */
export function readOwnEra({name, first, last}: {readonly [name: string]: unknown}): OwnEra {
  const words = typeof name === 'string' ? name.replace(/\s+/gu, ' ').trim() : ''
  if (words === '' || words.length > longestName)
    throw new DetenteError('usage/argument', `name: expected 1 to ${longestName} characters, found ${words.length}`)
  return {name: words, first: String(first ?? ''), last: String(last ?? '')}
}
