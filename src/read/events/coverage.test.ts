import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {bareDoc} from '../../model/index.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import {loadEnglish} from '../../text/index.ts'
import {read} from '../pipeline.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** The 37 contexts of the PLOVER 2.0 manual. */
const contexts =
  `military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal
  reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory
  peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption
  illegal_drugs trafficking`.split(/\s+/)

/** Its modes by type. */
const modes: Readonly<Record<string, string>> = {
  CONSULT: 'visit third-party multilateral phone',
  RETREAT: 'withdraw release disarm ceasefire access resign',
  REQUEST: 'assist change yield meet',
  ACCUSE: 'disapprove investigate allege',
  REJECT: 'assist change yield meet',
  THREATEN: 'restrict arrest relations expel territory violence',
  PROTEST: 'demo riot strike hunger boycott obstruct vandalize',
  SANCTION: 'convict expel withdraw discontinue',
  MOBILIZE: 'troops weapons police militia',
  COERCE: 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
  ASSAULT: `abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control
    unconventional`,
}

describe('contexts', () => {
  const model = loadEnglish()
  const lexicon = loadLexicon()
  const cases = readCases(join(root, 'cases', 'contexts'))

  it('has a case that hits and one that is spared for each of the 37', () => {
    const lacking = (answer: string) =>
      contexts.filter(name => !cases.some(({settings, expected}) => settings.context === name && expected === answer))
    expect(contexts).toHaveLength(37)
    expect([...lacking('yes'), ...lacking('no')]).toEqual([])
  })

  it.each(cases)('$at $text', ({text, expected, settings}) => {
    const {events} = read(bareDoc(text, {published: '2024-06-12'}), {model, lexicon})
    expect(events.length).toBeGreaterThan(0)
    expect(events.some(event => event.contexts.includes(settings.context))).toBe(expected === 'yes')
  })
})

describe('modes', () => {
  const folder = join(root, 'cases', 'events')
  const lines = readdirSync(folder)
    .filter(name => name.endsWith('.cases'))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
  const rows = loadLexicon().acts.rows
  const all = Object.entries(modes).flatMap(([event, names]) => names.split(/\s+/).map(mode => `${event}/${mode}`))

  it('has a case that hits each', () => {
    const hit = (code: string) => lines.some(line => / => /.test(line) && new RegExp(`${code}(?![a-z-])`).test(line))
    expect(all.filter(code => !hit(code))).toEqual([])
  })

  it('has a case that a row of each is spared in', () => {
    const spared = new Set<string>()
    let named: string[] = []
    for (const line of lines) {
      if (line.startsWith('@rules')) named = line.split(/\s+/).slice(1)
      else if (line.endsWith('=> none')) for (const id of named) spared.add(id)
    }
    const codes = new Set(rows.filter(({id}) => spared.has(id)).map(({event, mode}) => `${event}/${mode}`))
    // Told by the weapon in the sentence, not by a row.
    expect(all.filter(code => !codes.has(code))).toEqual(['ASSAULT/drone'])
  })
})
