import type {Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'
import type {Counted} from './count.ts'
import type {FigureWord} from './words.ts'

/** Whom a number counts, by the tree: the noun that it belongs to, with what stands before it. */
export function whoByTree(tree: Tree, amount: Span): Span | null | undefined {
  const last = tree.tokenAt(amount.end - 1)
  if (last < 0) return undefined
  let number = last
  while (
    number > 0 &&
    tree.rel(number) !== 'nummod' &&
    tree.rel(number) !== 'det' &&
    tree.sentence.starts[number - 1] >= amount.start
  )
    number--
  const head = tree.head(number)
  if (
    (tree.rel(number) === 'nummod' || tree.rel(number) === 'det') &&
    head > last &&
    /^(?:NOUN|PROPN|ADJ)$/.test(tree.upos(head))
  )
    return /^(?:others?|more)$/i.test(tree.form(head)) ? null : tree.span(last + 1, head)
  // "dozens of villagers", "40 of them"
  const of = tree.childrenBy(last, 'nmod').find(child => child > last && tree.preposition(child) === 'of')
  return of === undefined ? undefined : tree.span(tree.subtree(of)[0] + 1 <= of ? tree.subtree(of)[0] + 1 : of, of)
}

/** One person by name: "Sharif was arrested", "the execution of the cleric Nimr". */
export function namedIn(
  work: Work,
  sentence: number,
  words: readonly FigureWord[],
  taken: readonly Counted[],
): Counted[] {
  const tree = work.trees[sentence]
  const found: Counted[] = []
  for (const word of words) {
    if (!/^(?:killed|injured|arrested)$/.test(word.what)) continue
    const token = tree.tokenAt(word.span.start)
    if (token < 0) continue
    const victims =
      word.forms.has('noun') && tree.upos(token) === 'NOUN'
        ? tree.childrenBy(token, 'nmod').filter(child => tree.preposition(child) === 'of')
        : word.forms.has('verb') && tree.upos(token) === 'VERB' && !tree.isNegated(token)
          ? tree.objects(token)
          : word.forms.has('state') && tree.upos(token) === 'VERB'
            ? tree.subjects(token)
            : []
    for (const victim of victims) {
      const mention = work.mentionAt[sentence]?.[victim]
      const entity = mention && work.entities.get(mention.entities[0])
      if (!mention || entity?.kind !== 'person' || entity.id.startsWith('~unnamed') || mention.entities.length > 1)
        continue
      if ([...taken, ...found].some(({span}) => span.start < mention.span.end && mention.span.start < span.end))
        continue
      found.push({span: mention.span, what: word.what, low: 1, high: 1, approx: false, unit: null, who: mention.span})
    }
  }
  return found
}
