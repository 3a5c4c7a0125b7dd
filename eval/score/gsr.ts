/** The PLOVER gold-standard scoring of `gold/events/score.py`, in TypeScript; same units, same numbers. */

export interface Coded {
  readonly type: string
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly symmetric?: boolean
}

export type Level = 'lenient' | 'strict'
export type Measure = 'type' | 'source' | 'target' | 'triple'
type Unit = readonly [source: string, target: string, symmetric: boolean]

const synonyms: {readonly [sector: string]: string} = {
  CIV: 'CVL',
  PTY: 'OPP',
  UAF: 'REB',
  INS: 'REB',
  SEP: 'REB',
  RAD: 'REB',
  JRN: 'MED',
  PRM: 'MIL',
}
const organisations = new Set(['IGO', 'NGO', 'NGM', 'IMG', 'MNC', 'INT'])

function norm(code: string, level: Level): string {
  const c = code.toUpperCase().replaceAll('-', '').replaceAll('*', '').trim()
  if (!c) return c
  if (level === 'lenient' || organisations.has(c.slice(0, 3))) return c.slice(0, 3)
  const sector = c.slice(3, 6)
  return `${c.slice(0, 3)}/${synonyms[sector] ?? sector}`
}

function units(event: Coded, level: Level): Unit[] {
  const sources = event.source.length ? event.source.map(code => norm(code, level)) : ['']
  const targets = event.target.length ? event.target.map(code => norm(code, level)) : ['']
  if (event.symmetric) {
    const all = [...new Set([...sources, ...targets])].filter(Boolean).sort()
    if (all.length === 1) return [[all[0], all[0], true]]
    const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b): Unit => [a, b, true]))
    return pairs.length ? pairs : [['', '', true]]
  }
  const seen = new Map<string, Unit>()
  for (const s of sources) for (const t of targets) seen.set(`${s} ${t}`, [s, t, false])
  return [...seen.values()]
}

function same(gold: Unit, found: Unit, level: Level): boolean {
  const fits = (a: string, b: string) => a === b || (a === '' && level === 'lenient')
  if (fits(gold[0], found[0]) && fits(gold[1], found[1])) return true
  return (gold[2] || found[2]) && fits(gold[0], found[1]) && fits(gold[1], found[0])
}

export interface Tally {
  tg: number
  ng: number
  tp: number
  np: number
}

export function f1({tg, ng, tp, np}: Tally): number {
  const p = np ? tp / np : 0
  const r = ng ? tg / ng : 0
  return p + r ? (2 * p * r) / (p + r) : 0
}

/** Adds up type, source, target and triple over sentences, micro-averaged. */
export function scoreGsr(
  rows: readonly {readonly gold: readonly Coded[]; readonly found: readonly Coded[]}[],
  level: Level,
): {[measure in Measure]: Tally} {
  const none = (): Tally => ({tg: 0, ng: 0, tp: 0, np: 0})
  const total = {type: none(), source: none(), target: none(), triple: none()}
  const add = (measure: Measure, tg: number, ng: number, tp: number, np: number) => {
    const tally = total[measure]
    tally.tg += tg
    tally.ng += ng
    tally.tp += tp
    tally.np += np
  }
  for (const {gold, found} of rows) {
    const types = new Set(found.map(event => event.type))
    const wanted = new Set(gold.map(event => event.type))
    const hits = [...wanted].filter(type => types.has(type)).length
    add('type', hits, wanted.size, hits, types.size)
    for (const [measure, at] of [
      ['source', 0],
      ['target', 1],
    ] as const) {
      const side = (events: readonly Coded[]) => {
        const codes = new Set<string>()
        for (const event of events)
          for (const unit of units(event, level)) {
            if (unit[2]) codes.add(unit[0]).add(unit[1])
            else codes.add(unit[at])
          }
        codes.delete('')
        return codes
      }
      const g = side(gold)
      const f = side(found)
      const both = [...g].filter(code => f.has(code)).length
      add(measure, both, g.size, both, f.size)
    }
    const foundUnits = new Map<string, {unit: Unit; type: string}>()
    for (const event of found)
      for (const unit of units(event, level))
        foundUnits.set(`${unit.join(' ')} ${event.type}`, {unit, type: event.type})
    const F = [...foundUnits.values()]
    const G = gold.flatMap(event => units(event, level).map(unit => ({unit, type: event.type})))
    const ok = (a: (typeof G)[number], b: (typeof F)[number]) => a.type === b.type && same(a.unit, b.unit, level)
    add(
      'triple',
      G.filter(a => F.some(b => ok(a, b))).length,
      G.length,
      F.filter(b => G.some(a => ok(a, b))).length,
      F.length,
    )
  }
  return total
}
