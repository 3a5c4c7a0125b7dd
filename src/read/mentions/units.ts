import {
  fold,
  type Lexicon,
  type Named,
  type NameNode,
  type Piece,
  piecesOf,
  type RoleNoun,
} from '../../lexicon/index.ts'
import type {DayReading} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Unit} from './draft.ts'
import {sites} from './sense.ts'

interface NounNode {
  readonly next: Map<string, NounNode>
  noun: RoleNoun | null
}

const nounTries = new WeakMap<Lexicon, NounNode>()

function nounTrie(lexicon: Lexicon): NounNode {
  let root = nounTries.get(lexicon)
  if (root) return root
  root = {next: new Map(), noun: null}
  for (const noun of lexicon.roleNouns) {
    let node = root
    for (const {key} of piecesOf(noun.noun)) {
      let next = node.next.get(key)
      if (!next) node.next.set(key, (next = {next: new Map(), noun: null}))
      node = next
    }
    node.noun ??= noun
  }
  nounTries.set(lexicon, root)
  return root
}

/** A piece with the token that it stands in. */
export type TokenPiece = Piece & {readonly token: number}

/** Pieces of a sentence, in order. */
export function sentencePieces(tree: Tree, text: string): TokenPiece[] {
  const {starts, ends, length, start, end} = tree.sentence
  const found: TokenPiece[] = []
  let token = 0
  for (const piece of piecesOf(text, start, end)) {
    while (token < length - 1 && ends[token] <= piece.start) token++
    if (piece.start >= starts[token] - 1) found.push({...piece, token})
  }
  return found
}

/** Names of the lexicon and role nouns in a sentence, longest first, left to right, without overlap; then runs of other names. */
export function unitsOf(
  tree: Tree,
  text: string,
  lexicon: Lexicon,
  days: readonly DayReading[],
  isSurname: (key: string) => boolean = () => false,
): Unit[] {
  const pieces = sentencePieces(tree, text)
  const capitals = pieces.every(piece => piece.upper || !piece.capital) && pieces.some(piece => piece.upper)
  const units: Unit[] = []
  const nouns = nounTrie(lexicon)
  for (let i = 0; i < pieces.length; ) {
    const name = longestName(lexicon, tree, text, pieces, i, capitals)
    const noun =
      insideName(pieces, i, units, tree, text, lexicon) || bearsName(pieces, i, tree, text, lexicon, isSurname)
        ? null
        : longestNoun(nouns, tree, text, pieces, i)
    if (name && (!noun || name.length >= noun.length)) {
      units.push(unit('name', tree, text, pieces, i, name.length, name.named, null))
      i += name.length
    } else if (noun) {
      units.push(unit('noun', tree, text, pieces, i, noun.length, [], noun.noun))
      i += noun.length
    } else i++
  }
  addRuns(units, tree, text, pieces, days, lexicon, capitals, isSurname)
  dropWaters(units, text)
  return units.sort((a, b) => a.start - b.start)
}

/** "King" in "Pete King", and later in "King said". */
function bearsName(
  pieces: readonly TokenPiece[],
  i: number,
  tree: Tree,
  text: string,
  lexicon: Lexicon,
  isSurname: (key: string) => boolean,
): boolean {
  const [before, piece, after] = [pieces[i - 1], pieces[i], pieces[i + 1]]
  if (!piece.capital) return false
  if (before?.capital && joined(text, before, piece))
    return tree.upos(before.token) === 'PROPN' && lexicon.givenNames.has(before.key)
  const named = after?.capital && joined(text, piece, after)
  return !named && isSurname(piece.key)
}

/** "Front" in "Free Valley Front": the last word of a longer name, no noun of its own. */
function insideName(
  pieces: readonly TokenPiece[],
  i: number,
  units: readonly Unit[],
  tree: Tree,
  text: string,
  lexicon: Lexicon,
): boolean {
  const before = pieces[i - 1]
  if (pieces[i].key === 'administration' || pieces[i].key === 'government') return false
  if (
    !before?.capital ||
    !pieces[i].capital ||
    !joined(text, before, pieces[i]) ||
    !orgWords(lexicon).has(pieces[i].key)
  )
    return false
  if (units.some(({end}) => end === before.end) || tree.upos(before.token) === 'DET') return false
  return tree.upos(before.token) === 'PROPN' || tree.upos(before.token) === 'ADJ'
}

