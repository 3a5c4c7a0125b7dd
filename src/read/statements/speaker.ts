import type {EntityId, Mention, Span, StatementSource} from '../../model/index.ts'
import type {Work} from '../work.ts'
import type {Attribution} from './attributions.ts'

const anonymous =
  /\b(?:official|source|spokes(?:man|woman|person)|diplomat|officer|aide|adviser|advisor|person|witness|insider|member|man|woman|resident|analyst|expert|minister|lawmaker|one)s?\b/i
const plural = /\b(?:\p{L}+s|people|many|some|others|they|both|police|critics|several)\b/iu
const document =
  /\b(?:report|statement|study|studie|research|analysis|analyse|image|email|e-mail|tape|video|evidence|result|finding|statistic|census|document|poll|survey|letter|memo|article|communiqué|communique|law|resolution|ad|transcript|records?|data|figures|paper|editorial|book|website|post|charter|constitution|agreement)s?$/i

/** The mention that the words of a source name: the one at their head, else the first actor in them. */
export function speakerOf(work: Work, attribution: Attribution): Mention | null {
  const {named, head, line} = attribution
  if (!named || !head) return null
  const within = line.items.filter(item => item.start >= named.start && item.end <= named.end && item.token >= 0)
  const mentions = [...new Set(within.map(item => work.mentionAt[item.sentence]?.[item.token] ?? null))].filter(
    (mention): mention is Mention => mention !== null && mention.sense === 'actor' && mention.entities.length > 0,
  )
  if (mentions.length < 2) return mentions[0] ?? null
  // The noun that the phrase hangs on: the last one before its first preposition.
  const cut = within.findIndex(({upos}) => upos === 'ADP')
  const headItem = within[cut > 0 ? cut - 1 : within.length - 1]
  const atHead = mentions.find(({span}) => span.start <= headItem.start && headItem.end <= span.end)
  return atHead ?? mentions[0]
}

/** Those who are named beside a speaker, by commas and "and", for the same words. */
export function besides(work: Work, {named, line}: Attribution, speaker: Mention): EntityId[] {
  const found = new Set<EntityId>()
  if (!named) return []
  const add = (mention: Mention | null) => {
    if (mention?.sense === 'actor' && mention !== speaker && mention.entities.length > 0) found.add(mention.entities[0])
  }
  const within = line.items.filter(({token, start, end}) => token >= 0 && start >= named.start && end <= named.end)
  for (const {sentence, token} of within) {
    const mention = work.mentionAt[sentence]?.[token]
    if (mention !== speaker || holds(mention, work, sentence, work.trees[sentence].head(token))) continue
    for (const other of work.trees[sentence].conjuncts(token)) add(work.mentionAt[sentence][other])
  }
  // "China, the United States and the European Union": a list of names, whatever the tree.
  const words = work.doc.text.slice(named.start, named.end)
  if (
    /^(?:(?:the )?\p{Lu}[\p{L}’'-]*(?: (?:of )?\p{Lu}[\p{L}’'-]*)*(?:, | and |, and )){1,8}(?:the )?\p{Lu}[\p{L}’' -]*$/u.test(
      words,
    )
  )
    for (const {sentence, token} of within) add(work.mentionAt[sentence]?.[token] ?? null)
  found.delete(speaker.entities[0])
  return [...found].sort()
}

const holds = (mention: Mention, work: Work, sentence: number, token: number) =>
  token >= 0 && work.mentionAt[sentence][token] === mention

/** What kind of source the words name. */
export function sourceKind(
  work: Work,
  text: string,
  mention: Mention | null,
  span: Span | null,
): StatementSource['kind'] {
  const words = span ? text.slice(span.start, span.end) : ''
  const entity = mention ? work.entities.get(mention.entities[0]) : undefined
  if (entity) {
    if (entity.id.startsWith('~unnamed'))
      return plural.test(
        words
          .split(/\s+(?:of|in|for|from|at|with)\s+/)[0]
          .split(' ')
          .at(-1) ?? '',
      )
        ? 'collective'
        : 'anonymous'
    return entity.kind === 'people' ? 'collective' : 'named'
  }
  if (words === '') return 'unknown'
  const head = words.split(/\s+(?:of|in|for|from|at|with|on)\s+/)[0]
  if (document.test(head)) return 'document'
  if (/\p{Lu}\p{L}+\s+\p{Lu}/u.test(head)) return 'named'
  if (plural.test(head.split(' ').at(-1) ?? '')) return 'collective'
  return anonymous.test(head) ? 'anonymous' : 'unknown'
}
