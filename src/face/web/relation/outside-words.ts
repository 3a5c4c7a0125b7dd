import type {OutsideAnswer, OutsideFormat} from '../../../model/index.ts'
import {count} from '../format.ts'

const projects: {readonly [format in OutsideFormat]: string} = {
  gdelt: 'GDELT 2.0',
  'gdelt-1': 'GDELT 1.0',
  'gdelt-mentions': 'GDELT 2.0 mentions',
  icews: 'ICEWS',
  'icews-brief': 'ICEWS (short rows)',
  polecat: 'POLECAT',
  plover: 'PLOVER',
  'ucdp-ged': 'UCDP GED',
}

/** The counts in words: of the pair, and of each table that was imported. */
export function outsideWords({happenings, tellings, sources, index}: OutsideAnswer): {sum: string; sources: string[]} {
  const [first, last] = [index.points[0]?.month, index.points.at(-1)?.month]
  const when = first === undefined ? '' : first === last ? `, in ${first}` : `, ${first} to ${last}`
  return {
    sum: `${count(tellings, 'telling')} of ${count(happenings, 'happening')} between the two${when}.`,
    sources: sources.map(
      ({format, files, rows}) =>
        `No text, from ${projects[format]}: ${count(files, 'file')}, ${count(rows, 'row')} on all sides`,
    ),
  }
}
