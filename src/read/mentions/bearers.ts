import {fold, piecesOf, type RoleNoun} from '../../lexicon/index.ts'
import type {Day, EntityId, Role} from '../../model/index.ts'
import type {Chain} from './chain.ts'
import type {Unit} from './draft.ts'
import type {SentenceReader} from './sentence.ts'
import {sexOf} from './sex.ts'
import {opensAsWord} from './runs.ts'
import {isOneOf} from './words.ts'

export function surnameOf(reader: SentenceReader, words: readonly string[]): string | null {
  const {byName} = reader.discourse.lexicon
  for (const tail of [words.join(' '), words.slice(-2).join(' '), words.at(-1)!])
    if (byName.surname(tail).length) return tail
  return byName.surname(words.join('-')).length ? words.join('-') : null
}

/** A surname alone, of someone not named before: only when it can be nobody else, or one is by far the best known. */
export function bareSurname(reader: SentenceReader, unit: Unit, bearers: readonly EntityId[]): EntityId[] {
  const {discourse, tree, text} = reader
  const said = text.slice(unit.start, unit.end)
  const word = opensAsWord(discourse.lexicon, tree, {...piecesOf(said)[0], token: unit.first})
  const opens = word || (unit.first === 0 && tree.upos(unit.last) === 'NOUN')
  if (tree.upos(unit.last) !== 'PROPN' && !opens) return []
  const after = unit.last + 1 < tree.length ? tree.upos(unit.last + 1) : ''
  if (after === 'PROPN') return []
  const days = reader.daysHere()
  const rolesOf = (id: EntityId) => discourse.lexicon.rolesOf(id)
  // Who heads a territory is known there: "Brown" is not the premier of the Cook Islands.
  const abroad = ({of}: Role) => discourse.lexicon.states.get(of)?.cow !== null
  const famous = bearers.filter(id => rolesOf(id).some(held => ruling.has(held.role) && abroad(held)))
  const inOfficeNow = famous.filter(id => inOffice(rolesOf(id), days))
  const headsNow = inOfficeNow.filter(id =>
    inOffice(
      rolesOf(id).filter(({role}) => heading.has(role)),
      days,
    ),
  )
  const now = inOfficeNow.length > 1 ? closest(reader, headsNow.length > 0 ? headsNow : inOfficeNow) : inOfficeNow
  // "Bush spoke", "Brown's aides": a common word is a name where a head of state or government of that name could stand.
  if (discourse.lexicon.guards.has(fold(said)))
    return headsNow.length === 1 && (word || actsAsPerson(reader, unit)) ? headsNow : []
  // "Xi", "Abe": so short a word is a name only of one who rules.
  if (said.length < 4) {
    const [one, ...others] = closest(reader, headsNow)
    if (!one || others.length > 0 || said === said.toUpperCase()) return []
    return bearers.length <= mostNamesakes || isAtHome(reader, one) ? [one] : []
  }
  if (now.length > 0) return now.length === 1 ? now : []
  // "at a temple in Surin": a town, as few are in a person who is in no office.
  if (discourse.words.inside.has(tree.preposition(unit.last))) return []
  const figure = knownFigure(reader, said, bearers, days.last)
  if (figure) return [figure]
  const unclear = bearers.length > 1 || discourse.lexicon.givenNames.has(fold(said))
  const heads = unclear ? famous.filter(id => rolesOf(id).some(({role}) => heading.has(role))) : famous
  const known = heads.filter(
    id => remembered(rolesOf(id), days.last) && (!unclear || ruledState(reader, id) || isAtHome(reader, id)),
  )
  const late = known.filter(id => remembered(rolesOf(id), days.last, lately))
  const [first, second] = (late.length === 1 ? late : known)
    .map(id => ({id, years: yearsOf(rolesOf(id).filter(({role}) => ruling.has(role)))}))
    .sort((a, b) => b.years - a.years)
  return first && (!second || first.years >= 4 * second.years) ? [first.id] : []
}

/**
 * "Navalny was arrested in Moscow": somebody whom the tables know for more than an office, or who has one about this day, in a text that
 * names the state or body. Not where everybody who writes English may bear the name (few are called Rumsfeld), nor a given name.
 */
function knownFigure(
  reader: SentenceReader,
  said: string,
  bearers: readonly EntityId[],
  day: Day | null,
): EntityId | null {
  const {lexicon, words} = reader.discourse
  if (lexicon.givenNames.has(fold(said))) return null
  const rolesOf = (id: EntityId) => lexicon.rolesOf(id)
  const ruled = bearers.filter(id => rolesOf(id).some(({role, of}) => heading.has(role) && lexicon.states.has(of)))
  const [id, ...others] = bearers.length > 1 ? ruled : bearers
  if (!id || others.length > 0) return null
  const common = words.namesakes.has((lexicon.entities.get(id)!.country ?? '').toLowerCase())
  if (common && !words.distinctive.has(fold(said))) return null
  const year = day === null ? null : Number(day.slice(0, 4))
  const near = rolesOf(id).some(
    ({since, until}) =>
      year === null ||
      ((since === null || Number(since.slice(0, 4)) <= year + 1) &&
        (until === null || Number(until.slice(0, 4)) >= year - lately)),
  )
  return (near || rolesOf(id).length === 0) && isAtHome(reader, id) ? id : null
}

