import type {Act} from '../../lexicon/acts.ts'
import type {Fill, Pattern} from '../../lexicon/pattern.ts'
import type {Tree} from '../../text/index.ts'
import {type Dependent, gathered, put, wordFits} from './fill.ts'
import {complementOf, modalFits, objectPool, obliquePool, particleFits, subjectPool} from './frame.ts'
import {bothOf, completed, doersOf, nounPools} from './nouns.ts'
import {allAt, distinct, ownersOf, partiesAt} from './parties.ts'
import {lemmaOf, type Scene} from './scene.ts'
import {sides} from './verbs.ts'

/** One part of a row's pattern held against a sentence by itself. */
export interface Piece {
  /** As the row writes it: `ACTOR`, `{talk}`, `on|against RECIPIENT`, `to ACT`. */
  readonly text: string
  readonly optional: boolean
  readonly fits: boolean
  /** Words that fill it or, where none does, those that were looked at. */
  readonly words: readonly number[]
}

/** The parts of a row's pattern, each with the words of the sentence that fill it. The row as a whole may still fail where each part fits. */
export function piecesOf(scene: Scene, token: number, act: Act): Piece[] {
  return act.pattern.kind === 'n' ? nounPieces(scene, token, act) : verbPieces(scene, token, act)
}

function verbPieces(scene: Scene, token: number, {pattern, event, mode}: Act): Piece[] {
  const {tree} = scene
  const physical = event === 'ASSAULT' || event === 'COERCE' || mode === 'investigate'
  const clause = complementOf(tree, token, pattern)
  const objects = objectPool(tree, token, clause, pattern)
  const pool = obliquePool(tree, token, objects, pattern)
  const pieces: Piece[] = []
  if (pattern.subject) pieces.push(subjectPiece(scene, pattern.subject, subjectPool(tree, token, pattern), pool))
  if (pattern.particle || !particleFits(tree, token, pattern)) pieces.push(particlePiece(tree, token, pattern))
  for (const fill of pattern.objects) pieces.push(filled(scene, fill.text, fill, objects, physical))
  for (const {preps, fill} of pattern.obliques) {
    const behind = pool.filter(({prep}) => preps.has(prep)).map(({token: at}) => at)
    const owners = preps.has('of') && fill.slot && objects.some(at => ownersOf(scene, at, 'recipient').length > 0)
    const piece = filled(scene, `${[...preps].join('|')} ${fill.text}`, fill, behind, physical)
    pieces.push(owners && !piece.fits ? {...piece, fits: true, words: objects} : piece)
  }
  if (pattern.complement) pieces.push(clausePiece(tree, clause, pattern))
  return pieces
}

function nounPieces(scene: Scene, token: number, {pattern, event}: Act): Piece[] {
  const {tree} = scene
  const {light, pool, inner} = nounPools(scene, token)
  const all = [...pool, ...inner]
  const pieces: Piece[] = []
  const takesOf = pattern.obliques.some(({preps}) => preps.has('of'))
  if (pattern.subject) {
    const by = [...pool, ...inner.filter(({prep}) => prep === 'by')]
    const both = pattern.subject.slot === 'BOTH'
    const parties = both ? bothOf(scene, token, by, light) : doersOf(scene, token, by, light, takesOf)
    const words = parties.map(({span}) => tree.sentence.starts.indexOf(span.start)).filter(at => at >= 0)
    pieces.push({
      text: pattern.subject.text,
      optional: false,
      fits: sides(distinct(parties)) >= (both ? 2 : 1),
      words: [...new Set(words)],
    })
  }
  for (const {preps, fill} of pattern.obliques) {
    const behind = all.filter(({prep}) => preps.has(prep)).map(({token: at}) => at)
    const physical = event === 'ASSAULT' || event === 'COERCE'
    pieces.push(filled(scene, `${[...preps].join('|')} ${fill.text}`, fill, behind, physical))
  }
  if (pattern.complement)
    pieces.push({
      text: complementText(pattern),
      optional: pattern.complement.optional,
      fits: completed(tree, token, pattern.complement),
      words: tree.childrenBy(token, 'acl', 'ccomp'),
    })
  return pieces
}

function subjectPiece(scene: Scene, fill: Fill, subjects: readonly number[], pool: readonly Dependent[]): Piece {
  const wanted = fill.words
  if (!fill.slot) {
    const words = subjects.filter(at => wanted && wordFits(scene.tree, at, wanted))
    return {text: fill.text, optional: false, fits: !wanted || words.length > 0, words: words.length ? words : subjects}
  }
  const looked =
    fill.slot === 'BOTH' ? [...subjects, ...pool.filter(({prep}) => prep === 'with').map(d => d.token)] : subjects
  const found = looked.map(at =>
    fill.slot === 'BOTH' ? allAt(scene, at) : partiesAt(scene, at, fill.slot === 'ACTOR' ? 'actor' : 'recipient'),
  )
  const fits = sides(distinct(found.flat())) >= (fill.slot === 'BOTH' ? 2 : 1)
  return {text: fill.text, optional: false, fits, words: fits ? looked.filter((_, n) => found[n].length > 0) : looked}
}

function particlePiece(tree: Tree, token: number, pattern: Pattern): Piece {
  const words = tree.childrenBy(token, 'compound', 'advmod').filter(at => at > token)
  return {
    text: pattern.particle ? `+${pattern.particle}` : 'no particle',
    optional: false,
    fits: particleFits(tree, token, pattern),
    words,
  }
}

function filled(scene: Scene, text: string, fill: Fill, tokens: readonly number[], physical: boolean): Piece {
  const words = tokens.filter(at => put(scene, at, fill, {...gathered(), physical}))
  return {text, optional: fill.optional, fits: words.length > 0, words: words.length > 0 ? words : tokens}
}

function clausePiece(tree: Tree, clause: number, pattern: Pattern): Piece {
  const complement = pattern.complement as NonNullable<Pattern['complement']>
  const {modal, verbs, optional} = complement
  const fits = clause >= 0 && (!modal || modalFits(tree, clause, modal)) && (!verbs || verbs.has(lemmaOf(tree, clause)))
  return {text: complementText(pattern), optional, fits, words: clause >= 0 ? [clause] : []}
}

function complementText({complement}: Pattern): string {
  const {mark, subject, modal, verbs} = complement as NonNullable<Pattern['complement']>
  const words = modal ?? verbs
  return [mark, subject?.text, words ? [...words].join('|') : mark === 'to' ? 'ACT' : ''].filter(Boolean).join(' ')
}
