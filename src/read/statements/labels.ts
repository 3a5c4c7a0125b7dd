import type {Span} from '../../model/index.ts'

/** "SALAS: We wait.": who speaks in a paragraph of an interview or transcript, and what. */
export interface Label {
  readonly name: Span
  readonly colon: Span
  readonly content: Span
}

const label =
  /^["“]?((?:Q|A|\p{Lu}[\p{Lu}’'.-]+(?: \p{Lu}[\p{Lu}’'.-]+){0,3})|(?:\p{Lu}[\p{L}’'-]+ ){1,2}\p{Lu}[\p{L}’'-]+)(:)\s+(?=\S)/u
const headings =
  /^(?:UPDATE|NOTE|SOURCE|PHOTO|VIDEO|MAP|ANALYSIS|OPINION|LIVE|READ|WATCH|CORRECTION|FACT|BREAKING|RELATED)\b/

/** Paragraphs that begin with their speaker, by their place in the list. One colon makes no interview: a name must come back, or two must speak. */
export function labelsIn(text: string, paragraphs: readonly Span[]): Map<number, Label> {
  const found = new Map<number, Label>()
  const times = new Map<string, number>()
  paragraphs.forEach(({start, end}, n) => {
    const match = label.exec(text.slice(start, end))
    if (!match || headings.test(match[1])) return
    const name = start + match[0].indexOf(match[1])
    const colon = name + match[1].length
    let last = end
    while (last > colon && /[\s"”]/.test(text[last - 1])) last--
    times.set(match[1], (times.get(match[1]) ?? 0) + 1)
    found.set(n, {
      name: {start: name, end: colon},
      colon: {start: colon, end: colon + 1},
      content: {start: start + match[0].length, end: last},
    })
  })
  const capitals = [...times.keys()].filter(name => name === name.toUpperCase())
  const both = times.has('Q') === times.has('A')
  const talk = both && (capitals.length > 1 || [...times.values()].some(count => count > 1))
  return talk ? found : new Map()
}
