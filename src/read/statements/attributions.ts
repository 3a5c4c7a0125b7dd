import type {Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {type Candidate, candidatesIn} from './candidates.ts'
import {isSpeech, type Item, type Line, linesOf, paragraphsOf} from './lines.ts'
import {isFiniteVerb, isStop, type Run, sourceBeside} from './sources.ts'

/** An attribution before its source is known as an entity. */
export interface Attribution {
  readonly line: Line
  readonly lemma: string
  readonly pos: Candidate['pos'] | null
  readonly form: string
  readonly cue: Span | null
  /** Words that name the source, and its first item; `null`: carried over. */
  readonly source: Span | null
  readonly role: Span | null
  /** Words that a relative pronoun as source stands for; else the source. */
  readonly named: Span | null
  /** The last item of the source's name, where it is. */
  readonly head: Item | null
  readonly cueItem: Item | null
  readonly content: readonly Span[]
  /** Attribution that this one takes its source from. */
  readonly after: Attribution | null
}

/** Says whether a cue of that lemma and form attributes; an object's form may name its noun: `obj:responsibility`. */
export type Accepts = (pos: Candidate['pos'], lemma: string, form: string) => boolean

/** All attributions of a text, in text order; `choose` says which ones a line outside of quotations has, instead of the rules. */
export function attributionsIn(
  text: string,
  trees: readonly Tree[],
  accepts: Accepts,
  paragraphs = paragraphsOf(text),
  choose?: (line: Line) => Candidate[],
): Attribution[] {
  const found: Attribution[] = []
  let last: Attribution | null = null
  let lastLine: Line | null = null
  let announced: Attribution | null = null
  for (const line of linesOf(text, trees, paragraphs)) {
    const kept = choose && !line.quoted ? choose(line) : ruled(line, trees, accepts)
    let inLine: Attribution | null = null
    for (const candidate of kept) {
      if (line.quoted && !isSure(candidate)) continue
      const attribution = attributionOf(text, candidate, inLine ?? null)
      if (!attribution) continue
      found.push(attribution)
      if (!(attribution.source ?? attribution.after)) continue
      // Words that go on after a line belong to whoever was quoted in it.
      if (!inLine || endsQuoted(attribution) || !endsQuoted(inLine)) inLine = attribution
    }
    if (!line.quoted) {
      if (kept.length === 0 && announced && isBareQuote(line)) {
        // "He said:" with the quotation in the next paragraph.
        const spans = contentSpans(text, line.items, {first: 0, last: line.items.length - 1})
        last = {...announced, content: spans}
        found.push(last)
      } else if (kept.length === 0 && last && lastLine && isBareQuote(line)) {
        const joined = lastLine.paragraph === line.paragraph
        const spans = contentSpans(text, line.items, {first: 0, last: line.items.length - 1})
        if (joined) {
          const whole: Attribution = {...last, content: [...last.content, ...spans]}
          found[found.indexOf(last)] = whole
          last = whole
        } else if (lastLine.paragraph === line.paragraph || lastLine.paragraph === line.paragraph - 1) {
          const free: Attribution = {
            ...last,
            line,
            cue: null,
            cueItem: null,
            source: null,
            role: null,
            named: null,
            content: spans,
            form: 'free',
            after: last,
          }
          found.push(free)
          last = free
        }
      } else last = inLine
      lastLine = line
      announced = announcement(line, trees, accepts)
    }
  }
  return found.sort((a, b) => startOf(a) - startOf(b))
}

/** What the rules find in a line. */
function ruled(line: Line, trees: readonly Tree[], accepts: Accepts): Candidate[] {
  const candidates = candidatesIn(line, trees)
    .map(candidate => exact(candidate, accepts))
    .filter(candidate => candidate !== null)
  return candidates.filter(candidate => !outdone(candidate, candidates))
}

/** The candidate under the lemma and form that are accepted; a lemma may be off by an "e" ("declin", "boaste"). */
export function exact(candidate: Candidate, accepts: Accepts): Candidate | null {
  const {pos, form, object} = candidate
  for (const lemma of [candidate.lemma, `${candidate.lemma}e`, candidate.lemma.replace(/e$/, '')]) {
    if (accepts(pos, lemma, form)) return {...candidate, lemma}
    const narrow = `${form}:${object}`
    if (object !== undefined && accepts(pos, lemma, narrow)) return {...candidate, lemma, form: narrow}
  }
  return null
}

const startOf = ({content, cue}: Attribution) => Math.min(content[0].start, cue?.start ?? content[0].start)

/** "The minister continued:" at the end of a line: whose words the next one brings. */
function announcement(line: Line, trees: readonly Tree[], accepts: Accepts): Attribution | null {
  const {items} = line
  if (items.at(-1)?.form !== ':') return null
  for (let k = items.length - 2; k >= Math.max(0, items.length - 14); k--) {
    if (items[k].upos !== 'VERB') continue
    const source = sourceBeside(line, k, trees)
    if (!source || !accepts('v', items[k].lemma, 'quote')) continue
    return {
      line,
      lemma: items[k].lemma,
      pos: 'v',
      form: 'quote',
      cue: spanOf(items, {first: k, last: k}),
      source: spanOf(items, source.run),
      role: source.role ? spanOf(items, source.role) : null,
      named: spanOf(items, source.run),
      head: items[source.run.last],
      cueItem: items[k],
      content: [],
      after: null,
    }
  }
  return null
}

/** Inside of a quotation only a clause or quotation that somebody named tells counts. */
function isSure({form, source, line: {items}}: Candidate): boolean {
  if (!source || !/^(?:that|clause|quote|left|left-quote|according)$/.test(form)) return false
  return items.slice(source.run.first, source.run.last + 1).some(({upos}) => upos === 'PROPN')
}

/** A line that is one quotation and no more. */
function isBareQuote({items}: Line): boolean {
  const [first, ...rest] = items
  return first.quote !== null && isSpeech(first) && rest.every(item => item.quote !== null || isStop(item))
}

const endsQuoted = ({form}: Attribution) => form === 'left-quote' || form === 'quote' || form === 'free'

/** The same words told twice: the cue that is nearer to a quotation, or the more exact form, stands. */
function outdone(candidate: Candidate, all: readonly Candidate[]): boolean {
  return all.some(other => {
    if (other === candidate) return false
    const same =
      other.content[0].first === candidate.content[0].first && other.content[0].last === candidate.content[0].last
    if (!same) return false
    if (other.source === null || candidate.source === null) return other.source !== null && candidate.source === null
    return other.form === 'left-quote' && candidate.form !== 'left-quote'
  })
}

function attributionOf(text: string, candidate: Candidate, previous: Attribution | null): Attribution | null {
  const {line, cue, source, content} = candidate
  const {items} = line
  const spans = content
    .flatMap(run => clausesOf(items, run, candidate.form))
    .flatMap(run => contentSpans(text, items, run))
  if (spans.length === 0) return null
  const direct = content.every(run =>
    items.slice(run.first, run.last + 1).every(item => item.quote !== null || isStop(item)),
  )
  return {
    line,
    lemma: candidate.lemma,
    pos: candidate.pos,
    form: direct ? (candidate.form.startsWith('left') ? 'left-quote' : 'quote') : candidate.form,
    cue: spanOf(items, cue),
    source: source ? spanOf(items, source.run) : null,
    role: source?.role ? spanOf(items, source.role) : null,
    named: source ? spanOf(items, source.antecedent ?? source.run) : null,
    head: source ? items[(source.antecedent ?? source.run).last] : null,
    cueItem: items[cue.first],
    content: spans,
    after: source || candidate.unnamed ? null : previous,
  }
}

/** "that it is ready, and that it will answer": each clause is a part of its own. */
function clausesOf(items: readonly Item[], {first, last}: Run, form: string): Run[] {
  if (form !== 'that') return [{first, last}]
  for (let k = first + 3; k < last - 2; k++) {
    if (!/^(?:and|but)$/i.test(items[k].form) || !/^that$/i.test(items[k + 1].form) || items[k + 1].upos !== 'SCONJ')
      continue
    const end = items[k - 1].form === ',' ? k - 2 : k - 1
    return [{first, last: end}, ...clausesOf(items, {first: k + 2, last}, form)]
  }
  return [{first, last}]
}

const spanOf = (items: readonly Item[], {first, last}: Run): Span => ({start: items[first].start, end: items[last].end})

/** The words of a run without the quotation marks around them and without the comma before the attribution. */
function contentSpans(text: string, items: readonly Item[], {first, last}: Run): Span[] {
  const run = items.slice(first, last + 1)
  if (run.every(item => item.quote !== null || isStop(item)))
    return run.filter(item => item.quote !== null).map(({quote}) => trimmed(text, quote!.inner, true))
  let start = run[0].start
  let end = run.at(-1)!.end
  if (run[0].quote && run.slice(1).every(item => item.quote === null) && !run.some(isFiniteVerb)) start = run[0].start
  while (end > start && /[\s,;:]/.test(text[end - 1])) end--
  return end > start ? [{start, end}] : []
}

/** Without blanks at the ends, and, in a quotation, without the comma before "he said". */
function trimmed(text: string, {start, end}: Span, comma: boolean): Span {
  let [a, b] = [start, end]
  while (b > a && (/\s/.test(text[b - 1]) || (comma && /[,]/.test(text[b - 1])))) b--
  while (a < b && /\s/.test(text[a])) a++
  return {start: a, end: b}
}
