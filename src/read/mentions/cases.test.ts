import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {read} from './trial.ts'

const folder = join(import.meta.dirname, '../../../cases/entities')

interface Case {
  readonly line: number
  readonly text: string
  readonly published: string | null
  readonly wanted: boolean
  readonly expected: string
}

/** `text => id, id@` in the order of the text; `@` a place, `+` all of them, `|` one of them, `none` nobody. */
function casesIn(file: string): Case[] {
  const found: Case[] = []
  let published: string | null = null
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  for (const [n, line] of lines.entries()) {
    const day = /^@published (\S+)$/.exec(line)?.[1]
    if (day) published = day === 'none' ? null : day
    const [, text, arrow, expected] = /^(.*?) ([=~]>) (.*)$/.exec(line) ?? []
    if (text) found.push({line: n + 1, text, published, wanted: arrow === '~>', expected})
  }
  return found
}

const seen = new Map<string, string>()

for (const file of readdirSync(folder)
  .filter(name => name.endsWith('.cases'))
  .sort())
  describe(file, () => {
    for (const {line, text, published, wanted, expected} of casesIn(file))
      test(`${line}: ${text}`, () => {
        const key = `${text} ${published}`
        expect(seen.get(key), 'a repeated sentence').toBeUndefined()
        seen.set(key, file)
        const {mentions} = read(text, published)
        const told =
          mentions
            .map(({entities, all, sense}) => entities.join(all ? '+' : '|') + (sense === 'place' ? '@' : ''))
            .join(', ') || 'none'
        if (wanted) expect(told, 'holds now: make it =>').not.toBe(expected)
        else expect(told).toBe(expected)
      })
  })
