import type {Draft} from './draft.ts'

const nounsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Nouns that a preposition completes, so that it rarely tells where or how the deed was done: "lifted the ban on exports". */
const completed: {readonly [preposition: string]: ReadonlySet<string>} = {
  for: nounsOf(
    'appeal call demand enthusiasm need praise preference quest reason request respect responsibility support sympathy',
  ),
  against: nounsOf(
    'accusation allegation argument campaign case charge complaint crime criticism fight lawsuit offensive protest sanction struggle threat uprising violence war',
  ),
  on: nounsOf('assault attack ban blockade crackdown curb curfew cap embargo limit raid restriction'),
  to: nounsOf(
    'access alternative answer barrier challenge end objection obstacle opposition resistance response solution threat visit',
  ),
  with: nounsOf('alliance border competition relation relationship tie'),
  over: nounsOf('concern control dispute sovereignty'),
  about: nounsOf('claim concern doubt fear question'),
  in: nounsOf('change confidence decline drop increase interest involvement participation reduction rise'),
  into: nounsOf('inquiry insight investigation probe'),
}
/** Verbs that take what they do from, to or on somebody along: "imposed a ban on exports". */
const placing = new Set(['bring', 'get', 'impose', 'levy', 'place', 'put', 'slap', 'take', 'turn'])
const parting = new Set(['choose', 'distinguish', 'divide', 'mediate', 'share', 'split'])
const removing = new Set(['bar', 'deport', 'drive', 'evacuate', 'oust', 'pull', 'remove', 'withdraw'])
const handing = new Set('award deliver give grant hand lend offer return send submit supply transfer'.split(' '))

/** "support for statehood", "snags between Chad and Mali" with the phrase under the verb: it completes the object right before it. */
export function ofObject(draft: Draft, verb: number, i: number): void {
  const mark = draft.child(i, 'case')
  const object = mark - 1
  if (mark < 1 || draft.heads[object] !== verb || draft.rel(object) !== 'obj' || !draft.isVerb(verb)) return
  if (verb > object || draft.upos[object] !== 'NOUN') return
  const preposition = draft.word(mark)
  const fits =
    preposition === 'between'
      ? !parting.has(draft.lemma(verb))
      : completed[preposition]?.has(draft.lemma(object)) === true && !placing.has(draft.lemma(verb))
  if (fits) draft.attach(i, object, 'nmod')
}

/** "withdraw troops from Chad", "offered troops to the president": what is taken or given goes with its verb. */
export function ofVerb(draft: Draft, object: number, i: number): void {
  const verb = draft.heads[object]
  const mark = draft.child(i, 'case')
  if (verb < 0 || verb > object || mark < object || draft.rel(object) !== 'obj' || !draft.isVerb(verb)) return
  const preposition = draft.word(mark)
  const from = preposition === 'from' && removing.has(draft.lemma(verb))
  const to = preposition === 'to' && handing.has(draft.lemma(verb)) && !completed.to.has(draft.lemma(object))
  if (from || (to && draft.child(verb, 'iobj') < 0)) draft.attach(i, verb, 'obl')
}

/** "was held for spying, according to police": who is named at the end vouches for the whole sentence. */
export function accordingTo(draft: Draft, head: number, i: number): void {
  const mark = draft.child(i, 'case')
  const root = draft.heads.indexOf(-1)
  if (mark < 2 || draft.word(mark) !== 'according' || draft.from.forms[mark - 1] !== ',' || head === root) return
  if (root < mark && (draft.isVerb(root) || draft.child(root, 'nsubj') >= 0)) draft.attach(i, root, 'obl')
}

/** "damage to his plants which was caused by rain": the verb agrees with the noun that it tells of. */
export function agreeing(draft: Draft, noun: number, verb: number): void {
  const above = draft.heads[noun]
  if (above < 0 || above > noun || draft.rel(noun) !== 'nmod' || draft.upos[above] !== 'NOUN') return
  const subject = draft.child(verb, 'nsubj')
  if (subject < noun || !/^(?:which|that)$/.test(draft.word(subject))) return
  const wanted = numberOf(draft, verb)
  if (wanted !== '' && wanted !== nounNumber(draft, noun) && wanted === nounNumber(draft, above))
    draft.attach(verb, above, draft.deprels[verb])
}

/** `S` or `P` by the first finite word of a clause, or nothing when its form does not tell. */
function numberOf(draft: Draft, verb: number): string {
  const first = draft.child(verb, 'aux', 'cop')
  const word = draft.word(first >= 0 ? first : verb)
  if (/^(?:is|was|has|does)$/.test(word)) return 'S'
  if (/^(?:are|were|have|do)$/.test(word)) return 'P'
  return first < 0 && draft.xpos[verb] === 'VBZ' ? 'S' : ''
}

function nounNumber(draft: Draft, noun: number): string {
  if (draft.child(noun, 'conj') >= 0) return 'P'
  return /^NNP?S$/.test(draft.xpos[noun]) ? 'P' : 'S'
}
