import type {DayReading} from '../../model/index.ts'
import type {Discourse} from './discourse.ts'
import type {Draft, Unit} from './draft.ts'

/** "in 2000, President George W. Bush": the title of an office that the person did not hold on the day said beside it. */
export function flagRoleConflicts(
  discourse: Discourse,
  drafts: readonly Draft[],
  units: readonly Unit[],
  days: readonly DayReading[],
  text: string,
): void {
  const {lexicon, work} = discourse
  for (const {start, end, entities, role, former} of drafts) {
    if (!role || former || entities.length !== 1 || !lexicon.people.has(entities[0])) continue
    const office = units.find(
      unit => unit.noun?.class === 'office' && unit.start >= role.start && unit.end <= role.end,
    )?.noun
    if (!office) continue
    const held = lexicon.rolesOf(entities[0]).filter(({role}) => role === office.key)
    if (held.length === 0) continue
    const day = days.find(
      ({kind, first, last, span}) =>
        kind === 'day' &&
        first !== null &&
        last !== null &&
        (/^,?\s*(?:then\s+)?(?:the\s+)?(?:\p{L}+\s+)?$/u.test(between(text, span.end, start)) ||
          /^,? in $/.test(between(text, end, span.start))),
    )
    if (
      !day ||
      held.some(({since, until}) => (since === null || since <= day.last!) && (until === null || day.first! < until))
    )
      continue
    const terms = held.map(({since, until}) => `from ${since ?? '?'}${until ? ` until ${until}` : ''}`).join(' and ')
    work.flags.push({
      kind: 'role-conflict',
      span: {start, end},
      message: `${lexicon.entities.get(entities[0])!.name} was ${office.key} ${terms}; the text says “${text.slice(day.span.start, day.span.end)}”`,
      entity: entities[0],
    })
  }
}

/** Text between two spans; a mark that matches nothing when they stand the other way round. */
const between = (text: string, from: number, to: number) => (from <= to ? text.slice(from, to) : '\0')
