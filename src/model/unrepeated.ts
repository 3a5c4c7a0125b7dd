import type {Drift, Quotation, StatementRow} from './relation.ts'

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A speaker's words, how often they are printed, and the printings that have other words. */
export interface Once {
  readonly row: StatementRow
  readonly times: number
  readonly changed: readonly {readonly row: StatementRow; readonly drift: Drift}[]
}

/** Each speaker's words once, in the order of their first row. */
export function unrepeated(rows: readonly StatementRow[], quotations: readonly Quotation[] = []): Once[] {
  const printed = new Map(
    quotations.flatMap(({id: first, printings}) => printings.map(({id, drift}) => [id, {first, drift}] as const)),
  )
  const seen = new Map<string, {row: StatementRow; times: number; changed: Once['changed'][number][]}>()
  for (const row of rows) {
    const here = printed.get(row.id)
    const key = here?.first ?? `${row.speaker ?? ''}\n${plain(row.parts.join(' '))}`
    const one = seen.get(key)
    if (!one) {
      seen.set(key, {row, times: 1, changed: []})
      continue
    }
    one.times++
    // The first printing is the one that the others are held against.
    if (row.id === key) one.row = row
    if (here && here.drift.kind !== 'same' && row.id !== key) one.changed.push({row, drift: here.drift})
  }
  return [...seen.values()]
}
