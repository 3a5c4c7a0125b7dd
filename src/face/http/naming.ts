import {DetenteError} from '../../model/index.ts'

/** Words of a text, and who they name. */
export interface NamesGiven {
  /** As printed; the first is its main name where it is new. */
  readonly names: readonly string[]
  /** Id or name of one that is known already; `null`: it is new. */
  readonly as: string | null
  /** What a new one is: `person`, `armed-group`, … */
  readonly kind: string | null
  /** Its home state: `KEN`. */
  readonly country: string | null
}

/** What a name would do, or did. */
export interface NamesKept {
  /** Id of who is named. */
  readonly entity: string
  readonly names: readonly string[]
  /** Articles that hold the words, and how many of them are read anew at once. */
  readonly articles: number
  readonly read: number
}

/** The one way to make names known over HTTP; they are kept in the lexicon beside the record. */
export interface Naming {
  preview(given: NamesGiven): Promise<NamesKept>
  keep(given: NamesGiven): Promise<NamesKept>
  /** Takes a name back that was made known, with all that was told of somebody when it made them known. */
  drop(given: NameDropped): Promise<NamesKept>
}

/** A name that was made known. */
export interface NameDropped {
  readonly entity: string
  readonly name: string
}

const longest = 120
const mostNames = 40

/** Reads who is named out of what was sent. Throws `usage/argument`. */
export function readNames(given: {readonly [name: string]: unknown}): NamesGiven {
  const {names} = given
  const list = Array.isArray(names)
    ? names
        .filter(name => typeof name === 'string')
        .map(plain)
        .filter(Boolean)
    : []
  const long = list.find(name => name.length > longest)
  if (list.length === 0 || list.length > mostNames || long !== undefined)
    throw new DetenteError(
      'usage/argument',
      `names: expected 1 to ${mostNames} names of at most ${longest} characters, found ${long === undefined ? list.length : `"${long.slice(0, 60)}…"`}`,
    )
  const said = (name: string) => (typeof given[name] === 'string' ? plain(given[name] as string) || null : null)
  return {names: [...new Set(list)], as: said('as'), kind: said('kind'), country: said('country')}
}

/** Reads which name is taken back. Throws `usage/argument`. */
export function readDropped({entity, name}: {readonly [name: string]: unknown}): NameDropped {
  if (typeof entity !== 'string' || typeof name !== 'string' || !entity || !name || name.length > longest)
    throw new DetenteError('usage/argument', 'expected an entity and a name of it, found something else')
  return {entity, name: plain(name)}
}

/** On one line: tables are parted by tabs and line ends. */
const plain = (words: string) => words.replace(/\s+/gu, ' ').trim()
