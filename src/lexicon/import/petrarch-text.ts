/** A line of a PETRARCH dictionary without its comment, and its number. */
export interface DictionaryLine {
  readonly text: string
  readonly line: number
}

/** Lines that say something; comments (`#`, `<!-- -->`) and blank lines are left out. */
export function dictionaryLines(text: string): DictionaryLine[] {
  return text
    .replace(/<!\s*--[\s\S]*?-->/g, comment => comment.replace(/[^\n]/g, ''))
    .split(/\r?\n/)
    .map((line, n) => ({text: line.replace(/#.*$/, '').trimEnd(), line: n + 1}))
    .filter(({text}) => text.trim() !== '')
}

/** `CONGRESS!PERSON!` with `!PERSON! = MAN, WOMAN` is CONGRESSMAN and CONGRESSWOMAN. */
export function substituted(phrase: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const name = /!([A-Z_]+)!/.exec(phrase)
  const words = name ? sets.get(name[1]) : undefined
  if (!name || !words) return [phrase]
  return words.flatMap(word => substituted(phrase.replace(name[0], word), sets))
}

const small = new Set('a an and at by de del di for from in of on or the to with'.split(' '))

/** A phrase of the dictionaries as the press writes it: `PRESIDENT_OF_CHILE` is "President of Chile". */
export function pressForm(phrase: string): string {
  return wordsOf(phrase)
    .map((word, n) => (n > 0 && small.has(word.toLowerCase()) ? word.toLowerCase() : capitals(word)))
    .join(' ')
}

export const wordsOf = (phrase: string): string[] => phrase.split(/[_\s]+/).filter(word => word !== '' && word !== '+')

/** `AL-QAEDA` is "Al-Qaeda", `U.N.` stays as it is. */
function capitals(word: string): string {
  if (/^(?:[A-Z]\.)+$/.test(word)) return word
  return word
    .toLowerCase()
    .replace(/(^|[-.'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** Regular plural of a phrase: its last word's. */
export function pluralOf(phrase: string): string {
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`
  return /(?:s|sh|ch|x|z)$/.test(phrase) ? `${phrase}es` : `${phrase}s`
}

/** `AL-QAEDA` → `al-qaeda`: an id made of a name. */
export const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'unnamed'
