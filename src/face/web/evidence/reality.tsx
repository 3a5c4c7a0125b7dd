import type {Aspect, RealityValue} from '../../../model/index.ts'
import {realityWords} from '../format.ts'

interface RealityBadgeProps {
  readonly value: RealityValue
  readonly aspect: Aspect
  readonly denied: boolean
  readonly claimed: boolean
}

/** Filled when it happened, in a plain frame when it happened before, hollow when it did not, in words either way. */
export function RealityBadge({value, aspect, denied, claimed}: RealityBadgeProps) {
  const finer = aspect === 'plain' ? '' : `, ${aspect}`
  const look = denied ? 'hollow' : value === 'occurred' ? 'happened' : value === 'historical' ? 'retold' : 'hollow'
  return (
    <span class={`badge reality ${look}`}>
      {realityWords[value]}
      {value === 'future' && aspect === 'planned' ? '' : finer}
      {claimed && ', claimed'}
      {denied && ', denied'}
    </span>
  )
}
