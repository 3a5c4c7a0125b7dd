import type {EntityId, Mention, StatementSource} from '../../model/index.ts'
import type {Work} from '../work.ts'
import type {Attribution} from './attributions.ts'

const papers =
  /^(?:the|this) (?:(?:same|conservative|liberal|left-wing|right-wing|state-run) )?(?:newspaper|paper|daily|weekly|broadsheet|tabloid|magazine)$/i
const press = /\b(?:newspapers?|papers?|dail(?:y|ies)|weekl(?:y|ies)|broadsheets?|tabloids?)\b/i

/**
 * Who goes on speaking under a word that stands for a name: "the paper adds" and "it writes" for the paper that the paragraph is about,
 * "they stressed" for the army that spoke before, "Should a sailor be killed, he added" for the last speaker.
 */
export function carriedSource(
  work: Work,
  attribution: Attribution,
  mention: Mention | null,
  known: ReadonlyMap<Attribution, StatementSource>,
): EntityId | null {
  const {source, content, line} = attribution
  if (!source) return null
  const words = work.doc.text.slice(source.start, source.end).toLowerCase()
  const named = mention ? work.entities.get(mention.entities[0]) : undefined
  if (papers.test(words)) return named && !named.id.startsWith('~unnamed') ? null : paperBefore(work, source.start, 3)
  if (words === 'it') {
    if (named?.kind === 'outlet' || !press.test(work.doc.text)) return null
    return paperBefore(work, source.start, 0)
  }
  const last = [...known].findLast(
    ([before]) => before.line.paragraph === line.paragraph && (before.cue ?? before.content[0]).start < source.start,
  )?.[1]
  const speaker = last?.entity ? work.entities.get(last.entity) : undefined
  if (!speaker) return null
  if (words === 'they')
    return mention === null && speaker.kind !== 'person' && speaker.kind !== 'state' ? speaker.id : null
  if (words !== 'he' && words !== 'she') return null
  const meant = work.mentions.find(({id}) => id === mention?.antecedent)
  const own = meant && content.some(({start, end}) => meant.span.start >= start && meant.span.end <= end)
  return own && meant.entities[0].startsWith('~unnamed') && speaker.kind === 'person' ? speaker.id : null
}

/** The paper that was last told of: an outlet, or a name without an office that a paragraph is about. */
function paperBefore(work: Work, before: number, paragraphs: number): EntityId | null {
  const {doc, mentions, entities, trees} = work
  const starts = doc.blocks.filter(({kind}) => kind !== 'heading').map(({span}) => span.start)
  const here = starts.findLastIndex(start => start <= before)
  const from = starts[Math.max(0, here - paragraphs)] ?? 0
  for (const {
    span,
    sentence,
    head,
    entities: [id],
    reason,
  } of mentions.toReversed()) {
    if (span.end > before || span.start < from || !id) continue
    const entity = entities.get(id)
    if (entity?.kind === 'outlet' && !id.startsWith('~unnamed')) return id
    if (reason !== 'found-name' || mentions.some(other => other.entities[0] === id && other.role !== null)) continue
    const tree = trees[sentence]
    const leads = tree?.rel(head) === 'nsubj' || /^for\s/i.test(doc.text.slice(span.start - 4, span.start))
    if (leads && tree.subtree(head)[0] < 4 && !doc.text.slice(span.end, span.end + 60).match(/^, (?:a|an|the|\d+)\b/))
      return id
  }
  return null
}
