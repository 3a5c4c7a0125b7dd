import type {CodedEvent, Day} from '../../model/index.ts'

/** An event told as happened counts as old news when its day lies more than a year before the text's, and as planned when it lies after it. */
export function aged(event: CodedEvent, reference: Day | null): CodedEvent {
  const {occurred, reality} = event
  if (!occurred || reality.value !== 'occurred') return event
  const span = occurred.span
  const last = occurred.last ?? occurred.first
  if (occurred.precision === 'decade' || occurred.precision === 'era') {
    if (reference === null || (last !== null && last < yearBefore(reference)))
      return {
        ...event,
        reality: {...reality, value: 'historical', why: [...reality.why, {because: 'an earlier era', span}]},
      }
  }
  if (reference === null) return event
  if (last !== null && last < yearBefore(reference))
    return {
      ...event,
      reality: {
        ...reality,
        value: 'historical',
        why: [...reality.why, {because: 'more than a year before this was written', span}],
      },
    }
  if (occurred.first !== null && occurred.first > reference && reality.aspect !== 'ended')
    return {
      ...event,
      reality: {
        ...reality,
        value: 'future',
        aspect: 'planned',
        why: [...reality.why, {because: 'after this was written', span}],
      },
    }
  return event
}

function yearBefore(day: Day): Day {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
}
