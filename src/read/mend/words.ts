import type {Lexicon} from '../../lexicon/index.ts'

/** Words whose construction a mend has to know. */
export interface MendWords {
  /** Verbs that take no object: their past participle alone is no passive. */
  readonly intransitive: ReadonlySet<string>
  /** Adjectives that are said of someone: "it is ready to talk". */
  readonly willing: ReadonlySet<string>
  /** Verbs that a bare clause completes: "said mistrust was fading". */
  readonly telling: ReadonlySet<string>
  /** Nouns for people: "gave rebels arms" has two objects. */
  readonly people: ReadonlySet<string>
  /** Verbs that report words or thoughts in any form: "scoffed". */
  readonly reporting: ReadonlySet<string>
  /** Verbs of what only people and bodies do: "accused", "called on". */
  readonly deliberate: ReadonlySet<string>
  /** Forms of known verbs: `declined` → `decline`. */
  readonly verbForms: ReadonlyMap<string, string>
}

const known = new WeakMap<Lexicon, MendWords>()

/** The words for `mend` from the tables, gathered once for each lexicon. */
export function mendWords(lexicon: Lexicon): MendWords {
  const words = known.get(lexicon) ?? gathered(lexicon)
  known.set(lexicon, words)
  return words
}

function gathered({acts: {sets, verbForms}, cues}: Lexicon): MendWords {
  const set = (name: string) => sets.get(name) ?? new Set<string>()
  const telling = cues.rows.filter(({pos, form}) => pos === 'v' && form === 'clause').map(({lemma}) => lemma)
  const reporting = cues.rows.filter(({pos}) => pos === 'v').map(({lemma}) => lemma)
  const people = ['agent', 'force', 'person', 'police', 'prisoner', 'protester', 'victim'].flatMap(name => [
    ...set(name),
  ])
  return {
    intransitive: set('intransitive'),
    willing: set('willing'),
    telling: new Set(telling),
    people: new Set(people),
    reporting: new Set(reporting),
    deliberate: new Set([...set('deliberate'), ...reporting.filter(lemma => !set('of-thing-too').has(lemma))]),
    verbForms,
  }
}
