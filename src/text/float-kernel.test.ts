import {expect, it} from 'vitest'
import {makeFloatKernel} from './float-kernel.ts'

it('multiplies as written out, and adds to what is there', () => {
  const [m, k, n] = [4, 5, 32]
  const {floats, multiply} = makeFloatKernel(2000)
  for (let i = 0; i < m * k + k * n; i++) floats[i] = ((i * 37) % 19) - 9
  const c = m * k + k * n
  floats.fill(1, c, c + m * n)
  multiply(0, m * k, c, m, k, n)
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 1
      for (let p = 0; p < k; p++) sum += floats[i * k + p] * floats[m * k + p * n + j]
      expect(floats[c + i * n + j]).toBe(sum)
    }
})
