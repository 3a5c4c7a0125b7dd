import type {EventCode} from '../../model/index.ts'
import type {Imported} from './rows-to-add.ts'
import {dictionaryLines, idOf, wordsOf} from './petrarch-text.ts'

/** PLOVER types by CAMEO code, the longest beginning first (`../shared/plover.md`); statements and appeals are none. */
const types: Readonly<Record<string, EventCode>> = {
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
  '07': 'AID',
  '08': 'CONCEDE',
  '0813': 'RETREAT',
  '0814': 'RETREAT',
  '084': 'RETREAT',
  '085': 'RETREAT',
  '086': 'RETREAT',
  '087': 'RETREAT',
  '09': 'ACCUSE',
  '10': 'REQUEST',
  '11': 'ACCUSE',
  '12': 'REJECT',
  '13': 'THREATEN',
  '14': 'PROTEST',
  '15': 'MOBILIZE',
  '16': 'SANCTION',
  '163': 'COERCE',
  '17': 'COERCE',
  '1712': 'ASSAULT',
  '175': 'ASSAULT',
  '18': 'ASSAULT',
  '19': 'ASSAULT',
  '191': 'COERCE',
  '192': 'COERCE',
  '20': 'ASSAULT',
}

function typeOf(code: string): EventCode | null {
  for (let length = code.length; length > 1; length--) {
    const type = types[code.slice(0, length)]
    if (type) return type
  }
  return null
}

interface Verb {
  readonly lemma: string
  readonly code: string
  readonly whole: readonly string[]
}

export interface VerbOptions {
  /** Type of every row, where the codes are none of CAMEO's. */
  readonly otherwise?: EventCode
}

/**
 * Reads a PETRARCH verb dictionary, of either generation, as patterns of ours: the verb finds who does what to whom by the tree, and
 * the words that a pattern asks for before and after the verb stand as `<words` and `>words`. Of transformations (`~`) and of what
 * the two kinds of brackets say of word classes nothing is kept.
 */
export function petrarchVerbs(text: string, {otherwise}: VerbOptions = {}): Imported {
  const sets = synsetsOf(text)
  const left: string[] = []
  const acts: Record<string, string>[] = []
  const ids = new Map<string, number>()
  let block = ''
  /** The verbs of the block: its patterns are for all of them. */
  let verbs: Verb[] = []
  let inSet = false
  const add = (verb: Verb, code: string, pattern: string, line: number) => {
    const [forward] = code.split(':')
    const event = otherwise ?? typeOf(forward)
    if (!/^\w/.test(forward) || !event) {
      if (/^\w/.test(forward)) left.push(`${line}: no PLOVER type for ${code}`)
      return
    }
    const n = (ids.get(verb.lemma) ?? 0) + 1
    ids.set(verb.lemma, n)
    acts.push({id: `petrarch-${idOf(verb.lemma)}-${n}`, pattern, event, cameo: code, from: 'petrarch'})
  }
  for (const {text: printed, line} of dictionaryLines(text)) {
    const said = printed.trim()
    const head = /^---\s*(.*?)\s*\[([^\]]*)\]\s*-*$/.exec(said)
    if (said.startsWith('&')) inSet = true
    else if (head) {
      inSet = false
      block = head[2].trim()
      verbs = []
    } else if (said.startsWith('-')) {
      inSet = false
      const code = /\[([^\]]*)\]\s*$/.exec(said)?.[1].trim()
      if (verbs.length === 0 || code === undefined) left.push(`${line}: expected a pattern with a code below a verb`)
      else {
        const pattern = said.slice(1).replace(/\[[^\]]*\]\s*$/, '')
        for (const verb of verbs) add(verb, code, patternOf(pattern, verb, sets), line)
      }
    } else if (said.startsWith('~')) left.push(`${line}: a transformation`)
    else if (!(inSet && said.startsWith('+'))) {
      const own = /\[([^\]]*)\]/.exec(said)?.[1].trim()
      const verb = verbOf(said.replace(/\{[^}]*\}|\[[^\]]*\]/g, ''), own ?? block)
      verbs.push(verb)
      add(verb, verb.code, patternOf('*', verb, sets), line)
    }
  }
  return {rows: {acts}, left}
}

/** `KLM_NOP_+RST`: the word behind the plus bears the inflection; in a one-word verb the plus is a synonym's. */
function verbOf(said: string, code: string): Verb {
  const words = said
    .trim()
    .replace(/^\+/, '')
    .replace(/_+$/, '')
    .split(/[_\s]+/)
  const marked = words.find(word => word.startsWith('+')) ?? words[0]
  const whole = words.map(word => word.replace(/^\+/, '').toLowerCase())
  return {lemma: marked.replace(/^\+/, '').toLowerCase(), code, whole}
}

/** A pattern of the dictionary in the language of `acts.tsv`. */
function patternOf(said: string, {lemma, whole}: Verb, sets: ReadonlyMap<string, readonly string[]>): string {
  const [before = '', after = ''] = said.replace(/[{}()]/g, ' ').split('*', 2)
  const at = whole.indexOf(lemma)
  const both = before.includes('%') || after.includes('%')
  const steps = (side: string, mark: '<' | '>', touching: boolean) =>
    side
      .trim()
      .split(/\s+/)
      .filter(step => step !== '' && !/^[+$%^]+$/.test(step.replaceAll('_', '')))
      .map((step, n, all) => {
        const touches = touching && n === (mark === '<' ? all.length - 1 : 0)
        return `${mark}${touches ? '_' : ''}${spellings(step, sets).join('|')}`
      })
  const rest = [
    ...(at > 0 ? [`<_${whole.slice(0, at).join('_')}`] : []),
    ...(at + 1 < whole.length ? [`>_${whole.slice(at + 1).join('_')}`] : []),
    ...steps(before, '<', /_\s*$/.test(before)),
    ...steps(after, '>', /^_/.test(after)),
  ]
  return [both ? 'BOTH' : 'ACTOR', lemma, ...rest, ...(both ? [] : ['(RECIPIENT)'])].join(' ')
}

/** Every way that a step may be spelt: its synonym sets filled in, words joined by `_`. */
function spellings(step: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  let found = ['']
  for (const word of wordsOf(step).filter(word => !/^[$%^+]+$/.test(word))) {
    const words = word.startsWith('&') ? (sets.get(word.slice(1)) ?? [word.slice(1)]) : [word]
    found = found.flatMap(start =>
      words.map(next => [start, next.toLowerCase().replaceAll(' ', '_')].filter(Boolean).join('_')),
    )
  }
  return found
}

function synsetsOf(text: string): Map<string, string[]> {
  const sets = new Map<string, string[]>()
  let name: string | null = null
  for (const {text: printed} of dictionaryLines(text)) {
    const said = printed.trim()
    if (said.startsWith('&')) sets.set((name = said.slice(1).replace(/_+$/, '').trim()), [])
    else if (name !== null && said.startsWith('+')) sets.get(name)?.push(said.slice(1).replace(/_+$/, '').trim())
    else name = null
  }
  // Sets within sets, and plurals of single words.
  for (const [key, words] of sets)
    sets.set(
      key,
      words.flatMap(word => (word.startsWith('&') ? (sets.get(word.slice(1)) ?? []) : [word])),
    )
  return sets
}
