import {expect, test} from 'vitest'
import {hrefAtWords, safeHref} from './href.ts'

test('only http and https are linked', () => {
  expect(safeHref('https://ledger.example/a')).toBe('https://ledger.example/a')
  for (const address of [
    null,
    '',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    '//no-scheme.example',
    'https://user:secret@ledger.example/',
    'http://',
  ])
    expect(safeHref(address)).toBeNull()
})

test('a text fragment escapes what has a meaning in it', () => {
  expect(hrefAtWords('https://ledger.example/a#old', 'well-known, and & more')).toBe(
    'https://ledger.example/a#:~:text=well%2Dknown%2C%20and%20%26%20more',
  )
  expect(hrefAtWords('https://ledger.example/', 'one two three four five six seven eight nine')).toBe(
    'https://ledger.example/#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine',
  )
})
