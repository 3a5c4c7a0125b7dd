import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, expect, test} from 'vitest'
import {intake} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-intake-'))
afterAll(() => rmSync(folder, {recursive: true}))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const html =
  '<html><body><h1>Dam talks</h1><p>The two governments will meet again in the autumn, a minister told the press on Friday.</p></body></html>'

test('a page, a gzipped page and a text are read', async () => {
  const page = await intake(put('a.html', html))
  const gzipped = await intake(put('b.html.gz', gzipSync(html)))
  const text = await intake(put('c.txt', 'Dam talks\n\nThe two governments will meet again in the autumn.'), {
    published: '2020-02-02',
  })
  expect(page.doc.text).toContain('meet again in the autumn')
  expect(gzipped.doc).toEqual(page.doc)
  expect(text.doc).toMatchObject({
    title: 'Dam talks',
    published: {day: '2020-02-02'},
    snapshot: {mediaType: 'text/plain'},
  })
})

test.each([
  ['nowhere.html', null, 'intake/not-found'],
  ['empty.html', '', 'intake/empty'],
  ['paper.pdf', '%PDF-1.4 x', 'intake/media-type'],
  ['bomb.html.gz', gzipSync(Buffer.alloc(20_000_000, 65)), 'intake/too-large'],
  ['cut.html.gz', gzipSync(Buffer.from(html.repeat(50))).subarray(0, 60), 'intake/media-type'],
  ['large.txt', 'x'.repeat(9_000_000), 'intake/too-large'],
])('%s', async (name, content, code) => {
  const path = content === null ? join(folder, name) : put(name, content)
  await expect(intake(path)).rejects.toMatchObject({code})
})

test('a folder is not found, an odd scheme is no file', async () => {
  await expect(intake(folder)).rejects.toMatchObject({code: 'intake/not-found'})
  await expect(intake('ftp://example.org/x')).rejects.toMatchObject({code: 'intake/address'})
})
