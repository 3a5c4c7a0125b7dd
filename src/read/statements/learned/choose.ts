import type {Act, Lexicon} from '../../../lexicon/index.ts'
import type {Tree} from '../../../text/index.ts'
import {type Candidate, isOwn} from '../candidates.ts'
import {isTelling} from '../bounds.ts'
import {isSpeech, type Item, type Line} from '../lines.ts'
import {genres, headlineCandidate, nouns, signedCandidate} from '../nouns.ts'
import {asideAfter, isComma, isFiniteVerb, isStop, namesIn, nounPhraseBack, type Run, type Source} from '../sources.ts'
import {agreement} from './accept.ts'
import {addresseeOf, judged} from './addressee.ts'
import {type AttributionModel, learnedIn, type Thresholds} from './find.ts'
import type {Ruled} from './cue.ts'
import type {Proposal} from './propose.ts'
import {ruledIn} from './ruled.ts'
import {type Clusters, hashOf, View} from './view.ts'

/**
 * The attributions of a line outside of quotations. The model decides which words are cues, of what and by whom; where a rule
 * finds the same content or source, its bounds stand.
 */
export function chooseIn(
  line: Line,
  trees: readonly Tree[],
  lexicon: Lexicon,
  model: AttributionModel,
  clusters: Clusters,
  ruled: ReadonlyMap<number, Ruled> = ruledIn(line, trees, lexicon.cues),
): Candidate[] {
  const view = new View(line, trees, clusters)
  const sure = signedCandidate(line) ?? headlineCandidate(line)
  if (sure) return [sure]
  const made = new Map<Proposal, Candidate>()
  const found = learnedIn(view, ruled, model, (proposal, score) => {
    if (isTopic(view, proposal)) return false
    const candidate = made.get(proposal) ?? candidateOf(view, proposal)
    made.set(proposal, candidate)
    return isSaid(candidate, score, lexicon, model.from)
  }).map(({proposal}) => made.get(proposal)!)
  const medial = medialIn(line, ruled)
  if (medial)
    return [medial, ...found.filter(other => !isInside(medial, other))].sort((a, b) => a.cue.first - b.cue.first)
  if (found.length < 2) return found
  return found
    .filter(candidate => !found.some(other => other !== candidate && goesThrough(view, other, candidate)))
    .sort((a, b) => a.cue.first - b.cue.first)
}

/** Whether a candidate tells something said; what looks like a deed does where the model is surer. */
function isSaid(candidate: Candidate, score: number, lexicon: Lexicon, from: Thresholds): boolean {
  const deed = deedOf(candidate, lexicon)
  const brief = candidate.content.every(({first, last}) => last - first < 3)
  if (deed === 'surely' || (deed === 'likely' && score < (brief ? Math.max(0, from.deed) : from.deed))) return false
  return (
    !isOwn(candidate) &&
    !isNaming(candidate) &&
    !isOrder(candidate) &&
    !isVerdict(candidate) &&
    !isUnclear(candidate) &&
    !isHeading(candidate) &&
    !isHalf(candidate) &&
    !isEmpty(candidate, lexicon) &&
    !isFact(candidate) &&
    !isNobody(candidate) &&
    !isHearsay(candidate, lexicon) &&
    !isDiscretion(candidate) &&
    !isThing(candidate, score, lexicon) &&
    !isToCome(candidate)
  )
}

/** "They disagree about what happened": what is spoken about, not what is said. */
function isTopic(view: View, {content, ruled}: Proposal): boolean {
  const told = worded(view, content)
  const [{first}] = told
  return (
    !ruled?.listed &&
    told.length === 1 &&
    /^(?:what|how|who|where)$/i.test(view.items[first].form) &&
    /^(?:about|over|on)$/i.test(view.items[first - 1]?.form ?? '')
  )
}

/** "continued to support them": verbs that only tell how another one goes on. */
const phases = /^(?:continue|begin|start|stop|cease|keep|fail|manage|help|happen|tend|come|go|get|use)$/
const material = /^(?:ASSAULT|COERCE|SANCTION|MOBILIZE|RETREAT|AID)$/
/** "signed a pact", "backed the junta": done, not said. */
const done = /^(?:sign|initial|ratify|seal|ink|conclude|back|award|recogni[sz]e)$/
/** "observed the match", "claimed the cup": seen or taken, not said. */
const perceived = /^(?:observe|watch|witness|see|hear|notice|claim)$/
/** "contains a clause": said of things. */
const contains = /^(?:concern|contain|include|involve|comprise)$/
/** Acts that are done by words, whatever they are done to. */
const spoken = /^(?:ACCUSE|REQUEST|REJECT|THREATEN)$/
const joint = /^(?:ASSAULT|COERCE|SANCTION|MOBILIZE|RETREAT|AID|AGREE|CONSULT|COOPERATE|PROTEST)$/

