import type {Lexicon} from '../../lexicon/index.ts'

const names = [
  'become',
  'career',
  'counterpart',
  'definite',
  'factual',
  'former',
  'ground',
  'impersonal',
  'indefinite',
  'inside',
  'land',
  'link',
  'local',
  'motion',
  'number',
  'ordinal',
  'overhead',
  'pair',
  'particle',
  'particular',
  'reached',
  'site',
  'speech',
  'standing',
  'time',
  'toward',
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
