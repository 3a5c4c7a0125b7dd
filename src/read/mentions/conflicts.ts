import type {RoleNoun} from '../../lexicon/index.ts'
import type {DayReading, EntityId, Role} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import type {Draft, Unit} from './draft.ts'
import {isCivil} from './office.ts'
import {isOneOf} from './words.ts'

/** Flags every title of an office that the tables contradict: the wrong days, or the wrong state. The words stay as they are. */
export function flagRoleConflicts(
  discourse: Discourse,
  tree: Tree,
  drafts: readonly Draft[],
  units: readonly Unit[],
  days: readonly DayReading[],
): void {
  for (const made of drafts) {
    const {entities, role, former} = made
    if (made.reason === 'apposition' && isClosed(tree, made)) flagApposition(discourse, made, units)
    if (!role || former || entities.length !== 1 || !discourse.lexicon.people.has(entities[0])) continue
    const words = units.filter(unit => unit.start >= role.start && unit.end <= role.end)
    const office = words.find(unit => unit.noun?.class === 'office')?.noun
    const home = discourse.lexicon.entities.get(entities[0])!.country
    if (!office || (home !== null && isCivil(discourse, office, home))) continue
    const held = discourse.lexicon.rolesOf(entities[0]).filter(({role: key}) => key === office.key)
    if (held.length === 0) continue
    const after = units.find(
      ({kind, start}) => kind === 'name' && /^ of (?:the )?$/.test(between(discourse.work.doc.text, made.end, start)),
    )
    if (!flagDay(discourse, tree, made, office, held, days))
      flagState(discourse, made, office, held, after ? [...words, after] : words)
  }
}

/** Whether name and description end in a comma or with the sentence: not "Like Putin, the British prime minister is …". */
function isClosed(tree: Tree, {last, antecedent}: Draft): boolean {
  const next = Math.max(last, antecedent?.last ?? last) + 1
  return next >= tree.length || /^[,.;)]$/.test(tree.form(next))
}

/** "The Afghan president, Pervez Musharraf": described by an office that he held of another state. */
function flagApposition(discourse: Discourse, made: Draft, units: readonly Unit[]): void {
  const [id] = made.entities
  if (made.former || made.noun?.class !== 'office' || !discourse.lexicon.people.has(id)) return
  const held = discourse.lexicon.rolesOf(id).filter(({role}) => role === made.noun!.key)
  const words = units.filter(unit => unit.start >= made.start && unit.end <= made.end)
  if (held.length > 0) flagState(discourse, made, made.noun, held, words)
}

/** "in 2000, President George W. Bush": an office that the person did not hold on the day said beside it. */
function flagDay(
  discourse: Discourse,
  tree: Tree,
  made: Draft,
  office: RoleNoun,
  held: readonly Role[],
  days: readonly DayReading[],
): boolean {
  const {work, lexicon} = discourse
  const day = days.find(
    day => isPoint(day) && (isBeside(discourse, tree, made, day) || isOfClause(discourse, tree, made, day, held)),
  )
  if (!day || held.some(({since, until}) => (since ?? '') <= day.last! && (until === null || day.first! < until)))
    return false
  work.flags.push({
    kind: 'role-conflict',
    span: {start: made.start, end: made.end},
    message: `${lexicon.entities.get(made.entities[0])!.name} was ${office.key} ${termsOf(held)}; the text says “${work.doc.text.slice(day.span.start, day.span.end)}”`,
    entity: made.entities[0],
  })
  return true
}

const isPoint = ({kind, first, last}: DayReading) => kind === 'day' && first !== null && last !== null

/** Right before or after the title: "In 1995, President X", "President X in 1995". */
function isBeside(discourse: Discourse, tree: Tree, {start, end, head}: Draft, {span}: DayReading): boolean {
  const {text} = discourse.work.doc
  if (/^,?\s*(?:then\s+)?(?:the\s+)?(?:\p{L}+\s+)?$/u.test(between(text, span.end, start))) return true
  if (!/^,? in $/.test(between(text, end, span.start)) || tree.rel(head) !== 'nsubj') return false
  // "attacked President X in 2008": whom others met is often told by a later title.
  const verb = tree.head(head)
  return verb < 0 || !isOneOf(discourse.lexicon, discourse.words.career, tree, verb)
}

/** Near miss in days: further off, a text is likelier to tell the life of someone by a later title. */
const margin = 3

