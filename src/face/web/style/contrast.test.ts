import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

const css = readFileSync(new URL('base.css', import.meta.url), 'utf8')

/** Custom properties of the n-th rule that sets `--paper`: light, dark by choice, dark by the system. */
const palettes = [...css.matchAll(/\{([^{}]*--paper:[^{}]*)\}/g)].map(
  ([, rule]) => new Map([...rule.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value])),
)

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(i => {
    const part = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

test('both dark palettes are the same', () => {
  expect(palettes).toHaveLength(3)
  expect(palettes[1]).toEqual(palettes[2])
})

test.each([
  ['light', 0],
  ['dark', 1],
])('words have a contrast of 4.5, lines and dots of 3, in the %s palette', (_, n) => {
  const palette = palettes[n]
  for (const ground of ['--paper', '--sheet'])
    for (const [names, least] of [
      [['--ink', '--soft', '--faint', '--link', '--warm', '--cool', '--flag'], 4.5],
      [['--actor', '--recipient', '--cue', '--day', '--place', '--figure', '--source', '--line', '--focus'], 3],
    ] as const)
      for (const name of names)
        expect([name, ground, contrast(palette.get(name)!, palette.get(ground)!) >= least]).toEqual([
          name,
          ground,
          true,
        ])
  expect(contrast(palette.get('--on-accent')!, palette.get('--accent')!)).toBeGreaterThan(4.5)
})
