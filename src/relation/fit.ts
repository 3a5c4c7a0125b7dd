import {filter, type MonthObservation, type Variances} from './level.ts'

/** Shared priors of all dyads: the logarithms are normal around these values. Scores lie between −10 and 10. */
const prior = {
  observation: {median: 25, spread: 0.25},
  step: {median: 0.15, spread: 0.5},
  start: 25,
} as const

/** Times the grid is refined around its best point, each time four times finer. */
const rounds = 5
const gridSize = 13

/**
 * Variances of one dyad by maximum a posteriori: the local level's likelihood with log-normal priors shared by all dyads,
 * found on a grid of their logarithms that is refined around its best point. With little news the priors decide.
 */
export function fitVariances(months: readonly MonthObservation[]): Variances {
  let centre = {observation: Math.log(prior.observation.median), step: Math.log(prior.step.median)}
  let reach = 3
  for (let round = 0; round < rounds; round++) {
    let best = {...centre, value: Number.NEGATIVE_INFINITY}
    for (let i = 0; i < gridSize; i++) {
      for (let j = 0; j < gridSize; j++) {
        const observation = centre.observation + reach * ((2 * i) / (gridSize - 1) - 1)
        const step = centre.step + reach * ((2 * j) / (gridSize - 1) - 1)
        const value = posterior(months, observation, step)
        if (value > best.value) best = {observation, step, value}
      }
    }
    centre = best
    reach /= 4
  }
  return {observation: Math.exp(centre.observation), step: Math.exp(centre.step), start: prior.start}
}

function posterior(months: readonly MonthObservation[], observation: number, step: number): number {
  const variances = {observation: Math.exp(observation), step: Math.exp(step), start: prior.start}
  return filter(months, variances).logLikelihood + logPrior(observation, prior.observation) + logPrior(step, prior.step)
}

function logPrior(value: number, {median, spread}: {median: number; spread: number}): number {
  const z = (value - Math.log(median)) / spread
  return -0.5 * z * z
}
