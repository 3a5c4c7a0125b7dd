import type {StatementRow} from '../../../model/index.ts'

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Each speaker's words once, with how often they are printed; in the order of their first row. */
export function unrepeated(rows: readonly StatementRow[]): {row: StatementRow; times: number}[] {
  const seen = new Map<string, {row: StatementRow; times: number}>()
  for (const row of rows) {
    const key = `${row.speaker ?? ''}\n${plain(row.parts.join(' '))}`
    const first = seen.get(key)
    if (first) first.times++
    else seen.set(key, {row, times: 1})
  }
  return [...seen.values()]
}
