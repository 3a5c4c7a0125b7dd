import {DetenteError, type OutsideFormat} from '../../model/index.ts'
import type {Format} from './format.ts'
import {gdelt, gdelt1} from './gdelt.ts'
import {gdeltMentions} from './gdelt-mentions.ts'
import {icews} from './icews.ts'
import {icewsBrief} from './icews-brief.ts'
import {plover} from './plover.ts'
import {polecat} from './polecat.ts'
import {ucdpGed} from './ucdp-ged.ts'

const formats: readonly Format[] = [polecat, icews, ucdpGed, plover, gdelt, gdelt1, gdeltMentions, icewsBrief]

/** The form of that name, or the one that the first lines of a file have. Throws `intake/table` when they have none. */
export function formatOf(name: OutsideFormat | null, first: string, second: string, source: string): Format {
  const found = formats.find(format => (name === null ? format.matches(first, second) : format.name === name))
  if (found) return found
  throw new DetenteError(
    'intake/table',
    `expected a table of GDELT, ICEWS, POLECAT, PLOVER or UCDP GED, found a first line of ${first.split('\t').length} cells between tabs: ${source}`,
    {hint: 'Say which with --format, or see docs/record.md for the columns of each.'},
  )
}
