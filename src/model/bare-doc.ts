import type {Day} from './day.ts'
import type {Doc} from './doc.ts'

const paragraph = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g

/** A Doc made of bare text, paragraphs parted by blank lines; what is `given` wins. */
export function bareDoc(
  text: string,
  {published = null, ...given}: Partial<Omit<Doc, 'published'>> & {readonly published?: Day | null} = {},
): Doc {
  const why = 'given by the caller'
  return {
    id: 'doc_text',
    snapshot: {sha256: '', bytes: 0, mediaType: 'text/plain', charset: 'utf-8'},
    url: null,
    title: null,
    outlet: null,
    republisher: null,
    translator: null,
    byline: null,
    credits: [],
    language: 'en',
    kind: 'unknown',
    text,
    blocks: [...text.matchAll(paragraph)].map(({index, 0: words}) => ({
      kind: 'paragraph',
      span: {start: index, end: index + words.length},
    })),
    cut: [],
    published: {
      day: published,
      bounds: {first: published, last: published, why: published === null ? [] : [why]},
      candidates: published === null ? [] : [{day: published, from: 'given', words: published, won: true, why}],
    },
    notes: [],
    ...given,
  }
}
