import {bins, type Counts} from './counts.ts'

/** Squared distance of a chance from what came, 0 (best) to 1 (Brier 1950). */
export const brier = (chance: number, came: boolean): number => (chance - (came ? 1 : 0)) ** 2

/** Surprise in nats: 0 is best. Chances are kept a ten-thousandth from 0 and 1. */
export function logScore(chance: number, came: boolean): number {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, came ? chance : 1 - chance))
  return -Math.log(kept)
}

/** Continuous ranked probability score of a distribution of counts, in incidents; 0 is best (Gneiting & Raftery 2007). */
export function crps(counts: Counts, count: number): number {
  let sum = 0
  for (let bin = 0; bin < bins.length; bin++) {
    const width = bin ? bins[bin] - bins[bin - 1] : 1
    if (width === 1) sum += (counts[bin] - (count <= bins[bin] ? 1 : 0)) ** 2
    else {
      const below = Math.min(width, Math.max(0, count - bins[bin - 1] - 1))
      const middle = (counts[bin] + counts[bin - 1]) / 2
      sum += below * middle ** 2 + (width - below) * (middle - 1) ** 2
    }
    if (counts[bin] > 1 - 1e-9 && bins[bin] >= count) break
  }
  return sum
}

/** The same of a sample of what came before, in its own units: mean distance from the value less half of that within the sample. */
export function sampleCrps(sample: readonly number[], value: number): number {
  const n = sample.length
  if (n === 0) return Math.abs(value)
  const sorted = [...sample].sort((a, b) => a - b)
  let [away, within] = [0, 0]
  sorted.forEach((each, i) => {
    away += Math.abs(each - value)
    within += each * (2 * i - n + 1)
  })
  return away / n - within / (n * n)
}

/** The same for a normal distribution, in its own units. */
export function normalCrps(mean: number, sd: number, value: number): number {
  if (sd <= 0) return Math.abs(value - mean)
  const z = (value - mean) / sd
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
  return sd * (z * (2 * normalAtMost(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI))
}

/** Standard normal distribution function; Abramowitz & Stegun 7.1.26, error below 2e-7. */
export function normalAtMost(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x)
  return z >= 0 ? 1 - tail / 2 : tail / 2
}

/** Share by which a mean score betters another's: 1 is perfect, 0 no better, below 0 worse. */
export const skill = (own: number, other: number): number => (other > 0 ? 1 - own / other : 0)

/**
 * How far chance may have moved a skill: standard deviation over `rounds` series put together from stretches of `block` origins drawn at random (moving-block
 * bootstrap: Künsch 1989). Origins overlap and weeks go together, so that a block should hold some windows. `null`: fewer than two blocks tell nothing of it.
 */
export function skillNoise(
  byOrigin: readonly {readonly own: number; readonly base: number}[],
  block: number,
  random: () => number,
  rounds = 2000,
): number | null {
  const n = byOrigin.length
  if (n < 2 * block) return null
  const skills = Array.from({length: rounds}, () => {
    let [own, base, taken] = [0, 0, 0]
    while (taken < n) {
      const start = Math.floor(random() * (n - block + 1))
      for (let i = start; i < start + block && taken < n; i++, taken++) {
        own += byOrigin[i].own
        base += byOrigin[i].base
      }
    }
    return skill(own, base)
  })
  const mean = skills.reduce((sum, each) => sum + each, 0) / rounds
  return Math.sqrt(skills.reduce((sum, each) => sum + (each - mean) ** 2, 0) / rounds)
}
