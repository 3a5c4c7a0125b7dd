import {dyadsOf} from '../../ingest/index.ts'
import type {
  DayReading,
  Entity,
  EntityId,
  MentionReason,
  Party,
  Reading,
  Reality,
  Span,
  Statement,
} from '../../model/index.ts'
import {isDeed} from './gold-deeds.ts'

/**
 * A reading in the shape of the project's gold articles (`gold/articles/SCHEMA.md`), so that their scorer can run on it.
 * It says less than the reading: one country an actor, one of eight words for reality.
 */
export function goldOf(reading: Reading) {
  const {doc} = reading
  const words = ({start, end}: Span) => doc.text.slice(start, end)
  const entity = new Map(reading.entities.map(each => [each.id, each]))
  const nameOf = (id: EntityId | null) => (id === null ? null : (entity.get(id)?.name ?? id))
  const speakerOf = ({source: {entity, span, role, kind}}: Statement) => {
    // Of somebody unnamed the gold prints the whole description.
    if (entity?.startsWith('~unnamed') && role && kind === 'anonymous') return `unnamed: ${words(role)}`
    return nameOf(entity) ?? (span && `unnamed: ${words(span)}`)
  }
  const speakers = new Map(reading.statements.map(each => [each.id, nameOf(each.source.entity)]))
  const figures = new Map(reading.figures.map(each => [each.id, each]))

  return {
    body: doc.text,
    meta: {
      title: doc.title,
      publisher: doc.outlet,
      published: doc.published.day,
      byline: doc.byline,
      translatedFrom: null,
      language: doc.language,
      sections: doc.blocks.filter(block => block.kind === 'heading').map(block => words(block.span)),
    },
    actors: actorsOf(reading),
    events: reading.events.flatMap(event =>
      dyadsOf(event).map(([actor, recipient]) => ({
        actor: actor && nameOf(actor.entity),
        actorCountry: actor && sideOf(actor, entity),
        recipient: recipient && nameOf(recipient.entity),
        recipientCountry: recipient && sideOf(recipient, entity),
        type: event.cameo === signed ? 'AGREE' : event.event,
        date: goldDay(event.occurred),
        place: event.place?.name ?? null,
        factuality: factualityOf(event.reality),
        figures: event.figures
          .flatMap(id => figures.get(id) ?? [])
          .filter(({what}) => ['killed', 'injured', 'arrested', 'displaced', 'amount'].includes(what))
          .map(({what, low, approx, who}) => ({what, value: low, approx, who: who && words(who)})),
        reportedBy: event.statement === null ? null : (speakers.get(event.statement) ?? null),
        quote: words(event.evidence.span),
      })),
    ),
    statements: reading.statements
      .filter(statement => speakerOf(statement) !== null && !isDeed(doc.text, statement))
      .flatMap(statement =>
        wholes(statement).map(content => ({
          speaker: speakerOf(statement),
          role: statement.source.role && words(statement.source.role),
          outlet: nameOf(statement.channel.outlet),
          form: statement.form,
          cue: statement.cue && words(statement.cue),
          content: words(content),
          about: statement.about,
        })),
      ),
    eras: [],
    contested: [],
    notes: reading.notes.map(note => note.message),
  }
}

/** Parts one by one, but as one where an attribution stands inside of reported words: "Seoul, he argued, may wait". */
function wholes({form, cue, content}: Statement): readonly Span[] {
  const [first, second] = content
  const medial = content.length === 2 && cue !== null && first.end <= cue.start && cue.end <= second.start
  return form === 'indirect' && medial ? [{start: first.start, end: second.end}] : content
}

function actorsOf(reading: Reading) {
  const entity = new Map(reading.entities.map(each => [each.id, each]))
  const mentions = new Map<EntityId, Set<string>>()
  for (const mention of reading.mentions) {
    if (mention.reason === 'pronoun') continue
    const ids = mention.all ? mention.entities : mention.entities.slice(0, 1)
    for (const id of ids) {
      const printed = mentions.get(id) ?? new Set()
      const {text} = reading.doc
      printed.add(text.slice(mention.span.start, mention.span.end))
      const [count] = counted.exec(text.slice(Math.max(0, mention.span.start - 40), mention.span.start)) ?? []
      if (count && entity.get(id)?.kind !== 'person')
        printed.add(count + text.slice(mention.span.start, mention.span.end))
      mentions.set(id, printed)
    }
  }
  const actors = reading.entities.filter(takesPart(reading))
  const present = new Set(actors.map(({id}) => id))
  return actors
    .filter(entity => !speaksFor(entity, present))
    .map(entity => ({
      name: entity.name,
      kind: goldKind(entity),
      country: homeOf(entity),
      code: `${homeOf(entity) ?? ''}${entity.sector ?? ''}`,
      sector: entity.sector,
      mentions: [
        entity,
        ...actors.filter(other => entity.kind === 'state' && speaksFor(other, present) === entity.id),
      ].flatMap(({id}) => [...(mentions.get(id) ?? [])]),
    }))
}

