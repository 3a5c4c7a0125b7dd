import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import type {StatementRow} from '../model/index.ts'
import {statementLines, themesIn} from './statement-lines.ts'

const lexicon = loadLexicon()

const row = (id: string, published: string, [before, words, after]: readonly [string, string, string], rest = {}) =>
  ({
    id,
    speaker: 'Nasim Tarar',
    role: null,
    outlet: null,
    parts: [words],
    statement: {form: 'indirect', content: [{start: before.length, end: before.length + words.length}]},
    evidence: {
      doc: {id: `doc_${id}`, outlet: 'Meridian Wire', published, title: 'A title'},
      span: {start: before.length, end: before.length + words.length},
      before,
      words,
      after,
    },
    ...rest,
  }) as unknown as StatementRow

const shown = (rows: readonly StatementRow[], theme: string | null = null) =>
  statementLines(rows, [], theme, lexicon).map(({text, quote}) => [text, quote?.words])

describe('statements in an answer', () => {
  it('shows the sentence of what is reported, not its neighbours; titles end none', () => {
    const words = [
      'The talks broke down. Then Mr. Tarar said that ',
      'trade with Gen. Stone’s country would grow',
      ' in spring. Nobody else spoke.',
    ] as const
    expect(shown([row('a', '2024-01-01', words)])).toEqual([
      [
        'Nasim Tarar, outlet not stated; Meridian Wire, 1 January 2024, A title, in its words:',
        'Then Mr. Tarar said that trade with Gen. Stone’s country would grow in spring.',
      ],
    ])
  })

  it('tells a saying once, by who printed it first, however often it was printed', () => {
    const words = ['He said ', 'that they would meet', '.'] as const
    const lines = shown([row('b', '2024-01-03', words), row('a', '2024-01-02', words)])
    expect(lines).toHaveLength(1)
    expect(lines[0][0]).toMatch(/2 January 2024, A title \(and 1 reprint\)/)
  })

  it('tells three printings with other words one by one, and how many more there are', () => {
    const rows = Array.from({length: 9}, (_, n) =>
      row(`s${n}`, `2024-01-0${n + 1}`, [
        '',
        `We ${n === 0 ? '' : `in ${'x'.repeat(n)} `}shall never close the northern border.`,
        '',
      ]),
    )
    const drift = {kind: 'reworded', without: [], instead: ['in']} as const
    const printings = rows.map(({id}, n) => ({id, drift: n === 0 ? ({...drift, kind: 'same'} as const) : drift}))
    const lines = statementLines(rows, [{id: 's0', printings}], null, lexicon)
    expect(lines.slice(1).map(({text}) => text.replace(/ by .*/, ''))).toEqual([
      'Printed again',
      'Printed again',
      'Printed again',
      'Printed again with other words 5 more times.',
    ])
    expect(lines.at(-1)!.records).toEqual(['s4', 's5', 's6', 's7', 's8'])
  })

  it('puts what speaks of the theme first, then the newest', () => {
    const rows = [
      row('old', '2001-01-01', ['', 'They would meet.', '']),
      row('theme', '1999-01-01', ['', 'They would hunt terrorists together.', '']),
      row('new', '2025-01-01', ['', 'They would trade.', '']),
    ]
    const order = (theme: string | null) => shown(rows, theme).map(([, words]) => words?.split(' ')[2])
    expect(order(null)).toEqual(['trade.', 'meet.', 'hunt'])
    expect(order('terrorism')).toEqual(['hunt', 'trade.', 'meet.'])
  })

  it('names those without a name as the text does, and leaves out forms of address', () => {
    const words = ['', 'It helps.', ''] as const
    const text = (rest: object) => shown([row('a', '2024-01-01', words, rest)])[0][0]
    expect(text({speaker: 'unnamed: officials', role: 'officials'})).toMatch(/^unnamed officials, outlet/)
    expect(text({role: 'Mr.'})).toMatch(/^Nasim Tarar, outlet/)
    expect(text({role: 'President'})).toMatch(/^Nasim Tarar \(President\), outlet/)
  })

  it('reads themes off the tables', () => {
    expect([...themesIn('al-Qaeda and the ambassadors', lexicon)]).toContain('diplomatic')
    expect([...themesIn('nothing of note', lexicon)]).toEqual([])
  })
})