function unit(
  kind: Unit['kind'],
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  length: number,
  named: readonly Named[],
  noun: RoleNoun | null,
): Unit {
  const [first, last] = [pieces[i], pieces[i + length - 1]]
  const before =
    i > 0 && first.start - pieces[i - 1].end === 1 && text[first.start - 1] === '-' ? pieces[i - 1].key : ''
  return {
    kind,
    first: first.token,
    last: last.token,
    start: first.start,
    end: withStop(text, last, tree),
    named,
    noun,
    prefixed: prefixes.has(before),
  }
}

const prefixes = new Set(['pro', 'anti', 'non', 'ex', 'inter', 'trans'])

/** `St.` and `Jr.` keep their full stop when the token does. */
function withStop(text: string, piece: TokenPiece, tree: Tree): number {
  const {starts, ends} = tree.sentence
  const end = ends[piece.token]
  return starts[piece.token] <= piece.start && end === piece.end + 1 && text[piece.end] === '.' ? end : piece.end
}

/** A blank, a hyphen without blanks, an apostrophe or the full stop of an initial may stand between two pieces of one name. */
const joint = /^(?:[ \u00a0\u200e]{0,2}|[-\u2010-\u2012’'‘`´]|\. ?|[’'] )$/

function joined(text: string, a: Piece, b: Piece): boolean {
  return b.start - a.end <= 2 && joint.test(text.slice(a.end, b.start))
}

function longestName(
  lexicon: Lexicon,
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  capitals: boolean,
): {length: number; named: Named[]} | null {
  let node: NameNode | undefined = lexicon.byName.root
  let best: {length: number; named: Named[]} | null = null
  for (let k = i; k < pieces.length; k++) {
    if (k > i && !joined(text, pieces[k - 1], pieces[k])) break
    node = node.next.get(pieces[k].key)
    if (!node) break
    const named = node.names.filter(name => caseFits(name, pieces, i, text))
    if (named.length && fits(named[0], lexicon, tree, text, pieces, i, k, capitals)) best = {length: k - i + 1, named}
  }
  return best
}

function caseFits(name: Named, pieces: readonly TokenPiece[], i: number, text: string): boolean {
  for (let k = 0; k < name.pieces.length; k++) {
    const [wanted, found] = [name.pieces[k], pieces[i + k]]
    if (wanted.upper && wanted.end - wanted.start > 1 && name.kind === 'acronym' && !found.upper) return false
    // "LeT" and "AfD" are written so and not otherwise.
    if (/\p{Ll}\p{Lu}/u.test(shape(name, k)) && text.slice(found.start, found.end) !== shape(name, k)) return false
    if (wanted.capital && !found.capital && !afterHyphen(text, found) && !articles.has(wanted.key)) return false
  }
  return true
}

const articles = new Set(['al', 'el', 'the'])
const shape = ({name, pieces}: Named, k: number) => name.slice(pieces[k].start, pieces[k].end)
const afterHyphen = (text: string, piece: Piece) => text[piece.start - 1] === '-'

/** Whether a name that is also something else is meant as the name here. */
function fits(
  name: Named,
  lexicon: Lexicon,
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  k: number,
  capitals: boolean,
): boolean {
  const readings = lexicon.guards.get(fold(name.name))
  if (!readings || (name.kind === 'acronym' && pieces[i].upper && !capitals && pieces[i - 1]?.key === 'the'))
    return true
  const token = pieces[i].token
  const tag = tree.upos(token)
  const [before, after] = [pieces[i - 1], pieces[k + 1]]
  if (readings.includes('word')) {
    if (capitals && name.kind === 'acronym' && tag !== 'PROPN') return false
    if (!capitals && tag !== 'PROPN' && tag !== 'ADJ' && !(name.kind === 'acronym' && tag === 'NOUN')) return false
  }
  if (readings.includes('person')) {
    const beside = (piece: TokenPiece | undefined, near: boolean) =>
      piece !== undefined && near && piece.capital && tree.upos(piece.token) === 'PROPN' && isUnknown(lexicon, piece)
    // "Paris Hilton", not "Paris agreement" or "Georgia Institute".
    const nextTo = after && joined(text, pieces[k], after) && text[after.start - 1] === ' '
    if (beside(after, nextTo) && lexicon.givenNames.has(pieces[i].key))
      return orgWords(lexicon).has(after.key) || sites.has(after.key)
    if (beside(after, nextTo)) return tree.deprel(after.token) !== 'flat'
    if (beside(before, before && joined(text, before, pieces[i]) && text[before.end] === ' '))
      return tree.rel(token) !== 'flat' && !lexicon.givenNames.has(before.key)
  }
  if (
    readings.includes('us-state') &&
    before?.capital &&
    text.slice(before.end, pieces[i].start) === ', ' &&
    isUnknown(lexicon, before)
  )
    return lexicon.placesNamed(text.slice(before.start, before.end)).some(place => place.country === name.entity)
  return true
}