/** The Kremlin, the White House and embassies are told as their state where the text has it. */
function speaksFor({kind, country}: Entity, present: ReadonlySet<EntityId>): EntityId | null {
  return kind === 'government' && country !== null && present.has(country) ? country : null
}

/** Who speaks for states together has no state. */
function homeOf({kind, id, country, sector}: Entity): EntityId | null {
  if (kind === 'state') return id
  return kind === 'person' && sector === 'IGO' ? null : country
}

/**
 * Who belongs into a list of actors. Everyone who is named does; who is only meant by an office ("its supreme leader"), by speaking or acting; an unnamed one ("people", "troops") only by speaking, or, where the
 * country is known, by acting; a state not as a place or for its adjective alone ("in Mali", "under French rule").
 */
function takesPart({events, statements, mentions}: Reading): (entity: Entity) => boolean {
  const sources = new Set(statements.map(({source}) => source.entity))
  const acting = new Set(events.flatMap(({actors}) => actors.map(({entity}) => entity)))
  const affected = new Set(events.flatMap(({recipients}) => recipients.map(({entity}) => entity)))
  const about = new Set(statements.flatMap(each => each.about))
  const byName = new Set<MentionReason>(['name', 'surname', 'title-and-name', 'found-name', 'acronym'])
  const named = new Set(mentions.flatMap(({entities, reason}) => (byName.has(reason) ? entities : [])))
  const told = new Set(
    mentions.flatMap(({entities, reason, sense}) => (reason === 'demonym' || sense === 'place' ? [] : entities)),
  )
  return ({id, kind, country}) => {
    if (sources.has(id)) return true
    if (kind === 'person' && !id.startsWith('~') && !named.has(id)) return acting.has(id)
    if (id.startsWith('~unnamed')) return country !== null && acting.has(id)
    return kind !== 'state' || told.has(id) || acting.has(id) || affected.has(id) || about.has(id)
  }
}

/** "2,000 peacekeepers", "hundreds of Turkish soldiers": a number belongs to the words as printed. */
const counted =
  /(?<![\w.,:])(?:(?:\d{1,3}(?:,\d{3})*|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a dozen)(?: hundred| thousand| million)?|(?:dozens|hundreds|thousands) of) $/i

function goldKind({kind, sector}: Entity): string {
  if (kind === 'person') return sector === 'EDU' || sector === 'NGO' || sector === 'MED' ? 'expert' : 'official'
  const names: Partial<Record<Entity['kind'], string>> = {
    'armed-group': 'armed group',
    outlet: 'media',
    government: 'state',
    legislature: 'organisation',
    court: 'organisation',
    police: 'organisation',
    party: 'organisation',
    institute: 'organisation',
    company: 'organisation',
  }
  return names[kind] ?? kind
}

function sideOf(party: Party, entity: ReadonlyMap<EntityId, Entity>): string {
  return party.country ?? entity.get(party.entity)?.name ?? party.entity
}

/** CAMEO's code for signing an agreement: SUPPORT in PLOVER, AGREE to those who annotated the articles. */
const signed = '057'

function goldDay(day: DayReading | null): string | null {
  if (day === null || day.first === null || day.last === null) return null
  if (day.first === day.last) return day.first
  if (day.first.slice(0, 7) === day.last.slice(0, 7)) return day.first.slice(0, 7)
  if (day.first.slice(0, 4) === day.last.slice(0, 4)) return day.first.slice(0, 4)
  const [from, to] = [Number(day.first.slice(0, 4)), Number(day.last.slice(0, 4))]
  // A stretch of many years has no word of its own there: the decade of its middle says least that is wrong.
  return to - from >= 5 ? `${Math.floor((from + to) / 20)}0s` : day.first.slice(0, 4)
}

function factualityOf({value, aspect, denied}: Reality): string {
  if (denied !== null || value === 'negation') return 'denied'
  if (aspect === 'ended' || aspect === 'ongoing' || aspect === 'desired' || aspect === 'conditional') return aspect
  if (value === 'future') return 'planned'
  if (value === 'hypothetical') return aspect === 'demanded' ? 'desired' : 'possible'
  return 'happened'
}
