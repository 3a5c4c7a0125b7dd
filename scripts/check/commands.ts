import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {makeProgram} from '../../src/face/cli/program.ts'
import type {Finding} from './finding.ts'
import {root, type Source, sources} from './sources.ts'

const always = ['--help', '--version']
/** A command as prose and messages print it, or a line of a shell block. */
const printed = /`(?:npx )?detente ([^`\n]+)`|^\s*(?:\$ )?npx detente ([^\n]+)$/gm

/** Every command and option that docs, messages and hints tell people to use exists. */
export function checkCommands(): Finding[] {
  const program = makeProgram()
  const pages = [...sources('docs', ['.md']), ...sources('src', ['.ts', '.tsx'])]
  for (const path of ['README.md', 'CONTRIBUTING.md'])
    pages.push({path, lines: readFileSync(join(root, path), 'utf8').split('\n')})
  return pages.filter(({path}) => !path.endsWith('.test.ts')).flatMap(page => wrongIn(page, program))
}

function wrongIn({path, lines}: Source, program: Command): Finding[] {
  return lines.flatMap((line, n) =>
    [...line.matchAll(printed)].flatMap(([, quoted, shell]) => {
      const wrong = wrongWord(quoted ?? shell.split(' # ')[0], program)
      return wrong === null ? [] : [{at: `${path}:${n + 1}`, message: `detente has no ${wrong}; name what it has`}]
    }),
  )
}

/** The first word that is no command or option where it stands. */
export function wrongWord(words: string, program: Command): string | null {
  let at = program
  const options = [...program.options]
  for (const word of words.split(/\s+/)) {
    if (word.startsWith('--')) {
      const name = word.split('=')[0].replace(/[^\w-]+$/, '')
      if (!always.includes(name) && !options.some(({long}) => long === name)) return name
    } else if (at.commands.length > 0) {
      const next = at.commands.find(command => command.name() === word)
      if (next) {
        at = next
        options.push(...next.options)
      } else if (at === program && /^[a-z-]+$/.test(word)) return `command ${word}`
    }
  }
  return null
}
