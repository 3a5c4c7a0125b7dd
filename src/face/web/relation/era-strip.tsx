import type {NamedEra} from '../../../model/index.ts'
import {eraSpan, signed} from '../format.ts'
import type {View} from './plot.ts'
import {seconds} from './window.ts'

interface EraStripProps {
  readonly eras: readonly NamedEra[]
  readonly view: View
  readonly onEra: (era: NamedEra) => void
}

const height = 26
const dayLong = 86_400

/** The eras above the chart, on its scale; a press zooms to one. Their list stands in the tab Eras. */
export function EraStrip({eras, view, onEra}: EraStripProps) {
  if (eras.length === 0) return null
  const x = (time: number) => view.left + ((time - view.from) / (view.to - view.from)) * view.width
  const [left, right] = [view.left, view.left + view.width]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset; its parts are buttons with names.
    <svg class="era-strip" width="100%" height={height} role="group" aria-label="Eras; a press zooms to one">
      {eras.map(era => {
        const from = Math.max(left, x(seconds(era.first)))
        const to = Math.min(right, x(seconds(era.last) + 31 * dayLong))
        if (to - from < 3) return null
        const fits = Math.floor((to - from - 10) / 6.6)
        const name = era.name.length <= fits ? era.name : fits > 4 ? `${era.name.slice(0, fits - 1)}…` : ''
        const words = `${name === '' || name === era.name ? era.name : `${name} (${era.name})`}, ${eraSpan(era)}, level ${signed(era.level)}`
        return (
          // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in a drawing.
          <g
            key={era.first}
            class={`era ${era.level < 0 ? 'cool' : 'warm'}`}
            role="button"
            tabindex={0}
            data-era={era.first}
            aria-label={words}
            onClick={() => onEra(era)}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onEra(era)
            }}
          >
            <title>{words}</title>
            <rect x={from} y="1" width={to - from} height={height - 2} />
            <text x={from + 6} y={height / 2 + 4}>
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
