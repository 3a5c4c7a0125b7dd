import {useEffect, useState} from 'preact/hooks'
import type {MapAnswer, MapPlace} from '../../../model/index.ts'
import {count, isFriendly} from '../format.ts'
import {acrossOf, downOf, type Frame} from './sphere.ts'

interface DrawingProps {
  readonly answer: MapAnswer
  readonly frame: Frame
  /** Place whose incidents are listed. */
  readonly at: string | null
  readonly onPlace: (key: string | null) => void
}

/** Says which place it is, in the address. */
export const keyOf = ({name, latitude, longitude}: MapPlace) => `${name}@${latitude},${longitude}`

/** Whether more of what is listed there is conflict than cooperation. */
const isHostile = ({incidents}: MapPlace) =>
  incidents.filter(({event}) => !isFriendly(event)).length * 2 > incidents.length

/** Coasts and borders without tiles, and on them what happened where. */
export function Drawing({answer, frame, at, onPlace}: DrawingProps) {
  const [countries, setCountries] = useState<readonly string[]>([])
  useEffect(() => {
    import('./countries.ts').then(({countryOutlines}) => setCountries(countryOutlines()))
  }, [])
  const unit = frame.width / 1000
  const size = ({count: n}: MapPlace) => unit * Math.min(26, 7 + 4 * Math.log2(n))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset; its parts are buttons with names.
    <svg
      class="map-drawing"
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      role="group"
      aria-label="Map; the list below holds the same"
    >
      {countries.map((d, n) => (
        <path key={n} class="country" d={d} vector-effect="non-scaling-stroke" />
      ))}
      {[...answer.places].reverse().map(place => {
        const key = keyOf(place)
        const [x, y, r] = [acrossOf(place.longitude), downOf(place.latitude), size(place)]
        const choose = () => onPlace(key === at ? null : key)
        return (
          // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in a drawing.
          <g
            key={key}
            class={`pin ${isHostile(place) ? 'hostile' : 'friendly'} ${place.precision} ${key === at ? 'chosen' : ''}`}
            role="button"
            tabindex={0}
            data-place={key}
            aria-pressed={key === at}
            aria-label={`${place.name}, known to the ${place.precision}: ${count(place.count, 'incident')}`}
            onClick={choose}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              choose()
            }}
          >
            <title>{`${place.name}: ${count(place.count, 'incident')}, known to the ${place.precision}`}</title>
            <circle class="hit" cx={x} cy={y} r={Math.max(r, 15 * unit)} />
            {isHostile(place) ? (
              <rect
                x={x - r * 0.88}
                y={y - r * 0.88}
                width={r * 1.76}
                height={r * 1.76}
                vector-effect="non-scaling-stroke"
              />
            ) : (
              <circle cx={x} cy={y} r={r} vector-effect="non-scaling-stroke" />
            )}
          </g>
        )
      })}
    </svg>
  )
}
