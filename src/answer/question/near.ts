import {fold, type Lexicon} from '../../lexicon/index.ts'

/** Shortest name that a misspelt one is likened to. */
const shortest = 5

/** The state whose name a word is one slip away from (a letter more, less, other or swapped), to be asked back; `null`: none, or several. */
export function nearState(word: string, lexicon: Lexicon): string | null {
  const written = fold(word)
  if (written.length < shortest) return null
  const near = [...lexicon.states.keys()].filter(id => {
    const name = lexicon.entities.get(id)?.name
    return name !== undefined && name.length >= shortest && isSlip(written, fold(name))
  })
  return near.length === 1 ? (lexicon.entities.get(near[0])?.name ?? null) : null
}

/** Whether one edit, or a swap of neighbours, makes one word of the other (Damerau 1964). */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return (
    restA.slice(1) === restB ||
    restB.slice(1) === restA ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
