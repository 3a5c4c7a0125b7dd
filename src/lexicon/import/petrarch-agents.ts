import type {Imported} from './rows-to-add.ts'
import {dictionaryLines, pluralOf, substituted} from './petrarch-text.ts'
import {sectorOf} from './sectors.ts'

const bodies = new Set(['GOV', 'MIL', 'LEG', 'COP', 'JUD', 'MED', 'SPY'])
const people = /(?:er|or|ist|ian|ant|ent|man|men|ee|ic|ot|uty|cian|people|police|troops?|guard|chief|judge|aide)s?$/

/** An agent noun of the dictionary, singular or plural, with its code as printed, without `~`. */
export interface Agent {
  readonly noun: string
  readonly code: string
  readonly line: number
}

/** Every noun of a PETRARCH agent dictionary. `left` hears of lines that are none. */
export function agentsIn(text: string, left: string[] = []): Agent[] {
  const sets = new Map<string, string[]>()
  const agents: Agent[] = []
  for (const {text: printed, line} of dictionaryLines(text)) {
    const set = /^!([A-Z_]+)!\s*=\s*(.+)$/.exec(printed.trim())
    if (set) {
      sets.set(
        set[1],
        set[2].split(',').map(word => word.trim()),
      )
      continue
    }
    const agent = /^([^{[]+?)\s*(?:\{([^}]*)\})?\s*\[([^\]]+)\]/.exec(printed.trim())
    if (!agent) {
      left.push(`${line}: expected PHRASE [~CODE]`)
      continue
    }
    const code = agent[3].replace(/[~\s]/g, '')
    for (const phrase of substituted(agent[1], sets)) {
      const single = spoken(phrase)
      const plural = agent[2] === undefined ? pluralOf(single) : agent[2].trim() === '' ? null : spoken(agent[2])
      for (const noun of plural === null ? [single] : [single, plural]) agents.push({noun, code, line})
    }
  }
  return agents
}

/** Reads a PETRARCH agent dictionary as role nouns. Agents that stand for no sector of ours are left out. */
export function petrarchAgents(text: string): Imported {
  const left: string[] = []
  const nouns: Record<string, string>[] = []
  for (const {noun, code, line} of agentsIn(text, left)) {
    const sector = sectorOf(code)
    if (!sector) {
      const why = `${line}: no sector for ~${code}`
      if (!left.includes(why)) left.push(why)
      continue
    }
    const body = bodies.has(sector) && !people.test(noun)
    const [kind, wordClass] = body ? ['organisation', 'body'] : ['people', 'unnamed']
    nouns.push({noun, class: wordClass, kind, sector, key: '', from: 'petrarch'})
  }
  return {rows: {'role-nouns': nouns}, left}
}

const spoken = (phrase: string) => phrase.trim().replace(/_+$/, '').replaceAll('_', ' ').toLowerCase()
