import type {Lexicon} from '../../lexicon/index.ts'

/**
 * The forms in which a verb may stand: `make` gives makes, making, made. Words that are no verbs get forms that nobody writes, which do no harm.
 */
export function verbForms(verb: string, lexicon: Lexicon): string[] {
  const irregular = lexicon
    .table('irregular-verbs', ['form', 'lemma'])
    .flatMap(({cells}) => (cells.lemma === verb ? [cells.form] : []))
  const silent = /[^aeiou]e$/.test(verb)
  const stem = silent ? verb.slice(0, -1) : /(?:^|[^aeiou])[aeiou][bdglmnprt]$/.test(verb) ? verb + verb.at(-1) : verb
  // `expelled` doubles its last letter, `threatened` does not: both are taken.
  const bare = silent ? stem : verb
  const third = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : verb + (/(?:s|sh|ch|x|z|o)$/.test(verb) ? 'es' : 's')
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  const regular = [past, ...(stem === bare || /[^aeiou]y$/.test(verb) ? [] : [`${bare}ed`])]
  return [...new Set([verb, third, `${stem}ing`, `${bare}ing`, ...(irregular.length > 0 ? irregular : regular)])]
}
