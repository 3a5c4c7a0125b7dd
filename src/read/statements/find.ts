import type {Channel, EntityId, Figure, Span, Statement, StatementSource} from '../../model/index.ts'
import type {Cue} from '../../lexicon/index.ts'
import type {Work} from '../work.ts'
import {aboutOf} from './about.ts'
import {actOf} from './act.ts'
import {type Attribution, attributionsIn} from './attributions.ts'
import {carriedSource} from './carried.ts'
import {Channels, channelOf, noChannel} from './channel.ts'
import {chooseIn} from './learned/choose.ts'
import {attributionModel} from './learned/load.ts'
import type {Line} from './lines.ts'
import {besides, sourceKind, speakerOf} from './speaker.ts'
import {stanceOf} from './stance.ts'

/** Finds who says what: direct, indirect and mixed speech with its source, outlet, pair of states and stance. */
export function findStatements(work: Work): void {
  const {doc, lexicon, trees} = work
  const {cues} = lexicon
  const paragraphs = doc.blocks.length > 0 ? doc.blocks.map(block => block.span) : undefined
  const accepts = (pos: Cue['pos'], lemma: string, form: string) => cues.find(pos, lemma, form) !== null
  const learned = work.model ? attributionModel(work.model) : null
  const choose = learned ? (line: Line) => chooseIn(line, trees, lexicon, learned, work.model!.vocabulary) : undefined
  const attributions = attributionsIn(doc.text, trees, accepts, paragraphs, choose).filter(
    attribution => !isInference(work, attribution),
  )
  const channels = new Channels()
  const sources = new Map<Attribution, StatementSource>()
  const roles = new Map<EntityId, Span>()
  work.statements = attributions.map((attribution, n): Statement => {
    const source = sourceOf(work, attribution, sources, roles)
    sources.set(attribution, source)
    const cue = attribution.pos === null ? null : cues.find(attribution.pos, attribution.lemma, attribution.form)
    const negated = isNegated(work, attribution)
    const content = attribution.content
    const words = content.map(({start, end}) => doc.text.slice(start, end)).join(' ')
    const {about, dyad} = aboutOf(work, content, source.entity, accusedIn(attribution))
    const denies =
      cue?.act === 'denial' || attribution.lemma === 'doubt' || (negated && attribution.form !== 'left-quote')
    const act = actOf(cue, words, negated)
    const form = formOf(doc.text, attribution)
    const worded = dyad
      ? stanceOf(work, content, dyad, {denied: denies, reported: form === 'indirect'})
      : {stance: 'neither' as const, cue: null}
    const said: Channel = isOutlet(work, source.entity) ? noChannel : channelOf(work, attribution)
    return {
      id: `st_${n + 1}`,
      source,
      cue: attribution.cue,
      content,
      form,
      channel: channels.of(source.entity, said),
      about,
      dyad,
      ...stanceByAct(worded, act, dyad !== null, attribution.cue),
      act,
      event: null,
      sentence: sentenceOf(work, attribution.cue ?? content[0]),
    }
  })
  work.figures = work.figures.map(figure => {
    const giver = innermost(work.statements, figure.span)
    const at = giver ? attributions[work.statements.indexOf(giver)] : null
    if (at && isAside(work, figure, at)) return figure
    return giver ? {...figure, statement: giver.id} : figure
  })
}

/** "claimed the attack that killed 40": what is told of the thing besides is nobody's claim. */
function isAside({trees}: Work, {sentence, span}: Figure, {cueItem}: Attribution): boolean {
  const tree = trees[sentence]
  if (!tree || cueItem?.sentence !== sentence) return false
  let at = tree.sentence.starts.findIndex(start => start >= span.start)
  for (let steps = 0; at >= 0 && steps < tree.length; at = tree.head(at), steps++)
    if (tree.deprel(at) === 'acl:relcl') {
      const thing = tree.head(at)
      return tree.rel(thing) === 'obj' && tree.head(thing) === cueItem.token
    }
  return false
}

const infers = /^(?:show|indicate|suggest|demonstrate|reveal|imply|illustrate|find|signal|appear)$/

const bodies =
  /\b(?:administration|government|ministry|department|agency|agencies|bureau|court|panel|commission|committee|council|board|boss|campaign|company|union|party|police|army|percent|averages?|slides?|charts?|maps?|footage)\b/i

