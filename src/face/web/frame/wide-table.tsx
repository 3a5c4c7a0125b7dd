import type {ComponentChildren} from 'preact'
import {useLayoutEffect, useRef} from 'preact/hooks'

/** A table that scrolls sideways where it does not fit; one that `stacks` has its rows as blocks there, each cell with its head. */
export function WideTable({label, children}: {label: string; children: ComponentChildren}) {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    for (const table of box.current?.querySelectorAll('table.stacks') ?? []) headCells(table as HTMLTableElement)
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="wide-table" ref={box} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

/** Writes the name of its column on each cell, for styles that show it beside the cell. */
function headCells(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(({textContent}) => textContent ?? '')
  for (const {rows} of table.tBodies)
    for (const {cells} of rows) for (const [n, cell] of [...cells].entries()) cell.dataset.head = heads[n] ?? ''
}
