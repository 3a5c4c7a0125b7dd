import {basename} from 'node:path'
import type {RunsAnswer, SourceCount} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'

/** Runs shown. */
const most = 50

/** What was read into the record and when (`known` narrows what came of it, not the list of runs), what failed, how much came from which outlet, and which tables of other projects were imported. */
export async function runs(record: OpenRecord, known: Known = {}): Promise<RunsAnswer> {
  const [list, docs, coverage, imports] = await Promise.all([
    record.runs(most),
    record.docs(undefined, known),
    record.coverage(known),
    record.outside.files(),
  ])
  const byOutlet = new Map<string | null, SourceCount>()
  const key = (outlet: string | null) => outlet?.toLowerCase() ?? null
  for (const {outlet, published, events, statements} of docs) {
    const before = byOutlet.get(key(outlet))
    const days = [before?.days.first, before?.days.last, published].filter(day => day != null).sort()
    byOutlet.set(key(outlet), {
      // One outlet whose name is set in capitals on some pages; the spelling with small letters is the name.
      outlet: before?.outlet && before.outlet > (outlet ?? '') ? before.outlet : outlet,
      docs: (before?.docs ?? 0) + 1,
      undated: (before?.undated ?? 0) + (published === null ? 1 : 0),
      events: (before?.events ?? 0) + events,
      statements: (before?.statements ?? 0) + statements,
      days: {first: days[0] ?? null, last: days[days.length - 1] ?? null},
    })
  }
  const name = ({outlet}: SourceCount) => outlet ?? '￿'
  return {
    runs: list,
    coverage,
    sources: [...byOutlet.values()].sort((a, b) => b.docs - a.docs || (name(a) < name(b) ? -1 : 1)),
    // Where they lay on the disk is nobody’s business on a page.
    imports: imports.map(file => ({...file, name: basename(file.name)})),
  }
}