/** A day that hangs on the verb whose subject bears the title, no more than three years off. */
function isOfClause(
  discourse: Discourse,
  tree: Tree,
  {head, subject}: Draft,
  {span, first}: DayReading,
  held: readonly Role[],
): boolean {
  const verb = tree.head(head)
  if (
    !subject ||
    verb < 0 ||
    tree.upos(verb) !== 'VERB' ||
    isOneOf(discourse.lexicon, discourse.words.career, tree, verb)
  )
    return false
  const {starts, length} = tree.sentence
  let t = 0
  while (t < length && starts[t] < span.start) t++
  if (t === length) return false
  while (tree.head(t) >= 0 && starts[t] >= span.start && starts[t] < span.end && tree.head(t) !== verb) t = tree.head(t)
  if (tree.head(t) !== verb || starts[t] < span.start || starts[t] >= span.end) return false
  const year = Number(first!.slice(0, 4))
  const near = (end: string | null) => end !== null && Math.abs(Number(end.slice(0, 4)) - year) <= margin
  return held.some(({since, until}) => near(since) || near(until))
}

/** "Turkish President Vladimir Putin": an office that the person held, but of another state. */
function flagState(
  discourse: Discourse,
  made: Draft,
  office: RoleNoun,
  held: readonly Role[],
  words: readonly Unit[],
): void {
  const {lexicon, work} = discourse
  const homeOf = (id: EntityId) => lexicon.entities.get(id)?.country ?? id
  const said = words.flatMap(({kind, named}) => (kind === 'name' ? named.map(({entity}) => homeOf(entity)) : []))
  const states = [...new Set(said)].filter(id => lexicon.states.has(id))
  if (states.length === 0) flagBody(discourse, made, office, held, words)
  if (states.length !== 1 || held.some(({of}) => homeOf(of) === states[0])) return
  // Whoever ruled before a state had its name is no contradiction: "Russian leader Mikhail Gorbachev".
  if (held.some(({of}) => follows(discourse, homeOf(of), states[0]))) return
  // "Congolese", "Korean": either of two.
  const lastWord = (id: EntityId) => lexicon.entities.get(id)!.name.split(' ').at(-1)
  if (held.some(({of}) => lexicon.states.has(homeOf(of)) && lastWord(homeOf(of)) === lastWord(states[0]))) return
  const name = lexicon.entities.get(made.entities[0])!.name
  work.flags.push({
    kind: 'role-conflict',
    span: {start: made.start, end: made.end},
    message: `${name} was ${office.key} of ${lexicon.entities.get(homeOf(held[0].of))?.name ?? held[0].of} ${termsOf(held)}; the text says ${lexicon.entities.get(states[0])!.name}`,
    entity: made.entities[0],
  })
}

/** "NATO Secretary-General Ban Ki-moon": an office that the person held, but of another organisation. */
function flagBody(
  discourse: Discourse,
  made: Draft,
  office: RoleNoun,
  held: readonly Role[],
  words: readonly Unit[],
): void {
  const {lexicon, work} = discourse
  const isBody = (id: EntityId) => lexicon.entities.get(id)?.kind === 'organisation'
  const said = [...new Set(words.flatMap(({kind, named}) => (kind === 'name' ? named.map(({entity}) => entity) : [])))]
  if (said.length !== 1 || !isBody(said[0]) || !held.every(({of}) => isBody(of) && of !== said[0])) return
  const nameOf = (id: EntityId) => lexicon.entities.get(id)!.name
  work.flags.push({
    kind: 'role-conflict',
    span: {start: made.start, end: made.end},
    message: `${nameOf(made.entities[0])} was ${office.key} of ${nameOf(held[0].of)} ${termsOf(held)}; the text says ${nameOf(said[0])}`,
    entity: made.entities[0],
  })
}

/** Whether one of two states ended about when, or after, the other began. */
function follows({lexicon}: Discourse, a: EntityId, b: EntityId): boolean {
  return lexicon.entities.get(a)?.until !== null || lexicon.entities.get(b)?.until !== null
}

const termsOf = (held: readonly Role[]) =>
  held.map(({since, until}) => `from ${since ?? '?'}${until ? ` until ${until}` : ''}`).join(' and ')

/** Text between two spans; a mark that matches nothing when they stand the other way round. */
const between = (text: string, from: number, to: number) => (from <= to ? text.slice(from, to) : '\0')
