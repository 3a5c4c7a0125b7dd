import type {Entity, EntityId, EntityName} from '../model/index.ts'
import {firstKey, fold, foldedName, type Piece, piecesOf} from './pieces.ts'
import {nameOf, type RowOf} from './rows.ts'
import type {RowAt, Sheet} from './sheet.ts'

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
  next: ReadonlyMap<string, GrownNode>
  readonly names: Named[]
}

const none: readonly never[] = []
const childless: ReadonlyMap<string, GrownNode> = new Map()

/** The name of an entity as one of its spellings. */
export const ownName = ({name}: Entity): EntityName => ({name, kind: 'name', since: null, until: null})

/** The sheets whose rows have an id and a name of their own, in order of rank, and the one of further spellings. */
export interface NameSheets {
  readonly own: readonly NameColumn[]
  readonly further: Sheet<keyof RowOf<'names'>['cells']>
}

/** First words that are kept with what is below them. */
const mostGrown = 50_000

/** A row that names somebody: its offset and the number of its sheet, own names first. */
type Seed = number
const seedOf = (at: RowAt, sheet: number): Seed => at * 4 + sheet

/** Names are put in order by first letter when one is first asked for, and cut up by first piece when that is: a text meets few of them. */
export function nameTable(
  {own, further}: NameSheets,
  surnames: NameColumn,
  owners: ReadonlyMap<string, ReadonlySet<EntityId>>,
): NameTable {
  const all = [...own, {sheet: further as Sheet<string>, column: 1}]
  const seeds = byLetter(all, names => byFirstPiece(all, names))
  const bearers = byLetter([surnames], names => bySurname(surnames, names))
  /** An entity's own name stands before its further ones, entities in the order of the sheets. */
  const ranked = (rows: readonly Seed[]): Ranked[] =>
    rows
      .flatMap((seed): Ranked[] => {
        const {sheet, column} = all[seed % 4]
        const at = (seed - (seed % 4)) / 4
        if (seed % 4 < own.length) {
          const name = {name: sheet.cell(at, column), kind: 'name' as const, since: null, until: null}
          return [{id: sheet.cell(at, 0), name, sheet: seed % 4, row: at, at: -1}]
        }
        const cells = further.cells(at)
        for (let n = 0; n < own.length; n++) {
          const row = own[n].sheet.find(cells.entity)
          if (row >= 0) return [{id: cells.entity, name: nameOf(cells), sheet: n, row, at}]
        }
        return []
      })
      .filter(({id, name}) => owners.size === 0 || owners.get(foldedName(name.name))?.has(id) !== false)
      .sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.at - b.at)
  // Words that begin no name are kept too, until there are many: most words of a text do not.
  const grown = new Map<string, GrownNode | undefined>()
  const under = (key: string): GrownNode | undefined => {
    const known = grown.get(key)
    if (known || grown.has(key)) return known
    const rows = seeds(key)
    const node = rows && grow(ranked(rows))
    if (grown.size >= mostGrown) grown.clear()
    grown.set(key, node)
    return node
  }
  const root: NameNode = {
    next: {get: under, has: key => under(key) !== undefined},
    names: none,
  }
  return {
    root,
    lookup(name) {
      let node: NameNode | undefined = root
      for (const {key} of piecesOf(name)) node = node?.next.get(key)
      return node && node !== root ? node.names : none
    },
    surname(name) {
      const folded = fold(name)
      return (folded === '' ? undefined : bearers(folded)) ?? none
    },
  }
}

/** A name with the place of its bearer. */
interface Ranked {
  readonly id: EntityId
  readonly name: EntityName
  readonly sheet: number
  readonly row: RowAt
  readonly at: RowAt
}

interface NameColumn {
  readonly sheet: Sheet<string>
  readonly column: number
}

/** Finds by key; the rows of a letter are put in order by `part` when a key that begins with it is first asked for. */
function byLetter<Found>(
  all: readonly NameColumn[],
  part: (seeds: readonly Seed[]) => ReadonlyMap<string, Found>,
): (key: string) => Found | undefined {
  let letters: ReadonlyMap<number, readonly Seed[]> | null = null
  const parted = new Map<number, ReadonlyMap<string, Found>>()
  return key => {
    const letter = key.charCodeAt(0)
    let found = parted.get(letter)
    if (!found) {
      letters ??= lettersOf(all)
      parted.set(letter, (found = part(letters.get(letter) ?? none)))
    }
    return found.get(key)
  }
}

/** Rows by the letter that the first piece of their name begins with. */
function lettersOf(all: readonly NameColumn[]): Map<number, Seed[]> {
  const letters = new Map<number, Seed[]>()
  for (const [n, {sheet, column}] of all.entries())
    for (const at of sheet.rows()) {
      const code = sheet.text.charCodeAt(sheet.cellAt(at, column))
      const plain = (code > 96 && code < 123) || (code > 47 && code < 58)
      const capital = code > 64 && code < 91
      const letter = plain ? code : capital ? code + 32 : firstKey(sheet.cell(at, column)).charCodeAt(0)
      const seeds = letters.get(letter)
      if (seeds) seeds.push(seedOf(at, n))
      else letters.set(letter, [seedOf(at, n)])
    }
  return letters
}

function bySurname({sheet, column}: NameColumn, seeds: readonly Seed[]): Map<string, EntityId[]> {
  const bearers = new Map<string, EntityId[]>()
  for (const seed of seeds) {
    const surname = fold(sheet.cell(seed / 4, column))
    const ids = bearers.get(surname)
    if (ids) ids.push(sheet.cell(seed / 4, 0))
    else bearers.set(surname, [sheet.cell(seed / 4, 0)])
  }
  return bearers
}

/** What stands before the first blank of a name. */
function firstWord(sheet: Sheet<string>, at: RowAt, column: number): string {
  const start = sheet.cellAt(at, column)
  let end = start
  while (sheet.text.charCodeAt(end) > 32) end++
  return sheet.text.slice(start, end)
}

function byFirstPiece(all: readonly NameColumn[], seeds: readonly Seed[]): Map<string, Seed[]> {
  const byKey = new Map<string, Seed[]>()
  // Many names begin with the same word as it is written: each is folded once.
  const byWord = new Map<string, Seed[]>()
  for (const seed of seeds) {
    const {sheet, column} = all[seed % 4]
    const at = (seed - (seed % 4)) / 4
    const word = firstWord(sheet, at, column)
    let list = byWord.get(word)
    if (!list) {
      const first = firstKey(word)
      // A word without letters is no first piece.
      const key = first === '' ? firstKey(sheet.cell(at, column)) : first
      list = byKey.get(key)
      if (!list) byKey.set(key, (list = []))
      if (first !== '') byWord.set(word, list)
    }
    list.push(seed)
  }
  return byKey
}

/** The tree below one first piece. */
function grow(names: readonly Ranked[]): GrownNode {
  const top: GrownNode = {next: childless, names: []}
  for (const {id, name} of names) {
    const pieces = piecesOf(name.name)
    let node = top
    for (let k = 1; k < pieces.length; k++) {
      let next = node.next.get(pieces[k].key)
      if (!next) {
        next = {next: childless, names: []}
        if (node.next === childless) node.next = new Map([[pieces[k].key, next]])
        else (node.next as Map<string, GrownNode>).set(pieces[k].key, next)
      }
      node = next
    }
    node.names.push({...name, entity: id, pieces})
  }
  return top
}
