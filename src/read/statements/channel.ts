import type {Channel, EntityId} from '../../model/index.ts'
import type {Work} from '../work.ts'
import type {Attribution} from './attributions.ts'

export const noChannel: Channel = {outlet: null, span: null, how: 'none'}

/** The outlet that a speaker spoke to or was carried by, where the words beside the cue name one: "told the BBC", "in a statement carried by KCNA". */
export function channelOf(work: Work, {line, content, source}: Attribution): Channel {
  if (line.quoted) return noChannel
  const {start} = line.items[0]
  const {end} = line.items.at(-1)!
  for (const {span, entities} of work.mentions) {
    if (span.start < start || span.end > end) continue
    if (work.entities.get(entities[0])?.kind !== 'outlet') continue
    if (content.some(part => part.start <= span.start && span.start < part.end)) continue
    if (source && source.start <= span.start && span.end <= source.end) continue
    const before = work.doc.text.slice(Math.max(start, span.start - 60), span.start)
    if (
      /\b(?:told|tells|telling|to|with|by|in|on|of|from|quoted|interview(?:ed)?)\s+(?:\p{L}+\s+){0,3}?(?:the\s+)?(?:\p{L}+[’']s\s+)?$/iu.test(
        before,
      ) ||
      reports(work.doc.text.slice(span.end, end))
    )
      return {outlet: entities[0], span, how: 'said'}
  }
  return noChannel
}

const reports = (after: string) =>
  /^(?:\s+(?:news agency|agency|newspaper|television|TV))?\s+(?:reported|quoted|said|cited)\b/i.test(after)

/** Outlets keep to their speaker until he speaks elsewhere. */
export class Channels {
  private readonly byEntity = new Map<EntityId, Channel>()

  of(speaker: EntityId | null, said: Channel): Channel {
    if (speaker === null) return said
    if (said.how === 'said') {
      this.byEntity.set(speaker, said)
      return said
    }
    const known = this.byEntity.get(speaker)
    return known ? {...known, how: 'carried'} : said
  }
}
