import {type Lexicon, type Piece, piecesOf} from '../../lexicon/index.ts'
import {type Day, type Direction, type Entity, type EntityId, type Span, stateOf} from '../../model/index.ts'
import {type NamedActs, isMutual} from './acts.ts'
import {doerIn} from './doer.ts'
import {ruledBy} from './leading.ts'

/** Words of a question and the side that they stand for. */
export interface NamedSide {
  readonly side: EntityId
  readonly span: Span
}

/** How a question may name sides, beyond what a text does. */
export interface Naming {
  /** The day on which a surname is that of a ruler; `null`: any. */
  readonly today: Day | null
}

/**
 * The sides that a text names, in order. A demonym, capital, seat, leader or institution stands for its state, a leader of rebels for
 * their group; armed groups and international organisations stand for themselves. In a question the surname of a ruler stands for what he rules, and where all is
 * written small, states are too.
 */
export function namedSides(text: string, lexicon: Lexicon, naming: Naming | null = null): NamedSide[] {
  const pieces = piecesOf(text)
  const small = naming !== null && !/\p{Lu}/u.test(text.slice(1))
  const found: NamedSide[] = []
  let n = 0
  while (n < pieces.length) {
    let node = lexicon.byName.root
    let best: {entity: EntityId; length: number} | null = null
    for (let length = 1; n + length <= pieces.length; length++) {
      const next = node.next.get(pieces[n + length - 1].key)
      if (!next) break
      node = next
      const words = pieces.slice(n, n + length).map(piece => text.slice(piece.start, piece.end))
      const named = node.names.find(({name, kind}) =>
        small && kind !== 'surname' ? isMeant(pieces, n, length, name) : isWritten(words, name),
      )
      if (named) best = {entity: named.entity, length}
    }
    const side =
      best === null
        ? codeSide(text.slice(pieces[n].start, pieces[n].end), lexicon)
        : standsFor(lexicon.entities.get(best.entity), lexicon)
    const length = best?.length ?? 1
    const ruled = side === null && naming && n > 0 ? rulerSide(pieces[n], text, lexicon, naming.today) : null
    const meant = side ?? ruled
    if (meant !== null) found.push({side: meant, span: {start: pieces[n].start, end: pieces[n + length - 1].end}})
    n += length
  }
  return found
}

/** The sides that a text names, in order, each once. */
export function sidesIn(text: string, lexicon: Lexicon): EntityId[] {
  return [...new Set(namedSides(text, lexicon).map(({side}) => side))]
}

/** The two sides that a question is about, whose acts, and who else is named. */
export interface ChosenPair {
  readonly pair: readonly [EntityId, EntityId] | null
  readonly direction: Direction
  readonly others: readonly EntityId[]
}

const det = `(?:(?:the|either|both) )?`
const side = String.raw`‹(\d+)›(?:['’]s?)?`
const forms: readonly {readonly form: RegExp; readonly direction: Direction}[] = [
  // Will A move closer to B, or away from it? What has A done to B, or said about it?
  {
    form: new RegExp(
      `${side}[^‹›]*?\\b(?:closer to|closer with|nearer to|away from|turning against|turning to|turn to|turning towards?|warming to|pivoting to) ${det}${side}`,
    ),
    direction: 'a-to-b',
  },
  {
    form: new RegExp(
      `${side}[^‹›]*?\\b(?:do|does|did|done|doing|treat|treats|treated|behave|behaves|behaved|act|acts|acted|policy|stance|attitude)(?: (?:to|towards?|against))? ${det}${side}`,
    ),
    direction: 'a-to-b',
  },
  {
    form: new RegExp(
      `${side}[^‹›]*?\\b(?:say|says|said|saying|think|thinks|thought)(?: (?:of|about|on|to))? ${det}${side}(?! and ${det}‹)`,
    ),
    direction: 'a-to-b',
  },
  {form: new RegExp(`${side} ?[-–—/] ?${side}(?! ?[-–—/] ?‹)`), direction: 'both'},
  {form: new RegExp(`\\bbetween ${det}${side} and ${det}${side}(?!,? (?:and )?‹)`), direction: 'both'},
  {
    form: new RegExp(`(?<!›, )${side} (?:and|with|to|from|versus|vs) ${det}${side}(?! and ${det}‹)`),
    direction: 'both',
  },
]

