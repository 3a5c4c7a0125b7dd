import {type Lexicon, piecesOf, type RoleNoun} from '../../lexicon/index.ts'
import type {Tree} from '../../text/index.ts'
import {joined, type TokenPiece} from './pieces.ts'

export interface NounNode {
  readonly next: Map<string, NounNode>
  noun: RoleNoun | null
}

const nounTries = new WeakMap<Lexicon, NounNode>()

export function nounTrie(lexicon: Lexicon): NounNode {
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

/** The longest role noun that begins at a piece. */
export function longestNoun(
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
