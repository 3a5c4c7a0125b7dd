import type {Drift, Quotation, StatementRow} from '../model/index.ts'

interface Words {
  readonly row: StatementRow
  readonly words: readonly string[]
  readonly shingles: ReadonlySet<string>
}

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
export function quotationsIn(rows: readonly StatementRow[]): Quotation[] {
  const all = rows
    .filter(({statement}) => statement.form !== 'indirect')
    .map(row => {
      const words = quotedWords(row.parts)
      return {row, words, shingles: new Set(words.slice(1).map((word, n) => `${words[n]} ${word}`))}
    })
    .filter(({words}) => words.length >= fewest)
    .sort((a, b) => byDay(a.row, b.row))
  const byShingle = new Map<string, number[]>()
  const group = all.map((_, n) => n)
  const rootOf = (n: number): number => (group[n] === n ? n : rootOf(group[n]))
  all.forEach((one, n) => {
    const common = new Map<number, number>()
    for (const shingle of one.shingles) {
      const list = byShingle.get(shingle) ?? []
      for (const other of list) common.set(other, (common.get(other) ?? 0) + 1)
      list.push(n)
      byShingle.set(shingle, list)
    }
    for (const [other, count] of common) {
      if (!isSame(all[other], one, count)) continue
      const [a, b] = [rootOf(other), rootOf(n)]
      group[Math.max(a, b)] = Math.min(a, b)
    }
  })
  const groups = new Map<number, Words[]>()
  all.forEach((one, n) => {
    const root = rootOf(n)
    groups.set(root, [...(groups.get(root) ?? []), one])
  })
  return [...groups.values()]
    .filter(list => new Set(list.map(({row}) => row.evidence.doc.id)).size > 1)
    .map(list => ({
      id: list[0].row.id,
      printings: list.map(({row, words}) => ({id: row.id, drift: driftOf(list[0].words, words)})),
    }))
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
