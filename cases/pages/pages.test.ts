import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Doc} from '../../src/model/index.ts'
import {readPage} from '../../src/intake/page.ts'

/** A folder with a `source.html` or `source.txt` is a case. On a difference the new expectation is written and the test fails. */
const root = import.meta.dirname
const slugs = readdirSync(root, {withFileTypes: true})
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

test.each(slugs.sort())('%s', slug => {
  const folder = join(root, slug)
  const source = ['source.html', 'source.txt'].find(name => existsSync(join(folder, name)))!
  const found = draw(readPage(readFileSync(join(folder, source))))
  const path = join(folder, 'expected.txt')
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (found !== expected) writeFileSync(path, found)
  expect(found).toBe(expected)
})

function draw(doc: Doc): string {
  const lines = [
    `title       ${doc.title}`,
    `outlet      ${doc.outlet}`,
    `republisher ${doc.republisher}`,
    `translator  ${doc.translator}`,
    `byline      ${doc.byline}`,
    `credits     ${doc.credits.join(', ') || 'none'}`,
    `language    ${doc.language}`,
    `kind        ${doc.kind}`,
    `url         ${doc.url}`,
    `snapshot    ${doc.snapshot.mediaType} ${doc.snapshot.charset}`,
    `published   ${doc.published.day ?? 'unknown'} (${doc.published.bounds.why.join('; ')})`,
    ...doc.published.candidates.map(
      one => `  ${one.won ? 'won ' : 'lost'} ${one.day} ${one.from} "${one.words}": ${one.why}`,
    ),
    ...doc.notes.map(note => `note        ${note}`),
    '',
    'BODY',
    ...doc.blocks.map(({kind, span}) => `${kind.padEnd(10)}${doc.text.slice(span.start, span.end)}`),
    '',
    'CUT',
    ...doc.cut.map(({text, reason, why}) => `${reason} (${why}): ${text.replaceAll('\n', ' / ')}`),
  ]
  return `${lines.join('\n')}\n`
}
