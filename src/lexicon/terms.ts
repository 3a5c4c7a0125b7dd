import type {Day, EntityId, Role} from '../model/index.ts'
import {type RowOf, roleOf} from './rows.ts'
import type {RowAt, Sheet} from './sheet.ts'

/** Answers are kept until there are so many: ids that a text makes up are asked for too. */
const mostKept = 20_000

/** Terms of office, made when they are first asked for. */
export class Terms {
  private readonly made = new Map<RowAt, Role>()
  private readonly byHolder = new Map<EntityId, readonly Role[]>()
  private readonly byOffice = new Map<string, readonly Role[]>()
  private readonly offices = new Map<string, Office>()
  private whole: readonly Role[] | null = null

  constructor(private readonly sheet: Sheet<keyof RowOf<'roles'>['cells']>) {}

  /** All of them, by their holders. */
  all(): readonly Role[] {
    this.whole ??= this.sheet.rows().map(at => this.at(at))
    return this.whole
  }

  /** Those of one holder. */
  of(id: EntityId): readonly Role[] {
    const known = this.byHolder.get(id)
    if (known) return known
    const terms = this.sheet.rowsOf(id).map(at => this.at(at))
    if (this.byHolder.size >= mostKept) this.byHolder.clear()
    this.byHolder.set(id, terms)
    return terms
  }

  /** Those in an office, of one state or body or of all. */
  in(role: string, of?: EntityId): readonly Role[] {
    const key = of === undefined ? role : `${role} ${of}`
    const known = this.byOffice.get(key)
    if (known) return known
    const rows = this.rows(role)
    const terms = (of === undefined ? rows.all : (rows.byBody.get(of) ?? [])).map(at => this.at(at))
    if (terms.length > 0) this.byOffice.set(key, terms)
    return terms
  }

  /** States and bodies that have such an office. */
  bodiesWith(role: string): EntityId[] {
    return [...this.rows(role).byBody.keys()]
  }

  /** Who held an office on a day; without a day, everyone who ever did, latest first. */
  holders(role: string, of: EntityId, day: Day | null): EntityId[] {
    const terms = this.in(role, of)
    const fit = day === null ? terms : terms.filter(term => within(day, term))
    if (fit.length < 2) return fit.map(({entity}) => entity)
    const latest = [...fit].sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? 1 : -1))
    return [...new Set(latest.map(({entity}) => entity))]
  }

  private at(at: RowAt): Role {
    let role = this.made.get(at)
    if (!role) this.made.set(at, (role = roleOf(this.sheet.cells(at))))
    return role
  }

  private rows(role: string): Office {
    const known = this.offices.get(role)
    if (known) return known
    const all = this.sheet.rowsWith(1, role)
    const byBody = new Map<EntityId, RowAt[]>()
    for (const at of all) {
      const of = this.sheet.cell(at, 2)
      const rows = byBody.get(of)
      if (rows) rows.push(at)
      else byBody.set(of, [at])
    }
    const office = {all, byBody}
    this.offices.set(role, office)
    return office
  }
}

/** Rows of an office, also by state or body. */
interface Office {
  readonly all: readonly RowAt[]
  readonly byBody: ReadonlyMap<EntityId, readonly RowAt[]>
}

/** since <= day < until; an open end holds. */
export function within(day: Day, {since, until}: {since: Day | null; until: Day | null}): boolean {
  return (since === null || since <= day) && (until === null || day < until)
}
