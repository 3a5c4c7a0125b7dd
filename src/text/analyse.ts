import {Arcs, LEFT, RIGHT, SHIFT} from './arcs.ts'
import type {Atoms} from './atoms.ts'
import {labelFeatures} from './label.ts'
import {bestOf, type Features, type Linear} from './linear.ts'
import type {TextModel} from './model.ts'
import {transitionFeatures} from './transition.ts'

/** Scores of the three transitions. */
export function scoreTransitions({table, mask}: Linear, {hashes, count}: Features, scores: Float64Array): void {
  let shift = 0
  let left = 0
  let right = 0
  for (let i = 0; i < count; i++) {
    const h = hashes[i]
    shift += table[h & mask]
    left += table[(h ^ LEFT) & mask]
    right += table[(h ^ RIGHT) & mask]
  }
  scores[SHIFT] = shift
  scores[LEFT] = left
  scores[RIGHT] = right
}

/** The best transition that is possible. */
export function bestTransition(arcs: Arcs, scores: Float64Array): number {
  let best = -1
  if (arcs.canShift()) best = SHIFT
  if (arcs.canLeft() && (best < 0 || scores[LEFT] > scores[best])) best = LEFT
  if (arcs.canRight() && (best < 0 || scores[RIGHT] > scores[best])) best = RIGHT
  return best
}

const scores = new Float64Array(3)

/** Builds the tree of a tagged sentence from left to right, in one pass. */
export function buildTree(model: TextModel, atoms: Atoms, features: Features): Arcs {
  const arcs = new Arcs(atoms.length)
  while (!arcs.done) {
    transitionFeatures(atoms, arcs, features)
    scoreTransitions(model.parser, features, scores)
    const action = bestTransition(arcs, scores)
    if (action === SHIFT) {
      arcs.shift()
      continue
    }
    const child = arcs.stack[arcs.size - 1]
    const head = action === LEFT ? arcs.front : arcs.stack[arcs.size - 2]
    const label = chooseLabel(model, atoms, arcs, head, child, features)
    if (action === LEFT) arcs.left(label)
    else arcs.right(label)
  }
  return arcs
}

/** Label of an arc that is about to be made. */
export function chooseLabel(
  model: Pick<TextModel, 'labelsFor' | 'labels' | 'tags' | 'labeller'>,
  atoms: Atoms,
  arcs: Arcs,
  head: number,
  child: number,
  features: Features,
): number {
  const candidates = labelChoice(model, atoms, head, child)
  if (candidates.length === 1) return candidates[0]
  labelFeatures(atoms, arcs, head, child, features)
  return bestOf(model.labeller, features, candidates)
}

/** Labels seen for a pair of tags; label 0 is `root`, label 1 `dep`. */
export function labelChoice(
  {labelsFor, tags}: Pick<TextModel, 'labelsFor' | 'tags'>,
  atoms: Atoms,
  head: number,
  child: number,
): readonly number[] {
  if (head === atoms.length) return rootOnly
  return labelsFor[labelKey(tags.length, atoms.tags[head], atoms.tags[child], child < head)] ?? depOnly
}

const rootOnly = [0]
const depOnly = [1]

export function labelKey(tags: number, head: number, child: number, before: boolean): number {
  return ((before ? 0 : 1) * tags + head) * tags + child
}
