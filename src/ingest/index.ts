export {
  type Additions,
  additionsIn,
  additionsOf as tablesText,
  checkLexicon,
  idOf,
  joinAdditions,
  type Lexicon,
  lexiconBeside,
  loadLexicon,
  noAdditions,
} from '../lexicon/index.ts'
export {
  formatOf,
  type ImportFormat,
  importFacts,
  importFormats,
  dropName,
  keepAdditions,
  queryAddress,
  sourceText,
} from './lexicon-additions.ts'
export {dyadsOf, type ExplainedSentence, type Explanation, outcomes, type TriedRow} from '../read/index.ts'
export {conllu} from './conllu.ts'
export {type CodedLine, codeLine} from './code-line.ts'
export {type Engine, loadEngine} from './engine.ts'
export {type IngestOptions, type IngestProgress, type IngestReport, ingest, ingestInto} from './ingest.ts'
export {fetchFeed} from '../intake/index.ts'
export {type RebuildReport, readAnew, rebuild, rebuildAt} from './rebuild.ts'
export {readSource, type SourceOptions} from './read-source.ts'
export {expandSources} from './sources.ts'
export {
  type Imported,
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  importInto,
  importTables,
} from './import.ts'
