/** Logistic regression with a ridge, by Newton's method; the first weight is the intercept's and is not held back. */
export function fitLogistic(rows: readonly ArrayLike<number>[], came: ArrayLike<number>, ridge = 5): number[] {
  const width = rows.length ? rows[0].length + 1 : 1
  const weights = new Array<number>(width).fill(0)
  for (let round = 0; round < 12; round++) {
    const bend = Array.from({length: width}, (_, j) => {
      const line = new Float64Array(width)
      line[j] = j === 0 ? 1e-6 : ridge
      return line
    })
    const slope = weights.map((w, j) => (j === 0 ? 0 : -ridge * w))
    const x = new Float64Array(width)
    rows.forEach((row, i) => {
      x[0] = 1
      for (let j = 1; j < width; j++) x[j] = row[j - 1]
      const p = logistic(weights, row)
      const v = Math.max(1e-6, p * (1 - p))
      for (let j = 0; j < width; j++) {
        slope[j] += (came[i] - p) * x[j]
        for (let k = 0; k <= j; k++) bend[j][k] += v * x[j] * x[k]
      }
    })
    const step = solve(bend, slope)
    for (let j = 0; j < width; j++) weights[j] += step[j]
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return weights
}

export function logistic(weights: readonly number[], row: ArrayLike<number>): number {
  let sum = weights[0]
  for (let j = 1; j < weights.length; j++) sum += weights[j] * row[j - 1]
  return 1 / (1 + Math.exp(-sum))
}

/** Solves a symmetric positive system given by its lower half (Cholesky). */
function solve(lower: readonly Float64Array[], right: readonly number[]): number[] {
  const n = right.length
  const root = lower.map(line => Float64Array.from(line))
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = lower[i][j]
      for (let k = 0; k < j; k++) sum -= root[i][k] * root[j][k]
      root[i][j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / root[j][j]
    }
  const x = [...right]
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= root[i][k] * x[k]
    x[i] /= root[i][i]
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= root[k][i] * x[k]
    x[i] /= root[i][i]
  }
  return x
}
