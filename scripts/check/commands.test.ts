import {expect, test} from 'vitest'
import {makeProgram} from '../../src/face/cli/program.ts'
import {wrongWord} from './commands.ts'

const program = makeProgram()

test.each([
  ['ask "Will they?" --record my.duckdb', null],
  ['forecast next USA PAK --days 30', null],
  ['lexicon', null],
  ['ingest articles/', 'command ingest'],
  ['relation USA PAK --recrod x', '--recrod'],
  ['forecast USA PAK --help', null],
])('detente %s', (words, wrong) => expect(wrongWord(words, program)).toBe(wrong))
