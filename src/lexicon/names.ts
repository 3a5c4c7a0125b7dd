import type {Entity, EntityId, EntityName} from '../model/index.ts'
import {firstKey, fold, foldedName, type Piece, piecesOf} from './pieces.ts'

/** One spelling and whom it names. */
export interface Named extends EntityName {
  readonly entity: EntityId
  readonly pieces: readonly Piece[]
}

export interface NameNode {
  readonly next: {get(key: string): NameNode | undefined; has(key: string): boolean}
  readonly names: readonly Named[]
}

/** Every spelling, reached piece by piece. */
export interface NameTable {
  readonly root: NameNode
  /** All that bear exactly this name, case and diacritics aside. */
  lookup(name: string): readonly Named[]
  /** People with that surname. */
  surname(name: string): readonly EntityId[]
}

interface GrownNode {
  readonly next: Map<string, GrownNode>
  readonly names: Named[]
}

/** An entity by its own name, or by a further spelling. */
type Seed = Entity | {readonly id: EntityId; readonly spelling: EntityName}

const none: readonly never[] = []

/** The name of an entity as one of its spellings. */
export const ownName = ({name}: Entity): EntityName => ({name, kind: 'name', since: null, until: null})

/** Further spellings beside the name of the entity itself. */
export type Spellings = ReadonlyMap<EntityId, readonly EntityName[]>

/** Names are put in order by first letter when that is first asked for, and cut up by first piece when that is: a text meets few of them. */
export function nameTable(
  entities: ReadonlyMap<EntityId, Entity>,
  spellings: Spellings,
  surnames: (folded: string) => readonly EntityId[],
  owners: ReadonlyMap<string, ReadonlySet<EntityId>>,
): NameTable {
  const byLetter = new Map<number, Seed[]>()
  const plant = (id: EntityId, name: string, seed: Seed) => {
    if (owners.size > 0 && owners.get(foldedName(name))?.has(id) === false) return
    const letter = firstLetter(name)
    const list = byLetter.get(letter)
    if (list) list.push(seed)
    else byLetter.set(letter, [seed])
  }
  for (const entity of entities.values()) {
    const {id} = entity
    plant(id, entity.name, entity)
    const more = spellings.get(id)
    if (more) for (const spelling of more) plant(id, spelling.name, {id, spelling})
  }
  const parted = new Map<number, Map<string, Seed[]>>()
  const seedsOf = (key: string): readonly Seed[] | undefined => {
    const letter = key.charCodeAt(0)
    let seeds = parted.get(letter)
    if (!seeds) parted.set(letter, (seeds = byFirstPiece(byLetter.get(letter) ?? [])))
    return seeds.get(key)
  }
  const grown = new Map<string, GrownNode>()
  const root: NameNode = {
    next: {
      get(key) {
        const known = grown.get(key)
        if (known) return known
        const seeds = seedsOf(key)
        if (!seeds) return undefined
        const node = grow(seeds)
        grown.set(key, node)
        return node
      },
      has: key => seedsOf(key) !== undefined,
    },
    names: none,
  }
  return {
    root,
    lookup(name) {
      let node: NameNode | undefined = root
      for (const {key} of piecesOf(name)) node = node?.next.get(key)
      return node && node !== root ? node.names : none
    },
    surname: name => surnames(fold(name)),
  }
}

/** Code of the letter that the key of the first piece begins with. */
function firstLetter(name: string): number {
  const code = name.charCodeAt(0)
  if (code > 64 && code < 91) return code + 32
  if ((code > 96 && code < 123) || (code > 47 && code < 58)) return code
  // A letter beyond ASCII is folded alone: cutting up the whole name takes longer than all else here.
  const alone = code > 191 ? fold(name.charAt(0)).charCodeAt(0) : 0
  return alone > 96 && alone < 123 ? alone : firstKey(name).charCodeAt(0)
}

function byFirstPiece(seeds: readonly Seed[]): Map<string, Seed[]> {
  const byKey = new Map<string, Seed[]>()
  // Many names begin with the same word as it is written: each is folded once.
  const byWord = new Map<string, Seed[]>()
  for (const seed of seeds) {
    const {name} = 'spelling' in seed ? seed.spelling : seed
    const blank = name.indexOf(' ')
    const word = blank < 0 ? name : name.slice(0, blank)
    let list = byWord.get(word)
    if (!list) {
      const first = firstKey(word)
      // A word without letters is no first piece.
      const key = first === '' ? firstKey(name) : first
      list = byKey.get(key)
      if (!list) byKey.set(key, (list = []))
      if (first !== '') byWord.set(word, list)
    }
    list.push(seed)
  }
  return byKey
}

/** The tree below one first piece. */
function grow(seeds: readonly Seed[]): GrownNode {
  const top: GrownNode = {next: new Map(), names: []}
  for (const seed of seeds) {
    const name = 'spelling' in seed ? seed.spelling : ownName(seed)
    const pieces = piecesOf(name.name)
    let node = top
    for (let k = 1; k < pieces.length; k++) {
      let next = node.next.get(pieces[k].key)
      if (!next) node.next.set(pieces[k].key, (next = {next: new Map(), names: []}))
      node = next
    }
    node.names.push({...name, entity: seed.id, pieces})
  }
  return top
}
