import type {DescribedEra, NamedEra, OwnEra} from '../../../model/index.ts'
import {eraSpan, signed} from '../format.ts'
import type {View} from './plot.ts'
import {seconds} from './window.ts'

interface EraStripProps {
  readonly eras: readonly NamedEra[]
  readonly own: readonly OwnEra[]
  readonly view: View
  readonly onEra: (era: OwnEra) => void
}

const height = 26
const dayLong = 86_400

/** The eras above the chart, on its scale, an analyst's own in a dashed row of theirs; a press zooms to one. Their list stands in the tab Eras. */
export function EraStrip({eras, own, view, onEra}: EraStripProps) {
  return (
    <>
      <Row name="Eras; a press zooms to one" eras={eras} view={view} onEra={onEra} />
      <Row name="Own eras; a press zooms to one" eras={own} own view={view} onEra={onEra} />
    </>
  )
}

interface RowProps {
  readonly name: string
  readonly eras: readonly (OwnEra & Partial<Pick<NamedEra, 'level'> & Pick<DescribedEra, 'measured'>>)[]
  readonly own?: boolean
  readonly view: View
  readonly onEra: (era: OwnEra) => void
}

function Row({name: what, eras, own = false, view, onEra}: RowProps) {
  if (eras.length === 0) return null
  const x = (time: number) => view.left + ((time - view.from) / (view.to - view.from)) * view.width
  const [left, right] = [view.left, view.left + view.width]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset; its parts are buttons with names.
    <svg class={own ? 'era-strip own' : 'era-strip'} width="100%" height={height} role="group" aria-label={what}>
      {eras.map(era => {
        const from = Math.max(left, x(seconds(era.first)))
        const to = Math.min(right, x(seconds(era.last) + 31 * dayLong))
        if (to - from < 3) return null
        const fits = Math.floor((to - from - 10) / 6.6)
        const name = era.name.length <= fits ? era.name : fits > 4 ? `${era.name.slice(0, fits - 1)}…` : ''
        const level = era.level ?? era.measured?.level ?? null
        const words = `${name === '' || name === era.name ? era.name : `${name} (${era.name})`}, ${eraSpan(era)}${level === null ? '' : `, level ${signed(level)}`}`
        return (
          // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in a drawing.
          <g
            key={`${era.first} ${era.name}`}
            class={`era ${level !== null && level < 0 ? 'cool' : 'warm'}`}
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
