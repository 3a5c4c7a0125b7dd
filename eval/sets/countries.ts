import {existsSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {Reading} from '../../src/model/index.ts'
import {codeOf} from '../../src/read/events/codes.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface GoldParty {
  readonly code: string
}

interface GoldRow {
  readonly text: string
  readonly sources: readonly GoldParty[]
  readonly targets: readonly GoldParty[]
}

/** Whether the countries of a sentence's mentions hold those of its gold actors, whatever the events are. */
export const countries: GoldSet = {
  name: 'countries',
  data: 'gold/events',
  about:
    'Share of gold actors and recipients whose country (or IGO, NGO, IMG) is that of some mention of the sentence; `country` leaves the organisations out.',
  async score(path, tools) {
    const file = statSync(path).isDirectory() ? join(path, 'gsr-open.jsonl') : path
    if (!existsSync(file)) return []
    const rows = rowsOf<GoldRow>(file).map(row => ({
      sources: row.sources,
      targets: row.targets,
      found: codesIn(tools.read(tools.docOf(row.text))),
    }))
    const split = basename(file, '.jsonl').includes('open') ? 'open' : basename(file, '.jsonl')
    const share = (measure: string, side: 'sources' | 'targets', states: boolean): Score => {
      const wanted = rows.flatMap(row =>
        row[side]
          .map(({code}) => code.slice(0, 3))
          .filter(code => !states || !organisations.has(code))
          .map(code => row.found.has(code)),
      )
      const hits = wanted.filter(Boolean).length
      return {measure, split, value: hits / wanted.length, detail: `${hits} of ${wanted.length}`}
    }
    return [
      share('actor country found', 'sources', true),
      share('actor code found', 'sources', false),
      share('recipient country found', 'targets', true),
      share('recipient code found', 'targets', false),
    ]
  },
}

const organisations = new Set(['IGO', 'NGO', 'NGM', 'IMG', 'MNC', 'INT', 'ISM'])

/** Country, or `IGO`, `NGO`, `IMG`, of everyone mentioned. */
function codesIn({mentions, entities}: Reading): Set<string> {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const found = new Set<string>()
  for (const {entities: ids, sector} of mentions)
    for (const id of ids) {
      const entity = byId.get(id)!
      const country = entity.kind === 'state' ? id : entity.country
      if (country) found.add(country)
      found.add(codeOf({entity: id, country, sector: sector ?? entity.sector}, entity).slice(0, 3))
    }
  return found
}
