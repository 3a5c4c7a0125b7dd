import type {ComponentChildren} from 'preact'

/** What the marks of a lane stand for, what else is to be said of it, and what has no place on it. */
export function LaneLegend({undated, children}: {undated: number; children?: ComponentChildren}) {
  return (
    <p class="lane-legend">
      <span class="key friendly filled">cooperation</span>
      <span class="key hostile filled">conflict</span>
      <span class="key hollow">did not happen: planned, feared, denied</span>
      {children}
      {undated > 0 && <span>{undated} without a day, in the list only</span>}
    </p>
  )
}
