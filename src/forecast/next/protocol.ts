import {type Answered, type Asked, type Forecaster, questionsOf} from './forecaster.ts'
import type {Fact} from './past.ts'

/** Mean reciprocal rank and shares of answers ranked in the first 1, 3 and 10; from 0 to 1. */
export interface Ranking {
  answers: number
  mrr: number
  first: number
  three: number
  ten: number
}

/**
 * Asks a forecaster every question of the days given, each fact in both directions, and ranks the true answer among all entities: other answers of the same
 * question on the same day are left out (time-aware filter), ties count by their average rank, and each day is taken in after it has been asked about.
 * The first ranking is that of the forecaster, behind it those of the nets that do not see all.
 */
export const rankDays = (
  forecaster: Forecaster,
  days: readonly (readonly Fact[])[],
  entities: number,
  relations: number,
): Ranking[] => {
  const sums: Ranking[] = []
  for (const facts of days) {
    for (const asked of questionsOf(facts, relations))
      for (const [way, answered] of forecaster.answers(asked).entries()) {
        sums[way] ??= {answers: 0, mrr: 0, first: 0, three: 0, ten: 0}
        for (const answer of asked.facts) count(sums[way], rankOf(answer, asked, answered, entities))
      }
    forecaster.take(facts)
  }
  return sums.map(({answers, mrr, first, three, ten}) => ({
    answers,
    mrr: mrr / answers,
    first: first / answers,
    three: three / answers,
    ten: ten / answers,
  }))
}

/** Who is no candidate shares the last ranks with all others that are none. */
function rankOf(answer: number, asked: Asked, {ids, chances}: Answered, entities: number): number {
  const at = new Map(Array.from(ids, (id, i) => [id, i]))
  const others = [...asked.answers]
  const own = at.get(answer)
  let before = 0
  let level = 0
  if (own === undefined) {
    before = ids.length - others.filter(id => at.has(id)).length
    level = entities - ids.length - others.filter(id => id !== answer && !at.has(id)).length - 1
  } else
    for (let i = 0; i < ids.length; i++) {
      if (i === own || asked.answers.has(ids[i])) continue
      if (chances[i] > chances[own]) before++
      else if (chances[i] === chances[own]) level++
    }
  return 1 + before + level / 2
}

function count(sum: Ranking, rank: number): void {
  sum.answers++
  sum.mrr += 1 / rank
  if (rank <= 1) sum.first++
  if (rank <= 3) sum.three++
  if (rank <= 10) sum.ten++
}
