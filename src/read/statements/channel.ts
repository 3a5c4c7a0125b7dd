import type {Channel, EntityId} from '../../model/index.ts'
import {slug} from '../mentions/discourse.ts'
import type {Work} from '../work.ts'
import type {Attribution} from './attributions.ts'

export const noChannel: Channel = {outlet: null, span: null, how: 'none'}

/** "told this newspaper", "told the Ledger" in the Lima Ledger: the page's own outlet. */
function ownOutlet(work: Work, {cue, line}: Attribution): Channel | null {
  const own = work.doc.outlet
  if (own === null || cue === null) return null
  const after = work.doc.text.slice(cue.end, Math.min(line.items.at(-1)!.end, cue.end + 90))
  const match =
    /^\s+(?:(?:in an? )?(?:interview|call|statement|e-?mail) )?(?:to |with )?(this (?:newspaper|paper|magazine|website|site|publication|outlet|agency|news agency|broadcaster)|(?:the |The )?(?:\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*){0,3})/u.exec(
      after,
    )
  if (!match) return null
  const words = match[1]
  const bare = words.replace(/^the /i, '')
  const names = own.replace(/^the /i, '')
  if (!words.startsWith('this ') && bare !== names && !names.endsWith(` ${bare}`)) return null
  const start = cue.end + match[0].length - words.length
  return {outlet: outletNamed(work, own), span: {start, end: start + words.length}, how: 'said'}
}

/** The page's outlet as an entity; one that the lexicon does not know is made for this reading. */
function outletNamed(work: Work, name: string): EntityId {
  const bare = (words: string) => words.replace(/^the /i, '').toLowerCase()
  for (const {id, kind, name: known} of work.entities.values())
    if (kind === 'outlet' && bare(known) === bare(name)) return id
  const listed = [bare(name), `the ${bare(name)}`]
    .flatMap(words => work.lexicon.byName.lookup(words))
    .map(({entity}) => work.lexicon.entities.get(entity)!)
    .find(entity => entity.kind === 'outlet' && bare(entity.name) === bare(name))
  const id = listed?.id ?? `~${slug(name)}`
  const made = {
    id,
    kind: 'outlet' as const,
    name,
    country: null,
    sector: null,
    since: null,
    until: null,
    wikidata: null,
  }
  if (!work.entities.has(id)) work.entities.set(id, listed ?? made)
  return id
}

/** The outlet that a speaker spoke to or was carried by, where the words beside the cue name one: "told the BBC", "in a statement carried by KCNA". */
export function channelOf(work: Work, attribution: Attribution): Channel {
  const {line, content, source} = attribution
  if (line.quoted) return noChannel
  const own = ownOutlet(work, attribution)
  if (own) return own
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