/** "US relations with China show that …": things from which the author infers say nothing; documents, people and outlets do. */
function isInference(work: Work, attribution: Attribution): boolean {
  if (!infers.test(attribution.lemma) || !attribution.source) return false
  const {named} = attribution
  if (named && bodies.test(work.doc.text.slice(named.start, named.end))) return false
  const mention = speakerOf(work, attribution)
  if (mention && work.entities.get(mention.entities[0])?.kind !== 'state') return false
  return sourceKind(work, work.doc.text, null, attribution.named) !== 'document'
}

/** Thanks bring closer and accusations and threats part, where the words themselves do not tell. */
function stanceByAct(
  {stance, cue}: {stance: Statement['stance']; cue: Span | null},
  act: Statement['act'],
  paired: boolean,
  said: Span | null,
): Pick<Statement, 'stance' | 'stanceCue'> {
  if (!paired || stance === 'conditional') return {stance, stanceCue: cue}
  if (act === 'thanks' && stance !== 'for') return {stance: 'for', stanceCue: said}
  if ((act === 'accusation' || act === 'threat') && stance !== 'against') return {stance: 'against', stanceCue: said}
  return {stance, stanceCue: cue}
}

/** "accused the South of …": the words between cue and content. */
function accusedIn({form, cue, content}: Attribution): Span | null {
  return form === 'obj-of' && cue && cue.end < content[0].start ? {start: cue.end, end: content[0].start} : null
}

function isOutlet(work: Work, entity: EntityId | null): boolean {
  return entity !== null && work.entities.get(entity)?.kind === 'outlet'
}

function sourceOf(
  work: Work,
  attribution: Attribution,
  known: ReadonlyMap<Attribution, StatementSource>,
  roles: Map<EntityId, Span>,
): StatementSource {
  if (!attribution.source) {
    const from = attribution.after ? lastOf(known, attribution.after) : null
    return from ? {...from, span: null} : {entity: null, others: [], span: null, kind: 'unknown', role: null}
  }
  const mention = speakerOf(work, attribution)
  const carried = carriedSource(work, attribution, mention, known)
  if (carried)
    return {entity: carried, others: [], span: attribution.source, kind: 'named', role: roles.get(carried) ?? null}
  const entity = mention?.entities[0] ?? null
  const kind = sourceKind(work, work.doc.text, mention, attribution.named)
  let role = mention?.role ?? attribution.role
  // Whoever is not named is whom the words describe, not what an aside tells of him.
  const described = attribution.head?.upos !== 'PRON' && (kind === 'anonymous' || kind === 'collective')
  const clause = role !== null && /^(?:who|whose)\b/i.test(work.doc.text.slice(role.start, role.end))
  if (described && (!role || clause)) role = attribution.named
  if (entity) {
    if (role) roles.set(entity, roles.get(entity) ?? role)
    else role = roles.get(entity) ?? null
  }
  const others = mention ? besides(work, attribution, mention) : []
  return {entity, others, span: attribution.source, kind, role}
}

/** The source of an earlier attribution; a joined one is found by its cue. */
function lastOf(known: ReadonlyMap<Attribution, StatementSource>, after: Attribution): StatementSource | null {
  const same = known.get(after)
  if (same) return same
  let found: StatementSource | null = null
  for (const [attribution, source] of known) if (attribution.content[0].start <= after.content[0].start) found = source
  return found
}

function isNegated(work: Work, {cueItem}: Attribution): boolean {
  return cueItem !== null && cueItem.sentence >= 0 && work.trees[cueItem.sentence].isNegated(cueItem.token)
}

function formOf(text: string, {form, content}: Attribution): Statement['form'] {
  const opens = ({start}: Span) => /["“„«‘'`”]\s*$/.test(text.slice(Math.max(0, start - 2), start))
  if (form === 'label') return 'direct'
  if (form === 'left-quote' || form === 'quote' || form === 'free') return content.every(opens) ? 'direct' : 'mixed'
  // Words that went on as a quotation after they began as a report.
  if (content.length > 1 && content.some(opens)) return 'mixed'
  return content.some(({start, end}) => /[“”"«]|``|''/.test(text.slice(start, end))) ? 'mixed' : 'indirect'
}

function sentenceOf(work: Work, {start}: Span): number {
  const index = work.trees.findIndex(({sentence}) => start < sentence.end)
  return index < 0 ? Math.max(0, work.trees.length - 1) : index
}

/** The statement whose content holds a span, the shortest one. */
export function innermost(statements: readonly Statement[], span: Span): Statement | null {
  let best: Statement | null = null
  let size = Number.POSITIVE_INFINITY
  for (const statement of statements)
    for (const part of statement.content)
      if (part.start <= span.start && span.end <= part.end && part.end - part.start < size) {
        best = statement
        size = part.end - part.start
      }
  return best
}