/** "War and Peace", "hope": not "2,521 cases of arson". */
const isTitle = (item: Item) =>
  item.quote !== null && !isSpeech(item) && (item.form.split(/\s+/).length < 3 || /^\W*\p{Lu}/u.test(item.form))

/** Whether what a deed is done to is taken for something said: "The army attacked the town", "China brokered the pact". */
type Deed = 'no' | 'likely' | 'surely'

function deedOf(
  {pos, lemma, form, object, source, cue, content, line: {items}}: Candidate,
  {acts, cues}: Lexicon,
): Deed {
  if (pos !== 'v') return 'no'
  // "believes in God", "read “War and Peace”": a creed and a title are nothing said.
  if (lemma === 'believe' && form === 'prep:in') return 'surely'
  const [{first, last}] = content
  const listed = cues.find('v', lemma, form) !== null
  if (!listed && form === 'obj' && isTitle(items[first])) return 'surely'
  // A verb that the table of cues does not have tells no clause either: "suspended that pact in June, after …".
  const never = !cues.tells(lemma)
  if (!never && !/^(?:obj|inf|ing|prep:.*)$/.test(form)) return 'no'
  if (form === 'inf' && phases.test(lemma)) return 'surely'
  const words = content.flatMap(run => items.slice(run.first, run.last + 1))
  // "concluded a truce that collapsed": what is said of the thing done makes it no words.
  const aside = words.findIndex(({form}) => /^(?:that|which|who|whom|whose)$/i.test(form))
  const core = aside > 0 ? words.slice(0, aside) : words
  // A lemma that is none: `shet` of "shot", `initiall` of "initialled".
  const known = acts.verbForms.get(items[cue.first].form.toLowerCase())
  if (done.test(known ?? lemma) && !core.some(isFiniteVerb)) return 'surely'
  // "ought to call", "The clause concerns some kilometres of soil": words between things.
  if (/^ought$/i.test(items[cue.first].form) || (form === 'obj' && contains.test(lemma) && !words.some(isSpeech)))
    return 'surely'
  if (!listed && form === 'obj' && perceived.test(lemma) && !core.some(isFiniteVerb)) return 'surely'
  // "told a long story", "asked her for a coin"
  if (/^(?:ask|tell)$/.test(lemma) && /^(?:obj|prep:.*)$/.test(form) && content.length === 1)
    if (last - first < 4 && !words.some(isSpeech)) return 'surely'
  const rows = acts.byTrigger.get(`v:${lemma}`) ?? acts.byTrigger.get(`v:${known}`) ?? []
  if (rows.length === 0 || words.some(isSpeech)) return 'no'
  // "recalled its ambassador", "shook his hand": what it is done to makes the act of the table.
  if (form === 'obj' && (never || lemma === 'recall') && isDoneTo(core, rows)) return 'surely'
  const tells = cues.find('v', lemma, form) ?? cues.find('v', lemma, `${form}:${object}`)
  // "agreed in Beijing to resume relations": a place is nothing said.
  if (tells === null && /^prep:(?:in|at)$/.test(form)) return 'surely'
  if (tells !== null) return rows.every(({event}) => material.test(event)) ? 'likely' : 'no'
  // "claimed the cup", "attacked the town", but "attacked him for lying", "found 31 cases": in a construction of which the table knows nothing told.
  if (rows.some(row => row.event === 'ASSAULT' && (asksNoWord(row) || isDoneTo(core, [row]))))
    return words.some(({form}) => /^(?:for|as|over)$/i.test(form)) ? 'likely' : 'surely'
  // "spoke for an hour", "talked with the envoy"
  if (/^prep:(?:for|with)$/.test(form) && rows.some(({event}) => event === 'CONSULT')) return 'surely'
  const met = rows.some(({event}) => (never ? joint.test(event) : event === 'CONSULT'))
  if (!met && !rows.every(({event}) => joint.test(event))) return 'no'
  return source === null || (never && rows.every(({event}) => event === 'SANCTION')) ? 'surely' : 'likely'
}

