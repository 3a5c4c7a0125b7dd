/** A level on −10 … +10 as a bar from the middle. */
export function LevelBar({level}: {level: number}) {
  // What is told as 0.0 leans to neither side.
  const none = Number(level.toFixed(1)) === 0
  const x = 50 + Math.max(-10, Math.min(10, level)) * 5
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="50" x2="50" y1="0" y2="10" class="zero" />
      {!none && (
        <rect
          x={Math.min(50, x)}
          width={Math.max(0.8, Math.abs(x - 50))}
          y="2"
          height="6"
          class={level < 0 ? 'cool' : 'warm'}
        />
      )}
    </svg>
  )
}
