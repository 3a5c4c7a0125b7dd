/** A place in a pattern: who fills it, or which words may. */
export interface Fill {
  /** As the row writes it. */
  readonly text: string
  readonly slot: 'ACTOR' | 'RECIPIENT' | 'BOTH' | null
  /** Lemmas that may stand here; `null`: anything. */
  readonly words: ReadonlySet<string> | null
  readonly optional: boolean
}

/** One pattern of `acts.tsv`, compiled. `docs/acts.md` explains the language. */
export interface Pattern {
  readonly triggers: readonly string[]
  readonly kind: 'v' | 'n' | 'a'
  readonly particle: string
  /** The verb must be negated: at all, or with "will" or "would". */
  readonly negated: 'NOT' | 'WILL_NOT' | null
  readonly subject: Fill | null
  readonly objects: readonly Fill[]
  readonly obliques: readonly {readonly preps: ReadonlySet<string>; readonly fill: Fill}[]
  /** `to ACT`, `that ACT`, `that RECIPIENT must`; `modal` holds the modal verbs that the clause must have. */
  readonly complement: {
    readonly mark: 'to' | 'that'
    readonly subject: Fill | null
    readonly modal: ReadonlySet<string> | null
    readonly verbs: ReadonlySet<string> | null
    readonly optional: boolean
  } | null
  /** Words that must stand before and after the word of the act, in the order of the text. */
  readonly around: {readonly before: readonly Step[]; readonly after: readonly Step[]}
  /** Constraints it states; the match with most wins. */
  readonly weight: number
}

/** Words in a row, in one of several spellings. */
export interface Step {
  readonly spellings: readonly (readonly string[])[]
  /** Nothing stands between it and the word of the act, or the step before. */
  readonly touches: boolean
}

export type WordSets = ReadonlyMap<string, ReadonlySet<string>>

const preps = new Set(
  `about across after against along alongside amid among around as at before behind belonging between by despite during following for from in inside into like near of off on onto
  out_of outside over past round through to toward towards under upon via with within without`.split(/\s+/),
)
const slots = new Set(['ACTOR', 'RECIPIENT', 'BOTH'])
const negations = new Set(['NOT', 'WILL_NOT'])

const known = new WeakMap<WordSets, Map<string, ReadonlySet<string>>>()

/** The words that a token lets stand; tokens recur, so each is worked out once for a table of sets. */
function wordsAt(token: string, sets: WordSets, pattern: string): ReadonlySet<string> {
  let tokens = known.get(sets)
  if (!tokens) known.set(sets, (tokens = new Map()))
  const found = tokens.get(token)
  if (found) return found
  const all = new Set<string>()
  for (const part of token.match(/\{[^}]*\}|[^|]+/g) ?? []) {
    if (!part.startsWith('{')) all.add(part.replaceAll('_', ' '))
    else
      for (const name of part.slice(1, -1).split('|')) {
        const set = sets.get(name)
        if (!set) throw new Error(`expected a set of word-sets.tsv, found ${name} in "${pattern}"`)
        for (const word of set) all.add(word)
      }
  }
  tokens.set(token, all)
  return all
}