function isUnknown(lexicon: Lexicon, piece: Piece): boolean {
  return !lexicon.byName.root.next.has(piece.key) || lexicon.byName.root.next.get(piece.key)!.names.length === 0
}

function longestNoun(
  root: NounNode,
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
): {length: number; noun: RoleNoun} | null {
  let node: NounNode | undefined = root
  let best: {length: number; noun: RoleNoun} | null = null
  for (let k = i; k < pieces.length; k++) {
    if (k > i && !joined(text, pieces[k - 1], pieces[k])) break
    node = node.next.get(pieces[k].key)
    if (!node) break
    if (node.noun && isNounHere(tree, text, pieces, i, k, node.noun)) best = {length: k - i + 1, noun: node.noun}
  }
  return best
}

function isNounHere(
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  k: number,
  noun: RoleNoun,
): boolean {
  const token = pieces[k].token
  if (noun.class === 'title') {
    if (!pieces[i].capital) return false
    const next = pieces[k + 1]
    return next?.capital === true && next.start - pieces[k].end <= 3 && tree.upos(next.token) === 'PROPN'
  }
  const tag = tree.upos(token)
  if (tag === 'NOUN' || tag === 'PROPN') return true
  // Taggers take "cleric" before a name for an adjective.
  if (tag === 'ADJ' && !noun.plural && !pieces[k].capital) {
    const next = pieces[k + 1]
    if (next?.capital && tree.upos(next.token) === 'PROPN' && next.start - pieces[k].end === 1) return true
  }
  // Nor is a word in a noun's place an adjective: "a US official said".
  if (tag === 'ADJ' && /^(?:nsubj|obj|obl)$/.test(tree.rel(token))) return true
  // An adjective alone after an article is its noun: "the military".
  if (tag === 'ADJ' && noun.class !== 'unnamed') {
    const next = token + 1 < tree.length ? tree.upos(token + 1) : 'PUNCT'
    return next !== 'NOUN' && next !== 'PROPN' && next !== 'ADJ' && text[pieces[k].end] !== '-'
  }
  return false
}

/** Words that say that an office is over, or not yet held. */
export const formers = new Set(
  'former ex then late outgoing future incoming ousted one-time onetime deposed erstwhile past'.split(' '),
)
const particles = new Set(
  'al el bin ibn bint von van de del della der den la le ul ur uz e i da do dos du ben abu ould as ad ash y ter'.split(
    ' ',
  ),
)
const links = new Set(['of', 'for', 'on'])