/** Whether a row is about its verb alone: "lay" is no attack without a mine. */
const asksNoWord = ({pattern}: Act) =>
  !pattern.objects.some(({slot, words, optional}) => slot === null && words && !optional)

/** Whether the noun that a verb governs is one with which rows of the table make it a deed. */
function isDoneTo(words: readonly Item[], rows: readonly Act[]): boolean {
  const cut = words.findIndex(({upos}) => upos === 'ADP')
  const head = (cut > 0 ? words.slice(0, cut) : words).findLast(({upos}) => /^(?:NOUN|PROPN)$/.test(upos))
  if (!head) return false
  return rows.some(
    ({event, pattern}) =>
      !spoken.test(event) && pattern.objects.some(({slot, words}) => slot === null && words?.has(head.lemma)),
  )
}

/** "denied it", "whom Tehran backed", "rejected that allegation": words that tell nothing by themselves. */
const isEmpty = ({line: {items}, form, pos, lemma, content}: Candidate, {cues}: Lexicon) =>
  content.every(({first, last}) =>
    first === last
      ? /^(?:PRON|DET)$/.test(items[first].upos)
      : form === 'obj' &&
        cues.find(pos, lemma, form)?.act === 'denial' &&
        last === first + 1 &&
        /^(?:that|this|the|such|these|those)$/i.test(items[first].form) &&
        saying.test(items[last].lemma),
  )

const saying =
  /^(?:claim|allegation|accusation|charge|report|rumou?r|suggestion|talk|assertion|contention|notion|criticism|argument|complaint|statement|remark|comment)$/

/** "any talk of easing the rules", "his affiliation with the club": a noun that no table knows, and no clause that somebody tells by it. */
function isThing(
  {line: {items}, pos, lemma, form, source, content, cue}: Candidate,
  score: number,
  {cues, acts}: Lexicon,
): boolean {
  if (pos !== 'n' || !/^(?:obj|inf|prep:.*)$/.test(form) || cues.find('n', lemma, form)) return false
  if (content.some(({first, last}) => items.slice(first, last + 1).some(item => isSpeech(item) || isFiniteVerb(item))))
    return false
  // "shook his hand", "The clause concerns …": verbs that were taken for nouns.
  const verb = items[cue.first].form !== lemma ? contains.test(lemma) : acts.verbForms.has(lemma)
  const told = lemma !== 'question' && (nouns.has(lemma) || /^(?:estimate|forecast|disagreement)$/.test(lemma))
  return verb || (!told && (source === null || score < -0.9))
}

/** "Lima is said to have promised that …": what it promised is told by its own verb. */
function isHearsay({line: {items}, lemma, cue}: Candidate, {cues}: Lexicon): boolean {
  if (!/^(?:say|report|believe|think|understand|know)$/.test(lemma) || items[cue.first].xpos !== 'VBN') return false
  const [to, have, verb, that] = items.slice(cue.last + 1, cue.last + 5)
  if (!/^to$/i.test(to?.form ?? '') || have?.lemma !== 'have' || !/^that$/i.test(that?.form ?? '')) return false
  return cues.find('v', verb.lemma, 'that') !== null
}

/** "who asked not to be named", "would like him to": on what terms somebody speaks, and words that leave out what they are about. */
function isDiscretion({line: {items}, pos, lemma, content}: Candidate): boolean {
  if (pos !== 'v') return false
  const words = content.flatMap(({first, last}) => items.slice(first, last + 1))
  if (words.length < 4 && /^to$/i.test(words.at(-1)!.form)) return true
  return (
    lemma === 'ask' &&
    words.length < 9 &&
    words.some(({lemma}) => /^(?:name|identify|anonymity|anonymous)$/.test(lemma)) &&
    words.some(({form}) => /^not$/i.test(form))
  )
}

/** "Few have forgotten how it began", "nobody should be confused about it": the teller's own facts. */
const isFact = ({lemma, pos, content, line: {items}}: Candidate) =>
  pos === 'v' &&
  /^(?:forget|confuse|mistake)$/.test(lemma) &&
  !content.some(({first, last}) => items.slice(first, last + 1).some(isSpeech))

/** "Nobody has told him": what nobody says is not said. */
const isNobody = ({source, line: {items}}: Candidate) =>
  source !== null && /^(?:nobody|none|no-one)$/i.test(items[source.run.first].form)

