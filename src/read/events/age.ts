import type {CodedEvent, Day, DayReading} from '../../model/index.ts'

/** An event told as happened counts as old news when its day lies more than a year before the text's, and as planned when it lies after it. */
export function aged(event: CodedEvent, reference: Day | null, past: boolean, era: DayReading | null): CodedEvent {
  if (!event.occurred && era && reference !== null && event.reality.value === 'occurred') {
    if (era.last === null || era.last >= yearBefore(reference)) return event
    const why = [...event.reality.why, {because: 'under a heading of an earlier time', span: era.span}]
    return {...event, reality: {...event.reality, value: 'historical', why}}
  }
  const {occurred, reality} = event
  if (!occurred || reality.value !== 'occurred') return event
  const span = occurred.span
  // "Later he thanked them": on or after a day long gone is not itself long gone.
  const open = occurred.last === null && occurred.approx && occurred.anchor.to === 'phrase'
  const last = occurred.last ?? (open ? null : occurred.first)
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
  if (!past && occurred.first !== null && occurred.first > reference)
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
