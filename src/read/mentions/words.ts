import type {Lexicon} from '../../lexicon/index.ts'
import type {Tree} from '../../text/index.ts'

const names = [
  'become',
  'bodily',
  'career',
  'chancellor-state',
  'congress-state',
  'counterpart',
  'decoy',
  'definite',
  'distinctive',
  'dwelling',
  'entering',
  'factual',
  'former',
  'ground',
  'impersonal',
  'indefinite',
  'inside',
  'land',
  'latin-state',
  'leaves',
  'leaving',
  'link',
  'local',
  'monument',
  'motion',
  'namesakes',
  'number',
  'ordinal',
  'overhead',
  'pair',
  'particle',
  'particular',
  'principal',
  'reached',
  'removed',
  'resident',
  'ruling',
  'seated',
  'second',
  'sending',
  'secretary',
  'secretary-state',
  'serving',
  'side',
  'site',
  'speech',
  'standing',
  'stately',
  'time',
  'topmost',
  'toward',
  'water',
  'willing',
] as const

/** The sets of `mention-words.tsv`: lower-case words or lemmas by what they do to a mention. */
export type MentionWords = {readonly [name in (typeof names)[number]]: ReadonlySet<string>}

const tables = new WeakMap<Lexicon, MentionWords>()

/** Words that decide who is meant, by set; a set without rows is empty. */
export function mentionWords(lexicon: Lexicon): MentionWords {
  let sets = tables.get(lexicon)
  if (!sets) {
    const made = Object.fromEntries(names.map(name => [name, new Set<string>()])) as {
      [name in keyof MentionWords]: Set<string>
    }
    for (const {cells} of lexicon.table('mention-words', ['set', 'word', 'from']))
      made[cells.set as keyof MentionWords]?.add(cells.word)
    sets = made
    tables.set(lexicon, sets)
  }
  return sets
}

const pasts = new WeakMap<Lexicon, ReadonlyMap<string, string>>()

function pastForms(lexicon: Lexicon): ReadonlyMap<string, string> {
  let forms = pasts.get(lexicon)
  if (!forms) {
    forms = new Map(lexicon.table('irregular-verbs', ['form', 'lemma']).map(({cells}) => [cells.form, cells.lemma]))
    pasts.set(lexicon, forms)
  }
  return forms
}

/** Whether a lower-case word is the past form of an irregular verb. */
export const isPast = (lexicon: Lexicon, form: string): boolean => pastForms(lexicon).has(form)

/** Whether a token is one of a set, by its lemma or, as lemmas of rare verbs are often wrong, by what its form may come from. */
export function isOneOf(lexicon: Lexicon, set: ReadonlySet<string>, tree: Tree, t: number): boolean {
  const lemma = tree.lemma(t).toLowerCase()
  if (set.has(lemma)) return true
  const form = tree.form(t).toLowerCase()
  if (set.has(form) || set.has(pastForms(lexicon).get(form) ?? '')) return true
  const stem = form.replace(/(?:ed|ing|s)$/, '')
  return stem !== form && (set.has(stem) || set.has(`${stem}e`) || set.has(stem.replace(/(.)\1$/, '$1')))
}
