import type {Tree} from '../../text/index.ts'
import type {ModeTables} from './decide.ts'
import {become, type State} from './own.ts'

type Form = 'finite' | 'infinitive' | 'gerund' | 'noun'

const promises = new Set([
  'promise',
  'pledge',
  'vow',
  'swear',
  'commit',
  'undertake',
  'offer',
  'guarantee',
  'commitment',
])
/** What turns "not to" round. */
const undoing = new Set(['deny', 'failed', 'refused', 'prevent'])
const accusations = new Set([
  'accuse',
  'allege',
  'charge',
  'suspect',
  'blame',
  'allegation',
  'accusation',
  'suspicion',
  'implicate',
])

/** What is said and stays said, whatever becomes of it. */
const voiced = new Set(
  'accusation allegation appeal call charge complaint condemnation criticism demand protest request threat ultimatum warning'.split(
    ' ',
  ),
)

/** What a governing word makes of the state of what it governs. `outer` is the governor's own state. */
export function govern(
  tree: Tree,
  token: number,
  head: number,
  outer: State,
  own: State,
  form: Form,
  tables: ModeTables,
): State {
  const lemma = tree.lemma(head).toLowerCase()
  const upos = tree.upos(head)
  const kind = upos === 'VERB' || upos === 'AUX' ? 'v' : upos === 'ADJ' ? 'a' : 'n'
  const mode = modeOf(tree, head, lemma, kind, form, tables)
  const to = (value: State['value'], aspect: State['aspect'], because: string) =>
    become({...own, why: [...outer.why, ...own.why]}, value, aspect, `${tree.form(head)}: ${because}`, tree, head)
  const rel = tree.rel(token)
  if (rel === 'nsubj' && !tree.isPassive(head))
    return subjectOf(tree, token, head, outer, own, lemma, kind, mode, tables)
  const unreal = outer.value === 'hypothetical' || outer.value === 'future'
  const not = outer.value === 'negation'
  if (form === 'infinitive' && own.value === 'negation' && !undoing.has(mode ?? '')) return own
  // "Denied reports that it bombed a town": what is denied is what the reports say.
  if (form === 'finite' && kind === 'n' && not && outer.denial >= 0)
    return {...to('negation', 'negated', 'denied'), denial: outer.denial}
  const settled = form === 'finite' && own.value === 'occurred' && tree.tense(token) === 'past'
  switch (mode) {
    case 'report':
      if (announced(tree, token, head, lemma, form)) return unreal || not ? outer : to('future', 'planned', 'announced')
      // "Is said to have armed them": a report in the passive, no order.
      if (form === 'infinitive' && tree.isPassive(head) && tree.perfect(token)) return unreal || not ? outer : own
      if (form === 'infinitive') return unreal || not ? outer : to('hypothetical', 'demanded', 'told to')
      return not && form === 'finite' ? to('hypothetical', 'possible', 'not said') : own
    case 'claim':
      if (form === 'noun' && (!accusations.has(lemma) || (rel === 'obj' && kind === 'v'))) return inherit(own, outer)
      if (not) return to('hypothetical', 'possible', 'not claimed')
      return accusations.has(lemma) && own.value === 'occurred'
        ? {...to('hypothetical', 'possible', 'only alleged'), claim: head}
        : {...own, claim: head}
    case 'believe':
      if (form === 'infinitive') return to('hypothetical', 'possible', 'thought to be')
      return not ? to('hypothetical', 'possible', 'not believed') : own
    case 'deny':
      return not ? to('hypothetical', 'possible', 'not denied') : {...to('negation', 'negated', 'denied'), denial: head}
    case 'plan':
      if (settled) return own
      if (not) return to('negation', 'negated', 'not planned')
      if (outer.value === 'hypothetical') return outer
      return promises.has(lemma) ? to('future', 'promised', 'promised') : to('future', 'planned', 'planned')
    case 'desire':
      return not ? to('negation', 'negated', 'not wanted') : to('hypothetical', 'desired', 'wanted')
    case 'demand':
      return to('hypothetical', 'demanded', 'demanded')
    case 'evidence':
      return not || unreal ? outer : own
    case 'fear':
      return settled ? own : to('hypothetical', 'feared', 'feared')
    case 'possible':
      return settled && kind === 'v' ? own : to('hypothetical', 'possible', 'possible')
    case 'enable':
      // "Let go" is one verb.
      if (lemma === 'let' && tree.lemma(token) === 'go') return inherit(own, outer)
      if (not) return to('negation', 'negated', 'not allowed')
      return unreal ? outer : to('hypothetical', 'possible', 'allowed')
    case 'failed':
    case 'refused':
    case 'prevent':
      // "Rejected the accusation": what was said was said.
      if (form === 'noun' && voiced.has(tree.lemma(token).toLowerCase())) return own
      if (not) return mode === 'failed' ? own : to('hypothetical', 'possible', 'not ruled out')
      if (unreal) return to('hypothetical', 'possible', 'may not')
      return to('negation', mode === 'prevent' ? 'negated' : mode, mode === 'prevent' ? 'did not' : mode)
    case 'end':
      if (not) return to('occurred', 'ongoing', 'not ended')
      return unreal ? own : to('occurred', 'ended', 'ended')
    case 'begin':
      if (lemma === 'go' && tree.progressive(head)) return to('future', 'planned', 'going to')
      if (lemma === 'have' && form === 'infinitive') return to('hypothetical', 'demanded', 'has to')
      return inherit(own, outer)
  }
  return unclassed(tree, token, head, outer, own, form, to, tables, lemma)
}

