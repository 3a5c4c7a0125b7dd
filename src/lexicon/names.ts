import type {EntityId, EntityName} from '../model/index.ts'
import {fold, type Piece, piecesOf} from './pieces.ts'

/** One spelling and whom it names. */
export interface Named extends EntityName {
  readonly entity: EntityId
  readonly pieces: readonly Piece[]
}

export interface NameNode {
  readonly next: Map<string, NameNode>
  readonly names: Named[]
}

/** Every spelling, reached piece by piece. */
export interface NameTable {
  readonly root: NameNode
  /** All that bear exactly this name, case and diacritics aside. */
  lookup(name: string): readonly Named[]
  /** People with that surname. */
  surname(name: string): readonly EntityId[]
}

const none: readonly never[] = []

export function nameTable(
  names: Iterable<readonly [EntityId, EntityName]>,
  surnames: Map<string, EntityId[]>,
): NameTable {
  const root: NameNode = {next: new Map(), names: []}
  for (const [entity, name] of names) {
    const pieces = piecesOf(name.name)
    let node = root
    for (const {key} of pieces) {
      let next = node.next.get(key)
      if (!next) node.next.set(key, (next = {next: new Map(), names: []}))
      node = next
    }
    node.names.push({...name, entity, pieces})
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
