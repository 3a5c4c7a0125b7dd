import iconv from 'iconv-lite'
import {expect, test} from 'vitest'
import {decode} from './charset.ts'

const cyrillic = 'Переговоры прошли в пятницу'

test('a byte order mark beats all that is said', () => {
  expect(decode(iconv.encode(cyrillic, 'utf-16le', {addBOM: true}), 'utf-8')).toEqual({
    text: cyrillic,
    charset: 'utf-16le',
    notes: [],
  })
  expect(decode(Buffer.from(`\ufeff${cyrillic}`), 'windows-1251').text).toBe(cyrillic)
})

test('the server beats the page', () => {
  const html = `<meta charset="utf-8"><p>${cyrillic}</p>`
  expect(decode(iconv.encode(html, 'windows-1251'), 'windows-1251')).toMatchObject({
    text: html,
    charset: 'windows-1251',
  })
})

test.each([
  '<meta charset="koi8-r">',
  '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
  '<?xml version="1.0" encoding="koi8-r"?>',
])('%s is believed', head =>
  expect(decode(iconv.encode(head + cyrillic, 'koi8-r'), null)).toMatchObject({
    text: head + cyrillic,
    charset: 'koi8-r',
  }),
)

test('UTF-8 is known by its bytes', () => {
  expect(decode(Buffer.from('“Wörter”'), null)).toEqual({text: '“Wörter”', charset: 'utf-8', notes: []})
})

test('the rest is windows-1252, with a note', () => {
  expect(decode(iconv.encode('“Wörter” – said', 'windows-1252'), null)).toEqual({
    text: '“Wörter” – said',
    charset: 'windows-1252',
    notes: ['charset guessed: windows-1252'],
  })
})

test('a wrong or unknown name is noted and passed over', () => {
  expect(decode(iconv.encode('déjà vu à la fin', 'latin1'), 'utf-8').charset).toBe('windows-1252')
  expect(decode(Buffer.from('plain'), 'klingon')).toMatchObject({
    charset: 'utf-8',
    notes: ['unknown charset "klingon" named by the server'],
  })
})
