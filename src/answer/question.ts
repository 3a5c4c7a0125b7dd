import type {Lexicon} from '../lexicon/index.ts'
import {piecesOf} from '../lexicon/index.ts'
import type {Entity, EntityId, Question} from '../model/index.ts'

const columns = ['words', 'part', 'value', 'from'] as const
const kinds: readonly string[] = ['rapprochement', 'rupture', 'change', 'happened', 'said'] satisfies Question['kind'][]

/** Reads a question about two sides. What it does not understand is listed in `unknown`, to be asked back; nothing is guessed. */
export function parseQuestion(text: string, lexicon: Lexicon): Question {
  const sides = sidesIn(text, lexicon)
  const found = wordsIn(text, lexicon)
  const kind = found.find(each => each.part === 'kind' && kinds.includes(each.value))?.value as
    | Question['kind']
    | undefined
  const {since, until} = timeIn(text)
  const unknown: string[] = []
  if (sides.length === 0) unknown.push('Which two sides? No state, armed group or organisation is named.')
  else if (sides.length === 1)
    unknown.push(`Which other side? Only ${lexicon.entities.get(sides[0])?.name ?? sides[0]} is named.`)
  if (kind === undefined)
    unknown.push(
      'What about them? Ask whether they come together or apart, what changed, what happened or who says what.',
    )
  return {
    text,
    kind: kind ?? 'happened',
    pair: sides.length < 2 ? null : [sides[0], sides[1]],
    theme: found.find(each => each.part === 'theme')?.value ?? null,
    again: found.some(each => each.part === 'again'),
    since,
    until,
    unknown,
  }
}

/**
 * The sides that a text names, in order, each once. A demonym, capital, seat, leader or institution stands for its state;
 * armed groups and international organisations stand for themselves.
 */
export function sidesIn(text: string, lexicon: Lexicon): EntityId[] {
  const pieces = piecesOf(text)
  const sides: EntityId[] = []
  let n = 0
  while (n < pieces.length) {
    let node = lexicon.byName.root
    let best: {entity: EntityId; length: number} | null = null
    for (let length = 1; n + length <= pieces.length; length++) {
      const next = node.next.get(pieces[n + length - 1].key)
      if (!next) break
      node = next
      const named = node.names.find(name =>
        isWritten(
          pieces.slice(n, n + length).map(piece => text.slice(piece.start, piece.end)),
          name.name,
        ),
      )
      if (named) best = {entity: named.entity, length}
    }
    const side =
      best === null
        ? codeSide(text.slice(pieces[n].start, pieces[n].end), lexicon)
        : sideOf(lexicon.entities.get(best.entity))
    if (side !== null && !sides.includes(side)) sides.push(side)
    n += best?.length ?? 1
  }
  return sides
}

/** Short names must be written as the table writes them, so that `us` and `it` name nobody. */
function isWritten(words: readonly string[], name: string): boolean {
  const written = words.join(' ')
  if (name.length <= 4) return written === name
  return /^\p{Lu}|^\d/u.test(written) || written === name
}

function codeSide(word: string, lexicon: Lexicon): EntityId | null {
  return /^[A-Z]{3}$/.test(word) && lexicon.states.has(word) ? word : null
}

function sideOf(entity: Entity | undefined): EntityId | null {
  if (entity === undefined) return null
  if (entity.kind === 'state' || entity.kind === 'armed-group' || entity.sector === 'IGO') return entity.id
  return entity.country
}

function wordsIn(text: string, lexicon: Lexicon) {
  const plain = ` ${piecesOf(text)
    .map(piece => piece.key)
    .join(' ')} `
  return lexicon
    .table('question-words', columns)
    .map(row => row.cells)
    .filter(({words}) =>
      plain.includes(
        ` ${piecesOf(words)
          .map(piece => piece.key)
          .join(' ')} `,
      ),
    )
    .sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1))
}

const day = String.raw`(\d{4})(?:-(\d\d))?(?:-(\d\d))?`

function timeIn(text: string): Pick<Question, 'since' | 'until'> {
  const since = text.match(new RegExp(String.raw`\bsince\s+${day}\b`, 'i'))
  if (since) return {since: `${since[1]}-${since[2] ?? '01'}-${since[3] ?? '01'}`, until: null}
  const span = text.match(/\b(?:from|between)\s+(\d{4})\s+(?:to|and|until)\s+(\d{4})\b/i)
  if (span) return {since: `${span[1]}-01-01`, until: `${span[2]}-12-31`}
  const decade = text.match(/\bin the (\d{3})0s\b/i)
  if (decade) return {since: `${decade[1]}0-01-01`, until: `${decade[1]}9-12-31`}
  const within = text.match(/\b(?:in|during)\s+(\d{4})\b/i)
  if (within) return {since: `${within[1]}-01-01`, until: `${within[1]}-12-31`}
  return {since: null, until: null}
}
