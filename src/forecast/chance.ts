/** Even numbers in [0, 1) from a 32-bit seed (xorshift32, Marsaglia 2003): the same on every machine. */
export const chance = (seed: number) => {
  let x = seed | 0 || 1
  return () => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) / 4294967296
  }
}
