import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readPage} from './page.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const paragraph =
  '<p>Officials of the two countries met in the port city on Monday, and agreed to reopen the crossing, a spokesman said.</p>'

/** What holds of every Doc, whatever came in. */
function holds(input: Uint8Array) {
  const doc = readPage(input)
  for (const {span} of doc.blocks) {
    const text = doc.text.slice(span.start, span.end)
    expect(text).toBe(text.replace(/\s+/g, ' ').trim())
    expect(text).not.toBe('')
  }
  expect(doc.blocks.map(({span}) => doc.text.slice(span.start, span.end)).join('\n\n')).toBe(doc.text)
  expect(readPage(input)).toEqual(doc)
  return doc
}

describe('hostile pages', () => {
  test.each([
    ['boxes 100,000 deep', `<html><body>${'<div>'.repeat(100_000)}${paragraph}`],
    ['spans 50,000 deep', `<html><body>${'<span>'.repeat(50_000)}${paragraph}`],
    ['lists that nobody closes', `${'<ul><li>item'.repeat(20_000)}${paragraph}`],
    ['paragraphs that nobody closes', '<p>One more paragraph, of some length, that nobody closed'.repeat(5000)],
    ['breaks', `${'x<br>'.repeat(50_000)}`],
    ['one tag with 100,000 attributes', `<html><div ${'a="b" '.repeat(100_000)}>${paragraph}`],
    ['links in one line', `<html><body>${'<a href="#">two words</a> '.repeat(20_000)}${paragraph}`],
    ['comments', `${'<!--'.repeat(50_000)}${paragraph}`],
    ['less-than signs', '<'.repeat(500_000)],
    [
      'structured data that never ends',
      `<html><script type="application/ld+json">${'['.repeat(100_000)}</script>${paragraph}`,
    ],
    ['quotations', `<html>${'<blockquote>again and again the same</blockquote>'.repeat(5000)}${paragraph.repeat(20)}`],
  ])('%s', (_, html) => void readPage(bytes(html)), 30_000)

  test('20 megabytes', () => {
    const doc = readPage(bytes(`<html><body><article>${paragraph.repeat(160_000)}</article>`))
    expect(doc.blocks.length).toBeGreaterThan(100_000)
  }, 60_000)

  test('NULs and private characters are dropped, marks of our own are not believed', () => {
    const doc = holds(
      bytes(
        `<html><body><h1>Ti\0tle</h1><p>\u{f0005}The \u{e000}talks\0 went on, and on, until the ministers \u{10ffff}left the room.</p></body></html>`,
      ),
    )
    expect(doc.text).toContain('The talks went on, and on, until the ministers left the room.')
  })

  test('no markup and no script comes out', () => {
    const doc = holds(
      bytes(
        `<html><body>${paragraph}<script>secret()</script><p onclick="x()">The <b>second</b> paragraph<style>p{}</style> stands, and <i>falls</i>, alone.</p></body></html>`,
      ),
    )
    expect(doc.text).toMatch(/The second paragraph stands, and falls, alone\./)
    expect(JSON.stringify(doc)).not.toMatch(/secret\(|onclick|<b>/)
  })
})

test('whatever the bytes, the spans fit and the same bytes give the same Doc', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 400}), input => void holds(input)),
    {numRuns: 200, seed: 7},
  )
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="related">',
    '</div>',
    '<h2>',
    '<li>',
    '<br>',
    '<a href=x>',
    '</a>',
    '<time>',
    'May 5, 2025',
    'By Jo Ray',
    'Subscribe',
    'word, ',
    'End. ',
    '<article>',
    '<table><td>',
    '\n\n',
    '<!--',
    '"',
    '<title>',
  )
  fc.assert(
    fc.property(fc.array(tag, {maxLength: 60}), parts => void holds(bytes(parts.join('')))),
    {numRuns: 300, seed: 7},
  )
})

test('the id is the hash of the bytes', () => {
  const doc = readPage(bytes(paragraph))
  expect(doc.id).toBe(`doc_${doc.snapshot.sha256.slice(0, 16)}`)
  expect(doc.snapshot.bytes).toBe(paragraph.length)
})

test('language by the text, the page’s word only when that is too short', () => {
  const german =
    '<html lang="en"><body><p>Die beiden Minister trafen sich am Montag in der Hauptstadt, um über die Öffnung der Grenze zu sprechen.</p></body></html>'
  expect(readPage(bytes(german)).language).toBe('de')
  expect(readPage(bytes('<html lang="fr-FR"><body><p>Ok, ok.</p></body></html>')).language).toBe('fr')
  expect(readPage(bytes('12 34')).language).toBe('und')
})
