import type {Pattern, Step} from '../../lexicon/pattern.ts'
import type {Tree} from '../../text/index.ts'
import {lemmaOf} from './scene.ts'

/** Whether the words that a row asks for stand before and after its word, in the order of the text. */
export function aroundFits(tree: Tree, token: number, {around: {before, after}}: Pattern): boolean {
  let left = token
  for (let n = before.length - 1; n >= 0; n--) {
    left = leftOf(tree, left, before[n])
    if (left < 0) return false
  }
  let right = token + 1
  for (const step of after) {
    right = rightOf(tree, right, step)
    if (right < 0) return false
  }
  return true
}

/** Where the nearest words of a step begin that end before `to`, or -1. */
function leftOf(tree: Tree, to: number, {spellings, touches}: Step): number {
  for (let end = to; end > 0; end--) {
    for (const words of spellings)
      if (end >= words.length && standsAt(tree, end - words.length, words)) return end - words.length
    if (touches) return -1
  }
  return -1
}

/** Behind the nearest words of a step from `from` on, or -1. */
function rightOf(tree: Tree, from: number, {spellings, touches}: Step): number {
  for (let start = from; start < tree.length; start++) {
    for (const words of spellings) if (standsAt(tree, start, words)) return start + words.length
    if (touches) return -1
  }
  return -1
}

function standsAt(tree: Tree, start: number, words: readonly string[]): boolean {
  if (start + words.length > tree.length) return false
  return words.every((word, n) => {
    const form = tree.form(start + n).toLowerCase()
    return form === word || form === `${word}s` || lemmaOf(tree, start + n) === word
  })
}
