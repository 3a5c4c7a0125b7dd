import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {loadEngine} from '../../ingest/engine.ts'
import {readPage} from '../../intake/index.ts'

const root = join(import.meta.dirname, '../../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/reading.schema.json'), 'utf8'))
const examples = readdirSync(join(root, 'examples')).filter(name => /\.(?:html|txt)$/.test(name))

describe('shape of a reading', () => {
  const validate = new Ajv({allErrors: true}).compile(schema)
  const engine = loadEngine()
  it.each(examples)('%s is as docs/reading.schema.json says', name => {
    const reading = JSON.parse(JSON.stringify(engine.read(readPage(readFileSync(join(root, 'examples', name)), {}))))
    validate(reading)
    expect(validate.errors?.slice(0, 3) ?? []).toEqual([])
  })
})
