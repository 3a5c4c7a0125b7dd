import type {EntityId, EntityName} from '../model/index.ts'
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

const none: readonly never[] = []

/** Names that begin with the same piece are cut up when that piece is first met: a text meets few of them. */
export function nameTable(
  names: ReadonlyMap<EntityId, readonly EntityName[]>,
  surnames: ReadonlyMap<string, EntityId[]>,
  owners: ReadonlyMap<string, ReadonlySet<EntityId>>,
): NameTable {
  const seeds = new Map<string, (EntityId | EntityName)[]>()
  for (const [entity, list] of names)
    for (const name of list) {
      if (owners.size > 0 && owners.get(foldedName(name.name))?.has(entity) === false) continue
      const key = firstKey(name.name)
      const seed = seeds.get(key)
      if (seed) seed.push(entity, name)
      else seeds.set(key, [entity, name])
    }
  const grown = new Map<string, GrownNode>()
  const root: NameNode = {
    next: {
      get(key) {
        const known = grown.get(key)
        if (known) return known
        const seed = seeds.get(key)
        if (!seed) return undefined
        const node = grow(seed)
        grown.set(key, node)
        return node
      },
      has: key => seeds.has(key),
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
    surname: name => surnames.get(fold(name)) ?? none,
  }
}

/** The tree below one first piece; `seed` holds entities and names in turn. */
function grow(seed: readonly (EntityId | EntityName)[]): GrownNode {
  const top: GrownNode = {next: new Map(), names: []}
  for (let i = 0; i < seed.length; i += 2) {
    const [entity, name] = [seed[i] as EntityId, seed[i + 1] as EntityName]
    const pieces = piecesOf(name.name)
    let node = top
    for (let k = 1; k < pieces.length; k++) {
      let next = node.next.get(pieces[k].key)
      if (!next) node.next.set(pieces[k].key, (next = {next: new Map(), names: []}))
      node = next
    }
    node.names.push({...name, entity, pieces})
  }
  return top
}
