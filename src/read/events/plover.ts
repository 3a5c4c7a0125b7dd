import type {CodedEvent, EventCode} from '../../model/index.ts'

const kind = new Set<EventCode>(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'])
const harsh = new Set<EventCode>(['COERCE', 'SANCTION', 'ASSAULT', 'PROTEST', 'MOBILIZE', 'REJECT'])

/**
 * The PLOVER type of an event as that codebook has it: a promised or planned friendly act is AGREE, an announced hostile one
 * THREATEN, and so is a withdrawal announced unless something is done. A promise that hangs on a condition is one too. `null` for what PLOVER does not code (negated, only possible, wished or denied).
 */
export function ploverType({event, reality}: Pick<CodedEvent, 'event' | 'reality'>): EventCode | null {
  if (reality.denied !== null) return null
  if (reality.value === 'occurred' || reality.value === 'historical') return event
  const promised = reality.aspect === 'conditional' && reality.why.some(({because}) => because.startsWith('will'))
  if (reality.value !== 'future' && !promised) return null
  if (promised && event === 'RETREAT' && reality.why.some(({because}) => because.startsWith('unless')))
    return 'THREATEN'
  if (kind.has(event)) return 'AGREE'
  return harsh.has(event) ? 'THREATEN' : event
}
