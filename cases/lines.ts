import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** One line of a `.cases` file. */
export interface CaseLine {
  readonly at: string
  readonly text: string
  readonly expected: string
  /** `~>`: wanted, not yet so. */
  readonly wanted: boolean
  /** Settings told by `@name value` lines above it. */
  readonly settings: Readonly<Record<string, string>>
}

/** All cases of a folder. Throws when a sentence stands twice under one setting or a line has no arrow. */
export function readCases(folder: string): CaseLine[] {
  const cases: CaseLine[] = []
  const seen = new Set<string>()
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.cases'))
    .sort()) {
    const settings: Record<string, string> = {}
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .forEach((line, n) => {
        const at = `${file}:${n + 1}`
        const setting = /^@(\w+)\s+(.*)$/.exec(line)
        if (setting) settings[setting[1]] = setting[2]
        if (setting || line.trim() === '') return
        const match = /^(.*?)\s+(=>|~>)\s+(.*)$/.exec(line)
        if (!match) throw new Error(`${at}: expected a sentence, => or ~>, and what is read; found ${line}`)
        const key = `${JSON.stringify(settings)} ${match[1]}`
        if (seen.has(key)) throw new Error(`${at}: this sentence stands twice`)
        seen.add(key)
        cases.push({at, text: match[1], expected: match[3].trim(), wanted: match[2] === '~>', settings: {...settings}})
      })
  }
  return cases
}
