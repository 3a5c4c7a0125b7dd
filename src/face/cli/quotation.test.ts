import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {loadEngine} from '../../ingest/engine.ts'
import {accountOf} from './account.ts'
import {makePaint} from './paint.ts'

const engine = loadEngine()
const cases = readCases(join(import.meta.dirname, '../../../cases/statements')).map(({text}) =>
  text.replaceAll('¶', '\n\n'),
)
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Blocks of an account that show what somebody says: the words in marks under each SAYS. */
function quotedIn(account: string): string[] {
  const lines = account.split('\n')
  return lines.flatMap((line, n) => {
    if (!/^ {4}SAYS /.test(line)) return []
    const block: string[] = []
    for (let k = n + 1; k < lines.length && /^ {9}\S/.test(lines[k]); k++) block.push(lines[k])
    return [flat(block.join(' '))]
  })
}

test('what the account puts in quotation marks is a slice of the snapshot, part by part', () => {
  let seen = 0
  const sound = (text: string) => {
    const reading = engine.read(engine.docOf(text, {published: '2024-05-15'}))
    const body = flat(reading.doc.text)
    const blocks = quotedIn(accountOf(reading, makePaint(false)))
    expect(blocks).toHaveLength(reading.statements.length)
    for (const block of blocks) {
      const parts = block.split('” … “')
      expect(block.startsWith('“') && block.endsWith('”')).toBe(true)
      for (const part of parts) {
        const words = flat(
          part.replace(/^“/, parts[0] === part ? '' : '“').replace(/”$/, parts.at(-1) === part ? '' : '”'),
        )
        expect(body, words).toContain(words)
        seen++
      }
    }
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...cases), {minLength: 1, maxLength: 4}), list => sound(list.join('\n\n'))),
    {numRuns: 60},
  )
  expect(seen).toBeGreaterThan(60)
})
