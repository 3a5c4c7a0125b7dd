import type {IncidentLine} from '../../../model/index.ts'
import {isFriendly} from '../format.ts'
import type {View} from './plot.ts'
import {seconds} from './window.ts'

export interface Tick {
  readonly incident: IncidentLine
  readonly x: number
  readonly y: number
  readonly r: number
}

const bin = 9
const leastStep = 5

/** Middle of the days that an incident may be of; `null` when the text tells none. */
function middle({days}: IncidentLine): number | null {
  const [first, last] = [days.first ?? days.last, days.last ?? days.first]
  return first === null || last === null ? null : (seconds(first) + seconds(last)) / 2
}

export interface Ticks {
  readonly ticks: readonly Tick[]
  /** Incidents in view for which the lane has no room. */
  readonly hidden: number
}

/**
 * Where each incident in view is drawn, in pixels of a lane of that height. Incidents too near each other stack away
 * from the middle, cooperation upwards, those of most origins first; of a stack higher than the lane the rest is
 * counted, but the selected one is always drawn.
 */
export function placeTicks(
  incidents: readonly IncidentLine[],
  view: View,
  height: number,
  selected: string | null = null,
): Ticks {
  const stacks = new Map<string, {incident: IncidentLine; x: number}[]>()
  for (const incident of incidents) {
    const time = middle(incident)
    if (time === null || time < view.from || time > view.to) continue
    const x = view.left + ((time - view.from) / (view.to - view.from)) * view.width
    const key = `${isFriendly(incident.event)} ${Math.floor(x / bin)}`
    const stack = stacks.get(key)
    if (stack) stack.push({incident, x})
    else stacks.set(key, [{incident, x}])
  }
  const room = Math.floor((height / 2 - 8) / leastStep)
  const rank = ({id, origins}: IncidentLine) => (id === selected ? Number.POSITIVE_INFINITY : origins)
  const ticks: Tick[] = []
  let hidden = 0
  for (const stack of stacks.values()) {
    const shown = stack
      .sort((a, b) => rank(b.incident) - rank(a.incident) || (a.incident.id < b.incident.id ? -1 : 1))
      .slice(0, room)
    hidden += stack.length - shown.length
    const step = Math.min(bin, (height / 2 - 8) / shown.length)
    shown.forEach(({incident, x}, i) => {
      const away = 7 + i * step
      const r = Math.min(5.5, 2.6 + Math.sqrt(incident.origins) * 0.7)
      ticks.push({incident, x, r, y: height / 2 + (isFriendly(incident.event) ? -away : away)})
    })
  }
  return {ticks, hidden}
}
