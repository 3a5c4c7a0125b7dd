import fc from 'fast-check'
import {expect, test} from 'vitest'
import {splitAtMarks} from './split.ts'

const mark = (start: number, end: number, name: string) => ({span: {start, end}, name})

test('overlapping marks are split where they begin and end', () => {
  const segments = splitAtMarks('one two three', 10, [mark(10, 17, 'a'), mark(14, 23, 'b')])
  expect(segments.map(s => [s.text, s.marks.map(m => m.name).join('')])).toEqual([
    ['one ', 'a'],
    ['two', 'ab'],
    [' three', 'b'],
  ])
})

test('marks outside and empty marks change nothing', () => {
  expect(splitAtMarks('words', 0, [mark(5, 9, 'x'), mark(2, 2, 'y')])).toEqual([
    {start: 0, end: 5, text: 'words', marks: []},
  ])
  expect(splitAtMarks('', 4, [mark(0, 9, 'x')])).toEqual([])
})

test('the segments joined are the text, and each holds exactly the marks that cover it', () => {
  fc.assert(
    fc.property(
      fc.string({maxLength: 40, unit: 'grapheme'}),
      fc.nat(20),
      fc.array(fc.tuple(fc.nat(60), fc.nat(60)), {maxLength: 8}),
      (text, offset, pairs) => {
        const marks = pairs.map(([a, b], i) => mark(Math.min(a, b), Math.max(a, b), String(i)))
        const segments = splitAtMarks(text, offset, marks)
        expect(segments.map(s => s.text).join('')).toBe(text)
        for (const segment of segments)
          for (const m of marks)
            expect(segment.marks.includes(m)).toBe(
              m.span.start <= segment.start && m.span.end >= segment.end && m.span.start < m.span.end,
            )
      },
    ),
  )
})
