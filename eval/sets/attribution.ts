import type {Span, Statement} from '../../src/model/index.ts'
import {readerWithout} from '../ablation.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

/** An attribution as spans of a text. */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly type?: string
}

export interface AttributionRow {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly attributions: readonly {
    readonly source: readonly (readonly [number, number])[] | null
    readonly cue: readonly (readonly [number, number])[] | null
    readonly content: readonly (readonly [number, number])[] | null
    readonly quote_type: string
  }[]
}

const spans = (list: readonly (readonly [number, number])[] | null): Span[] =>
  (list ?? []).map(([start, end]) => ({start, end}))

export function goldOf(row: AttributionRow): Attribution[] {
  return row.attributions.map(({source, cue, content, quote_type}) => ({
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
    type: quote_type,
  }))
}

/** Starts of the words in these spans. */
export function wordsIn(text: string, list: readonly Span[]): Set<number> {
  const words = new Set<number>()
  for (const {start, end} of list)
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) words.add(start + match.index)
  return words
}

function iou(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common === 0 ? 0 : common / (a.size + b.size - common)
}

const over = (a: readonly Span[], b: readonly Span[]) => a.some(x => b.some(y => x.start < y.end && y.start < x.end))
/** Overlap, or both say nothing. */
const agrees = (a: readonly Span[], b: readonly Span[]) => (a.length === 0 && b.length === 0) || over(a, b)

export interface Matches {
  /** Pairs [gold, found] that agree in content, source and cue. */
  readonly full: readonly (readonly [number, number])[]
  /** Pairs that agree in content. */
  readonly content: readonly (readonly [number, number])[]
}

/** One-to-one matches, best content first. */
export function matched(text: string, gold: readonly Attribution[], found: readonly Attribution[]): Matches {
  const goldWords = gold.map(({content}) => wordsIn(text, content))
  const foundWords = found.map(({content}) => wordsIn(text, content))
  const pairs: [number, number, number][] = []
  for (let g = 0; g < gold.length; g++)
    for (let f = 0; f < found.length; f++) {
      const score = iou(goldWords[g], foundWords[f])
      if (score >= 0.5) pairs.push([score, g, f])
    }
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const greedy = (keep: (g: number, f: number) => boolean) => {
    const [usedGold, usedFound] = [new Set<number>(), new Set<number>()]
    const list: [number, number][] = []
    for (const [, g, f] of pairs) {
      if (usedGold.has(g) || usedFound.has(f) || !keep(g, f)) continue
      usedGold.add(g)
      usedFound.add(f)
      list.push([g, f])
    }
    return list
  }
  return {
    full: greedy((g, f) => agrees(gold[g].source, found[f].source) && agrees(gold[g].cue, found[f].cue)),
    content: greedy(() => true),
  }
}

const types = ['direct', 'mixed', 'indirect'] as const

export const attribution: GoldSet = {
  name: 'attribution',
  data: 'gold/attribution/polnear-dev.jsonl',
  about:
    'PolNeAR attributions: F1 one-to-one where contents share half of their words and source and cue overlap; recall by kind of quotation; source right on found content.',
  async score(path, tools) {
    let [full, founds, golds, contents, sources] = [0, 0, 0, 0, 0]
    const ablated = tools.without ? readerWithout(tools.without) : null
    const recall = new Map<string, {hits: number; all: number}>()
    for (const row of rowsOf<AttributionRow>(path)) {
      const gold = goldOf(row)
      const doc = tools.docOf(row.text, {published: row.date?.slice(0, 10) ?? null, id: row.id})
      const found = ablated ? ablated(doc) : saidIn(tools.read(doc).statements)
      const matches = matched(row.text, gold, found)
      full += matches.full.length
      founds += found.length
      golds += gold.length
      contents += matches.content.length
      sources += matches.content.filter(([g, f]) => agrees(gold[g].source, found[f].source)).length
      const hit = new Set(matches.full.map(([g]) => g))
      gold.forEach(({type = ''}, n) => {
        const counts = recall.get(type) ?? {hits: 0, all: 0}
        counts.all++
        if (hit.has(n)) counts.hits++
        recall.set(type, counts)
      })
    }
    const split = 'dev'
    const scores: Score[] = [
      {
        measure: 'attribution F1',
        split,
        value: full === 0 ? 0 : (2 * full) / (founds + golds),
        detail: `P ${(full / founds).toFixed(3)} R ${(full / golds).toFixed(3)}; ${full} of ${golds}, ${founds} found`,
      },
      {measure: 'source right on found content', split, value: contents === 0 ? 0 : sources / contents},
    ]
    for (const type of types) {
      const {hits, all} = recall.get(type) ?? {hits: 0, all: 0}
      if (all > 0) scores.push({measure: `${type} recall`, split, value: hits / all, detail: `${hits} of ${all}`})
    }
    return scores
  },
}

const saidIn = (statements: readonly Statement[]) => statements.map(foundOf(statements))

/** A statement's spans; one that carries its source on has the span of the statement before it, one that nobody is named for has none. */
export const foundOf =
  (statements: readonly Statement[]) =>
  (statement: Statement, n: number): Attribution => {
    let from = n
    if (statement.source.kind === 'unknown' && statement.source.span === null)
      return {source: [], cue: statement.cue ? [statement.cue] : [], content: statement.content}
    while (from > 0 && statements[from].source.span === null) from--
    const source = statements[from].source.span
    return {source: source ? [source] : [], cue: statement.cue ? [statement.cue] : [], content: statement.content}
  }