/** "The state, the paper adds, fears nothing", "Should it fail, he added, we would wait": told between commas, inside of what is told. */
function medialIn({items}: Line, ruled: ReadonlyMap<number, Ruled>): Candidate | null {
  for (const {candidate, listed} of ruled.values()) {
    const {form, content, cue, source} = candidate
    if (!listed || form !== 'left' || content.length !== 2 || !source || source.inverted) continue
    if (!isTelling(items[cue.first]) || !isComma(items[cue.last + 1]) || content[1].first !== cue.last + 2) continue
    if (cue.first - source.run.last > 1 || content[0].last !== source.run.first - 2) continue
    if (content.some(({first, last}) => items.slice(first, last + 1).some(({quote}) => quote))) continue
    return candidate
  }
  return null
}

const isInside = ({content, cue}: Candidate, other: Candidate) =>
  other.cue.first === cue.first || (other.cue.first >= content[0].first && other.cue.first <= content.at(-1)!.last)

/** "Lima may one day decide that it was wrong": what somebody could come to think is nothing that he thinks. */
function isToCome({lemma, pos, cue, line: {items}}: Candidate): boolean {
  if (
    pos !== 'v' ||
    items[cue.first].xpos !== 'VB' ||
    !/^(?:decide|discover|realize|realise|conclude|learn|find|understand|see)$/.test(lemma)
  )
    return false
  for (let k = cue.first - 1; k >= Math.max(0, cue.first - 5); k--) {
    if (items[k].xpos === 'MD') return true
    if (items[k].upos !== 'ADV' && !isTimeWord(items[k])) return false
  }
  return false
}

const isTimeWord = ({form}: Item) => /^(?:one|some|day|time|soon|yet)$/i.test(form)

/** "It is not the first time that China accused …": a clause that only begins. */
const isHalf = ({line: {items}, cue, content}: Candidate) =>
  content.length === 1 &&
  content[0].last < cue.first &&
  /^(?:that|which|who|because)$/i.test(items[content[0].last].form)

/** "Source: Tarjoman", "Opinion: …": a heading of the page is no speaker. */
function isHeading({lemma, source, content, line: {items}}: Candidate): boolean {
  if (lemma !== ':' || source === null) return false
  const {form} = items[source.run.first]
  if (source.run.first === source.run.last && (genres.test(form) || form.length === 1)) return true
  // "Two killed in blast: what we know"
  return !isStop(items.at(-1)) && items.length < 19 && !items[content[0].first].quote
}

/** "“This,” he said, pointing at the map, “is where”": what a quotation goes on with is told by nobody else. */
function goesThrough(view: View, {form, content}: Candidate, other: Candidate): boolean {
  if (form !== 'left-quote' || content.length < 2) return false
  return other.content.some(({first, last}) =>
    content.some(run => run.first >= first && run.first <= last && view.speech[run.first] === 1),
  )
}

/** "known as “the Butcher”", "a film called “The Long March”": nobody says so. */
function isNaming({line: {items}, lemma, source, cue, content}: Candidate): boolean {
  const coined = items[cue.first - 1]?.form === '-' && items[cue.first - 1].end === items[cue.first].start
  if (
    (source && !coined) ||
    !/^(?:know|call|name|title|entitle|nickname)$/.test(lemma) ||
    items[cue.first].xpos !== 'VBN'
  )
    return false
  // "a route to be called the Road of Peace"
  const [given] = content.filter(({first}) => first > cue.last)
  if (given && items.slice(given.first, given.last + 1).filter(({form}) => /^\p{Lu}/u.test(form)).length > 1)
    return true
  const isName = ({quote, form}: Item) => quote !== null && form.split(' ').length < 7
  return (
    items.slice(cue.last + 1, cue.last + 3).some(isName) ||
    content.some(({first, last}) => items.slice(first, last + 1).some(isName))
  )
}

/** "The troops were told to leave": an order of nobody that is named. */
function isOrder({line: {items}, lemma, source, cue, content}: Candidate): boolean {
  if (source || !/^(?:tell|order|ask|urge|advise|instruct)$/.test(lemma) || items[cue.first].xpos !== 'VBN')
    return false
  if (lemma === 'ask') return true
  return content.every(({first}) => first < cue.first || items[first].form === 'to')
}

/** "He was criticised for the raid": a verdict of nobody. */
const isVerdict = ({line: {items}, lemma, source, cue}: Candidate) =>
  source === null && judged.test(lemma) && items[cue.first].xpos === 'VBN'

