import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = (readdirSync(here, {recursive: true}) as string[])
  .filter(name => /\.(ts|tsx|html)$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('fixtures'))
  .sort()

const banned: readonly (readonly [RegExp, string])[] = [
  [
    /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment/,
    'markup out of text',
  ],
  [/\beval\(|new Function\(|setTimeout\(\s*['"`]/, 'code out of text'],
  [/\sstyle=["'{]|\son[a-z]+=["']/, 'inline styles and handlers, which the CSP forbids'],
]

test('nothing in the pages makes markup or code out of text', () => {
  expect(sources.length).toBeGreaterThan(30)
  const found = sources.flatMap(name =>
    readFileSync(join(here, name), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        banned.filter(([pattern]) => pattern.test(line)).map(([, why]) => `${name}:${i + 1}: ${why}`),
      ),
  )
  expect(found).toEqual([])
})

test('an address from a Doc is only linked after safeHref or hrefAtWords', () => {
  const raw = sources.filter(name => /href=\{[^}]*\.url\b/.test(readFileSync(join(here, name), 'utf8')))
  expect(raw).toEqual([])
})
