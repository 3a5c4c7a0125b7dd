import {fade} from './fade.ts'
import {type Kind, kinds, type Panel, type Series, sidesOf, type Tolls} from './series.ts'

/** How much a side does and suffers with anybody: usually, as incidents of a window, and lately, as logarithms of ratios to that. */
export type SideState = Readonly<Record<Kind, {readonly usual: number; readonly week: number; readonly season: number}>>

/** Half-lives in years of the means compared: two weeks and two months against two years. */
const lives = [1 / 24, 1 / 6, 2] as const

/** What goes on around the sides of a panel's series, whoever it is with. */
export class Sides {
  private readonly faded = new Map<string, Record<Kind, Float64Array[]>>()

  constructor(panel: Panel) {
    const tolls = panel.sides ?? summed(panel)
    for (const series of panel.series)
      for (const side of sidesOf(series)) {
        const own = tolls.get(side)
        if (!own || this.faded.has(side)) continue
        const means = (kind: Kind) => lives.map(life => fade(own[kind], life * panel.year))
        this.faded.set(side, {cooperative: means('cooperative'), conflictual: means('conflictual')})
      }
  }

  /** Of both sides before period `at`, the busier one first; nothing at or after `at` is looked at. */
  at(series: Series, at: number, window: number): SideState[] {
    const states = sidesOf(series).map(side => {
      const faded = this.faded.get(side)
      const of = (kind: Kind) => {
        const [week, season, usual] = (faded?.[kind] ?? []).map(means => means[at])
        if (usual === undefined) return {usual: 0, week: 0, season: 0}
        const warmth = (mean: number) => Math.log((mean + 0.1) / (usual + 0.1))
        return {usual: usual * window, week: warmth(week), season: warmth(season)}
      }
      return {cooperative: of('cooperative'), conflictual: of('conflictual')}
    })
    return states.sort((a, b) => busy(b) - busy(a))
  }
}

const busy = (state: SideState): number => kinds.reduce((sum, kind) => sum + state[kind].usual, 0)

function summed({series, periods}: Panel): Map<string, Tolls> {
  const sums = new Map<string, Record<Kind, Float64Array>>()
  for (const one of series)
    for (const side of sidesOf(one)) {
      const sum = sums.get(side) ?? {cooperative: new Float64Array(periods), conflictual: new Float64Array(periods)}
      for (const kind of kinds) for (let t = 0; t < periods; t++) sum[kind][t] += one[kind][t]
      sums.set(side, sum)
    }
  return sums
}
