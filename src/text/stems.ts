/**
 * The base of a regular verb's inflected form in lower case (`-s`, `-ed`, `-ing`): the one that is known as a verb, else what English spelling says,
 * else `guess`.
 */
export function regularVerb(form: string, guess: string, isVerb: (word: string) => boolean): string {
  const [, stem, ending] = /^(.*[aeiouy].*?)(ies|ied|es|s|ed|ing)$/.exec(form) ?? /^(.+)(ies|ied)$/.exec(form) ?? []
  if (!stem) return guess
  const bases =
    ending === 's' ? [stem] : ending.startsWith('ie') ? [`${stem}y`, `${stem}ie`] : [stem, `${stem}e`, single(stem)]
  if (bases.includes(guess) && isVerb(guess)) return guess
  return bases.find(isVerb) ?? (/^(?:ed|ing)$/.test(ending) ? asSpelt(stem) : undefined) ?? guess
}

const single = (stem: string) => stem.replace(/([^aeiou])\1$/, '$1')

/** What must stand before `-ed` and `-ing`: a letter is doubled after one stressed vowel, and e falls silent where a word cannot do without. */
function asSpelt(stem: string): string | undefined {
  if (/[aeiou]([bdgmnprt])\1$|[aeiou].*[aeiou]ll$/.test(stem)) return single(stem)
  if (/[cuvz]$|[bcdfgkptz]l$|[aeiou].*ced$|^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return `${stem}e`
  return /[aeiou]{2}[bdfgklmnprtw]$|[^aeiou][bdfhkmnpqtwxy]$/.test(stem) ? stem : undefined
}

const plurals: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/ies$/, 'y'],
  [/oes$/, 'o'],
  [/ses$/, 'sis'],
  [/^(ser|spec)ies$/, '$1ies'],
]

/** The singular of a plural in lower case: `guess`, unless only another one is known as a noun ("navies", "crises", "series"). */
export function regularNoun(form: string, guess: string, isNoun: (word: string) => boolean): string {
  if (isNoun(guess)) return guess
  const known = plurals.filter(([ending]) => ending.test(form)).map(([ending, one]) => form.replace(ending, one))
  return known.find(isNoun) ?? guess
}
