import type {EntityId} from './entity.ts'

/** PLOVER's four classes of acts. */
export type QuadClass = 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict'

/** Share of each class among incidents, by weight; they add up to 1, or are all 0 without incidents. */
export type Mix = Readonly<Record<QuadClass, number>>

/** A stretch of a relation between two change-points. Months are `YYYY-MM`, both included. */
export interface Era {
  readonly first: string
  readonly last: string
  /** Mean of the smoothed level, −10 to +10, and its change from first to last month. */
  readonly level: number
  readonly change: number
  /** Incidents that count in it. */
  readonly incidents: number
  readonly mix: Mix
  /** PLOVER contexts of its incidents, commonest first. */
  readonly themes: readonly string[]
  /** Third states and groups that take part in its incidents, most often first. */
  readonly others: readonly EntityId[]
  /** Incident that did most to part it from the era before; `null` for the first era. */
  readonly trigger: string | null
  /** How much better the model is with the boundary before it than without, in units of the penalty; over 1 by construction. `null` for the first. */
  readonly strength: number | null
}

/** An analyst's own era, kept beside the computed ones. */
export interface OwnEra {
  readonly name: string
  readonly first: string
  readonly last: string
}

/** An analyst's own era, measured on the index. */
export interface DescribedEra extends OwnEra {
  /** Mean of the smoothed level within it and its change; `null`: it lies outside the index. */
  readonly measured: {readonly level: number; readonly change: number} | null
  readonly incidents: number
  readonly mix: Mix
  readonly themes: readonly string[]
  /** The computed change-point nearest to its beginning, and how many months later (or, below 0, earlier) that is. */
  readonly nearest: {readonly month: string; readonly months: number} | null
}

/** An era with those who ruled either side for much of it, in order. */
export interface NamedEra extends Era {
  readonly name: string
  readonly leaders: readonly {readonly entity: EntityId; readonly name: string; readonly of: EntityId}[]
}

/** A stretch of a relation that can be likened to another. */
export interface Episode {
  readonly pair: readonly [EntityId, EntityId]
  readonly first: string
  readonly last: string
  readonly level: number
  readonly change: number
  readonly incidents: number
  readonly mix: Mix
  readonly themes: readonly string[]
  readonly others: readonly EntityId[]
  /** How the two sides were ruled, in words: kind of government, and the party of who led it; empty where no table tells. */
  readonly rule: readonly string[]
  /** Change of the level in the year after it, with the number of incidents then; `null` when the record ends before. */
  readonly followed: {readonly change: number; readonly incidents: number} | null
}

export interface Analogue {
  readonly episode: Episode
  /** 0 (nothing alike) to 1 (the same). */
  readonly likeness: number
  /** Likeness in each feature, 0 to 1. */
  readonly features: Readonly<Record<'level' | 'change' | 'mix' | 'themes' | 'others' | 'rule', number>>
}

export interface Analogues {
  /** The episode that others are likened to: the last months of the relation. */
  readonly now: Episode
  /** Most alike first; none overlaps another or the present one. */
  readonly found: readonly Analogue[]
  /** All past episodes that were looked at, those after which something happened within a year, and the share of these after which the level rose: the base rate. */
  readonly looked: number
  readonly settled: number
  readonly rose: number | null
  /** Share of looked-at episodes that are less like the present one than the best is: how special the likeness is. */
  readonly rank: number | null
}

/** Something that moves with the relation. An association, never a cause. */
export interface Driver {
  readonly kind: 'theme' | 'third-party'
  /** PLOVER context, or entity. */
  readonly id: string
  /** Quarters by which it goes before the relation, 0 to 4. */
  readonly lag: number
  /** Spearman's rank correlation, −1 to 1, and its 80 % interval. */
  readonly correlation: number
  readonly low: number
  readonly high: number
  /** Share of circular shifts of the series that correlate as much, and that share corrected for all that was tried (Benjamini–Hochberg). */
  readonly chance: number
  readonly corrected: number
  readonly quarters: number
}