const tokensOf = (text: string): string[] => text.match(/[()]|[^\s()]+/g) ?? []
const isHead = (token: string) =>
  !/^[()<>+{]/.test(token) && token !== 'ANY' && !negations.has(token) && !slots.has(token.split('=')[0])

/** The words that carry the act and their word class, without the rest of the pattern; `null` where there is none. */
export function headOf(text: string): Pick<Pattern, 'triggers' | 'kind'> | null {
  const head = tokensOf(text).find(isHead)
  if (head === undefined) return null
  const [words, pos = 'v'] = head.split(':')
  return {triggers: words.split('|'), kind: pos as Pattern['kind']}
}

/** Compiles a pattern; throws a plain `Error` that says what was expected. */
export function compilePattern(text: string, sets: WordSets): Pattern {
  const tokens = tokensOf(text)
  const head = headOf(text)
  if (!head) throw new Error(`expected a word that carries the act, found none in "${text}"`)
  const {triggers, kind} = head
  const at = tokens.findIndex(isHead)
  let particle = ''
  let negated: Pattern['negated'] = null
  let subject: Fill | null = null
  let complement: Pattern['complement'] = null
  const objects: Fill[] = []
  const obliques: {preps: ReadonlySet<string>; fill: Fill}[] = []
  const around: {before: Step[]; after: Step[]} = {before: [], after: []}
  let optional = false
  let weight = 0

  const wordsOf = (token: string) => wordsAt(token, sets, text)
  const fillOf = (token: string): Fill => {
    const [slot, only] = token.split('=')
    if (only && slots.has(slot)) return {text: token, slot: slot as Fill['slot'], words: wordsOf(only), optional}
    if (slots.has(token)) return {text: token, slot: token as Fill['slot'], words: null, optional}
    if (token === 'ANY') return {text: token, slot: null, words: null, optional}
    return {text: token, slot: null, words: wordsOf(token), optional}
  }
  const weigh = (fill: Fill) =>
    fill.optional ? 0.1 : fill.words ? 3 : fill.slot === 'BOTH' ? 1.6 : fill.slot ? 1 : 0.5
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === '(') optional = true
    else if (token === ')') optional = false
    else if (/^[<>]./.test(token)) {
      around[token[0] === '<' ? 'before' : 'after'].push(stepOf(token))
      weight += 3 * (token.match(/[^_|]+/g)?.length ?? 1) ** 0.5
    } else if (token.startsWith('+')) {
      particle = token.slice(1)
      weight += 2
    } else if (negations.has(token)) {
      negated = token as Pattern['negated']
      weight += 5
    } else if (i < at) {
      subject = fillOf(token)
      weight += weigh(subject)
    } else if (i === at) {
      // The head carries the act.
    } else if ((token === 'to' || token === 'that') && completes(token, tokens.slice(i + 1))) {
      const rest: string[] = []
      while (i + 1 < tokens.length && !/[()]/.test(tokens[i + 1])) rest.push(tokens[++i])
      complement = {...complementOf(token, rest, fillOf, wordsOf), optional}
      weight += (optional ? 0.1 : 2) + (complement.modal ? 3 : 0) + (complement.verbs ? 3 : 0)
    } else if (token.split('|').every(part => preps.has(part))) {
      const next = tokens[++i]
      if (!next) throw new Error(`expected a word or slot after ${token} in "${text}"`)
      const fill = fillOf(next)
      obliques.push({preps: new Set(token.split('|').map(part => part.replaceAll('_', ' '))), fill})
      weight += weigh(fill)
    } else if (
      !token.includes('{') &&
      token.split('|').some(part => preps.has(part)) &&
      tokens[i + 1] === 'RECIPIENT'
    ) {
      throw new Error(`expected only prepositions or only words, found ${token} in "${text}"`)
    } else {
      objects.push(fillOf(token))
      weight += weigh(objects[objects.length - 1])
    }
  }
  return {triggers, kind, particle, negated, subject, objects, obliques, complement, around, weight}
}

/** `>_memo|secret_memo`: the memo, or the secret memo, right after it. */
function stepOf(token: string): Step {
  const touches = token[1] === '_'
  const spellings = token
    .slice(touches ? 2 : 1)
    .split('|')
    .map(words => words.split('_').filter(Boolean))
  return {spellings, touches}
}

function completes(mark: string, rest: readonly string[]): boolean {
  if (mark === 'that') return true
  const next = rest[0] ?? ''
  return next === 'ACT' || /^[a-z]/.test(next)
}

function complementOf(
  mark: 'to' | 'that',
  rest: readonly string[],
  fillOf: (token: string) => Fill,
  wordsOf: (token: string) => ReadonlySet<string>,
): Omit<NonNullable<Pattern['complement']>, 'optional'> {
  let subject: Fill | null = null
  let words: ReadonlySet<string> | null = null
  for (const token of rest) {
    if (token === 'ACT') continue
    if (slots.has(token)) subject = fillOf(token)
    else if (token === 'ANY') continue
    else words = wordsOf(token)
  }
  return {mark, subject, modal: mark === 'that' ? words : null, verbs: mark === 'to' ? words : null}
}
