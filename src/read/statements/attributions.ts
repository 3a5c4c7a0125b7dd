import type {Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {type Candidate, candidatesIn} from './candidates.ts'
import {type Label, labelsIn} from './labels.ts'
import {isSpeech, type Item, type Line, linesOf, paragraphsOf} from './lines.ts'
import {isOpen} from './quotes.ts'
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
  let lastQuoted: Attribution | null = null
  let announced: Attribution | null = null
  let waiting: Span[] = []
  const replace = (from: Attribution, to: Attribution) => {
    found[found.indexOf(from)] = to
    return to
  }
  const labels = labelsIn(text, paragraphs)
  const told = new Set<Label>()
  for (const line of linesOf(text, trees, paragraphs)) {
    const label = labels.get(line.paragraph)
    if (label) {
      if (!told.has(label) && !line.quoted) found.push(labelled(line, label))
      told.add(label)
      last = null
      continue
    }
    const kept = choose && !line.quoted ? choose(line) : ruled(line, trees, accepts)
    let inLine: Attribution | null = null
    for (const candidate of kept) {
      if (line.quoted && !isSure(candidate)) continue
      const attribution = attributionOf(text, candidate, inLine ?? null)
      if (!attribution) continue
      found.push(attribution)
      if (!(attribution.source ?? attribution.after)) continue
      // Words that go on after a line belong to whoever was quoted in it.
      if (candidate.form !== 'signed' && (!inLine || endsQuoted(attribution) || !endsQuoted(inLine)))
        inLine = attribution
    }
    if (line.quoted) continue
    const spans = kept.length === 0 && opensQuoted(line) ? contentSpans(text, line.items, allOf(line)) : []
    if (inLine) {
      // "“…¶¶“…,” he said": the paragraph before, left open, is his as well.
      const first = inLine.content[0].start
      if (waiting.length > 0 && line.items[0].quote && first < line.items[0].end)
        inLine = replace(inLine, {...inLine, content: [...waiting, ...inLine.content]})
      last = inLine
    } else if (spans.length === 0) {
      // Words of nobody between two quotations of one paragraph leave the speaker; a signature ends his words.
      if (kept.length > 0 || lastLine?.paragraph !== line.paragraph) last = null
    } else if (announced) {
      // "He said:" with the quotation in the next paragraph.
      const {cue} = announced
      const before = found.findIndex(other => cue && other.cue?.start === cue.start)
      if (before >= 0) found.splice(before, 1)
      last = {...announced, content: spans}
      found.push(last)
    } else if (last && lastLine) {
      const gap = line.paragraph - lastLine.paragraph
      // "“…,” Obama said. He didn't suggest retaliation. “…”": what he said goes on.
      const phrase = /^(?:obj|prep|inf|ing)/.test(last.form) && lastQuoted?.line.paragraph === line.paragraph
      const before: Attribution = gap === 0 && phrase && lastQuoted ? lastQuoted : last
      if (gap === 0 || (gap === 1 && isLeftOpen(lastLine))) {
        last = replace(before, {...before, content: [...before.content, ...spans]})
      } else if (gap === 1) {
        last = {
          ...before,
          line,
          cue: null,
          cueItem: null,
          source: null,
          role: null,
          named: null,
          content: spans,
          form: 'free',
          after: before,
        }
        found.push(last)
      } else last = null
    }
    if (last && endsQuoted(last)) lastQuoted = last
    waiting = spans.length > 0 && last === null && isLeftOpen(line) ? [...waiting, ...spans] : []
    if (last === null || inLine || spans.length > 0 || line.paragraph !== lastLine?.paragraph) lastLine = line
    announced = announcement(line, trees, accepts)
  }
  return found.sort((a, b) => startOf(a) - startOf(b))
}

/** "SALAS: We wait.": a paragraph of a transcript, as it was said. */
function labelled(line: Line, {name, colon, content}: Label): Attribution {
  const head = line.items.filter(item => item.start >= name.start && item.end <= name.end).at(-1) ?? null
  return {
    line,
    lemma: ':',
    pos: 'p',
    form: 'label',
    cue: colon,
    source: name,
    role: null,
    named: name,
    head,
    cueItem: null,
    content: [content],
    after: null,
  }
}

