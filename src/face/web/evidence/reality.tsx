import type {Aspect, RealityValue} from '../../../model/index.ts'
import {realityWords} from '../format.ts'

interface RealityBadgeProps {
  readonly value: RealityValue
  readonly aspect: Aspect
  readonly denied: boolean
  readonly claimed: boolean
}

/** Filled when it happened, hollow when it did not, in words either way. */
export function RealityBadge({value, aspect, denied, claimed}: RealityBadgeProps) {
  const finer = aspect === 'plain' ? '' : `, ${aspect}`
  const happened = value === 'occurred' && !denied
  return (
    <span class={`badge reality ${happened ? 'happened' : 'hollow'}`}>
      {realityWords[value]}
      {value === 'future' && aspect === 'planned' ? '' : finer}
      {claimed && ', claimed'}
      {denied && ', denied'}
    </span>
  )
}
