import type {Lexicon} from '../../../ingest/index.ts'
import type {Day, EntityId, Role} from '../../../model/index.ts'

/** Days in which nobody is known to hold an office; both ends included in the words, `until` not. */
export interface Gap {
  readonly since: Day
  readonly until: Day
}

/** Offices that are counted, under the words of `roles.tsv` that stand for each. */
const counted: {readonly [office: string]: readonly string[]} = {
  'head of state or government': ['president', 'prime minister', 'monarch', 'leader'],
  'foreign minister': ['foreign minister'],
  'defence minister': ['defence minister'],
  'interior minister': ['interior minister'],
  'head of the armed forces or army': ['military chief', 'army chief'],
  'intelligence chief': ['intelligence chief', 'cia director', 'director of national intelligence'],
}

/** A handover that takes longer than this many days is a gap. */
const longestHandover = 45

/** First days of the two ends that are counted: the tables reach as far as their last new term of office. */
export function reachOf(lexicon: Lexicon, since: Day): {readonly since: Day; readonly until: Day} {
  const last = lexicon.roles.reduce((latest, role) => ((role.since ?? '') > latest ? role.since! : latest), since)
  return {since, until: last}
}

/** How many states have each office covered since a day: at all, without a gap, and by how many terms. */
export function officeSizes(lexicon: Lexicon, since: Day): Record<string, string | number>[] {
  const reach = reachOf(lexicon, since)
  const states = [...lexicon.states.keys()].filter(id => lives(lexicon, id, reach))
  return Object.keys(counted).map(office => {
    const terms = states.map(state => termsOf(lexicon, state, office, reach))
    const some = states.filter((_, n) => terms[n].length > 0)
    const whole = some.filter(state => gapsOf(lexicon, state, office, reach).length === 0)
    const open = some.reduce((sum, state) => sum + daysIn(gapsOf(lexicon, state, office, reach)), 0)
    const share = some.length === 0 ? 0 : 100 - (100 * open) / (some.length * daysIn([reach]))
    return {
      office,
      states: some.length,
      'without a gap': whole.length,
      'days covered': `${share.toFixed(1)} %`,
      terms: terms.reduce((sum, {length}) => sum + length, 0),
    }
  })
}

/** Offices of one state with the number of terms, and a row for each gap between them. */
export function officeGaps(lexicon: Lexicon, state: EntityId, since: Day): Record<string, string | number>[] {
  const reach = reachOf(lexicon, since)
  return Object.keys(counted).flatMap(office => {
    const terms = termsOf(lexicon, state, office, reach).length
    const gaps = gapsOf(lexicon, state, office, reach)
    const rows = gaps.map(gap => ({office, terms, gap: `${gap.since} to ${gap.until}`}))
    return rows.length > 0 ? rows : [{office, terms, gap: 'none'}]
  })
}

export const officeColumns = ['office', 'states', 'without a gap', 'days covered', 'terms'] as const
export const gapColumns = ['office', 'terms', 'gap'] as const

/** Gaps longer than a handover, in order. */
export function gapsOf(lexicon: Lexicon, state: EntityId, office: string, reach: Gap): Gap[] {
  const life = lexicon.entities.get(state)
  const begins = life?.since && life.since > reach.since ? life.since : reach.since
  const gaps: Gap[] = []
  let covered = begins
  const add = (until: Day) => {
    if (until > covered && daysIn([{since: covered, until}]) > longestHandover) gaps.push({since: covered, until})
  }
  for (const {since, until} of termsOf(lexicon, state, office, reach)) {
    add(since ?? covered)
    const end = until ?? reach.until
    if (end > covered) covered = end
  }
  add(reach.until)
  return gaps
}

const first = ({since}: Role) => since ?? ''

function termsOf(lexicon: Lexicon, state: EntityId, office: string, reach: Gap): Role[] {
  let terms = known.get(lexicon)
  if (!terms) known.set(lexicon, (terms = allTerms(lexicon)))
  return (terms.get(`${state} ${office}`) ?? []).filter(({until}) => until === null || until > reach.since)
}

const known = new WeakMap<Lexicon, ReadonlyMap<string, readonly Role[]>>()

/** Terms by state and office, in order; the office of a body, as the army's chief, is its state's. */
function allTerms(lexicon: Lexicon): ReadonlyMap<string, readonly Role[]> {
  const terms = new Map<string, Role[]>()
  for (const role of lexicon.roles)
    for (const [office, roles] of Object.entries(counted)) {
      if (!roles.includes(role.role)) continue
      const key = `${lexicon.entities.get(role.of)?.country ?? role.of} ${office}`
      const list = terms.get(key)
      if (list) list.push(role)
      else terms.set(key, [role])
    }
  for (const list of terms.values()) list.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0))
  return terms
}

/** States that were there for some of these days and that others count as states. */
function lives(lexicon: Lexicon, id: EntityId, {since}: Gap): boolean {
  const {cow, gw} = lexicon.states.get(id)!
  const {until} = lexicon.entities.get(id)!
  return (cow !== null || gw !== null) && (until === null || until > since)
}

const daysIn = (gaps: readonly Gap[]) =>
  gaps.reduce((sum, {since, until}) => sum + (Date.parse(until) - Date.parse(since)) / 86_400_000, 0)