/** "It is unclear whether the US considers it lost", "History seems to repeat itself": nobody says so, and whether they think so is open. */
function isUnclear({line: {items}, lemma, source, cue}: Candidate): boolean {
  if (source === null && /^(?:seem|appear|look)$/.test(lemma)) return true
  return source === null ? items[cue.first].upos === 'ADJ' : items[source.run.first - 1]?.form === 'whether'
}

function candidateOf(view: View, proposal: Proposal): Candidate {
  const {cue, ruled, content, source} = proposal
  const {items} = view
  const rule = ruled?.candidate ?? null
  const same =
    rule !== null &&
    ((agreement(rule.content, content) >= (rule.form === 'obj-of' ? 1 : 2) &&
      !overshoots(rule.content, content) &&
      !losesQuote(view, rule.content, content)) ||
      goesOn(view, rule, content) ||
      afterAddressee(rule, content))
  const {upos, lemma, form: word} = items[cue]
  const according = /^according$/i.test(word) && /^to$/i.test(items[cue + 1]?.form ?? '')
  const addressee = addresseeOf(view, cue)
  const told = source.head >= 0 && addressee >= 0 && view.under(addressee, source.head)
  // "…, says the general who led the retreat": whoever stands behind such a verb; "…, saying, “…”": whom the sentence is about.
  const behind = rule?.source?.inverted && /^left/.test(rule.form) && source.head > cue
  const apart = view.comma[cue - 1] === 1 || /^while$/i.test(items[cue - 1]?.form ?? '')
  const main = rule?.form === 'quote' && items[cue].xpos === 'VBG' && apart && source.head >= 0
  const named = rule?.source && ((ruled?.listed && (behind || main)) || holds(rule.source, source.head))
  // "“…,” the newspaper mocks": who stands between a quotation and the verb.
  const beside = source.head < 0 && rule?.form === 'left-quote' && rule.source !== null && !rule.source.inverted
  return {
    line: view.line,
    cue: rule?.cue ?? {first: cue, last: according ? cue + 1 : cue},
    lemma: rule?.lemma ?? (according ? 'according to' : lemma || word),
    pos: rule?.pos ?? (upos === 'NOUN' ? 'n' : upos === 'VERB' || upos === 'AUX' ? 'v' : 'p'),
    form: same ? rule.form : formOf(view, cue, content),
    source: told
      ? null
      : listed(view, named || beside ? rule.source : sourceOf(view, cue, source.run, rule?.source ?? null)),
    unnamed: told || (source.head < 0 && !beside),
    content: worded(view, same ? rule.content : content.map(run => bare(view, run))).map(run =>
      withCondition(view, cue, withExamples(view, cue, run)),
    ),
    ...(same && rule.object !== undefined ? {object: rule.object} : {}),
  }
}

/** "told them that it was over and says he will go": bounds of the rule that run on into what another verb tells. */
function overshoots(rule: readonly Run[], content: readonly Run[]): boolean {
  return rule.at(-1)!.last > content.at(-1)!.last + 3
}

/** "says things such as, “…”": bounds of the rule that leave out a quotation. */
function losesQuote({items}: View, rule: readonly Run[], content: readonly Run[]): boolean {
  const quotes = (runs: readonly Run[]) =>
    runs.some(({first, last}) => items.slice(first, last + 1).some(({quote}) => quote))
  return quotes(content) && !quotes(rule)
}

const obj = hashOf('obj')

/** "“You know,” he said, but “when …”": the rule found that the same words go on after the attribution. */
function goesOn(view: View, {form, content}: Candidate, kept: readonly Run[]): boolean {
  if (!/^left(?:-quote)?$/.test(form) || content.length < 2 || kept.length !== 1) return false
  const rest = content[1]
  if (!view.speaks(rest)) return false
  return agreement([content[0]], kept) >= 2
}

/** "warned Seoul and Washington earlier this week that his forces would answer": only the clause is said. */
function afterAddressee({form, cue, content: [clause]}: Candidate, kept: readonly Run[]): boolean {
  return form === 'that' && kept.length === 1 && kept[0].first > cue.last && kept[0].last === clause.last
}

/** Whether an item is in the words that name a source or in the aside beside them: "Lopez, director of the Lima Institute". */
const holds = ({run, role}: Source, k: number) =>
  (k >= run.first && k <= run.last) || (role !== null && k >= role.first && k <= role.last)

