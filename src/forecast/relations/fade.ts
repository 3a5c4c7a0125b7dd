/** The mean of what came before each period, fading with a half-life in periods. */
export function fade(counts: ArrayLike<number>, halfLife: number): Float64Array {
  const keep = 0.5 ** (1 / halfLife)
  const means = new Float64Array(counts.length + 1)
  let [sum, weight] = [0, 0]
  for (let t = 0; t < counts.length; t++) {
    sum = keep * sum + counts[t]
    weight = keep * weight + 1
    means[t + 1] = sum / weight
  }
  return means
}
