import type {EntityId} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import type {Draft} from './draft.ts'
import {resolveGroup} from './groups.ts'
import {pronounOf, resolvePronoun} from './pronouns.ts'
import {own, resolveNoun} from './roles.ts'

/** Resolves pronouns, group nouns and role nouns that hang on earlier words; returns all mentions of the sentence. */
export function resolveSentence(discourse: Discourse, index: number, tree: Tree, drafts: Draft[]): Draft[] {
  const byToken = new Array<Draft | undefined>(tree.length).fill(undefined)
  for (const made of drafts) for (let t = made.first; t <= made.last; t++) byToken[t] ??= made
  const inner = drafts.filter(made => byToken[made.first] !== made)
  const kept: Draft[] = []
  const settle = (made: Draft) => {
    if (made.entities.length === 0) return
    kept.push(made)
    remember(discourse, made)
  }
  let done: Draft | null = null
  for (let t = 0; t < tree.length; t++) {
    const made = byToken[t]
    const pronoun = pronounOf(tree.form(t))
    if (pronoun && !(made && made.pronoun < 0 && t > made.first)) {
      const hit = resolvePronoun(discourse, index, tree, t, pronoun)
      if (hit) settle(hit)
      if (made?.open && made.pronoun === t) own(discourse, made, hit)
    }
    if (made && made !== done && t === made.first) {
      done = made
      if (made.open && made.entities.length === 0) {
        if (made.pronoun >= 0) own(discourse, made, ownerOf(tree, made.pronoun, kept))
        else resolveNoun(discourse, index, made)
      }
      settle(made)
      for (const part of inner) if (byToken[part.first] === made) settle(part)
    }
    if (!made) {
      const group = resolveGroup(discourse, index, tree, t)
      if (group) settle(group)
    }
  }
  rememberPairs(discourse, index, tree, kept)
  return kept
}

/** Whom a possessive pronoun means; "whose" means what stands right before it. */
function ownerOf(tree: Tree, pronoun: number, kept: readonly Draft[]): Draft | null {
  if (tree.form(pronoun).toLowerCase() === 'whose')
    return kept.findLast(({last}) => last < pronoun && pronoun - last <= 2) ?? null
  return kept.find(({first, reason}) => first === pronoun && reason === 'pronoun') ?? null
}

/** Adds the pairs of states of a finished sentence; coordinated and hyphenated ones count most. */
function rememberPairs(discourse: Discourse, index: number, tree: Tree, kept: readonly Draft[]): void {
  const states = kept.flatMap(made => {
    const ids = made.all ? made.entities : made.entities.slice(0, 1)
    return ids.flatMap(id => {
      const entity = discourse.work.entities.get(id)
      const country = entity?.kind === 'state' ? id : entity?.country
      return country ? [{country, made, side: sides.has(entity!.kind) ? id : country}] : []
    })
  })
  const countries = new Map<string, Pair>()
  const facing = new Map<string, Pair>()
  for (let i = 0; i < states.length && i < 12; i++)
    for (let k = i + 1; k < states.length && k < 12; k++) {
      const [a, b] = [states[i], states[k]]
      if (a.side === b.side) continue
      const listed = tree.shared(a.made.head) === tree.shared(b.made.head)
      if (listed && a.made !== b.made && tree.conjuncts(a.made.head).length > 2) continue
      const joined = a.made === b.made || listed || b.made.first - a.made.last === 2
      const weight = joined ? 2 : a.made.sense === 'place' || b.made.sense === 'place' ? 0.4 : 0.8
      closest(facing, a.side, b.side, weight)
      if (a.country !== b.country) closest(countries, a.country, b.country, weight)
    }
  for (const {a, b, weight} of facing.values()) discourse.sides.add(a, b, index, weight)
  for (const {a, b, weight} of countries.values()) {
    discourse.pairs.add(a, b, index, weight)
    if (weight === 2) discourse.joined = {pair: [a, b].sort(), sentence: index}
  }
}

interface Pair {
  readonly a: EntityId
  readonly b: EntityId
  readonly weight: number
}

function closest(pairs: Map<string, Pair>, a: EntityId, b: EntityId, weight: number): void {
  const key = [a, b].sort().join(' ')
  if ((pairs.get(key)?.weight ?? 0) < weight) pairs.set(key, {a, b, weight})
}

/** Kinds that are a side of their own beside the state that they live in. */
const sides = new Set(['armed-group', 'party', 'organisation'])

/** Adds a mention to what later words may hang on. */
function remember(discourse: Discourse, made: Draft): void {
  discourse.drafts.push(made)
  for (const id of made.all ? made.entities : made.entities.slice(0, 1)) {
    const entity = discourse.work.entities.get(id)
    const country = entity?.kind === 'state' ? id : entity?.country
    if (!country) continue
    const weight = entity?.kind === 'state' ? 1 : 0.7
    discourse.weigh(country, made.sentence, weight * (made.sense === 'place' ? 0.5 : made.subject ? 1.6 : 1))
  }
}
