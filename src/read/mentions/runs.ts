import type {Lexicon, Piece} from '../../lexicon/index.ts'
import type {DayReading} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Unit} from './draft.ts'
import {orgWords} from './org-words.ts'
import {afterHyphen, joined, type TokenPiece} from './pieces.ts'
import {unit} from './unit.ts'
import {isOneOf, isPast, mentionWords} from './words.ts'

/** Capitalised names in no table: "Kamran Bukhari", "Leiden Centre for Regional Order". */
export function addRuns(
  units: Unit[],
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  days: readonly DayReading[],
  lexicon: Lexicon,
  capitals: boolean,
  isSurname: (key: string) => boolean,
): void {
  const words = mentionWords(lexicon)
  const taken = new Uint8Array(tree.length)
  for (const {first, last} of units) for (let t = first; t <= last; t++) taken[t] = 1
  const inDay = (piece: Piece) =>
    days.some(({span, precision}) => precision !== 'era' && span.start < piece.end && piece.start < span.end)
  const isName = (k: number): boolean => {
    const piece = pieces[k]
    if (!piece?.capital || taken[piece.token] || inDay(piece) || words.former.has(piece.key)) return false
    // "Begin talks now" in a text on Menachem Begin.
    const word = k === 0 && lexicon.guards.has(piece.key) && isPlain(lexicon, tree)
    if (
      (isSurname(piece.key) && !word) ||
      (k === 0 && (opensAsRuler(lexicon, tree, piece) || opensAsWord(lexicon, tree, piece)))
    )
      return true
    const tag = tree.upos(piece.token)
    const initial = piece.end - piece.start === 1 && text[piece.end] === '.' && text[piece.end + 1] === ' '
    if (initial && pieces[k + 1]?.capital && tag !== 'PRON' && tag !== 'DET') return true
    // A middle initial, whatever the tagger makes of it.
    if (k > 0 && piece.end - piece.start === 1 && text[piece.end] === '.' && pieces[k - 1].capital) return true
    return tag === 'PROPN' || (k > 0 && (tag === 'NOUN' || tag === 'ADJ' || tag === 'X') && !startsQuote(text, piece))
  }
  const wordsOfOrganisations = orgWords(lexicon)
  for (let i = 0; i < pieces.length; i++) {
    const opens = words.particle.has(pieces[i].key) && !taken[pieces[i].token] && tree.upos(pieces[i].token) === 'PROPN'
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
          (n === 0 && (opensAsRuler(lexicon, tree, pieces[n]) || opensAsWord(lexicon, tree, pieces[n]))) ||
          (pieces[n].upper && pieces[n].end - pieces[n].start > 1 && !capitals)
        organisation ||= wordsOfOrganisations.has(pieces[n].key)
        continue
      }
      if (words.particle.has(pieces[n].key) && !taken[pieces[n].token] && isName(n + 1)) continue
      if (organisation && words.link.has(pieces[n].key)) linked = true
      // "Department of Housing and Urban Development"
      const goesOn = linked && pieces[n].key === 'and' && pieces[n + 1]?.capital && !taken[pieces[n + 1].token]
      if (goesOn) continue
      if (
        organisation &&
        (words.link.has(pieces[n].key) || (pieces[n].key === 'the' && n > k + 1)) &&
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
    if (organisation) {
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

/** "May said", "Begin signed the accords": a word that is also the name of a ruler, first in a sentence and before what rulers do. */
export function opensAsWord(lexicon: Lexicon, tree: Tree, {token, key, capital}: Piece & {token: number}): boolean {
  if (token !== 0 || !capital || tree.length < 4 || !lexicon.guards.has(key)) return false
  const {speech, stately} = mentionWords(lexicon)
  if (!acts(lexicon, tree) || !(isOneOf(lexicon, speech, tree, 1) || isOneOf(lexicon, stately, tree, 1))) return false
  return isRuler(lexicon, key)
}

/** Whether the first word of a sentence is hardly a name: it is no noun, or a small noun follows that it belongs to. */
function isPlain(lexicon: Lexicon, tree: Tree): boolean {
  if (tree.length < 3 || tree.xpos(1) === 'POS' || acts(lexicon, tree)) return false
  if (tree.form(1) === 'and' && tree.upos(2) === 'PROPN') return false
  return tree.upos(0) !== 'PROPN' || (tree.upos(1) === 'NOUN' && /^\p{Ll}/u.test(tree.form(1)))
}

/** Whether a past form comes second that tells what the first word did, and not what was done to it: "Ban urged by doctors". */
function acts(lexicon: Lexicon, tree: Tree): boolean {
  const verb = tree.form(1).toLowerCase()
  if (!isPast(lexicon, verb) && !verb.endsWith('ed')) return false
  return !/^(?:by|on|in|at|for|after|over|as|[,.])$/.test(tree.form(2).toLowerCase())
}

const isRuler = (lexicon: Lexicon, key: string) =>
  lexicon.byName
    .surname(key)
    .some(id =>
      lexicon
        .rolesOf(id)
        .some(({role, of}) => heading.has(role) && (lexicon.states.has(of) || of === 'united-nations')),
    )

/** "Nehru appealed": a name that the tagger takes for a noun, which a noun alone without an article hardly is. */
export function opensAsRuler(lexicon: Lexicon, tree: Tree, {token, key}: TokenPiece): boolean {
  if (token !== 0 || tree.upos(0) !== 'NOUN' || tree.rel(0) !== 'nsubj' || tree.feat(0, 'Number') === 'Plur')
    return false
  if (tree.child(0, 'det', 'amod', 'compound', 'nmod') >= 0 || lexicon.guards.has(key)) return false
  return lexicon.byName
    .surname(key)
    .some(id => lexicon.rolesOf(id).some(({role, of}) => heading.has(role) && lexicon.states.has(of)))
}

const heading = new Set(['president', 'prime minister', 'leader', 'secretary-general'])

function opensName(tree: Tree, pieces: readonly TokenPiece[], n: number): boolean {
  const [next, after] = [pieces[n + 1], pieces[n + 2]]
  if (!next) return false
  if (next.key === 'the') return after?.capital === true && tree.upos(after.token) !== 'VERB'
  return next.capital
}

const startsQuote = (text: string, piece: Piece) => /["“‘]/.test(text[piece.start - 1] ?? '')
