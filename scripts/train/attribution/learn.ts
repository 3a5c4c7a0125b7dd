import {bestStretch, type Stretch, stretches} from '../../../src/read/statements/learned/content.ts'
import {cueFeatures, glanceFeatures, mayCue} from '../../../src/read/statements/learned/cue.ts'
import {type AttributionModel, featuresOf, weighed} from '../../../src/read/statements/learned/find.ts'
import {type Proposal, proposalsIn, type Steps} from '../../../src/read/statements/learned/propose.ts'
import {sideFeatures, withClass} from '../../../src/read/statements/learned/side.ts'
import {sourcesFor} from '../../../src/read/statements/learned/source.ts'
import {Features, type Weights} from '../../../src/read/statements/learned/weights.ts'
import {boost} from './boost.ts'
import {type Choice, fitChoices, fitVerdicts, type Verdict} from './fit.ts'
import {type GoldCue, type GoldLine, overlapOf} from './lines.ts'

/** Log-odds from which on a word is looked at as a cue: lower than in reading, so that the last step sees what it must refuse. */
const leastCue = -3.5

const out = new Features()
export const sizes = {glance: 16, cue: 19, right: 19, left: 18, side: 15, source: 16, accept: 18}

const groupsOf = (list: readonly Stretch[]) => list.map(({start, end, both}) => [start, end, both])

/** Shares of an answer: the best options get all of it, near misses a little. */
function shared(worth: readonly number[], least: number): Float64Array | null {
  const high = Math.max(...worth)
  if (!(high >= least)) return null
  const shares = Float64Array.from(worth, value => (value >= high - 0.001 ? 1 : value >= high - 0.12 ? 0.15 : 0))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map(share => share / all)
}

/** Which sides of its cue a content stands at; words of less than a seventh do not count. */
function sidesOf(line: GoldLine, {cue, words}: GoldCue): {right: boolean; left: boolean} {
  let [right, left] = [0, 0]
  for (let k = 0; k < line.view.length; k++) {
    if (k > cue) right += words[k]
    else if (k < cue) left += words[k]
  }
  return {right: right > 0.15 * (right + left), left: left > 0.15 * (right + left)}
}

/** Weights of all steps but the last. */
export function learnSteps(lines: readonly GoldLine[]): Steps {
  const glances: Verdict[] = []
  const cues: Verdict[] = []
  const rights: Choice[] = []
  const lefts: Choice[] = []
  const sources: Choice[] = []
  for (const line of lines) {
    const {view, ruled, gold} = line
    const heads = new Set(gold.map(({cue}) => cue))
    for (let k = 0; k < view.length; k++)
      if (mayCue(view, k)) {
        glanceFeatures(view, k, ruled.get(k) ?? null, out)
        glances.push({features: out.copy(), yes: heads.has(k)})
        cueFeatures(view, k, ruled.get(k) ?? null, out)
        cues.push({features: out.copy(), yes: heads.has(k)})
      }
    for (const one of gold) {
      const rule = ruled.get(one.cue) ?? null
      const at = sidesOf(line, one)
      for (const side of [1, 0] as const) {
        if (side === 1 ? !at.right : !at.left) continue
        const [from, to] = side === 1 ? [one.cue + 1, view.length] : [0, one.cue]
        const list = stretches(view, one.cue, side, rule)
        const shares = shared(
          list.map(stretch => overlapOf(line, one, [stretch], from, to)),
          0.3,
        )
        if (shares) (side === 1 ? rights : lefts).push({options: groupsOf(list), shares})
      }
      if (one.sourceElsewhere) continue
      const list = sourcesFor(view, one.cue, runsOf(one.words), rule)
      const shares = shared(
        list.map(({head}) => ((one.source.length === 0 ? head < 0 : one.source.includes(head)) ? 1 : 0)),
        0.5,
      )
      if (shares) sources.push({options: list.map(({features}) => [features]), shares})
    }
  }
  const decay = 1e-4
  const glance = fitVerdicts(glances, {bits: sizes.glance, epochs: 3, rate: 0.1, decay, least: 3})
  const cue = fitVerdicts(cues, {bits: sizes.cue, epochs: 5, rate: 0.1, decay, least: 3})
  const right = fitChoices(rights, {bits: sizes.right, epochs: 4, rate: 0.1, decay, least: 3})
  const left = fitChoices(lefts, {bits: sizes.left, epochs: 4, rate: 0.1, decay, least: 3})
  const source = fitChoices(sources, {bits: sizes.source, epochs: 4, rate: 0.1, decay, least: 3})
  return {glance, cue, right, left, source, side: learnSide(lines, right, left)}
}

