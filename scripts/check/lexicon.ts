import {checkLexicon} from '../../src/lexicon/index.ts'
import type {Finding} from './finding.ts'

/** Every row of every lexicon table. */
export function checkTables(): Finding[] {
  return checkLexicon().map(({file, line, message}) => ({at: `data/lexicon/${file}:${line}`, message}))
}
