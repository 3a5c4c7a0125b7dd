import {Arcs, LEFT, RIGHT, SHIFT} from './arcs.ts'
import {Atoms} from './atoms.ts'
import {labelFeatures} from './label.ts'
import {labelChoice} from './labels.ts'
import {bestOf, type Features, type Linear, signedSquare} from './linear.ts'
import type {LinearTrees} from './linear-trees.ts'
import type {TextModel} from './model.ts'
import {arcsOf, Draft, makePlaces, relabelFeatures, revise} from './revise.ts'
import {tag} from './tag.ts'
import {transitionFeatures} from './transition.ts'

/** Scores of the three transitions. */
export function scoreTransitions({table, mask}: Linear, {hashes, count}: Features, scores: Float64Array): void {
  let shift = 0
  let left = 0
  let right = 0
  if (table instanceof Int8Array) {
    for (let i = 0; i < count; i++) {
      const h = hashes[i]
      shift += signedSquare(table[h & mask])
      left += signedSquare(table[(h ^ LEFT) & mask])
      right += signedSquare(table[(h ^ RIGHT) & mask])
    }
  } else {
    for (let i = 0; i < count; i++) {
      const h = hashes[i]
      shift += table[h & mask]
      left += table[(h ^ LEFT) & mask]
      right += table[(h ^ RIGHT) & mask]
    }
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

const places = makePlaces()

/** Tags a sentence, and finds heads (the root's is `length`) and labels: by the net where there is one, else by linear models. */
export function treeOf(model: TextModel, atoms: Atoms, features: Features): Pick<Arcs, 'heads' | 'labels'> {
  tag(model.tagger, atoms, model.choice, features)
  if (model.net) return model.net.parse(atoms)
  if (model.linear) return buildTree(model.linear, atoms, features)
  return {
    heads: Int32Array.from(atoms.tags, (_, i) => (i ? 0 : atoms.length)),
    labels: atoms.tags.map((_, i) => (i ? 1 : 0)),
  }
}

/** The tree of a tagged sentence by linear models: built from either end, then looked at again as a whole. */
function buildTree(model: LinearTrees, atoms: Atoms, features: Features): Arcs {
  const first = buildDraft(model, atoms, features)
  const second = buildSecond(model, atoms, features)
  const heads = revise(model.reviser, new Draft(atoms, first, second.heads, second.labels), places, features)
  const arcs = arcsOf(heads, first.labels)
  const labels = arcs.labels.slice()
  for (let i = 0; i < atoms.length; i++) {
    const candidates = labelChoice(model, atoms, heads[i], i)
    if (candidates.length > 1) relabelFeatures(atoms, arcs, i, second.labels[i], features)
    labels[i] = bestOf(model.relabeller, features, candidates)
  }
  arcs.labels.set(labels)
  return arcs
}

/** Heads and labels of the tree that is built from right to left. */
export function buildSecond(
  model: Pick<LinearTrees, 'backParser' | 'backLabeller' | 'backLabelsFor' | 'tags' | 'kinds'>,
  atoms: Atoms,
  features: Features,
): {heads: Int32Array; labels: Int32Array} {
  const {backParser: parser, backLabeller: labeller, backLabelsFor: labelsFor, tags, kinds} = model
  const arcs = buildDraft({parser, labeller, labelsFor, tags, kinds}, new Atoms(atoms), features)
  const n = atoms.length
  const heads = new Int32Array(n + 1).fill(-1)
  const found = new Int32Array(n + 1).fill(-1)
  for (let i = 0; i < n; i++) {
    const head = arcs.heads[n - 1 - i]
    heads[i] = head === n ? n : n - 1 - head
    found[i] = arcs.labels[n - 1 - i]
  }
  return {heads, labels: found}
}

/** The first tree, in one pass. */
export function buildDraft(
  model: Pick<LinearTrees, 'parser' | 'labeller' | 'labelsFor' | 'tags' | 'kinds'>,
  atoms: Atoms,
  features: Features,
): Arcs {
  atoms.count(model.kinds)
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
  model: Pick<LinearTrees, 'labelsFor' | 'tags' | 'labeller'>,
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