/** "Announced 500 job cuts": what is announced without an article or with "a" is to come. */
function announced(tree: Tree, token: number, head: number, lemma: string, form: Form): boolean {
  if (form !== 'noun' || lemma !== 'announce') return false
  if (!tree.objects(head).includes(token) || isDefinite(tree, token)) return false
  return tree.upos(token) === 'NOUN'
}

function modeOf(
  tree: Tree,
  head: number,
  lemma: string,
  kind: string,
  form: Form,
  tables: ModeTables,
): string | undefined {
  const particle = tree.child(head, 'compound:prt')
  for (const next of [particle, head + 1]) {
    if (next < 0 || next >= tree.length) continue
    const joined = tables.modes.get(`${kind}:${lemma}_${tree.lemma(next).toLowerCase()}`)
    if (joined && (next === particle || tree.lemma(next).toLowerCase() !== 'to')) return joined
  }
  if (lemma === 'have' && form === 'infinitive') return 'begin'
  if (form === 'infinitive') return tables.modes.get(`${kind}:${lemma}_to`) ?? tables.modes.get(`${kind}:${lemma}`)
  return tables.modes.get(`${kind}:${lemma}`)
}

/** The inner state, unless the governor's is less real. */
function inherit(own: State, outer: State): State {
  if (outer.value === 'occurred')
    return own.value === 'occurred' && outer.aspect !== 'plain' ? {...outer, ...claims(own)} : own
  return outer
}

function claims({claim, denial}: State) {
  return claim >= 0 || denial >= 0 ? {claim, denial} : {}
}

