import type {CodedEvent, Entity, EventFields, Party, Reading} from '../../model/index.ts'

/** All that a correction can change of an event, as it stands. */
export function fieldsOf({
  event,
  mode,
  actors,
  recipients,
  reality,
  occurred,
  place,
}: CodedEvent): Required<Omit<EventFields, 'entities' | 'added' | 'mean' | 'everywhere'>> {
  return {
    event,
    mode,
    actors: actors.map(bare),
    recipients: recipients.map(bare),
    reality: reality.value,
    aspect: reality.aspect,
    days: occurred && {first: occurred.first, last: occurred.last, precision: occurred.precision},
    place: place && withoutSpan(place),
  }
}

/** The event with these parts in place of its own. What stood in the text keeps its words; what did not, takes those of the act. */
export function withFields(event: CodedEvent, fields: EventFields, id: string): CodedEvent {
  const {cue} = event.evidence
  const printed = (own: readonly Party[], {entity}: Pick<Party, 'entity'>) =>
    [...own, ...event.actors, ...event.recipients].find(each => each.entity === entity)?.span
  const parties = (own: readonly Party[], given: EventFields['actors']) =>
    given?.map(party => ({...party, span: printed(own, party) ?? own[0]?.span ?? cue}))
  const retyped = fields.event !== undefined && fields.event !== event.event
  const {days, place, reality, aspect} = fields
  return {
    ...event,
    event: fields.event ?? event.event,
    mode: fields.mode === undefined ? event.mode : fields.mode,
    // A CAMEO code says the type too; one of another type would contradict it.
    cameo: retyped ? null : event.cameo,
    actors: parties(event.actors, fields.actors) ?? event.actors,
    recipients: parties(event.recipients, fields.recipients) ?? event.recipients,
    reality:
      reality === undefined
        ? event.reality
        : {
            ...event.reality,
            value: reality,
            aspect: aspect ?? 'plain',
            why: [...event.reality.why, {because: `corrected: ${id}`, span: cue}],
          },
    occurred:
      days === undefined
        ? event.occurred
        : days && {
            id: event.occurred?.id ?? id,
            span: event.occurred?.span ?? cue,
            approx: false,
            anchor: {to: 'said', day: null},
            kind: 'day',
            timex: days.first === days.last ? days.first : null,
            ...days,
          },
    place: place === undefined ? event.place : place && {...place, span: event.place?.span ?? cue},
  }
}

/** Someone as a person names them in a role. */
export const partyOf = (entity: Entity): Omit<Party, 'span'> => ({
  entity: entity.id,
  country: stateOf(entity),
  sector: entity.sector,
  how: 'said',
})

/** Home state, or itself. */
export const stateOf = ({id, country, kind}: Entity) => country ?? (kind === 'state' ? id : null)

/** The entities of a reading and those that corrections name besides. */
export function withEntities(entities: Reading['entities'], more: Reading['entities']): Reading['entities'] {
  const known = new Set(entities.map(({id}) => id))
  const added = new Map(more.filter(({id}) => !known.has(id)).map(each => [each.id, each]))
  return added.size === 0 ? entities : [...entities, ...[...added.values()].sort((a, b) => (a.id < b.id ? -1 : 1))]
}

const bare = ({entity, country, sector, how}: Party) => ({entity, country, sector, how})

function withoutSpan({name, country, precision, latitude, longitude}: NonNullable<CodedEvent['place']>) {
  return {name, country, precision, latitude, longitude}
}
