import type {Act} from '../lexicon/acts.ts'
import type {CodedEvent, Doc, Entity, EntityId, EventCode, Mention, Span} from '../model/index.ts'
import {isWhole} from './events/code.ts'
import {findActs, type Trial} from './events/find.ts'
import type {Hit} from './events/hit.ts'
import {type Miss, misses} from './events/miss.ts'
import {type Piece, piecesOf} from './events/pieces.ts'
import {lemmaOf, type Scene} from './events/scene.ts'
import {gameWord} from './events/genre.ts'
import {type ReadOptions, workOn} from './pipeline.ts'
import type {Work} from './work.ts'

/** One word of a sentence with its place in the tree. */
export interface ExplainedWord {
  readonly span: Span
  readonly form: string
  readonly lemma: string
  /** Universal Dependencies part of speech. */
  readonly tag: string
  /** Index of the word that it hangs on; -1 at the root. */
  readonly head: number
  /** Universal Dependencies relation. */
  readonly relation: string
}

const after = {
  fires: 'it is told as an event',
  lighter: 'another row says more about the same word',
  doer: 'nobody is named who did it',
  half: 'it takes two, and only one is named, or nobody whose state is known',
  again: 'another event of the text tells the same',
} as const

/** What became of a row: told as an event, or the first reason why not. */
export type Outcome = Miss | keyof typeof after

/** A row of the acts table tried at one word. */
export interface TriedRow {
  readonly word: number
  readonly rule: string
  readonly pattern: string
  /** Line of `data/lexicon/acts.tsv`. */
  readonly line: number
  readonly event: EventCode
  readonly mode: string | null
  readonly outcome: Outcome
  /** The outcome in words. */
  readonly why: string
  readonly pieces: readonly Piece[]
  readonly actors: readonly EntityId[]
  readonly recipients: readonly EntityId[]
}

export interface ExplainedSentence {
  readonly span: Span
  readonly words: readonly ExplainedWord[]
  readonly mentions: readonly Mention[]
  /** Rows tried, in the order of the text, the nearest to firing first at each word. */
  readonly rows: readonly TriedRow[]
  /** Words that carry acts in the table, but not as the part of speech that they were read as. */
  readonly otherwise: readonly {readonly word: number; readonly as: 'verb' | 'noun' | 'adjective'}[]
  /** Word that shows the sentence to be about a game, so that no row applies; -1: none. */
  readonly game: number
  readonly events: readonly CodedEvent[]
}

/** Why a text was read as it was: trees, mentions, every row that fired or might have, events with the steps of their reality. */
export interface Explanation {
  readonly text: string
  readonly entities: readonly Entity[]
  readonly sentences: readonly ExplainedSentence[]
}

/** Every outcome with its reason in words. */
export const outcomes: Readonly<{[outcome in Outcome]: string}> = {...misses, ...after}

/** Explains the reading of a Doc. Never fails on text. */
export function explain(doc: Doc, options: ReadOptions): Explanation {
  const work = workOn(doc, options)
  return {
    text: doc.text,
    entities: [...work.entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    sentences: work.trees.map((_, sentence) => sentenceOf(work, sentence)),
  }
}

function sentenceOf(work: Work, sentence: number): ExplainedSentence {
  const tree = work.trees[sentence]
  const scene: Scene = {work, acts: work.lexicon.acts, tree, sentence}
  const words = Array.from({length: tree.length}, (_, i) => ({
    span: tree.span(i),
    form: tree.form(i),
    lemma: tree.lemma(i),
    tag: tree.upos(i),
    head: tree.head(i),
    relation: tree.deprel(i),
  }))
  const events = work.events.filter(event => event.sentence === sentence)
  const rows = rowsOf(scene, events)
  return {
    span: {start: tree.sentence.start, end: tree.sentence.end},
    words,
    mentions: work.mentions.filter(mention => mention.sentence === sentence),
    rows,
    otherwise: otherwiseOf(scene),
    game: gameWord(scene),
    events,
  }
}

function rowsOf(scene: Scene, events: readonly CodedEvent[]): TriedRow[] {
  const trials: Trial[] = []
  const kept = findActs(scene, trial => trials.push(trial))
  const byRow = new Map<string, {token: number; act: Act; hit: Hit | null; outcome: Outcome}>()
  for (const {token, act, outcome} of trials) {
    const key = `${token} ${act.id}`
    const hit = typeof outcome === 'string' ? (byRow.get(key)?.hit ?? null) : outcome
    byRow.set(key, {token, act, hit, outcome: typeof outcome === 'string' ? outcome : 'lighter'})
  }
  for (const hit of kept) {
    const tried = byRow.get(`${hit.trigger} ${hit.act.id}`)
    if (tried) tried.outcome = fate(scene, hit, events)
  }
  return [...byRow.values()]
    .map(({token, act, hit, outcome}) => ({
      word: token,
      rule: act.id,
      pattern: act.text,
      line: act.line,
      event: act.event,
      mode: act.mode,
      outcome,
      why: outcomes[outcome],
      pieces: piecesOf(scene, token, act),
      actors: hit?.actors.map(({entity}) => entity) ?? [],
      recipients: hit?.recipients.map(({entity}) => entity) ?? [],
    }))
    .sort((a, b) => a.word - b.word || nearness(b) - nearness(a) || (a.rule < b.rule ? -1 : 1))
}

/** What became of a hit after its sentence was read. */
function fate({tree}: Scene, hit: Hit, events: readonly CodedEvent[]): Outcome {
  const {start} = tree.span(hit.trigger)
  const told = events.some(
    ({evidence: {rule, cue, span}}) =>
      rule === hit.act.id && ((cue.start <= start && start < cue.end) || (span.start <= start && start < span.end)),
  )
  if (told) return 'fires'
  if (hit.pending) return 'doer'
  const {event, mode} = hit.act
  return isWhole({event, mode, actors: hit.actors, recipients: hit.recipients}) ? 'again' : 'half'
}

/** How near a row came, from 0 (only its word is there) to 3 (an event). */
function nearness({outcome, pieces}: TriedRow): number {
  if (outcome === 'fires') return 3
  if (outcome in after) return 2
  const needed = pieces.filter(({optional}) => !optional)
  return needed.length === 0 ? 1 : needed.filter(({fits}) => fits).length / needed.length
}

const kinds = [
  ['v', 'verb', 'VERB'],
  ['n', 'noun', 'NOUN PROPN'],
  ['a', 'adjective', 'ADJ'],
] as const

function otherwiseOf({tree, acts}: Scene): ExplainedSentence['otherwise'] {
  const found: {word: number; as: 'verb' | 'noun' | 'adjective'}[] = []
  for (let word = 0; word < tree.length; word++) {
    const upos = tree.upos(word)
    if (!/^(?:VERB|NOUN|PROPN|ADJ)$/.test(upos)) continue
    const form = tree.form(word).toLowerCase()
    const known = kinds.filter(
      ([key]) =>
        acts.byTrigger.has(`${key}:${lemmaOf(tree, word)}`) ||
        (key === 'v' && acts.byTrigger.has(`v:${acts.verbForms.get(form)}`)),
    )
    if (known.length > 0 && !known.some(([, , tags]) => tags.includes(upos))) found.push({word, as: known[0][1]})
  }
  return found
}
