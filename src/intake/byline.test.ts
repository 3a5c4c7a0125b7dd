import {expect, test} from 'vitest'
import {bylineOf, cleanName} from './byline.ts'

test.each([
  ['By ROBERT HALE, AP National Security Writer', 'ROBERT HALE'],
  ['Jo Ray - Staff Writer', 'Jo Ray'],
  ['Mira Tolen On', 'Mira Tolen'],
  ['Regan Poe September', 'Regan Poe'],
  ['Anton Weiss and Lea Marin', 'Anton Weiss and Lea Marin'],
  ['admin', null],
  ['jdadmin', null],
  ['Reuters', null],
  ['REUTERS 19 NOV 2019', null],
  ['desk@post.example', null],
])('%s is %s', (printed, name) => expect(cleanName(printed)).toBe(name))

test('printed before data, never the outlet', () => {
  expect(bylineOf('By Jo Ray', ['Al Poe'], 'The Post')).toBe('Jo Ray')
  expect(bylineOf(null, ['Al Poe', 'Jo Ray', 'Al Poe'], 'The Post')).toBe('Al Poe, Jo Ray')
  expect(bylineOf('The Post', ['The Post'], 'The Post')).toBeNull()
})
