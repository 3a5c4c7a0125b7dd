import {docWords} from '../../answer/index.ts'
import type {AnswerLine, QuestionAnswer} from '../../model/index.ts'
import {printable} from '../../answer/printable.ts'
import {understoodWords} from '../../answer/understood.ts'

/** An answer as Markdown: every line with the words behind it as a footnote, and where they stand. */
export function answerMarkdown({question, blocks}: QuestionAnswer): string {
  const notes: string[] = []
  const parts = [`# ${escaped(question.text)}`, `*${escaped(`understood as: ${understoodWords(question)}`)}*`]
  for (const each of question.unknown) parts.push(`**?** ${escaped(each)}`)
  for (const {title, lines} of blocks) {
    const items = lines.map(line => {
      const note = noteOf(line)
      if (note !== null) notes.push(`[^${notes.length + 1}]: ${note}`)
      return `- ${escaped(line.text)}${note === null ? '' : `[^${notes.length}]`}`
    })
    parts.push(`## ${title}\n\n${items.join('\n')}`)
  }
  if (notes.length > 0) parts.push(notes.join('\n'))
  return `${parts.join('\n\n')}\n`
}

function noteOf({quote, records}: AnswerLine): string | null {
  if (quote === null) return records.length === 0 ? null : records.join(' ')
  const {doc, sha256, span} = quote.evidence
  const where = docWords(doc)
  return `“${escaped(quote.words)}” ${escaped(where)}${doc.url === null ? '' : ` <${doc.url.replace(/[<>\s]/g, encodeURIComponent)}>`}; characters ${span.start}–${span.end} of snapshot ${sha256.slice(0, 16)}; ${records.join(' ')}`
}

/** Markdown's own signs in words of others stand for themselves, and a line stays one line. */
function escaped(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|]/g, sign => `\\${sign}`)
}

/** An answer as a page of its own, without script: lines with the words behind them folded below. */
export function answerHtml({question, blocks}: QuestionAnswer): string {
  const sections = blocks.map(({title, lines}) => {
    const items = lines.map(line => {
      const note = line.quote === null ? '' : quoteHtml(line)
      return `<li>${html(line.text)}${note}</li>`
    })
    return `<section><h2>${html(title)}</h2><ul>${items.join('')}</ul></section>`
  })
  const unknown = question.unknown.map(each => `<p><strong>?</strong> ${html(each)}</p>`).join('')
  const style =
    'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}blockquote{margin:.3rem 0 .8rem;border-left:3px solid #888;padding-left:.8rem}small{color:#555}'
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(question.text)}</title><style>${style}</style></head>
<body><h1>${html(question.text)}</h1><p><small>${html(`understood as: ${understoodWords(question)}`)}</small></p>${unknown}${sections.join('\n')}</body></html>
`
}

function quoteHtml({quote, records}: AnswerLine): string {
  const {doc, sha256, span} = quote!.evidence
  const where = docWords(doc)
  return `<blockquote>“${html(quote!.words)}”<br><small>${html(where)}; characters ${span.start}–${span.end} of snapshot ${sha256.slice(0, 16)}; ${html(records.join(' '))}</small></blockquote>`
}

const signs: {readonly [sign: string]: string} = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

function html(text: string): string {
  return printable(text).replace(/[&<>"']/g, sign => signs[sign])
}
