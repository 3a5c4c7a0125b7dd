import {DetenteError} from '../model/index.ts'
import {openContainer} from './container.ts'
import {type LabelsFor, turnRound} from './labels.ts'
import {expand, type Linear} from './linear.ts'

/** Weights of the trees by transitions. */
export interface LinearTrees {
  readonly tags: readonly string[]
  /** Labels to choose from for a side and a pair of tags: `labelsFor[(side * (tags + 1) + head) * tags + child]`. */
  readonly labelsFor: LabelsFor
  readonly parser: Linear
  readonly labeller: Linear
  /** As `parser`, `labeller` and `labelsFor`, for sentences from right to left. */
  readonly backParser: Linear
  readonly backLabeller: Linear
  readonly backLabelsFor: LabelsFor
  readonly reviser: Linear
  readonly relabeller: Linear
  /** Of each tag: 1 comma, 2 conjunction, 3 verb, 0 other. */
  readonly kinds: Uint8Array
}

/** Header of their file. */
export interface LinearHeader {
  readonly format: 2
  /** Version of the text model whose tags and labels they use. */
  readonly base: string
  readonly labelsFor: readonly (readonly [key: number, labels: readonly number[]])[]
}

/** The trees by transitions that go with the text model of version `base` and its tags. Throws `model/format`. */
export function loadLinearTrees(file: Uint8Array, base: string, tags: readonly string[]): LinearTrees {
  const {header, part} = openContainer<LinearHeader>(file)
  if (header.format !== 2 || header.base !== base)
    throw new DetenteError(
      'model/format',
      `expected trees for the text model ${base}, found those for ${header.base}`,
      {
        hint: 'npm run train -- text makes both',
      },
    )
  const labelsFor: (readonly number[] | undefined)[] = []
  for (const [key, labels] of header.labelsFor) labelsFor[key] = labels
  return {
    tags,
    labelsFor,
    backLabelsFor: turnRound(tags.length, labelsFor),
    parser: expand(part('parser')),
    labeller: expand(part('labeller')),
    backParser: expand(part('backParser')),
    backLabeller: expand(part('backLabeller')),
    reviser: expand(part('reviser')),
    relabeller: expand(part('relabeller')),
    kinds: kindsOf(tags),
  }
}

/** What stands between a word and its head, as revision counts it. */
export function kindsOf(tags: readonly string[]): Uint8Array {
  return Uint8Array.from(tags, tag =>
    tag === 'PUNCT/,' || tag === 'PUNCT/:' ? 1 : tag.startsWith('CCONJ/') ? 2 : tag.startsWith('VERB/') ? 3 : 0,
  )
}
