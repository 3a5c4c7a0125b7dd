import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** One line of a `.cases` file: a text and what must be read in it. */
export interface Case {
  readonly file: string
  readonly line: number
  readonly rules: readonly string[]
  readonly text: string
  /** `true`: must hold (`=>`); `false`: wanted, and must not hold yet (`~>`). */
  readonly holds: boolean
  readonly expected: string
}

/** Reads the case files of a folder in the order of their names. Throws a plain `Error` on a line of another form or a repeated text. */
export function readCases(folder: string): Case[] {
  const cases: Case[] = []
  const seen = new Set<string>()
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.cases'))
    .sort()) {
    let rules: readonly string[] = []
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .forEach((raw, n) => {
        const line = raw.trim()
        if (line === '') return
        if (line.startsWith('@rules')) {
          rules = line.split(/\s+/).slice(1)
          return
        }
        const match = /^(.+?)\s+([=~])>\s+(.+)$/.exec(line)
        if (!match) throw new Error(`${file}:${n + 1}: expected "text => codes", found "${line}"`)
        const [, text, mark, expected] = match
        if (seen.has(text)) throw new Error(`${file}:${n + 1}: this text is there twice`)
        seen.add(text)
        cases.push({file, line: n + 1, rules, text, holds: mark === '=', expected})
      })
  }
  return cases
}

/** Writes `=>` at the cases of a folder that hold and `~>` at the others, for use after the language model was trained anew. */
export function markCases(folder: string, holds: (one: Case) => boolean): void {
  const texts = new Map<string, string[]>()
  for (const one of readCases(folder)) {
    const path = join(folder, one.file)
    const lines = texts.get(path) ?? readFileSync(path, 'utf8').split('\n')
    texts.set(path, lines)
    lines[one.line - 1] = `${one.text} ${holds(one) ? '=>' : '~>'} ${one.expected}`
  }
  for (const [path, lines] of texts) writeFileSync(path, lines.join('\n'))
}
