import type {Coverage} from '../../../model/index.ts'
import {count, rangeWords} from '../format.ts'

/** How much the record holds: nothing on the page is truer than this. */
export function CoverageChip({coverage}: {coverage: Coverage | null}) {
  if (coverage === null) return <span class="chip coverage">…</span>
  const {docs, outlets, origins, days} = coverage
  return (
    <span class="chip coverage" title={`${count(origins, 'independent origin')}; ${rangeWords(days, null)}`}>
      {count(docs, 'article')}, {count(outlets, 'outlet')}
    </span>
  )
}