function subjectOf(
  tree: Tree,
  token: number,
  head: number,
  outer: State,
  own: State,
  lemma: string,
  kind: string,
  mode: string | undefined,
  tables: ModeTables,
): State {
  const happens = tables.light.has(lemma) || kind !== 'v' || mode === 'begin' || mode === 'end' || lemma === 'collapse'
  if (mode === 'failed') return become(own, 'negation', 'failed', `${lemma}: failed`, tree, head)
  if (lemma === 'over' && kind !== 'v') return become(own, 'occurred', 'ended', 'over: ended', tree, head)
  if (mode === 'end') return become(own, 'occurred', 'ended', `${lemma}: ended`, tree, head)
  const definite = isDefinite(tree, token)
  const said = saidOfIt(tree, head, kind, mode, tables)
  if (said && (!definite || tree.tense(head) === 'present')) {
    if (said.mode === 'possible')
      return become(own, 'hypothetical', 'possible', `${tree.form(said.at)}: possible`, tree, said.at)
    return outer.value === 'negation'
      ? outer
      : become(own, 'future', 'planned', `${tree.form(said.at)}: planned`, tree, said.at)
  }
  if (happens && kind === 'v') return inherit(own, outer)
  if (coming(tree, head, tables)) return outer.value === 'future' ? inherit(own, outer) : toCome(own, tree, head)
  if (!definite && outer.value !== 'occurred' && outer.value !== 'negation') return outer
  return own
}

const seeming = new Set(['appear', 'become', 'grow', 'look', 'remain', 'seem'])

/** "An attack is possible", "talks seem unlikely", "war looks imminent": the adjective that says of its subject that it may come or is to come. */
function saidOfIt(
  tree: Tree,
  head: number,
  kind: string,
  mode: string | undefined,
  tables: ModeTables,
): {at: number; mode: 'possible' | 'plan'} | null {
  if (kind === 'a') return mode === 'possible' || mode === 'plan' ? {at: head, mode} : null
  if (!seeming.has(tree.lemma(head).toLowerCase())) return null
  const at = tree.childrenBy(head, 'xcomp', 'advmod').find(child => tree.upos(child) === 'ADJ') ?? -1
  const own = at < 0 ? undefined : tables.modes.get(`a:${tree.lemma(at).toLowerCase()}`)
  return own === 'possible' || own === 'plan' ? {at, mode: own} : null
}

const happening = new Set(['take', 'occur', 'happen', 'follow', 'resume', 'hold', 'go'])
const awaited = new Set(['plan'])

/** "The trial is set to begin", "the flight will take off": what the verb says of its subject is that it is to come. */
function coming(tree: Tree, head: number, tables: ModeTables): boolean {
  const begins = (verb: number) => {
    const lemma = tree.lemma(verb).toLowerCase()
    return happening.has(lemma) || tables.modes.get(`v:${lemma}`) === 'begin'
  }
  const inner = tree.child(head, 'xcomp')
  const kind = tree.upos(head) === 'ADJ' ? 'a' : 'v'
  if (inner >= 0 && awaited.has(tables.modes.get(`${kind}:${tree.lemma(head).toLowerCase()}`) ?? ''))
    return begins(inner)
  return tree.modal(head) === 'will' && begins(head)
}

function toCome(own: State, tree: Tree, head: number): State {
  return become(own, 'future', 'planned', `${tree.form(head)}: to come`, tree, head)
}

function unclassed(
  tree: Tree,
  token: number,
  head: number,
  outer: State,
  own: State,
  form: Form,
  to: (value: State['value'], aspect: State['aspect'], because: string) => State,
  tables: ModeTables,
  lemma: string,
): State {
  const rel = tree.rel(token)
  if (form === 'infinitive') {
    if (outer.value !== 'occurred') return outer
    return to('hypothetical', 'desired', 'an aim')
  }
  if (form === 'gerund') return inherit(own, outer)
  if (form === 'finite') return own
  const carried = tables.light.has(lemma) && (rel === 'obj' || (rel === 'nsubj' && tree.isPassive(head)))
  if (carried) return inherit(own, outer)
  if (rel === 'obj' && outer.aspect === 'conditional') return outer
  if (isDefinite(tree, token)) return own
  return outer.value === 'hypothetical' || outer.value === 'future' ? outer : own
}

function isDefinite(tree: Tree, token: number): boolean {
  for (const child of tree.children(token)) {
    const rel = tree.deprel(child)
    if (rel === 'nmod:poss') return true
    if (rel === 'det' && /^(?:the|this|that|these|those|its|their)$/i.test(tree.form(child))) return true
  }
  return false
}
