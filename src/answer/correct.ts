import type {Lexicon} from '../lexicon/index.ts'
import type {
  Correction,
  CorrectionEntry,
  CorrectionPreview,
  CorrectionRow,
  EntityId,
  Incident,
  IndexEffect,
  IndexPoint,
} from '../model/index.ts'
import {correctionWords, type Imagined, isBetween, type OpenRecord, type Undoing} from '../record/index.ts'
import {indexOf} from '../relation/index.ts'
import {signed} from './words.ts'

/** Pairs whose index a preview shows. */
const mostEffects = 12
/** Smallest change of a level that is told. */
const least = 0.005

/** The one door through which a face changes what a record says. All changes are lines of its log. */
export interface Corrections {
  /** What a correction, or taking one back, would do to incidents and indices; writes nothing. Throws as `apply` and `undo` do. */
  preview(wanted: Correction | Undoing): Promise<CorrectionPreview>
  /** Makes a correction. Needs a record open for writing. Throws `record/not-found`, `record/read-only` and `usage/argument`. */
  apply(correction: Correction): Promise<CorrectionEntry>
  /** Takes a correction back. Exports have the bytes that they had without it. */
  undo(undoing: Undoing): Promise<CorrectionEntry>
  /** The log, newest first, each with whether it holds today. */
  list(): Promise<CorrectionRow[]>
}

export function correctionsOf(record: OpenRecord, lexicon: Lexicon): Corrections {
  return {
    preview: wanted => preview(record, lexicon, wanted),
    apply: correction => record.correct(correction),
    undo: undoing => record.undo(undoing),
    list: () => record.corrections(),
  }
}

async function preview(record: OpenRecord, lexicon: Lexicon, wanted: Correction | Undoing): Promise<CorrectionPreview> {
  const {entry, before, after} = await record.imagine(wanted)
  const ids = (incidents: readonly Incident[]) => new Set(incidents.map(({id}) => id))
  const [stood, stands] = [ids(before), ids(after)]
  const effects: IndexEffect[] = []
  for (const pair of pairsOf([...before, ...after])) {
    const effect = await effectOn(record, lexicon, pair, {before, after})
    if (effect) effects.push(effect)
  }
  return {
    kind: entry.kind,
    words: correctionWords(entry),
    anchors: entry.anchors,
    before: entry.before,
    after: entry.after,
    incidents: {
      gone: [...stood].filter(id => !stands.has(id)),
      come: [...stands].filter(id => !stood.has(id)),
      changed: [...stands].filter(id => stood.has(id)),
    },
    effects: effects.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.words < b.words ? -1 : 1)).slice(0, mostEffects),
  }
}

const sizeOf = ({from, to}: IndexEffect) => Math.abs((to ?? 0) - (from ?? 0))

/** Pairs of states, and of others where one has no state of its own, that these incidents stand between; sorted. */
function pairsOf(incidents: readonly Incident[]): (readonly [EntityId, EntityId])[] {
  const pairs = new Map<string, readonly [EntityId, EntityId]>()
  for (const {actors, recipients} of incidents) {
    const sides = [...new Set([...actors, ...recipients].map(({entity, country}) => country ?? entity))].sort()
    sides.forEach((a, i) => {
      for (const b of sides.slice(i + 1)) pairs.set(`${a} ${b}`, [a, b])
    })
  }
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
}

async function effectOn(
  record: OpenRecord,
  lexicon: Lexicon,
  pair: readonly [EntityId, EntityId],
  {before, after}: Pick<Imagined, 'before' | 'after'>,
): Promise<IndexEffect | null> {
  const [stands, coverage, looks] = await Promise.all([
    record.incidents({pair}),
    record.coverage({pair}),
    record.looks({pair}),
  ])
  const touched = new Set([...before, ...after].map(({id}) => id))
  const would = [...stands.filter(({id}) => !touched.has(id)), ...after.filter(each => isBetween(each, pair))]
  const options = {pair, direction: 'both', theme: null, until: coverage.days.last, looks} as const
  const [old, fresh] = [stands, would].map(incidents => new Map(indexOf(incidents, options).points.map(byMonth)))
  let most: {month: string; from: number | null; to: number | null; size: number} | null = null
  for (const month of [...new Set([...old.keys(), ...fresh.keys()])].sort()) {
    const [from, to] = [old.get(month)?.level ?? null, fresh.get(month)?.level ?? null]
    const size = Math.abs((to ?? 0) - (from ?? 0))
    if (size >= least && size > (most?.size ?? 0)) most = {month, from, to, size}
  }
  if (!most) return null
  const {month, from, to} = most
  const names = pair.map(id => lexicon.entities.get(id)?.name ?? id) as [string, string]
  const words = `${pair.join('–')} ${monthWords(month)} ${levelOf(from)} → ${levelOf(to)}`
  return {pair, names, month, from, to, words}
}

const byMonth = (point: IndexPoint) => [point.month, point] as const
const levelOf = (level: number | null) => (level === null ? 'none' : signed(level))
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthWords = (month: string) => `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
