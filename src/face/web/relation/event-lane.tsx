import {useMemo} from 'preact/hooks'
import {deedWords} from '../../../model/act-words.ts'
import type {IncidentLine} from '../../../model/index.ts'
import {happened, isFriendly, rangeWords} from '../format.ts'
import {LaneLegend} from './lane-legend.tsx'
import {placeTicks} from './place-ticks.ts'
import type {View} from './plot.ts'

interface EventLaneProps {
  readonly incidents: readonly IncidentLine[]
  readonly view: View
  /** Incidents without a day. */
  readonly undated: number
  readonly selected: string | null
  readonly onIncident: (id: string) => void
}

const height = 76

/** Incidents by day: cooperation above the line, conflict below; filled when it happened, hollow when not. */
export function EventLane({incidents, view, undated, selected, onIncident}: EventLaneProps) {
  const {ticks, hidden} = useMemo(() => placeTicks(incidents, view, height, selected), [incidents, view, selected])
  return (
    <div class="lane">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys , and . step through the incidents, and the list holds a button for each. */}
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`${ticks.length} incidents in view; the list below holds them`}
        onClick={event => {
          const id = (event.target as Element).closest('[data-incident]')?.getAttribute('data-incident')
          if (id) onIncident(id)
        }}
      >
        <line x1={view.left} x2={view.left + view.width} y1={height / 2} y2={height / 2} class="zero" />
        {ticks.map(({incident, x, y, r}) => {
          const friendly = isFriendly(incident.event)
          const look = `tick ${friendly ? 'friendly' : 'hostile'} ${happened(incident) ? 'filled' : 'hollow'} ${incident.id === selected ? 'selected' : ''}`
          const title = `${rangeWords(incident.days, incident.precision)}: ${deedWords(incident)}`
          return (
            <g key={incident.id} class={look} data-incident={incident.id}>
              <title>{title}</title>
              {friendly ? <circle cx={x} cy={y} r={r} /> : <rect x={x - r} y={y - r} width={2 * r} height={2 * r} />}
            </g>
          )
        })}
      </svg>
      <LaneLegend undated={undated}>
        {hidden > 0 && <span>{hidden} more than fit here: zoom in, or see the list</span>}
      </LaneLegend>
    </div>
  )
}
