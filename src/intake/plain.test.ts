import {expect, test} from 'vitest'
import {readPage} from './page.ts'
import {plainPieces} from './plain.ts'

const texts = (text: string) => plainPieces(text).pieces.map(piece => piece.text)

test('paragraphs by blank lines, wrapped lines joined', () => {
  const text = `The bridge opens

The two governments agreed on Monday to open the bridge to lorries, four years
after it was closed by the army of the larger of the two, officials said in the
capital.

Nobody would say what had changed in the meantime, and the only journalist to ask
was told that the press conference was over.`
  expect(texts(text)).toEqual([
    'The bridge opens',
    'The two governments agreed on Monday to open the bridge to lorries, four years after it was closed by the army of the larger of the two, officials said in the capital.',
    'Nobody would say what had changed in the meantime, and the only journalist to ask was told that the press conference was over.',
  ])
  expect(plainPieces(text).title).toBe('The bridge opens')
})

test('paragraphs by lines when there are no blank ones', () => {
  const text =
    'One paragraph, which is long enough to be one, ends here.\nAnother one follows on the next line.\r\nAnd a third.'
  expect(texts(text)).toHaveLength(3)
})

test('a first line that is a sentence is no title', () => {
  expect(plainPieces('The talks failed on Monday.\n\nNobody was surprised.').title).toBeNull()
})

test('lines about the source may stand over the title, and a line may say that it is one', () => {
  const text = 'The two governments agreed on Monday to open the bridge.'
  for (const head of [
    'Source: Northern Wire, 14 May 2019\nHeadline: The bridge opens: what now?',
    'Source: Northern Wire\n14 May 2019\n\nThe bridge opens: what now?',
    'By Jo Ray\nTitle: The bridge opens: what now?',
  ]) {
    const doc = readPage(new TextEncoder().encode(`${head}\n\n${text}`))
    expect(doc.title).toBe('The bridge opens: what now?')
    expect(doc.text).toBe(text)
  }
})

test('quotation marks and letters stay as printed, spaces do not', () => {
  const doc = readPage(
    new TextEncoder().encode(
      'Title here\n\n“It\u2019s\u00a0over,”\tshe  said, \u201astill\u2018 smiling at the 🇫🇷 envoy.',
    ),
  )
  expect(doc.text).toBe('“It\u2019s over,” she said, \u201astill\u2018 smiling at the 🇫🇷 envoy.')
})
