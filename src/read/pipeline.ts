import type {Lexicon} from '../lexicon/index.ts'
import type {Doc, Reading, Sentence} from '../model/index.ts'
import {parse, type TextModel, Tree} from '../text/index.ts'
import {withoutDateline} from './dateline.ts'
import {anchorDays} from './days/anchor.ts'
import {findDays} from './days/find.ts'
import {codeEvents} from './events/code.ts'
import {findFigures} from './figures/find.ts'
import {findMentions} from './mentions/find.ts'
import {mend} from './mend/mend.ts'
import {mendWords} from './mend/words.ts'
import {linkEvents} from './statements/event.ts'
import {findStatements} from './statements/find.ts'
import {findPlaces} from './places/find.ts'
import {version} from './version.ts'
import {startWork, type Work} from './work.ts'
import {writtenBounds} from './written.ts'

type Part = 'days' | 'mentions' | 'places' | 'figures' | 'statements' | 'events'

/** One step of a reading: what must be there before it and what is there after it. */
interface Stage {
  readonly name: string
  readonly needs: readonly Part[]
  readonly gives: readonly Part[]
  readonly run: (work: Work) => void
}

/** The one ordered list of what is done to a text. */
export const stages: readonly Stage[] = [
  {name: 'days', needs: [], gives: ['days'], run: findDays},
  {name: 'mentions', needs: ['days'], gives: ['mentions'], run: findMentions},
  {name: 'places', needs: ['mentions', 'days'], gives: ['places'], run: findPlaces},
  {name: 'figures', needs: ['mentions'], gives: ['figures'], run: findFigures},
  {name: 'statements', needs: ['mentions', 'days'], gives: ['statements'], run: findStatements},
  {name: 'anchor', needs: ['days', 'statements'], gives: ['days'], run: anchorDays},
  {name: 'events', needs: ['mentions', 'days', 'places', 'figures', 'statements'], gives: ['events'], run: codeEvents},
  {name: 'said', needs: ['statements', 'events'], gives: ['statements'], run: linkEvents},
]

checkOrder(stages)

export interface ReadOptions {
  readonly model: TextModel
  readonly lexicon: Lexicon
  /** Told before each stage, for timing. */
  readonly onStage?: (name: string) => void
}

/** Reads a Doc: everyone mentioned, what is told of them, what they say, when, how many. Never fails on text. */
export function read(doc: Doc, options: ReadOptions): Reading {
  return readingOf(workOn(doc, options), options)
}

/** All that the stages make of a Doc. */
export function workOn(doc: Doc, {model, lexicon, onStage}: ReadOptions): Work {
  onStage?.('text')
  const made = startWork(doc, lexicon, treesOf(sentencesOf(doc, model, lexicon), lexicon), model)
  for (const stage of stages) {
    onStage?.(stage.name)
    stage.run(made)
  }
  onStage?.('end')
  return made
}

function readingOf(work: Work, {model, lexicon}: ReadOptions): Reading {
  return {
    doc: work.doc,
    sentences: work.trees.map(({sentence: {start, end}}) => ({start, end})),
    entities: [...work.entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    mentions: work.mentions,
    days: work.days,
    places: work.places,
    figures: work.figures,
    statements: work.statements,
    events: work.events,
    flags: work.flags,
    written: writtenBounds(work),
    notes: work.notes,
    versions: {reader: version, lexicon: lexicon.version, model: model.version},
  }
}

/** The parsed sentences of a Doc, datelines left out. */
export function sentencesOf(
  {text, blocks}: Pick<Doc, 'text' | 'blocks'>,
  model: TextModel,
  lexicon: Lexicon,
): Sentence[] {
  return parse(
    model,
    text,
    blocks.flatMap(block => withoutDateline(text, block.span, lexicon)),
  )
}

/** Sentences as the stages see them. */
export function treesOf(sentences: readonly Sentence[], lexicon: Lexicon): Tree[] {
  const words = mendWords(lexicon)
  return sentences.map(sentence => new Tree(mend(sentence, words)))
}

/** Throws when a stage stands before one that it needs. */
export function checkOrder(list: readonly Stage[]): void {
  const there = new Set<Part>()
  for (const {name, needs, gives} of list) {
    for (const part of needs)
      if (!there.has(part)) throw new Error(`stage ${name} needs ${part}, which no earlier stage gives`)
    for (const part of gives) there.add(part)
  }
}
