import type {Imported} from './rows-to-add.ts'
import {dictionaryLines, pluralOf, substituted} from './petrarch-text.ts'
import {sectorOf} from './sectors.ts'

const bodies = new Set(['GOV', 'MIL', 'LEG', 'COP', 'JUD', 'MED', 'SPY'])
const people = /(?:er|or|ist|ian|ant|ent|man|men|ee|ic|ot|uty|cian|people|police|troops?|guard|chief|judge|aide)s?$/

/** Reads a PETRARCH agent dictionary as role nouns. Agents that stand for no sector of ours are left out. */
export function petrarchAgents(text: string): Imported {
  const sets = new Map<string, string[]>()
  const left: string[] = []
  const nouns: Record<string, string>[] = []
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
    const sector = agent && sectorOf(agent[3].replace(/[~\s]/g, ''))
    if (!agent || !sector) {
      left.push(`${line}: ${agent ? `no sector for ${agent[3]}` : 'expected PHRASE [~CODE]'}`)
      continue
    }
    for (const phrase of substituted(agent[1], sets)) {
      const single = spoken(phrase)
      const plural = agent[2] === undefined ? pluralOf(single) : agent[2].trim() === '' ? null : spoken(agent[2])
      const body = bodies.has(sector) && !people.test(single)
      for (const noun of plural === null ? [single] : [single, plural])
        nouns.push({
          noun,
          class: body ? 'body' : 'unnamed',
          kind: body ? 'organisation' : 'people',
          sector,
          key: '',
          from: 'petrarch',
        })
    }
  }
  return {rows: {'role-nouns': nouns}, left}
}

const spoken = (phrase: string) => phrase.trim().replace(/_+$/, '').replaceAll('_', ' ').toLowerCase()
