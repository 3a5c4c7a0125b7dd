import type {EntityId} from '../model/index.ts'

/** Two parties and how they get along: above 0 with each other, below 0 against. */
export interface SignedTie {
  readonly pair: readonly [EntityId, EntityId]
  readonly score: number
}

export interface Camps {
  /** Party → 0 or 1, so that as little as can be found of all ties runs against it: friends apart, foes together. */
  readonly camp: ReadonlyMap<EntityId, 0 | 1>
  /** Share of the ties' weight that runs against the camps, 0 to 1. */
  readonly against: number
  /** Triples in which all three have ties. */
  readonly triangles: number
  /** Triples whose signs do not multiply to plus: two friends of one are foes, or all three are. Tensest first. */
  readonly tense: readonly (readonly [EntityId, EntityId, EntityId])[]
}

/**
 * Structural balance of a signed network (Heider 1946; Cartwright and Harary 1956): which triples are tense, and the two
 * camps that it comes nearest to (least frustration, by flipping one party at a time from each party's own view).
 */
export function campsOf(ties: readonly SignedTie[]): Camps {
  const parties = [...new Set(ties.flatMap(({pair}) => pair))].sort()
  const weight = new Map<string, number>()
  for (const {pair, score} of ties) if (score !== 0) weight.set(key(...pair), score)
  const between = (a: EntityId, b: EntityId) => weight.get(key(a, b)) ?? 0

  const total = [...weight.values()].reduce((sum, score) => sum + Math.abs(score), 0)
  let best: {camp: Map<EntityId, 0 | 1>; frustration: number} = {
    camp: new Map(parties.map(party => [party, 0])),
    frustration: Number.POSITIVE_INFINITY,
  }
  for (const ego of parties) {
    const camp = new Map<EntityId, 0 | 1>(parties.map(other => [other, between(ego, other) < 0 ? 1 : 0]))
    const frustration = settle(camp, parties, between)
    if (frustration < best.frustration - 1e-12) best = {camp, frustration}
  }
  const tense: {triple: [EntityId, EntityId, EntityId]; tension: number}[] = []
  let triangles = 0
  for (let i = 0; i < parties.length; i++)
    for (let j = i + 1; j < parties.length; j++) {
      const ij = between(parties[i], parties[j])
      if (ij === 0) continue
      for (let k = j + 1; k < parties.length; k++) {
        const signs = [ij, between(parties[i], parties[k]), between(parties[j], parties[k])]
        if (signs.includes(0)) continue
        triangles++
        if (Math.sign(signs[0]) * Math.sign(signs[1]) * Math.sign(signs[2]) < 0)
          tense.push({
            triple: [parties[i], parties[j], parties[k]],
            tension: Math.min(...signs.map(Math.abs)),
          })
      }
    }
  tense.sort((a, b) => b.tension - a.tension || (a.triple.join() < b.triple.join() ? -1 : 1))
  return {
    camp: best.camp,
    against: total === 0 ? 0 : best.frustration / total,
    triangles,
    tense: tense.map(({triple}) => triple),
  }
}

const key = (a: EntityId, b: EntityId) => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/** Flips parties while that lessens what runs against the camps; gives what is left of it. */
function settle(
  camp: Map<EntityId, 0 | 1>,
  parties: readonly EntityId[],
  between: (a: EntityId, b: EntityId) => number,
): number {
  const pull = (party: EntityId) =>
    parties.reduce((sum, other) => sum + between(party, other) * (camp.get(party) === camp.get(other) ? 1 : -1), 0)
  for (let moved = true, rounds = 0; moved && rounds < parties.length; rounds++) {
    moved = false
    for (const party of parties)
      if (pull(party) < -1e-12) {
        camp.set(party, camp.get(party) === 0 ? 1 : 0)
        moved = true
      }
  }
  let frustration = 0
  parties.forEach((a, i) => {
    for (const b of parties.slice(i + 1)) {
      const score = between(a, b)
      if (score > 0 !== (camp.get(a) === camp.get(b))) frustration += Math.abs(score)
    }
  })
  return frustration
}
