import {DetenteError} from '../model/error.ts'
import {type EventCode, eventCodes} from '../model/event.ts'
import {compilePattern, headOf, type Pattern, type WordSets} from './pattern.ts'
import type {Row} from './table.ts'
import type {Tables} from './tables.ts'

/** One row of `acts.tsv`: a pattern and what it means. */
export interface Act {
  readonly id: string
  readonly pattern: Pattern
  readonly text: string
  readonly event: EventCode
  readonly mode: string | null
  readonly cameo: string | null
  readonly contexts: readonly string[]
  readonly line: number
  /** A person's own row: it wins over built-in ones at the same word. */
  readonly added: boolean
}

/** What a governing word does to the reality of what it governs; `docs/acts.md` lists the classes. */
export interface Mode {
  readonly lemma: string
  readonly kind: 'v' | 'n' | 'a'
  readonly mode: string
}

/** All that the reading of events needs from the tables. */
export interface Acts {
  readonly rows: readonly Act[]
  /** Rows by kind and trigger: `v:accuse`. */
  readonly byTrigger: ReadonlyMap<string, readonly Act[]>
  readonly sets: WordSets
  /** Forms of the verbs, for words whose lemma is in doubt: `rioted` → `riot`. */
  readonly verbForms: ReadonlyMap<string, string>
  /** Contexts by lemma or phrase of lemmas. */
  readonly contexts: ReadonlyMap<string, readonly string[]>
  /** Reality class by `v:plan`. */
  readonly modes: ReadonlyMap<string, string>
}

const columns = ['id', 'pattern', 'event', 'mode', 'cameo', 'contexts', 'note', 'from'] as const
const codes = new Set<string>(eventCodes)

/**
 * Loads `acts.tsv`, `word-sets.tsv`, `contexts.tsv`, `modes.tsv` and `irregular-verbs.tsv`; patterns are compiled at once, or each when it is first asked for.
 * Throws `lexicon/…` with file:line.
 */
export function loadActs(tables: Tables, compiled: boolean): Acts {
  const sets = new Map<string, Set<string>>()
  for (const {cells} of tables.rows('word-sets', ['set', 'word'])) {
    if (!sets.has(cells.set)) sets.set(cells.set, new Set())
    sets.get(cells.set)?.add(cells.word)
  }
  const rows = actsOf(tables, sets)
  const byTrigger = new Map<string, Act[]>()
  if (compiled) for (const act of rows) act.compile()
  for (const act of rows)
    for (const trigger of act.head.triggers) {
      const key = `${act.head.kind}:${trigger}`
      const list = byTrigger.get(key)
      if (list) list.push(act)
      else byTrigger.set(key, [act])
    }
  const contexts = new Map<string, string[]>()
  for (const {cells} of tables.rows('contexts', ['words', 'context']))
    contexts.set(cells.words, [...(contexts.get(cells.words) ?? []), cells.context])
  const modes = new Map<string, string>()
  for (const {cells} of tables.rows('modes', ['word', 'kind', 'mode']))
    modes.set(`${cells.kind}:${cells.word}`, cells.mode)
  const verbForms = new Map<string, string>()
  for (const key of [...modes.keys(), ...byTrigger.keys()])
    if (key.startsWith('v:')) for (const form of formsOf(key.slice(2))) verbForms.set(form, key.slice(2))
  for (const {cells} of tables.rows('irregular-verbs', ['form', 'lemma'])) verbForms.set(cells.form, cells.lemma)
  return {rows, byTrigger, verbForms, sets, contexts, modes}
}

function actsOf(tables: Tables, sets: WordSets): ActRow[] {
  const path = tables.path('acts')
  const added = new Set(tables.added('acts', columns).map(({cells}) => cells.id))
  const ids = new Set<string>()
  return tables.rows('acts', columns).map(({line, cells}) => {
    if (ids.has(cells.id)) throw new DetenteError('lexicon/duplicate-id', `${path}:${line}: ${cells.id} is there twice`)
    ids.add(cells.id)
    if (!codes.has(cells.event))
      throw new DetenteError('lexicon/format', `${path}:${line}: expected a PLOVER type, found ${cells.event}`)
    return actRow(cells, line, added.has(cells.id), path, sets)
  })
}

/** A row whose pattern is compiled when it is first asked for; a property of its own, so that copies have it. */
interface ActRow extends Act {
  readonly head: Pick<Pattern, 'triggers' | 'kind'>
  compile(): Pattern
}

function actRow(
  cells: Row<(typeof columns)[number]>['cells'],
  line: number,
  added: boolean,
  path: string,
  sets: WordSets,
): ActRow {
  let made: Pattern | null = null
  const compile = () => {
    try {
      return (made ??= compilePattern(cells.pattern, sets))
    } catch (cause) {
      throw new DetenteError('lexicon/format', `${path}:${line}: ${(cause as Error).message}`, {cause})
    }
  }
  return {
    id: cells.id,
    get pattern() {
      return compile()
    },
    text: cells.pattern,
    event: cells.event as EventCode,
    mode: cells.mode || null,
    cameo: cells.cameo || null,
    contexts: cells.contexts ? cells.contexts.split(' ') : [],
    line,
    added,
    head: headOf(cells.pattern) ?? compile(),
    compile,
  }
}

/** Regular third person, past and -ing forms of an English verb. */
function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  const s = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
  const forms = [s, `${verb}ed`, `${verb}ing`]
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(verb)) forms.push(`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`)
  return forms
}
