import {readFileSync} from 'node:fs'
import {Option} from 'commander'
import {
  type Additions,
  additionsIn,
  type Engine,
  importFacts,
  joinAdditions,
  loadEngine,
  loadLexicon,
  noAdditions,
  tablesText,
} from '../../../ingest/index.ts'
import {DetenteError} from '../../../model/index.ts'

export const lexiconOption = () =>
  new Option('--lexicon <folder>', 'tables of your own that win over the built-in ones, as detente lexicon writes them')
export const verbsOption = () =>
  new Option('--verbs <file>', 'code by this PETRARCH verb dictionary instead of the built-in acts')

/** The reader for a run with tables or verbs of one's own. */
export function engineWith({lexicon, verbs}: {lexicon?: string; verbs?: string}): Engine {
  const own = lexicon === undefined ? noAdditions : additionsIn(lexicon)
  if (lexicon !== undefined && Object.keys(own.tables).length === 0)
    throw new DetenteError('intake/not-found', `expected a folder with tables (*.tsv), found none in ${lexicon}`)
  return loadEngine(verbs === undefined ? own : joinAdditions(own, verbsIn(verbs)))
}

function verbsIn(path: string): Additions {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new DetenteError('intake/not-found', `expected a verb dictionary, found none that can be read at ${path}`, {
      cause,
    })
  }
  const {rows, left} = importFacts(text, 'petrarch-verbs', path, loadLexicon())
  if ((rows.acts ?? []).length === 0)
    throw new DetenteError('lexicon/format', `${path}: expected a PETRARCH verb dictionary, found no verb in it`)
  if (left.length > 0) console.error(`${path}: ${left.length} rows left out, such as ${left[0]}`)
  return {...tablesText({rows}, path), instead: ['acts']}
}