/** Of several those whose state or body the text names; all when it names none or more. */
function closest(reader: SentenceReader, ids: EntityId[]): EntityId[] {
  const here = ids.length > 1 ? ids.filter(id => isAtHome(reader, id)) : []
  return here.length === 1 ? here : ids
}

/** Presidents and who led a state for long are known abroad; leaders of groups where their group is. */
const ruledState = ({discourse: {lexicon}}: SentenceReader, id: EntityId) =>
  lexicon
    .rolesOf(id)
    .some(
      held =>
        heading.has(held.role) &&
        lexicon.states.has(held.of) &&
        (held.role !== 'leader' || yearsOf([held]) >= longRule),
    )

/** Years. */
const longRule = 8

/** Whether the text has named the state or body that somebody stands for, or does so in this sentence. */
function isAtHome(reader: SentenceReader, id: EntityId): boolean {
  const {lexicon, work} = reader.discourse
  const homes = new Set([lexicon.entities.get(id)!.country, ...lexicon.rolesOf(id).map(({of}) => of)])
  const here = (entity: EntityId) => homes.has(entity) || homes.has(lexicon.entities.get(entity)?.country ?? '')
  return [...work.entities.keys()].some(here) || reader.units.some(({named}) => named.some(({entity}) => here(entity)))
}

/** Subject of a verb of saying or of what heads of state do, or owner of something. */
function actsAsPerson({tree, discourse}: SentenceReader, unit: Unit): boolean {
  const head = unit.last
  if (unit.first > 0 && /^(?:DET|ADJ|NUM)$/.test(tree.upos(unit.first - 1))) return false
  if (tree.deprel(head) === 'nmod:poss') return true
  const {lexicon, words} = discourse
  const verb = tree.head(head)
  return (
    tree.rel(head) === 'nsubj' &&
    (isOneOf(lexicon, words.speech, tree, verb) || isOneOf(lexicon, words.stately, tree, verb))
  )
}

/** With more known bearers a short surname is too common to mean the one who rules. */
const mostNamesakes = 4

/** Years in these offices, at least one; a term that has not ended counts from its first day on as ten. */
function yearsOf(roles: readonly Role[]): number {
  const year = (day: Day) => Number(day.slice(0, 4)) + Number(day.slice(5, 7)) / 12
  const years = roles.map(({since, until}) =>
    since === null ? 1 : until === null ? 10 : Math.max(0, year(until) - year(since)),
  )
  return Math.max(
    1,
    years.reduce((sum, term) => sum + term, 0),
  )
}

/** Years. */
const generation = 25
const lately = 4

/** Whether someone in one of these offices had held it by that day, not longer than so many years ago. */
function remembered(roles: readonly Role[], day: Day | null, years = generation): boolean {
  if (day === null) return true
  const since = Number(day.slice(0, 4)) - years
  return roles.some(
    role =>
      (role.since === null || role.since <= day) && (role.until === null || Number(role.until.slice(0, 4)) >= since),
  )
}

const heading = new Set(['president', 'prime minister', 'monarch', 'leader', 'secretary-general'])

const ruling = new Set([
  'president',
  'prime minister',
  'monarch',
  'leader',
  'secretary-general',
  'foreign minister',
  'army chief',
])

/** "V. Putin", "K. P. Sharma Oli": bearers of the surname whose first names begin with these letters. */
export function byInitials(reader: SentenceReader, words: readonly string[]): EntityId[] {
  const {byName} = reader.discourse.lexicon
  const letters = words.findIndex(word => word.length > 1)
  if (letters < 1) return []
  for (const tail of [words.slice(letters).join(' '), words.at(-1)!]) {
    const fit = byName
      .surname(tail)
      .filter(id => reader.discourse.lexicon.names(id).some(({name}) => fold(name)[0] === words[0]))
    if (fit.length) return fit.filter(id => inOffice(reader.discourse.lexicon.rolesOf(id), reader.daysHere()))
  }
  return []
}

/** "William J. Perry", "Barack Hussein Obama": a full name of the tables with an initial or one more name inside. */
export function withoutMiddle(reader: SentenceReader, words: readonly string[]): EntityId[] {
  const letters = words.filter((word, k) => k === 0 || word.length > 1)
  const middle = words.length === 3 && !reader.discourse.words.particle.has(words[1])
  const plain = letters.length < words.length ? letters : middle ? [words[0], words[2]] : []
  if (plain.length < 2) return []
  const {byName, people} = reader.discourse.lexicon
  return [...new Set(byName.lookup(plain.join(' ')).map(({entity}) => entity))].filter(id => people.has(id))
}

