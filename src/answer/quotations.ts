import type {Drift, Quotation, StatementRow} from '../model/index.ts'
import {atOnce} from '../model/turns.ts'

interface Words {
  readonly row: StatementRow
  readonly words: readonly string[]
  readonly shingles: ReadonlySet<string>
}

/** Statements that are looked at before others get their turn. */
const turn = 500

/** Words that a quotation must have to be told from a common phrase. */
const fewest = 5
/** Share of the shorter one's word pairs that the longer one must have: half under one speaker, more when one is unknown. */
const shares = {oneSpeaker: 0.5, unknownSpeaker: 0.75}

/** Words without case, accents and marks. */
export function quotedWords(parts: readonly string[]): string[] {
  return (
    parts
      .join(' ')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[’‘ʼ`]/g, "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []
  )
}

/**
 * Quotations printed in more than one Doc. Two direct or mixed statements are one quotation when the shorter has most of its
 * word pairs from the longer (w-shingling, Broder 1997) and no other speaker is named; so cutting and some rewording, as in
 * translation, do not part them.
 */
export const quotationsIn = (rows: readonly StatementRow[]): Quotation[] => atOnce(findingQuotations(rows))

/** The same in steps. */
export function* findingQuotations(rows: readonly StatementRow[]): Generator<undefined, Quotation[]> {
  const all: Words[] = []
  for (const [n, row] of rows.entries()) {
    if (n % turn === turn - 1) yield
    if (row.statement.form === 'indirect') continue
    const words = quotedWords(row.parts)
    if (words.length < fewest) continue
    all.push({row, words, shingles: new Set(words.slice(1).map((word, n) => `${words[n]} ${word}`))})
  }
  all.sort((a, b) => byDay(a.row, b.row))
  const rootOf = yield* joining(all)
  const groups = new Map<number, Words[]>()
  all.forEach((one, n) => {
    const root = rootOf(n)
    const list = groups.get(root)
    if (list) list.push(one)
    else groups.set(root, [one])
  })
  return [...groups.values()]
    .filter(list => new Set(list.map(({row}) => row.evidence.doc.id)).size > 1)
    .map(list => ({
      id: list[0].row.id,
      printings: list.map(({row, words}) => ({id: row.id, drift: driftOf(list[0].words, words)})),
    }))
}

/**
 * Which of them are one quotation, as the first of each by its place. Only those are held against each other that share one of the rarest
 * word pairs of the shorter: of a share that must be common, at least one is among them (prefix filtering, Chaudhuri, Ganti and Kaushik 2006),
 * so that no pair of words that stands everywhere makes all of them alike.
 */
function* joining(all: readonly Words[]): Generator<undefined, (n: number) => number> {
  const group = all.map((_, n) => n)
  const rootOf = (n: number): number => {
    let root = n
    while (group[root] !== root) root = group[root]
    for (let at = n; group[at] !== root; ) [group[at], at] = [root, group[at]]
    return root
  }
  const join = (n: number, other: number) => {
    const [a, b] = [rootOf(n), rootOf(other)]
    group[Math.max(a, b)] = Math.min(a, b)
  }
  const shown = unlike(all, join)
  const holders = new Map<string, number[]>()
  for (const n of shown)
    for (const shingle of all[n].shingles) {
      const list = holders.get(shingle)
      if (list) list.push(n)
      else holders.set(shingle, [n])
    }
  const often = (shingle: string) => holders.get(shingle)!.length
  for (const [at, n] of shown.entries()) {
    if (at % turn === turn - 1) yield
    const {shingles} = all[n]
    const rarest = [...shingles].sort((a, b) => often(a) - often(b) || (a < b ? -1 : 1))
    const prefix = rarest.slice(0, shingles.size - Math.ceil(shares.oneSpeaker * shingles.size) + 1)
    for (const other of new Set(prefix.flatMap(shingle => holders.get(shingle)!))) {
      if (other === n || all[other].shingles.size < shingles.size || rootOf(other) === rootOf(n)) continue
      let common = 0
      for (const shingle of shingles) if (all[other].shingles.has(shingle)) common++
      if (isSame(all[other], all[n], common)) join(n, other)
    }
  }
  return rootOf
}

/** Joins what one speaker is quoted with to the letter in several Docs, and leaves two of different Docs to stand for all of them. */
function unlike(all: readonly Words[], join: (n: number, other: number) => void): number[] {
  const same = new Map<string, number[]>()
  all.forEach(({row, words}, n) => {
    const key = `${row.statement.source.entity ?? ''}\n${words.join(' ')}`
    const list = same.get(key)
    if (list) list.push(n)
    else same.set(key, [n])
  })
  return [...same.values()].flatMap(list => {
    const docOf = (n: number) => all[n].row.evidence.doc.id
    const second = list.find(n => docOf(n) !== docOf(list[0]))
    if (second === undefined) return list
    for (const n of list) join(list[0], n)
    return [list[0], second]
  })
}

function byDay(a: StatementRow, b: StatementRow): number {
  const [x, y] = [a.evidence.doc.published ?? '9999', b.evidence.doc.published ?? '9999']
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
}

function isSame(a: Words, b: Words, common: number): boolean {
  if (a.row.evidence.doc.id === b.row.evidence.doc.id) return false
  const [x, y] = [a.row.statement.source.entity, b.row.statement.source.entity]
  if (x !== null && y !== null && x !== y && !x.startsWith('~') && !y.startsWith('~')) return false
  const least = x !== null && x === y ? shares.oneSpeaker : shares.unknownSpeaker
  return common >= least * Math.min(a.shingles.size, b.shingles.size)
}

/** What became of `from` in `to`, word by word (longest common subsequence). */
export function driftOf(from: readonly string[], to: readonly string[]): Drift {
  const [a, b] = [from.join(' '), to.join(' ')]
  if (a === b) return {kind: 'same', without: [], instead: []}
  const width = to.length + 1
  const length = new Uint16Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      length[i * width + j] =
        from[i] === to[j]
          ? length[(i + 1) * width + j + 1] + 1
          : Math.max(length[(i + 1) * width + j], length[i * width + j + 1])
  const without: string[] = []
  const instead: string[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      i++
      j++
    } else if (j >= to.length || (i < from.length && length[(i + 1) * width + j] >= length[i * width + j + 1]))
      without.push(from[i++])
    else instead.push(to[j++])
  }
  return {kind: without.length === 0 || instead.length === 0 ? 'cut' : 'reworded', without, instead}
}

/** A printing beside its quotation's first one. */
export interface Reprint {
  /** Id of the first printing's statement, and of all that print the quotation. */
  readonly first: string
  readonly all: readonly string[]
  readonly drift: Drift
}

/** Every printing of the quotations, by the id of its statement. */
export function reprints(quotations: readonly Quotation[]): Map<string, Reprint> {
  return new Map(
    quotations.flatMap(({id: first, printings}) => {
      const all = printings.map(({id}) => id)
      return printings.map(({id, drift}): [string, Reprint] => [id, {first, all, drift}])
    }),
  )
}

/** For a flat row: the other statements that print its quotation, and how its words differ from the first of them. */
export function printedIn(id: string, printed: ReadonlyMap<string, Reprint>) {
  const here = printed.get(id)
  if (!here) return {also_in: [], drift: null}
  return {
    also_in: here.all.filter(other => other !== id),
    drift: id === here.first ? 'first printing' : driftWords(here.drift),
  }
}

/** "the same", "cut: without …", "reworded: … for …". */
export function driftWords({kind, without, instead}: Drift): string {
  if (kind === 'same') return 'the same words'
  const parts = [
    without.length > 0 ? `without: ${without.join(' ')}` : '',
    instead.length > 0 ? `with: ${instead.join(' ')}` : '',
  ]
  return `${kind}, ${parts.filter(Boolean).join('; ')}`
}
