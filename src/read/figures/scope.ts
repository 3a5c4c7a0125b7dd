import type {Span} from '../../model/index.ts'
import type {Counted} from './count.ts'
import type {FigureWord} from './words.ts'

/**
 * What kind of sum a figure is. `total`: summed over a stretch of time, a war or a country, not of one happening. `armed`: it counts fighters or forces, or the
 * fallen of a clash between them.
 */
export interface Scope {
  readonly total: boolean
  readonly armed: boolean
}

/** Reads the scope of a figure from the words of its sentence: `stretch`, `combat` and `fighter` rows of `figure-words.tsv`. */
export function scopeOf(figure: Counted, sentence: Span, words: readonly FigureWord[]): Scope {
  const within = (form: 'stretch' | 'combat' | 'fighter', {start, end}: Span) =>
    words.some(({forms, span}) => forms.has(form) && span.start < end && start < span.end)
  const counted = figure.who ?? figure.span
  return {
    total: figure.low > 1 && within('stretch', sentence),
    armed: within('fighter', counted) || (figure.low > 1 && within('combat', sentence)),
  }
}
