import {readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import {loadLexicon} from '../../src/lexicon/index.ts'
import {treesOf} from '../../src/read/index.ts'
import {decide, type State} from '../../src/read/reality/index.ts'
import {loadEnglish, parse} from '../../src/text/index.ts'
import type {GoldSet, Score} from '../set.ts'

const classes = ['happened', 'denied', 'future', 'possible', 'conditional'] as const
type Class = (typeof classes)[number]

interface GoldEvent {
  readonly start: number
  readonly end: number
  readonly gold: Class
}

/** Scores the reality decision on gold event words of MEANTIME and TimeML. */
export const reality: GoldSet = {
  name: 'reality',
  data: 'gold/reality',
  about: 'macro-F1 over happened, denied, future, possible and conditional on the event words of MEANTIME and TimeML',
  async score(path) {
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter(name => name === 'meantime.jsonl' || name === 'timeml.jsonl')
          .map(name => join(path, name))
      : [path]
    return files.flatMap(file => scoreFile(file))
  },
}

function scoreFile(file: string): Score[] {
  const lexicon = loadLexicon()
  const {acts} = lexicon
  const tables = {modes: acts.modes, light: acts.sets.get('light') ?? new Set<string>()}
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  let right = 0
  let all = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line) continue
    const row = JSON.parse(line)
    const trees = treesOf(parse(loadEnglish(), row.text, paragraphs(row.text)), lexicon)
    for (const {start, gold} of eventsOf(row)) {
      const tree = trees.find(({sentence}) => sentence.start <= start && start < sentence.end)
      const token = tree?.tokenAt(start) ?? -1
      const found = tree && token >= 0 ? classOf(decide(tree, token, tables)) : 'happened'
      add(`gold ${gold}`)
      add(`found ${found}`)
      if (found === gold) add(`hit ${gold}`)
      all++
      if (found === gold) right++
    }
  }
  const split = basename(file, '.jsonl')
  const scores: Score[] = []
  let sum = 0
  let present = 0
  for (const name of classes) {
    const hit = counts.get(`hit ${name}`) ?? 0
    const gold = counts.get(`gold ${name}`) ?? 0
    const found = counts.get(`found ${name}`) ?? 0
    if (gold === 0) continue
    const f = hit === 0 ? 0 : (2 * hit) / (gold + found)
    sum += f
    present++
    scores.push({measure: `F1 ${name}`, split, value: f, detail: `${hit} of ${gold} gold, ${found} found`})
  }
  scores.unshift({measure: 'macro-F1', split, value: present ? sum / present : 0, detail: `${right} of ${all} right`})
  return scores
}

export function classOf({value, aspect}: State): Class {
  if (value === 'negation') return 'denied'
  if (value === 'future') return 'future'
  if (value === 'hypothetical') return aspect === 'conditional' ? 'conditional' : 'possible'
  return 'happened'
}

function paragraphs(text: string): {start: number; end: number}[] {
  const spans: {start: number; end: number}[] = []
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g))
    spans.push({start: match.index, end: match.index + match[0].length})
  return spans
}

// biome-ignore lint/suspicious/noExplicitAny: two gold formats
function eventsOf(row: any): GoldEvent[] {
  const events: GoldEvent[] = []
  for (const event of row.events) {
    if (event.spans) {
      const [start, end] = event.spans[0]
      if (row.annotated_until !== undefined && start >= row.annotated_until) continue
      const gold = meantimeClasses[event.factuality]
      if (gold) events.push({start, end, gold})
    } else {
      const gold = timemlClasses[event.label]
      if (gold) events.push({start: event.start, end: event.end, gold})
    }
  }
  return events
}

const meantimeClasses: {readonly [label: string]: Class} = {
  happened: 'happened',
  did_not_happen: 'denied',
  negated_other: 'denied',
  future_certain: 'future',
  future_possible: 'possible',
  possible: 'possible',
  conditional: 'conditional',
}

/** Derived classes of `timeml.jsonl`; events without any mark (`unmarked`) are not scored. */
const timemlClasses: {readonly [label: string]: Class} = {
  asserted: 'happened',
  reported_as_fact: 'happened',
  presupposed_fact: 'happened',
  negated: 'denied',
  did_not_happen: 'denied',
  future: 'future',
  intended_or_possible: 'possible',
  modal: 'possible',
  conditional: 'conditional',
}
