import {describe, expect, test} from 'vitest'
import {actOf} from './act.ts'

describe('actOf', () => {
  test.each([
    ['the truce could collapse', 'prediction'],
    ['the report could not be confirmed', 'claim'],
    ["they couldn't reach the village", 'claim'],
    ['the border will stay shut', 'prediction'],
    ['the troops must leave', 'demand'],
    ['we will answer with force', 'threat'],
    ['the road is closed', 'assessment'],
  ])('%s: %s', (content, act) => {
    expect(actOf(null, content, false)).toBe(act)
  })
})
