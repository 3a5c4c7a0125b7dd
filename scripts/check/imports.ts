import {dirname, join, normalize} from 'node:path'
import type {Finding} from './finding.ts'
import {sources} from './sources.ts'

/** Who may import whom (docs/architecture.md). A part may always import itself; everyone may import `model`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  lexicon: [],
  intake: ['text'],
  read: ['text', 'lexicon'],
  record: [],
  ingest: ['intake', 'read', 'record', 'lexicon', 'text'],
  relation: [],
  forecast: ['relation', 'text'],
  answer: ['record', 'lexicon', 'relation', 'forecast'],
  'face/http': ['answer'],
  'face/web': [],
  'face/cli': ['answer', 'ingest', 'face/http'],
}

const importLine = /(?:from|import)\s*\(?\s*'(\.[^']*)'/g

/** Imports against the direction of the layout, and import cycles. */
export function checkImports(): Finding[] {
  const findings: Finding[] = []
  const graph = new Map<string, string[]>()
  for (const {path, lines} of sources('src', ['.ts', '.tsx'])) {
    const targets: string[] = []
    lines.forEach((line, n) => {
      for (const [, specifier] of line.matchAll(importLine)) {
        const target = normalize(join(dirname(path), specifier))
        if (!/^\s*(?:import|export) type/.test(line)) targets.push(target)
        const [from, to] = [partOf(path), partOf(target)]
        if (from === to || to === 'model' || from === 'index' || isTest(path)) continue
        if (!allowed[from]?.includes(to))
          findings.push({
            at: `${path}:${n + 1}`,
            message: `${from} may not import ${to}; move what both need to where both may reach it`,
          })
      }
    })
    graph.set(path, targets)
  }
  return [...findings, ...cycles(graph)]
}

/** A test, or what tests share (`.testing.ts`). */
function isTest(path: string): boolean {
  return /\.test(?:ing)?\.tsx?$/.test(path)
}

function partOf(path: string): string {
  const [, first, second] = path.split('/')
  if (first === 'face') return `face/${second}`
  return first.endsWith('.ts') ? 'index' : first
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): Finding[] {
  const findings: Finding[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(path)), path]
      findings.push({
        at: `${path}:1`,
        message: `import cycle: ${cycle.join(' → ')}; move what both need into a third file`,
      })
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return findings
}
