import type {Draft} from './draft.ts'

const claims = new Set('accusation allegation assertion charge claim report'.split(' '))
const denials = new Set('deny dismiss dispute refute reject'.split(' '))

/**
 * "Chad shelled the town, a claim Mali dismissed": a noun behind the last comma sums up what was told before it, and who denies it stands
 * behind the noun without "that". The parser makes the denial the main verb, or the noun part of a name.
 */
export function summedUp(draft: Draft): void {
  for (let noun = 2; noun + 2 < draft.length; noun++) {
    if (!claims.has(draft.lemma(noun)) || draft.upos[noun] !== 'NOUN') continue
    let comma = noun - 1
    if (/^an?$/.test(draft.word(comma))) comma--
    if (draft.from.forms[comma] !== ',') continue
    const verb = denialBehind(draft, noun)
    if (verb < 0 || (draft.heads[verb] === noun && draft.rel(verb) === 'acl')) continue
    const root = draft.heads.indexOf(-1)
    const main = root === verb ? draft.children(verb).find(child => child < comma && draft.isVerb(child)) : root
    if (main === undefined || main > comma) continue
    const [first, subject] = subjectOf(draft, noun, verb)
    if (main !== root) {
      draft.heads[main] = -1
      draft.label(main, 'root')
      for (const child of draft.children(verb))
        if (child < comma || child > verb) draft.attach(child, main, draft.deprels[child])
    }
    draft.heads[noun] = main
    draft.label(noun, 'parataxis')
    draft.heads[verb] = noun
    draft.label(verb, 'acl:relcl')
    draft.heads[subject] = verb
    draft.label(subject, 'nsubj')
    for (let i = comma + 1; i < noun; i++) draft.attach(i, noun, 'det')
    for (let i = first; i < subject; i++)
      if (draft.heads[i] < first || draft.heads[i] > subject) draft.attach(i, subject, draft.deprels[i])
  }
}

/** The verb of denial that has the noun's clause behind a name or "the" and a noun, or -1. */
function denialBehind(draft: Draft, noun: number): number {
  let i = noun + 1
  if (draft.upos[i] === 'DET') i++
  const start = i
  while (i < draft.length && draft.isNominal(i)) i++
  if (i === start || i - start > 3) return -1
  while (i < draft.length && (draft.upos[i] === 'AUX' || draft.upos[i] === 'ADV')) i++
  if (i >= draft.length || !draft.isVerb(i) || !denials.has(draft.lemma(i))) return -1
  return draft.child(i, 'obj') > i ? -1 : i
}

/** Where the subject of the denial begins, and its head. */
function subjectOf(draft: Draft, noun: number, verb: number): readonly [number, number] {
  let last = verb - 1
  while (draft.upos[last] === 'AUX' || draft.upos[last] === 'ADV') last--
  let head = last
  for (let i = last; i > noun; i--) if (draft.rel(i) === 'nsubj') head = i
  return [noun + 1, head]
}