/**
 * Chooses the pair. Two named sides are the pair; of more, the two that one construction joins and no other does
 * (`between A and B`, `A and B`, `A closer to B`). Where that leaves it open there is no pair: it is asked back.
 * Of two, the doer of the acts asked about comes first.
 */
export function choosePair(text: string, named: readonly NamedSide[], acts: readonly NamedActs[] = []): ChosenPair {
  const ids = [...new Set(named.map(({side}) => side))]
  const marks = named.map(({side, span}) => ({span, mark: `‹${ids.indexOf(side)}›`}))
  if (acts.length > 0 && ids.length === 2) {
    const done = acts.flatMap(each => each.acts)
    const doer = isMutual(done) ? null : doerIn(mask(text, [...marks, ...acts.map(({span}) => ({span, mark: '«»'}))]))
    const [a, b] = doer ?? [0, 1]
    return {pair: [ids[a], ids[b]], direction: doer ? 'a-to-b' : 'both', others: []}
  }
  const masked = mask(text, marks)
  for (const {form, direction} of forms) {
    const joined = [...masked.matchAll(new RegExp(form, 'g'))]
      .map(([, a, b]) => [ids[Number(a)], ids[Number(b)]] as const)
      .filter(([a, b]) => a !== b)
    const [pair] = joined
    if (joined.some(each => [...each].sort().join() !== [...pair].sort().join())) continue
    if (pair) return {pair, direction, others: ids.filter(id => !pair.includes(id))}
  }
  if (ids.length === 2) return {pair: [ids[0], ids[1]], direction: 'both', others: []}
  return {pair: null, direction: 'both', others: ids}
}

/** The text with marks in place of words, in lower case. */
function mask(text: string, marks: readonly {readonly span: Span; readonly mark: string}[]): string {
  let masked = ''
  let from = 0
  for (const {span, mark} of [...marks].sort((a, b) => a.span.start - b.span.start)) {
    masked += `${text.slice(from, span.start).toLowerCase()}${mark}`
    from = span.end
  }
  return (masked + text.slice(from).toLowerCase()).replace(/\s+/g, ' ')
}

/** Short names must be written as the table writes them, so that `us` and `it` name nobody. */
function isWritten(words: readonly string[], name: string): boolean {
  const written = words.join(' ')
  if (name.length <= 4) return written === name
  return /^\p{Lu}|^\d/u.test(written) || written === name
}

/** Written small, `us` and the like are a side only behind `the`, and words of less than four letters none at all. */
function isMeant(pieces: readonly Piece[], n: number, length: number, name: string): boolean {
  const short = name.length <= 3
  if (short && /^(?:us|uk|eu|un)$/i.test(name)) return pieces[n - 1]?.key === 'the'
  return !short || name === 'USA' || name === 'UAE' || length > 1
}

/** A surname with a capital that is no word of the tables of questions. */
function rulerSide({key, capital, start, end}: Piece, text: string, lexicon: Lexicon, today: Day | null) {
  if (!capital || lexicon.table('question-plain', ['words', 'from']).some(({cells}) => cells.words === key)) return null
  return ruledBy(text.slice(start, end), lexicon, today)
}

function codeSide(word: string, lexicon: Lexicon): EntityId | null {
  return /^[A-Z]{3}$/.test(word) && lexicon.states.has(word) ? word : null
}

function standsFor(entity: Entity | undefined, lexicon: Lexicon): EntityId | null {
  if (entity === undefined) return null
  if (entity.kind === 'state' || entity.kind === 'armed-group' || entity.sector === 'IGO') return entity.id
  const led = entity.sector === 'REB' ? lexicon.rolesOf(entity.id).map(({of}) => lexicon.entities.get(of)) : []
  return led.find(group => group?.kind === 'armed-group')?.id ?? stateOf(entity)
}
