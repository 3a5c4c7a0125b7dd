import type {ContestedFigure, FigureGroup} from '../model/index.ts'

/**
 * The numbers of an incident side by side: those that count the same, each with its giver, outlet and day. Nothing is averaged.
 * `agreed`: all allow one value, “about” a tenth more or less; `updated`: they grow from day to day, or who gave one takes it back, and nobody names
 * two at a time; `disputed`: else.
 */
export function sideBySide(figures: readonly ContestedFigure[]): FigureGroup[] {
  const groups = new Map<string, ContestedFigure[]>()
  for (const figure of figures) {
    const key = [figure.what, figure.unit ?? '', scopeOf(figure.who)].join('\t')
    const list = groups.get(key)
    if (list) list.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => {
      const own = [...list].sort(byDay)
      const [{what, unit, who}] = own
      return {
        what,
        unit,
        who,
        state: stateOf(own),
        low: Math.min(...own.map(({low}) => low)),
        high: Math.max(...own.map(({high}) => high)),
        latest: own[own.length - 1],
        figures: own,
      }
    })
}

function stateOf(figures: readonly ContestedFigure[]): FigureGroup['state'] {
  const low = Math.max(...figures.map(figure => rangeOf(figure)[0]))
  const high = Math.min(...figures.map(figure => rangeOf(figure)[1]))
  if (low <= high) return 'agreed'
  for (let i = 1; i < figures.length; i++) {
    const [before, after] = [figures[i - 1], figures[i]]
    const sameDay = dayOf(before) === null || dayOf(after) === null || dayOf(before) === dayOf(after)
    if (meet(before, after)) continue
    const takenBack = after.giver !== null && after.giver === before.giver
    if (sameDay || (after.high < before.low && !takenBack)) return 'disputed'
  }
  return 'updated'
}

/** “About 170” and 176 do not contradict each other. */
const rangeOf = ({low, high, approx}: ContestedFigure) => (approx ? [0.9 * low, 1.1 * high] : [low, high])

function meet(a: ContestedFigure, b: ContestedFigure): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)]
  return x[0] <= y[1] && y[0] <= x[1]
}

const dayOf = ({doc}: ContestedFigure) => doc.published

/** Whom it counts, without number words and articles: `12 Afghan soldiers` and `Afghan soldiers` are of one scope. */
function scopeOf(who: string | null): string {
  return (who ?? '').toLowerCase().replace(counted, '').trim()
}

const counted = new RegExp(
  `^(?:(?:the|an?|some|about|at least|more than|other|\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|` +
    `[a-z]+teen|[a-z]+ty|dozens|hundreds|thousands|of)\\s+)+`,
)

function byDay(a: ContestedFigure, b: ContestedFigure): number {
  const [x, y] = [a.doc.published ?? '9999', b.doc.published ?? '9999']
  if (x !== y) return x < y ? -1 : 1
  if (a.low !== b.low) return a.low - b.low
  return a.doc.id < b.doc.id ? -1 : a.doc.id > b.doc.id ? 1 : a.span.start - b.span.start
}