/** "China, the United States and the European Union urged": with all that stand before "and". */
function listed(view: View, source: Source | null): Source | null {
  if (!source || source.inverted || source.antecedent) return source
  const {items, comma} = view
  const {last} = source.run
  let {first} = source.run
  if (comma[last + 1] || !items.slice(first, last).some(({form}) => /^and$/i.test(form))) return source
  while (comma[first - 1]) {
    const before = nounPhraseBack(items, first - 2)
    if (!before || items.slice(before.first, before.last + 1).some(({upos}) => !/^(?:PROPN|DET)$/.test(upos))) break
    first = before.first
  }
  return {...source, run: {first, last}}
}

/** "Mr. Bown": a title never stands alone before a name. */
function titled({items}: View, run: Run, cue: number): Run {
  let {last} = run
  if (run.first !== last || !/^(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Prof)\.?$/.test(items[last].form)) return run
  while (last + 1 < items.length && last + 1 !== cue && items[last + 1].upos === 'PROPN') last++
  return {first: run.first, last}
}

function sourceOf(view: View, cue: number, named: Run | null, rule: Source | null): Source | null {
  if (!named) return null
  const run = titled(view, named, cue)
  if (run.first === run.last && /^(?:who|which|that)$/i.test(view.items[run.first].form)) {
    const before = view.comma[run.first - 1] ? run.first - 2 : run.first - 1
    const stands = rule && rule.run.last === before ? rule.run : nounPhraseBack(view.items, before)
    return {run, role: null, inverted: false, antecedent: stands}
  }
  const aside = asideAfter(view.items, run.last)
  const clause = aside !== null && /^(?:who|whose)$/i.test(view.items[aside.first].form)
  if (aside && view.comma[aside.last + 1] === 1 && namesIn(view.items, run, aside))
    return {run: aside, role: run, inverted: run.first > cue}
  return {run, role: clause ? null : aside, inverted: run.first > cue}
}

/** The construction as the rules would name it, by what the content begins with. */
function formOf(view: View, cue: number, content: readonly Run[]): string {
  const [{first}] = content
  const quote = view.speech[first] === 1
  if (first < cue) return quote ? 'left-quote' : 'left'
  if (quote) return 'quote'
  const word = view.items[first]
  if (word.upos === 'SCONJ' && word.lemma === 'that') return 'that'
  if (view.items[first - 1]?.form === ':') return 'colon'
  if (word.lemma === 'to') return 'inf'
  // "signed a pact that …", not "said a pact was …": the noun is what is told, not its clause.
  const object = view.children[cue].find(child => view.rel[child] === obj)
  if (object !== undefined && object >= first && view.first[object] <= first) return 'obj'
  return view.hasVerb(content[0]) ? 'clause' : 'obj'
}

/** Without a "what" or "which" that other words stand beside: "what he called “a rant”". */
function worded({items}: View, content: readonly Run[]): readonly Run[] {
  if (content.length < 2) return content
  return content.filter(({first, last}) => first !== last || !/^(?:what|which|that)$/i.test(items[first].form))
}

/** "taxing firms, such as those that it owns": examples belong to what they are examples of. */
function withExamples(view: View, cue: number, run: Run): Run {
  const {items, comma} = view
  const at = run.last + 2
  const opens = /^such$/i.test(items[at]?.form ?? '') && /^as$/i.test(items[at + 1]?.form ?? '')
  if (run.last < cue || !comma[run.last + 1] || !opens) return run
  let last = at + 1
  while (last < view.end && !comma[last + 1]) last++
  return {first: run.first, last}
}

/** "that he could seize it, if sanctions were tightened": a condition at the end of the sentence belongs to the clause. */
function withCondition(view: View, cue: number, run: Run): Run {
  const {items, comma} = view
  const at = run.last + 2
  if (run.last < cue || !comma[run.last + 1] || !/^(?:if|unless)$/i.test(items[at]?.form ?? '')) return run
  if (!items.slice(run.first, run.last + 1).some(({xpos}) => xpos === 'MD')) return run
  let last = items.length - 1
  while (last > at && isStop(items[last])) last--
  return items.slice(at, last + 1).some(({quote, form}) => quote || form === ';') ? run : {first: run.first, last}
}

/** Without the "that" which it begins with, or the "as" before a quotation. */
function bare(view: View, {first, last}: Run): Run {
  const {upos, lemma} = view.items[first]
  const opens = (upos === 'SCONJ' && lemma === 'that') || (lemma === 'as' && view.items[first + 1]?.quote)
  return opens && first < last ? {first: first + 1, last} : {first, last}
}
