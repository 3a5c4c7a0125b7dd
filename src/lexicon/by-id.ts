import type {EntityId} from '../model/index.ts'
import type {RowAt, Sheet} from './sheet.ts'

/** A sheet and what to make of one of its rows. */
export interface Source<Value> {
  readonly sheet: Sheet<string>
  make(at: RowAt): Value
}

/** Ids that are in no sheet are remembered until there are so many. */
const mostMissed = 5000

/** What stands in sheets by the id in their first column, made when it is first asked for; in order of the sheets and of their rows; the last sheet that has an id counts. */
export class ById<Value> implements ReadonlyMap<EntityId, Value> {
  private readonly made = new Map<EntityId, Value>()
  private readonly missed = new Set<EntityId>()
  private count = -1

  constructor(private readonly sources: readonly Source<Value>[]) {}

  get(id: EntityId): Value | undefined {
    const known = this.made.get(id)
    if (known !== undefined || this.missed.has(id)) return known
    for (let n = this.sources.length - 1; n >= 0; n--) {
      const {sheet, make} = this.sources[n]
      const at = sheet.find(id)
      if (at < 0) continue
      const value = make(at)
      this.made.set(id, value)
      return value
    }
    if (this.missed.size >= mostMissed) this.missed.clear()
    this.missed.add(id)
    return undefined
  }

  has(id: EntityId): boolean {
    return this.get(id) !== undefined
  }

  get size(): number {
    if (this.count < 0) {
      this.count = 0
      for (const {sheet} of this.sources) this.count += sheet.rows().length
    }
    return this.count
  }

  *entries(): MapIterator<[EntityId, Value]> {
    for (const {sheet, make} of this.sources)
      for (const at of sheet.rows()) {
        const id = sheet.cell(at, 0)
        let value = this.made.get(id)
        if (value === undefined) this.made.set(id, (value = make(at)))
        yield [id, value]
      }
  }

  *keys(): MapIterator<EntityId> {
    for (const {sheet} of this.sources) for (const at of sheet.rows()) yield sheet.cell(at, 0)
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<[EntityId, Value]> {
    return this.entries()
  }

  forEach(visit: (value: Value, id: EntityId, map: ReadonlyMap<EntityId, Value>) => void): void {
    for (const [id, value] of this.entries()) visit(value, id, this)
  }
}
