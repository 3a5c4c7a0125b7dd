import type {EntityId, Span, Statement} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {countryOf, type Work} from '../work.ts'
import {bearingOf} from './bearing.ts'
import {type StanceWords, stanceWords} from './stance-words.ts'

export interface Stance {
  readonly stance: Statement['stance']
  /** Words that decide it. */
  readonly cue: Span | null
}

interface Hit {
  readonly side: 'for' | 'against'
  readonly span: Span
  readonly condition: Span | null
  readonly depth: number
}

/**
 * Where a statement stands on the closeness of two states. Words of the table `stance` count, each turned around by what is
 * denied or ended above it in the tree, left out where it is done to or by a third party, and on a condition where the clause is.
 */
export function stanceOf(
  work: Work,
  content: readonly Span[],
  dyad: readonly [EntityId, EntityId],
  {denied, reported}: {denied: boolean; reported: boolean},
): Stance {
  const words = stanceWords(work.lexicon)
  const hits: Hit[] = []
  for (const span of content)
    work.trees.forEach((tree, sentence) => {
      if (tree.sentence.start >= span.end || span.start >= tree.sentence.end) return
      const third = (i: number) => isThird(work, sentence, i, dyad)
      hits.push(...hitsIn(tree, span, words, third, denied, reported))
    })
  return decided(hits)
}

function decided(hits: readonly Hit[]): Stance {
  if (hits.length === 0) return {stance: 'neither', cue: null}
  const conditional = hits.filter(({condition}) => condition !== null)
  if (conditional.length * 2 >= hits.length) return {stance: 'conditional', cue: conditional[0].condition}
  const warm = hits.filter(({side}) => side === 'for')
  const cold = hits.filter(({side}) => side === 'against')
  const high = (list: readonly Hit[]) => Math.min(...list.map(({depth}) => depth))
  // As many words for as against: those that stand higher in the sentence tell.
  const lead = warm.length - cold.length || high(cold) - high(warm)
  if (lead === 0) return {stance: 'neither', cue: null}
  return lead > 0 ? {stance: 'for', cue: warm[0].span} : {stance: 'against', cue: cold[0].span}
}

function hitsIn(
  tree: Tree,
  within: Span,
  words: StanceWords,
  third: (i: number) => boolean,
  denied: boolean,
  reported: boolean,
): Hit[] {
  const {starts, ends} = tree.sentence
  const inside = (i: number) => starts[i] >= within.start && ends[i] <= within.end
  const found: Hit[] = []
  const tokens: number[] = []
  for (let i = 0; i < tree.length; i++) {
    // "United States", "Peace Corps": names tell nothing.
    if (!inside(i) || tree.upos(i) === 'PROPN') continue
    const row = words.at(tree, i)
    if (!row || isOfThird(tree, i, row.side, words, third)) continue
    const {turned, condition, depth} = bearingOf(tree, i, row.side, {words, inside, reported})
    const flipped = turned !== denied
    const side = flipped ? (row.side === 'for' ? 'against' : 'for') : row.side
    found.push({side, span: {start: starts[i], end: ends[i + row.length - 1]}, condition, depth})
    tokens.push(i)
    i += row.length - 1
  }
  // "rejected a war": what it makes of the war is told by the war.
  return found.filter((_, n) => {
    const own = tokens[n]
    if (!words.turns(tree.lemma(own)) && !words.mends(tree.lemma(own))) return true
    return !tokens.some(other => other !== own && tree.covers(own, other))
  })
}

/** An actor that is neither of the two nor belongs to one of them. */
function isThird(work: Work, sentence: number, i: number, dyad: readonly [EntityId, EntityId]): boolean {
  const mention = work.mentionAt[sentence]?.[i]
  if (!mention || mention.entities.length === 0) return false
  return !(mention.all ? mention.entities : mention.entities.slice(0, 1)).some(id => {
    const country = countryOf(work, id)
    return country === null || dyad.includes(country)
  })
}

const sharing = /^(?:on|over|in|about|at|regarding|concerning)$/i

/** "war in Afghanistan", "help Kabul", "the fight against terrorism": the word tells of somebody or something else. */
function isOfThird(
  tree: Tree,
  i: number,
  side: 'for' | 'against',
  words: StanceWords,
  third: (i: number) => boolean,
): boolean {
  let [own, other] = [false, false]
  for (const child of [...tree.children(i), ...behindObject(tree, i)]) {
    const rel = tree.rel(child)
    if (!/^(?:obj|iobj|nsubj|nmod|obl|compound|amod)$/.test(rel)) continue
    const marker = tree.child(child, 'case')
    // What two work on together is nobody's business but theirs.
    if (side === 'for' && marker >= 0 && sharing.test(tree.form(marker))) continue
    if (rel === 'obl' && side === 'for' && tree.upos(child) === 'PROPN' && marker < 0) continue
    if (side === 'against' && (words.isThing(tree.lemma(child)) || isHit(tree, child))) other = true
    else if (third(child)) other = true
    else if (tree.upos(child) === 'PROPN' || tree.upos(child) === 'PRON') own = true
  }
  return other && !own
}

/** "discussed the attack on the hotel": what stands right behind an object may hang on its verb. */
function behindObject(tree: Tree, i: number): number[] {
  if (tree.rel(i) !== 'obj') return []
  return tree.childrenBy(tree.head(i), 'obl').filter(child => tree.child(child, 'case') === i + 1)
}

const where = /^(?:border|frontier|front|line|island|peninsula|plateau|ground)$/

/** "the attack on the hotel": a thing that nobody's own is; "tensions on the border" only says where. */
function isHit(tree: Tree, i: number): boolean {
  if (where.test(tree.lemma(i))) return false
  const marker = tree.child(i, 'case')
  if (marker < 0 || !/^on$/i.test(tree.form(marker)) || tree.upos(i) !== 'NOUN') return false
  return /^(?:nmod|obl)$/.test(tree.rel(i)) && tree.child(i, 'nmod') < 0 && tree.child(i, 'amod') < 0
}