function runsOf(words: Int32Array): {first: number; last: number}[] {
  const runs: {first: number; last: number}[] = []
  words.forEach((count, k) => {
    if (count === 0) return
    const last = runs.at(-1)
    if (last && last.last === k - 1) last.last = k
    else runs.push({first: k, last: k})
  })
  return runs
}

function learnSide(lines: readonly GoldLine[], rightWeights: Weights, leftWeights: Weights): Weights {
  const choices: Choice[] = []
  for (const line of lines)
    for (const one of line.gold) {
      const {view, ruled} = line
      const rule = ruled.get(one.cue) ?? null
      const right = bestStretch(rightWeights, view, one.cue, 1, rule)
      const left = bestStretch(leftWeights, view, one.cue, 0, rule)
      sideFeatures(view, one.cue, right, left, rule, out)
      const features = out.copy()
      const sides = ([0, 1, 2] as const).filter(side => (side === 1 || right) && (side === 0 || left))
      if (sides.length < 2) continue
      const shares = shared(
        sides.map(side => overlapOf(line, one, [...(side !== 0 ? [left!] : []), ...(side !== 1 ? [right!] : [])])),
        0.3,
      )
      if (shares) choices.push({options: sides.map(side => [features.map(hash => withClass(hash, side))]), shares})
    }
  return fitChoices(choices, {bits: sizes.side, epochs: 4, rate: 0.1, decay: 1e-4, least: 3})
}

/** What people marked under the cue of a proposal, if its content is theirs. */
function toldIn(line: GoldLine, {cue, content}: Proposal): GoldCue | null {
  return (
    line.gold.find(one => (one.cueItems.includes(cue) || one.cue === cue) && overlapOf(line, one, content) >= 0.5) ??
    null
  )
}

const sameSource = ({source, sourceElsewhere}: GoldCue, {source: {head, run}}: Proposal) =>
  sourceElsewhere || (source.length === 0 ? head < 0 : touches(source, run))

const touches = (items: readonly number[], run: {first: number; last: number} | null) =>
  run !== null && items.some(k => run.first <= k && k <= run.last)

/** A line with its proposals, made by steps that have not seen its text; `lot` says with which it is held back. */
export interface Proposed {
  readonly line: GoldLine
  readonly all: readonly Proposal[]
  readonly lot: number
}

export const proposed = (line: GoldLine, steps: Steps, lot: number): Proposed => ({
  line,
  all: proposalsIn(line.view, line.ruled, steps, leastCue),
  lot,
})

/** The weights of the features of a proposal, and the trees that decide by them: those learn from lines that the weights have not seen. */
export function learnAccept(data: readonly Proposed[], lots: number): Pick<AttributionModel, 'accept' | 'judge'> {
  const verdicts = data.map(({line, all}) => verdictsOn(line, all))
  const weigh = (held: number) =>
    fitVerdicts(
      verdicts.flatMap((list, n) => (data[n].lot === held ? [] : list)),
      {bits: sizes.accept, epochs: 5, rate: 0.1, decay: 1e-4, least: 3},
    )
  const apart = Array.from({length: lots}, (_, lot) => weigh(lot))
  const examples = data.flatMap(({line, all, lot}, n) =>
    weighed(line.view, all, apart[lot]).map((traits, k) => ({
      traits,
      yes: verdicts[n][k].yes,
    })),
  )
  return {
    accept: weigh(-1),
    judge: boost(examples, {trees: 400, leaves: 24, rate: 0.06, least: 8, pull: 2, some: 0.5}),
  }
}

function verdictsOn(line: GoldLine, all: readonly Proposal[]): Verdict[] {
  const features = featuresOf(line.view, all)
  return all.map((proposal, n) => {
    const gold = toldIn(line, proposal)
    return {features: features[n], yes: gold !== null && sameSource(gold, proposal)}
  })
}
