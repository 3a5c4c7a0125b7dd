/** Détente as a library: from bytes to a reading, from readings to a record, from a record to an answer. */
export {answersOf, ask, openAnswers, relation} from './answer/index.ts'
export {type Engine, ingestInto, loadEngine, readSource} from './ingest/index.ts'
export {fetchDoc, intake, readFileDoc, readPage} from './intake/index.ts'
export {checkLexicon, type Lexicon, loadLexicon} from './lexicon/index.ts'
export * from './model/index.ts'
export {read} from './read/index.ts'
export {type OpenRecord, openRecord} from './record/index.ts'
export {contributionsTo, indexOf, scoreOf} from './relation/index.ts'
