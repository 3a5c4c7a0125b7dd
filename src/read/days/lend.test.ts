import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import {bareDoc, type Block, type CodedEvent, type Doc, type DocKind} from '../../model/index.ts'
import {loadEnglish} from '../../text/index.ts'
import {read} from '../pipeline.ts'

const model = loadEnglish()
const lexicon = loadLexicon()

/** Paragraphs parted by ` / `; one that begins with `# ` is a heading. */
function docOf(words: string, kind: DocKind, published: string | null): Doc {
  const blocks: Block[] = []
  let text = ''
  for (const part of words.split(' / ')) {
    const heading = part.startsWith('# ')
    const block = heading ? part.slice(2) : part
    if (text !== '') text += '\n\n'
    blocks.push({kind: heading ? 'heading' : 'paragraph', span: {start: text.length, end: text.length + block.length}})
    text += block
  }
  return bareDoc(text, {kind, blocks, published})
}

/** "ACCUSE ~2024-05-08..2024-05-15 published": what it hangs on is shown where the clause does not say it itself. */
function shown({event, occurred}: CodedEvent): string {
  if (!occurred || (occurred.first === null && occurred.last === null)) return `${event} ?`
  const {first, last, approx, anchor} = occurred
  const days = first === last ? first : `${first ?? ''}..${last ?? ''}`
  return `${event} ${approx ? '~' : ''}${days}${approx ? ` ${anchor.to}` : ''}`
}

describe('days of acts', () => {
  for (const {at, text, expected, wanted, settings} of readCases(join(import.meta.dirname, '../../../cases/days/acts')))
    test(`${at} ${text}`, () => {
      const doc = docOf(text, settings.kind as DocKind, settings.published === 'none' ? null : settings.published)
      const found = read(doc, {model, lexicon}).events.map(shown)
      const holds = expected.split('; ').every(one => found.includes(one))
      expect(holds, `${found.join('; ')}${wanted ? ' (holds now: write =>)' : ''}`).toBe(!wanted)
    })
})
