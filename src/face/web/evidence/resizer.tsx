import {useEffect, useState} from 'preact/hooks'

const place = 'detente:panel'
const [least, most, usual] = [22, 60, 38]

const within = (percent: number) => Math.min(most, Math.max(least, Math.round(percent)))

function stored(): number {
  const kept = Number(localStorage.getItem(place))
  return kept > 0 ? within(kept) : usual
}

/** The edge of the panel: dragged, or moved with the arrow keys. */
export function Resizer() {
  const [percent, setPercent] = useState(stored)
  useEffect(() => {
    document.documentElement.style.setProperty('--panel', `${percent}%`)
    localStorage.setItem(place, String(percent))
  }, [percent])
  const drag = (event: PointerEvent) => {
    const edge = event.currentTarget as HTMLElement
    edge.setPointerCapture(event.pointerId)
    const move = (moved: PointerEvent) => setPercent(within(100 - (moved.clientX / innerWidth) * 100))
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', () => edge.removeEventListener('pointermove', move), {once: true})
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter that moves is a focusable separator; hr takes no focus.
    <div
      class="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the evidence panel"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={percent}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft') setPercent(within(percent + 2))
        if (event.key === 'ArrowRight') setPercent(within(percent - 2))
      }}
    />
  )
}
