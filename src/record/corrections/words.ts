import type {CorrectionEntry, EventFields} from '../../model/index.ts'

/** A correction in a few words: `type ASSAULT → ACCUSE/allege`. */
export function wordsOf({kind, before, after, anchors, undoes}: Omit<CorrectionEntry, 'id'>): string {
  switch (kind) {
    case 'undo':
      return `undo ${undoes}`
    case 'merge':
      return `merge ${anchors.length} tellings into one incident`
    case 'split':
      return `split ${anchors.filter(({side}) => side === 'out').length} of ${anchors.length} tellings off their incident`
    case 'chrome':
      return `cut “${shortened(anchors[0].words)}”`
    case 'add':
      return `add ${missedWords(after)} “${shortened(anchors[0].words)}”`
    case 'mention':
      return `“${shortened(anchors[0].words)}” is ${after?.mean?.join(', ') || 'nobody of the record'}${after?.everywhere ? ' everywhere' : ''}, not ${before?.mean?.join(', ') || 'nobody'}`
    case 'confirm':
    case 'reject':
      return `${kind} ${anchors[0].part} “${shortened(anchors[0].words)}”`
    default:
      return `${kind} ${told(before)} → ${told(after)}`
  }
}

function missedWords(fields: EventFields | null): string {
  const {added, actors, recipients, event, mode, reality} = fields ?? {}
  switch (added?.part) {
    case 'statement':
      return `statement of ${added.source ?? 'nobody named'}:`
    case 'figure':
      return `figure ${added.what} ${added.low === added.high ? added.low : `${added.low}–${added.high}`}:`
    default:
      return `${told({event, mode})} ${told({actors, recipients})}${reality === 'occurred' ? '' : `, ${reality}`}:`
  }
}

function told(fields: EventFields | null): string {
  const {event, mode, actors, recipients, reality, aspect, days, place} = fields ?? {}
  if (event) return mode ? `${event}/${mode}` : event
  const named = (parties: NonNullable<EventFields['actors']>) =>
    parties.map(({entity}) => entity).join(', ') || 'nobody named'
  if (actors && recipients) return `${named(actors)} > ${named(recipients)}`
  const parties = actors ?? recipients
  if (parties) return named(parties)
  if (reality) return aspect && aspect !== 'plain' ? `${reality}, ${aspect}` : reality
  if (days) return days.first === days.last ? `${days.first}` : `${days.first}–${days.last}`
  if (place) return place.name
  return 'not told'
}

const shortened = (words: string) => (words.length > 60 ? `${words.slice(0, 59)}…` : words)
