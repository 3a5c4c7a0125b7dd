import type {Incident} from '../../../model/index.ts'
import {isFriendly} from '../format.ts'
import type {View} from './plot.ts'
import {seconds} from './window.ts'

export interface Tick {
  readonly incident: Incident
  readonly x: number
  readonly y: number
  readonly r: number
}

const bin = 9

/** Middle of the days that an incident may be of; `null` when the text tells none. */
function middle({days}: Incident): number | null {
  const [first, last] = [days.first ?? days.last, days.last ?? days.first]
  return first === null || last === null ? null : (seconds(first) + seconds(last)) / 2
}

/**
 * Where each incident in view is drawn, in pixels of a lane of that height. Incidents too near each other stack away
 * from the middle, cooperation upwards; a stack higher than the lane is pressed together.
 */
export function placeTicks(incidents: readonly Incident[], view: View, height: number): Tick[] {
  const stacks = new Map<string, {incident: Incident; x: number; r: number}[]>()
  for (const incident of incidents) {
    const time = middle(incident)
    if (time === null || time < view.from || time > view.to) continue
    const x = view.left + ((time - view.from) / (view.to - view.from)) * view.width
    const key = `${isFriendly(incident.event)} ${Math.floor(x / bin)}`
    const stack = stacks.get(key) ?? []
    stack.push({incident, x, r: Math.min(5.5, 2.6 + Math.sqrt(incident.origins) * 0.7)})
    stacks.set(key, stack)
  }
  const ticks: Tick[] = []
  for (const stack of stacks.values()) {
    const step = Math.min(bin, (height / 2 - 8) / stack.length)
    stack.forEach(({incident, x, r}, i) => {
      const away = 7 + i * step
      ticks.push({incident, x, r, y: height / 2 + (isFriendly(incident.event) ? -away : away)})
    })
  }
  return ticks
}