const allOf = ({items}: Line): Run => ({first: 0, last: items.length - 1})

/** Whether a line ends in a quotation that its paragraph does not close. */
function isLeftOpen({items}: Line): boolean {
  const {quote} = items.at(-1)!
  return quote !== null && isOpen(quote)
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
  const {lemma: word} = candidate
  for (const lemma of word.endsWith('e') ? [word, `${word}e`, word.slice(0, -1)] : [word, `${word}e`]) {
    if (accepts(pos, lemma, form)) return {...candidate, lemma}
    const narrow = `${form}:${object}`
    if (object !== undefined && accepts(pos, lemma, narrow)) return {...candidate, lemma, form: narrow}
  }
  return null
}

const startOf = ({content, cue}: Attribution) => Math.min(content[0].start, cue?.start ?? content[0].start)

/** "The minister continued:", "made the following comment:" at the end of a line: whose words the next one brings. */
function announcement(line: Line, trees: readonly Tree[], accepts: Accepts): Attribution | null {
  const {items} = line
  if (items.at(-1)?.form !== ':') return null
  let plain: Attribution | null = null
  for (let k = items.length - 2; k >= Math.max(0, items.length - 20); k--) {
    // "McCrummen reports:": a verb taken for a plural.
    const plural = items[k].upos === 'NOUN' && /s$/.test(items[k].form) && k === items.length - 2
    if (items[k].upos !== 'VERB' && !plural) continue
    const source = sourceBeside(line, k, trees)
    if (!source) continue
    const told = accepts('v', items[k].lemma, 'quote')
    if (plural && !told) continue
    if (!told && (plain || !isFiniteVerb(items[k]))) continue
    const found: Attribution = {
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
    if (told) return found
    plain = found
  }
  return plain
}

/** Inside of a quotation only a clause or quotation that somebody named tells counts. */
function isSure({form, source, line: {items}}: Candidate): boolean {
  if (!source || !/^(?:that|clause|quote|left|left-quote|according)$/.test(form)) return false
  return items.slice(source.run.first, source.run.last + 1).some(({upos}) => upos === 'PROPN')
}

/** A line that is a quotation, with at most a few words after it that tell nothing: "“… a cut” for the rich." */
function opensQuoted({items}: Line): boolean {
  const [first] = items
  if (!isSpeech(first)) return false
  const rest = items.slice(1)
  if (rest.some(isFiniteVerb)) return false
  const bare = rest.filter(item => !item.quote && item.upos !== 'PUNCT')
  return bare.length === 0 || (bare.length <= 8 && first.form.split(/\s+/).length >= 6)
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
  let end = wordEnd(text, run.at(-1)!.end)
  if (run[0].quote && run.slice(1).every(item => item.quote === null) && !run.some(isFiniteVerb)) start = run[0].start
  while (end > start && (blank.test(text[end - 1]) || /[,;:]/.test(text[end - 1]))) end--
  while (end > start && blank.test(text[start])) start++
  return end > start ? [{start, end}] : []
}

/** End of the printed word that ends or goes on at an offset: "MiG" of "MiG-21" is no word. */
function wordEnd(text: string, end: number): number {
  const rest = /^(?:[-–’'](?=[\p{L}\p{N}])|[\p{L}\p{N}])*/u.exec(text.slice(end, end + 40))
  return /[\p{L}\p{N}]/u.test(text[end - 1] ?? '') ? end + rest![0].length : end
}

/** What shows nothing: blanks, controls, marks of direction. */
const blank = /[\s\p{Cc}\p{Cf}]/u

/** Without blanks at the ends, and, in a quotation, without the comma before "he said". */
function trimmed(text: string, {start, end}: Span, comma: boolean): Span {
  let [a, b] = [start, end]
  while (b > a && (blank.test(text[b - 1]) || (comma && text[b - 1] === ','))) b--
  while (a < b && blank.test(text[a])) a++
  return {start: a, end: b}
}