/** "Harsh Shringla": first and last of a longer name of the tables, when it is the only one. */
export function withMiddle(reader: SentenceReader, words: readonly string[]): EntityId[] {
  if (words.length !== 2 || words[0].length < 3) return []
  const {lexicon} = reader.discourse
  const fit = lexicon.byName.surname(words[1]).filter(id => {
    const name = fold(lexicon.entities.get(id)!.name).split(/[\s-]+/)
    return name.length > 2 && name[0] === words[0] && name.at(-1) === words[1]
  })
  return fit.length === 1 ? fit : []
}

/** Of several people with one surname those whose offices fit title, country and day. */
export function bestBearer(reader: SentenceReader, bearers: readonly EntityId[], chain: Chain): EntityId[] {
  const {discourse} = reader
  const {lexicon} = discourse
  const {last} = discourse.written
  const begun = ({since}: Role) => since === null || last === null || since <= last
  let fit = bearers.filter(id => roleFits(reader, id, chain).some(begun))
  if (fit.length === 0) {
    // A rank or "Mr" says nothing of an office.
    const titles = chain.units.flatMap(({noun}) => (noun ? [noun] : []))
    if (!titles.every(({class: sort, sector}) => sort === 'title' || sector === 'MIL')) return []
    const owners = chain.owners.map(id => lexicon.entities.get(id)?.country ?? id)
    fit = bearers
      .filter(id => owners.length === 0 || owners.includes(lexicon.entities.get(id)!.country!))
      .filter(id => titles.every(noun => titleFits(reader, noun, id)))
    // Of father and son who bear one name, not the one who is yet to come.
    const there = fit.filter(id => lexicon.rolesOf(id).some(begun))
    if (there.length) fit = there
    const general = titles.some(({sector}) => sector === 'MIL')
    const here = fit.filter(id => discourse.work.entities.has(id))
    if (here.length === 1) return here
    if (fit.length === 1 && bearers.length > 1 && !general)
      return inOffice(lexicon.rolesOf(fit[0]), discourse.written) ? fit : []
  }
  if (fit.length < 2) return fit
  const met = fit.filter(id => discourse.work.entities.has(id))
  if (met.length === 1) return met
  for (const days of [reader.daysHere(), discourse.written]) {
    const now = fit.filter(id => inOffice(roleFits(reader, id, chain), days) || inOffice(lexicon.rolesOf(id), days))
    if (now.length === 1) return now
  }
  return latestFirst(reader, fit)
}

/** Whether someone can bear a title: ranks are soldiers', those of clerics the same that the tables know, "Mrs" a woman's. */
function titleFits(reader: SentenceReader, noun: RoleNoun, id: EntityId): boolean {
  const {lexicon} = reader.discourse
  const sex = sexOf(noun.noun)
  const known = lexicon.people.get(id)?.sex ?? null
  if (sex !== null && known !== null && sex !== known) return false
  const roles = lexicon.rolesOf(id)
  if (noun.sector === 'MIL')
    return roles.some(({role, sector}) => sector === 'MIL' || role === 'leader' || role === 'president')
  if (noun.sector !== 'REL') return true
  const names = lexicon.names(id).map(({name}) => fold(name))
  return lexicon.entities.get(id)!.sector === 'REL' || names.some(name => name.startsWith(`${noun.noun} `))
}

function latestFirst(reader: SentenceReader, ids: readonly EntityId[]): EntityId[] {
  const since = (id: EntityId) =>
    reader.discourse.lexicon.rolesOf(id).reduce((last, role) => ((role.since ?? '') > last ? role.since! : last), '')
  return [...ids].sort((a, b) => (since(a) < since(b) ? 1 : -1))
}

/** Offices of a person that the words before the name speak of. */
export function roleFits(reader: SentenceReader, id: EntityId, chain: Chain): Role[] {
  const {discourse, text} = reader
  const {lexicon} = discourse
  const keys = new Set(chain.units.flatMap(({noun}) => (noun?.class === 'office' ? [noun.key] : [])))
  const said = chain.units.length
    ? fold(text.slice(chain.start, chain.units[0].end)).replace(/spokes(?:man|woman|people)/, 'spokesperson')
    : ''
  return lexicon.rolesOf(id).filter(({role, of}) => {
    const country = lexicon.entities.get(of)?.country ?? of
    if (
      chain.owners.length &&
      !chain.owners.some(owner => owner === of || (lexicon.entities.get(owner)?.country ?? owner) === country)
    )
      return false
    return keys.has(role) || (role.includes(' ') && role.split(' ').every(word => said.includes(word)))
  })
}

export function inOffice(
  roles: readonly Role[],
  days: {readonly first: Day | null; readonly last: Day | null},
): boolean {
  const {first, last} = days
  if (first === null && last === null) return false
  return roles.some(
    ({since, until}) =>
      (since === null || last === null || since <= last) && (until === null || first === null || first < until),
  )
}
