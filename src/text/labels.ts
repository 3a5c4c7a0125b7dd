import type {Atoms} from './atoms.ts'

/** Labels to choose from, by `labelKey`. */
export type LabelsFor = readonly (readonly number[] | undefined)[]

/** Labels seen for a pair of tags; label 0 is `root`, label 1 `dep`. */
export function labelChoice(
  {labelsFor, tags}: {readonly labelsFor: LabelsFor; readonly tags: readonly string[]},
  atoms: Atoms,
  head: number,
  child: number,
): readonly number[] {
  if (head === atoms.length) return rootOnly
  return labelsFor[labelKey(tags.length, atoms.tags[head], atoms.tags[child], child < head)] ?? depOnly
}

const rootOnly = [0]
const depOnly = [1]

export function labelKey(tags: number, head: number, child: number, before: boolean): number {
  return ((before ? 0 : 1) * tags + head) * tags + child
}

/** The same labels for sentences read backwards. */
export function turnRound(tags: number, labelsFor: LabelsFor): LabelsFor {
  const half = tags * tags
  const turned: (readonly number[] | undefined)[] = []
  labelsFor.forEach((list, key) => {
    turned[key < half ? key + half : key - half] = list
  })
  return turned
}
