import {describe, expect, it} from 'vitest'
import type {QuestionAnswer} from '../../model/index.ts'
import {answerHtml, answerMarkdown} from './answer-page.ts'

const words = 'He said <b>*no*</b>\n[really](x)'
const answer = {
  question: {
    text: 'Will <A> and B?',
    kind: 'rapprochement',
    pair: ['AAA', 'BBB'],
    acts: [],
    sector: null,
    theme: null,
    again: false,
    since: null,
    until: null,
    unknown: [],
  },
  answerable: true,
  blocks: [
    {
      kind: 'short',
      title: 'Short answer',
      lines: [
        {
          text: 'A line:',
          records: ['inc_1'],
          quote: {
            words,
            evidence: {
              doc: {
                id: 'doc_1',
                title: 'T',
                outlet: null,
                url: 'https://x.example/a b',
                published: null,
                bounds: {first: null, last: null},
              },
              sha256: 'f'.repeat(64),
              span: {start: 3, end: 9},
            },
          },
        },
        {text: 'Bare.', records: [], quote: null},
      ],
    },
  ],
  relation: null,
} as unknown as QuestionAnswer

describe('an answer as a page', () => {
  it('is Markdown with the words as footnotes, in which nothing of theirs is markup', () => {
    const text = answerMarkdown(answer)
    expect(text).toContain('- A line:[^1]\n- Bare.\n')
    expect(text).toContain('[^1]: “He said \\<b\\>\\*no\\*\\</b\\> \\[really\\](x)”')
    expect(text).toContain('characters 3–9 of snapshot ffffffffffffffff; inc_1')
    expect(text).toContain('<https://x.example/a%20b>')
  })

  it('is HTML in which nothing of theirs is markup', () => {
    const page = answerHtml(answer)
    expect(page).toContain('<h1>Will &lt;A&gt; and B?</h1>')
    expect(page).toContain('“He said &lt;b&gt;*no*&lt;/b&gt;')
    expect(page).not.toMatch(/<script|<b>/)
  })
})
