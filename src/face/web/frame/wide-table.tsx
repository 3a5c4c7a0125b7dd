import type {ComponentChildren} from 'preact'

/** A table that scrolls sideways where it does not fit. */
export function WideTable({label, children}: {label: string; children: ComponentChildren}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="wide-table" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
