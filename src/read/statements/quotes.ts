import type {Span} from '../../model/index.ts'

/** Words between quotation marks. `outer` has the marks, `inner` not. */
export interface Quote {
  readonly outer: Span
  readonly inner: Span
}

const open = '“„«"'
const close: {readonly [mark: string]: string} = {'“': '”"', '”': '”', '„': '”“"', '«': '»', '"': '"”', '``': "''"}

/** Marks around no word quote nobody. */
const worded = /[\p{L}\p{N}]/u

/**
 * Finds outermost quotations. A paragraph that opens with a mark and does not close it goes on in the next one, which opens
 * anew; any other unclosed mark is no quotation. Where a line closes all that it opens, quotations may hold others. Single
 * quotation marks count where no double ones are used in a paragraph.
 */
export function quotesIn(text: string, paragraphs: readonly Span[]): Quote[] {
  const found: Quote[] = []
  for (const [n, {start, end}] of paragraphs.entries()) {
    const before = found.length
    let from = -1
    let width = 1
    let closers = ''
    let depth = 0
    let nests = false
    for (let i = start; i < end; i++) {
      const mark = text[i]
      if (from < 0) {
        if (
          (mark === '`' && text[i + 1] === '`') ||
          (mark === "'" && text[i + 1] === "'" && opensAt(text, i, start, end))
        ) {
          from = i
          width = 2
          closers = "''"
          i++
        } else if ((open.includes(mark) || (mark === '”' && atLine(text, i, start))) && opensAt(text, i, start, end)) {
          from = i
          width = 1
          closers = close[mark]
          const last = lineEnd(text, i, end)
          nests = count(text, '“', i, last) === count(text, '”', i, last)
        }
        continue
      }
      // "“… what he calls “hell” …”": a quotation within one, under the same marks.
      if (nests && mark === '“' && closers === '”"' && /\s/.test(text[i - 1])) {
        depth++
        continue
      }
      if (depth > 0 && mark === '”') {
        depth--
        continue
      }
      if (closers === "''" ? text.startsWith("''", i) : closers.includes(mark) && closesAt(text, i, end)) {
        const inner = {start: from + width, end: i}
        const last = closers === "''" ? i + 2 : i + 1
        if (worded.test(text.slice(inner.start, inner.end))) found.push({outer: {start: from, end: last}, inner})
        if (closers === "''") i++
        from = -1
      }
    }
    // Left open to the end of the paragraph: the speech goes on in the next one.
    const rest = {start: from + width, end}
    const next = text.slice(paragraphs[n + 1]?.start ?? text.length).trimStart()
    const goesOn = end - from > 40 || (from >= 0 && next.startsWith(text.slice(from, from + width)))
    if (from >= 0 && goesOn && worded.test(text.slice(rest.start, end)))
      found.push({outer: {start: from, end}, inner: rest})
    if (found.length === before) found.push(...singlesIn(text, start, end))
  }
  return found
}

const atLine = (text: string, i: number, start: number) => i === start || text[i - 1] === '\n'

function lineEnd(text: string, from: number, end: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 || at > end ? end : at
}

/** Whether a quotation was left open at the end of its paragraph, to go on in the next one. */
export const isOpen = ({outer, inner}: Quote) => outer.end === inner.end

function count(text: string, mark: string, start: number, end: number): number {
  let found = 0
  for (let i = text.indexOf(mark, start); i >= 0 && i < end; i = text.indexOf(mark, i + 1)) found++
  return found
}

/** A straight mark opens before a word and after a blank, bracket or dash. */
function opensAt(text: string, i: number, start: number, end: number): boolean {
  if (text[i] !== '"' && text[i] !== "'") return i + 1 < end
  return (
    (i === start || /[\s([{—–\-‘']/.test(text[i - 1])) &&
    i + 2 < end &&
    /[^\s]/.test(text[i + (text[i] === "'" ? 2 : 1)])
  )
}

function closesAt(text: string, i: number, end: number): boolean {
  if (text[i] !== '"') return true
  return i + 1 >= end || !/[\p{L}\p{N}]/u.test(text[i + 1])
}

const single = /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])([^‘’'\n]*(?:[’'](?=\p{L})[^‘’'\n]*)*)[’'](?![\p{L}\p{N}])/gu

function singlesIn(text: string, start: number, end: number): Quote[] {
  return [...text.slice(start, end).matchAll(single)]
    .filter(match => match[1].trim().includes(' '))
    .map(match => {
      const at = start + match.index
      return {outer: {start: at, end: at + match[0].length}, inner: {start: at + 1, end: at + match[0].length - 1}}
    })
}