/** Capitalised names in no table: "Kamran Bukhari", "Leiden Centre for Regional Order". */
function addRuns(
  units: Unit[],
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  days: readonly DayReading[],
  lexicon: Lexicon,
  capitals: boolean,
  isSurname: (key: string) => boolean,
): void {
  const taken = new Uint8Array(tree.length)
  for (const {first, last} of units) for (let t = first; t <= last; t++) taken[t] = 1
  const inDay = (piece: Piece) =>
    days.some(({span, precision}) => precision !== 'era' && span.start < piece.end && piece.start < span.end)
  const isName = (k: number): boolean => {
    const piece = pieces[k]
    if (!piece?.capital || taken[piece.token] || inDay(piece) || formers.has(piece.key)) return false
    if (isSurname(piece.key)) return true
    const tag = tree.upos(piece.token)
    // A middle initial, whatever the tagger makes of it.
    if (k > 0 && piece.end - piece.start === 1 && text[piece.end] === '.' && pieces[k - 1].capital) return true
    return tag === 'PROPN' || (k > 0 && (tag === 'NOUN' || tag === 'ADJ' || tag === 'X') && !startsQuote(text, piece))
  }
  const wordsOfOrganisations = orgWords(lexicon)
  for (let i = 0; i < pieces.length; i++) {
    const opens = particles.has(pieces[i].key) && !taken[pieces[i].token] && tree.upos(pieces[i].token) === 'PROPN'
    if (!isName(i) && !(opens && isName(i + 1) && joined(text, pieces[i], pieces[i + 1]))) continue
    let k = i
    let proper = false
    let organisation = false
    let linked = false
    for (let n = i; n < pieces.length; n++) {
      if (n > i && !joined(text, pieces[n - 1], pieces[n])) break
      if (isName(n) || (n > i && afterHyphen(text, pieces[n]) && !taken[pieces[n].token])) {
        k = n
        proper ||=
          tree.upos(pieces[n].token) === 'PROPN' ||
          isSurname(pieces[n].key) ||
          (pieces[n].upper && pieces[n].end - pieces[n].start > 1 && !capitals)
        organisation ||= wordsOfOrganisations.has(pieces[n].key)
        continue
      }
      if (particles.has(pieces[n].key) && !taken[pieces[n].token] && isName(n + 1)) continue
      if (organisation && links.has(pieces[n].key)) linked = true
      // "Department of Housing and Urban Development"
      const goesOn = linked && pieces[n].key === 'and' && pieces[n + 1]?.capital && !taken[pieces[n + 1].token]
      if (goesOn) continue
      if (
        organisation &&
        (links.has(pieces[n].key) || (pieces[n].key === 'the' && n > k + 1)) &&
        opensName(tree, pieces, n)
      )
        continue
      if (organisation && n > k + 1 && pieces[n].capital) {
        k = n
        continue
      }
      break
    }
    if (!proper) continue
    let from = i
    // A state or its adjective right before belongs to the name: "Iraqi Islamic Party".
    if (organisation && k > i) {
      const before = units.find(({end}) => end === pieces[i].start - 1 && text[end] === ' ')
      if (before?.kind === 'name' && !before.prefixed) while (from > 0 && pieces[from].start > before.start) from--
    }
    const found = unit('run', tree, text, pieces, from, k - from + 1, [], null)
    // A found organisation swallows what stands in its name: "University of Kabul".
    for (let u = units.length - 1; u >= 0; u--)
      if (units[u].start >= found.start && units[u].end <= found.end) units.splice(u, 1)
    for (let t = found.first; t <= found.last; t++) taken[t] = 1
    units.push(found)
    i = k
  }
}

function opensName(tree: Tree, pieces: readonly TokenPiece[], n: number): boolean {
  const [next, after] = [pieces[n + 1], pieces[n + 2]]
  if (!next) return false
  if (next.key === 'the') return after?.capital === true && tree.upos(after.token) !== 'VERB'
  return next.capital
}

const startsQuote = (text: string, piece: Piece) => /["“‘]/.test(text[piece.start - 1] ?? '')

const orgTables = new WeakMap<Lexicon, ReadonlyMap<string, OrgWord>>()

/** What a word in a name tells of who bears it. */
export interface OrgWord {
  readonly kind: string
  readonly sector: string
}

export function orgWords(lexicon: Lexicon): ReadonlyMap<string, OrgWord> {
  let table = orgTables.get(lexicon)
  if (!table) {
    const rows = lexicon.table('org-words', ['word', 'kind', 'sector', 'from'])
    table = new Map(rows.map(({cells}) => [cells.word, {kind: cells.kind, sector: cells.sector}]))
    orgTables.set(lexicon, table)
  }
  return table
}

/** "Gulf of Oman", "Sea of Japan": no state is meant. */
function dropWaters(units: Unit[], text: string): void {
  for (let u = units.length - 1; u >= 0; u--)
    if (
      /\b(?:Gulf|Sea|Bay|Straits?|Cape|Lake|Isles?|Islands?|Horn) of (?:the )?$/.test(
        text.slice(Math.max(0, units[u].start - 24), units[u].start),
      )
    )
      units.splice(u, 1)
}
