import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ingest} from '../ingest/index.ts'
import {loadLexicon} from '../lexicon/index.ts'
import type {Evidence} from '../model/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {counts} from '../relation/index.ts'
import {type AskOptions, article, ask, background, entity, home, relation} from './index.ts'

const lexicon = loadLexicon()
const folder = mkdtempSync(join(tmpdir(), 'detente-answers-'))
let record: OpenRecord

beforeAll(async () => {
  record = await openRecord(join(folder, 'examples.duckdb'))
  await ingest(record, [join(import.meta.dirname, '../../examples')])
}, 180_000)

afterAll(async () => {
  await record.close()
  rmSync(folder, {recursive: true})
})

async function expectSlice({doc, span, words, before, after}: Evidence) {
  const {text} = await record.doc(doc.id)
  expect(text.slice(span.start, span.end)).toBe(words)
  expect(text.slice(span.start - before.length, span.end + after.length)).toBe(before + words + after)
}

describe('answers over the example corpus', () => {
  it('every incident and statement of the relation opens its exact words', async () => {
    const {incidents, statements} = await relation(record, lexicon, ['USA', 'PAK'])
    expect(incidents.length).toBeGreaterThan(30)
    expect(statements.length).toBeGreaterThan(20)
    for (const {evidence} of incidents) await expectSlice(evidence)
    for (const {evidence, statement, parts} of statements) {
      await expectSlice(evidence)
      const {text} = await record.doc(evidence.doc.id)
      expect(statement.content.map(({start, end}) => text.slice(start, end))).toEqual(parts)
    }
  })

  it('explains the change of every direction to 1e-9, by incidents that happened', async () => {
    for (const direction of ['both', 'a-to-b', 'b-to-a'] as const) {
      const {change, incidents} = await relation(record, lexicon, ['USA', 'PAK'], {
        direction,
        from: '1999-01',
        to: '2012-01',
      })
      const sum = change?.contributions.reduce((total, {share}) => total + share, 0)
      expect(Math.abs((sum ?? Number.NaN) - (change?.by ?? 0))).toBeLessThan(1e-9)
      for (const {incident} of change?.contributions ?? [])
        expect(incidents.filter(({id}) => id === incident).every(counts)).toBe(true)
    }
  })

  it('does not say that a sanction warmed anything', async () => {
    const [top] = (await relation(record, lexicon, ['USA', 'PAK'], {})).change!.contributions
    const {blocks} = await ask(record, lexicon, 'Are the US and Pakistan getting closer?')
    const told = blocks[0].lines.map(line => line.text).find(text => text.includes('The largest share'))!
    expect(told.includes('the fading of')).toBe(top.share * top.score < 0)
  })

  it('answers the headline with then and now, for, against, on a condition, planned and gaps', async () => {
    const text = 'Will the fight against terrorism bring the US and Pakistan together again?'
    const {question, answerable, blocks} = await ask(record, lexicon, text)
    expect(question).toMatchObject({
      pair: ['USA', 'PAK'],
      kind: 'rapprochement',
      theme: 'terrorism',
      again: true,
      unknown: [],
    })
    expect(answerable).toBe(true)
    const kinds = blocks.map(block => block.kind)
    const told = [
      'short',
      'then-and-now',
      'for',
      'against',
      'conditional',
      'planned-and-feared',
      'analogues',
      'drivers',
    ]
    expect(kinds).toEqual([...told, 'would-change', 'forecast', 'gaps'])
    for (const {lines} of blocks)
      for (const {quote, text} of lines) {
        expect(text).not.toMatch(/[“”"]/)
        if (quote === null) continue
        await expectSlice(quote.evidence)
        const {before, words, after} = quote.evidence
        expect(before + words + after).toContain(quote.words)
      }
  })

  it.each([
    [
      'What happened between India and Pakistan in May 2025?',
      /^\d+ incidents? between India and Pakistan in May 2025: /,
    ],
    [
      'What has Pakistan done to the US since 2011?',
      /^\d+ incidents of Pakistan towards United States since 1 January 2011: /,
    ],
    [
      'Who says what about America and Pakistan?',
      /^\d+ statements about United States and Pakistan, by \d+ speakers: /,
    ],
    ['How has the relation of the US and Pakistan changed?', /the level was .* in November 2024/],
    ['How do the US and Pakistan compare with the Zia era?', /^Between 16 September 1978 and .* the level was/],
    ['Who sides with Pakistan against India?', /^By what they did with either, .*with Pakistan: .*China/],
    ['What would change relations of the US and Pakistan?', /would move the index most/],
    ['Who supports the Taliban?', /^Taliban: with .*; against /],
  ])('%s: the first line answers what was asked', async (text, words) => {
    const {blocks} = await ask(record, lexicon, text)
    expect(blocks[0].lines[0].text).toMatch(words)
    for (const {lines} of blocks) for (const {text} of lines) expect(text).not.toMatch(/\d{4}-\d\d/)
  })

  it('keeps to the direction, the time and the speakers asked about', async () => {
    const told = await ask(record, lexicon, 'What did the US do to Pakistan since 2001?')
    const ids = told.blocks.find(({kind}) => kind === 'happened')!.lines.flatMap(({records}) => records)
    const {incidents} = await relation(record, lexicon, ['USA', 'PAK'], {direction: 'a-to-b'})
    expect(ids.length).toBeGreaterThan(3)
    for (const id of ids) expect(incidents.find(each => each.id === id)!.days.last! >= '2001-01-01').toBe(true)
    const said = await ask(record, lexicon, 'What does India say about Pakistan and America?')
    const {statements} = await relation(record, lexicon, ['USA', 'PAK'])
    const spoken = said.blocks
      .filter(({kind}) => ['for', 'against', 'conditional', 'said'].includes(kind))
      .flatMap(({lines}) => lines.flatMap(({records}) => records))
    expect(spoken.length).toBeGreaterThan(0)
    for (const id of spoken) {
      const {entity} = statements.find(each => each.id === id)!.statement.source
      expect(entity === 'IND' || lexicon.entities.get(entity!)?.country === 'IND').toBe(true)
    }
  })

  it('takes rebels for no state: what is done to them touches their home only on its soil', async () => {
    const between = async (a: string, b: string) =>
      (await relation(record, lexicon, [a, b])).incidents.map(({evidence}) => evidence.words).join('\n')
    expect(await between('USA', 'SAU')).not.toMatch(/bin Laden/)
    expect(await between('USA', 'isis-k')).not.toBe('')
    expect(await between('USA', 'AFG')).not.toContain(await between('USA', 'isis-k'))
    expect(await between('USA', 'PAK')).toMatch(/Hakimullah Mehsud/)
  })

  it('says that it cannot answer about a pair that it knows nothing of', async () => {
    const {answerable, blocks} = await ask(record, lexicon, 'Will Bhutan and Paraguay come together again?')
    expect(answerable).toBe(false)
    expect(blocks[0].lines[0].text).toMatch(/^The record cannot answer this/)
    expect((await relation(record, lexicon, ['BTN', 'PRY'])).empty).toMatch(/No events between Bhutan and Paraguay/)
  })

  it('takes corrections of what was asked, and refuses those that it does not know', async () => {
    const {question} = await ask(record, lexicon, 'Will they come together?', {
      pair: ['Pakistan', 'USA'],
      theme: 'military',
      direction: 'a-to-b',
      horizon: 6,
    })
    expect(question).toMatchObject({
      pair: ['PAK', 'USA'],
      theme: 'military',
      direction: 'a-to-b',
      horizon: 6,
      unknown: [],
    })
    const wrong = (options: AskOptions) => ask(record, lexicon, 'Will the US and Pakistan make peace?', options)
    await expect(wrong({theme: 'onions'})).rejects.toThrow(/--theme: expected one of .*terrorism.*found onions/)
    await expect(wrong({horizon: 5})).rejects.toThrow(/--horizon: expected 1, 3, 6 or 12/)
    await expect(wrong({pair: ['USA', 'Washington']})).rejects.toThrow(/two different sides/)
    const unread = await ask(record, lexicon, 'Are the US and Pakistan?')
    expect(unread).toMatchObject({answerable: false, blocks: []})
  })

  it('knows nothing as of a day before anything was read, in any part of an answer', async () => {
    const known = {readBy: '2001-01-01'}
    const behind = await background(record, lexicon, ['USA', 'PAK'], known)
    expect([behind.eras, behind.reigns, behind.drivers, behind.tried]).toEqual([[], [], [], 0])
    const camps = await ask(record, lexicon, 'Who sides with whom on terrorism?', known)
    const pair = await ask(record, lexicon, 'Will the US and Pakistan make peace?', known)
    expect([camps.answerable, pair.answerable, pair.forecast ?? null]).toEqual([false, false, null])
  })

  it('tells eras that cover the index, the rulers, what is alike and what moves with it', async () => {
    const {eras, reigns, analogues, names} = await background(record, lexicon, ['USA', 'PAK'])
    const {index, incidents} = await relation(record, lexicon, ['USA', 'PAK'])
    expect(eras[0].first).toBe(index.points[0].month)
    expect(eras.at(-1)?.last).toBe(index.points.at(-1)?.month)
    expect(eras.length).toBeGreaterThan(1)
    for (const {trigger} of eras) if (trigger !== null) expect(incidents.map(({id}) => id)).toContain(trigger)
    expect(reigns.map(({ruler}) => names[ruler])).toEqual(
      expect.arrayContaining(['Muhammad Zia-ul-Haq', 'Pervez Musharraf', 'Donald Trump']),
    )
    expect(analogues?.found.length).toBeGreaterThan(0)
    expect(analogues?.now.last).toBe(index.points.at(-1)?.month)
    expect(analogues?.now.rule).toEqual(
      expect.arrayContaining(['a Republican in office in United States', 'parliamentary government in Pakistan']),
    )
    const zia = analogues?.found.find(({episode}) => episode.first >= '1981' && episode.last < '1988')
    if (zia) expect(zia.episode.rule).toContain('military government in Pakistan')
  })

  it.each([
    ['How does now compare with the 1980s between the US and Pakistan?', 'compare', 'then-and-now'],
    ['Who sides with the US or Pakistan on terrorism?', 'sides', 'sides'],
    ['What would change it between the US and Pakistan?', 'would-change', 'would-change'],
    ['What happened between the US and Pakistan in 2011?', 'happened', 'happened'],
    ['Is Pakistan getting closer to the US?', 'rapprochement', 'short'],
  ])('%s', async (text, kind, block) => {
    const {question, blocks} = await ask(record, lexicon, text)
    expect(question.kind).toBe(kind)
    expect(blocks.map(each => each.kind)).toContain(block)
  })

  it('counts acts of the kind and way asked about, and lists each with its words', async () => {
    const text = 'How many times did the US sanction Pakistan since 1990?'
    const {blocks, question} = await ask(record, lexicon, text)
    const [first] = blocks.find(({kind}) => kind === 'short')!.lines
    const listed = blocks.find(({kind}) => kind === 'happened')!.lines
    expect(first.text).toMatch(
      new RegExp(`^${listed.length} incidents of United States towards Pakistan since 1 January 1990`),
    )
    expect(listed.length).toBeGreaterThan(1)
    for (const {records, quote} of listed) {
      const [incident] = await record.incidents({ids: [...records], pair: question.pair!, direction: 'a-to-b'})
      expect(incident.event).toBe('SANCTION')
      await expectSlice(quote!.evidence)
    }
    const whole = await ask(record, lexicon, 'How many times did the US sanction Pakistan?')
    expect(whole.blocks.find(({kind}) => kind === 'happened')!.lines.length).toBeGreaterThan(listed.length)
  })

  it('tells of no act where none of the kind is on record', async () => {
    const {blocks} = await ask(record, lexicon, 'Has Pakistan apologised to the US?')
    expect(blocks[0].lines[0].text).toMatch(/^The record tells of nothing of Pakistan towards United States/)
    expect(blocks.map(({kind}) => kind)).not.toContain('happened')
  })

  it('of who condemned whom it tells which side how often', async () => {
    const {blocks} = await ask(record, lexicon, 'Who condemned whom, the US or Pakistan?')
    const [text, us, pakistan] = blocks[0].lines[0].text.match(
      /: criticizes \d+\. (\d+) by United States, (\d+) by Pakistan\./,
    )!
    const listed = blocks.find(({kind}) => kind === 'happened')!.lines
    expect([text.length > 0, Number(us) + Number(pakistan)]).toEqual([true, listed.length])
  })

  it('knows experts by what the articles call them', async () => {
    const speakersOf = async (text: string) => {
      const {blocks} = await ask(record, lexicon, text)
      const ids = blocks
        .filter(({kind}) => ['said', 'for', 'against'].includes(kind))
        .flatMap(({lines}) => lines.flatMap(each => each.records))
      const rows = await record.statements({pair: ['PAK', 'USA']})
      return new Set(rows.filter(({id}) => ids.includes(id)).map(({speaker}) => speaker))
    }
    const experts = await speakersOf('What do experts say about the US and Pakistan?')
    expect([...experts]).toEqual(expect.arrayContaining(['Sadia Marwat', 'Miriam Castellane']))
    const officials = await speakersOf('What do officials say about the US and Pakistan?')
    expect([...officials].filter(each => experts.has(each))).toEqual([])
    for (const retired of ['Tanvir Hashmat', 'Arvind Deshmane'])
      expect(experts.has(retired) || officials.has(retired)).toBe(false)
  })

  it('tells who sides with whom on a theme without a pair, each tie with its incidents', async () => {
    const {answerable, blocks, relation: none} = await ask(record, lexicon, 'Who sides with whom on terrorism?')
    expect([answerable, none]).toEqual([true, null])
    expect(blocks.map(({kind}) => kind)).toEqual(['short', 'sides', 'gaps'])
    const ties = blocks[1].lines.filter(({records}) => records.length > 0)
    expect(ties.length).toBeGreaterThan(2)
    for (const {records} of ties)
      for (const id of records) {
        const [incident] = await record.incidents({ids: [id], theme: 'terrorism'})
        expect(counts(incident)).toBe(true)
      }
    const empty = await ask(record, lexicon, 'Who sides with whom on terrorism before 1960?')
    expect(empty.answerable).toBe(false)
    expect(empty.blocks[0].lines[0].text).toMatch(/^The record cannot answer this/)
  })

  it('puts an analyst’s own eras beside the computed ones, of this pair only', async () => {
    const era = {a: 'Pakistan', b: 'USA', first: '2001-09', last: '2011-05', name: 'War on terror'}
    const ownEras = [era, {...era, b: 'India', name: 'Of another pair'}]
    const {blocks} = await ask(record, lexicon, 'What changed between the US and Pakistan?', {ownEras})
    const lines = blocks.find(({kind}) => kind === 'then-and-now')!.lines.map(({text}) => text)
    expect(lines.filter(text => text.startsWith('Own era'))).toEqual([
      expect.stringMatching(
        /^Own era, War on terror \(2001-09 to 2011-05\): mean level .* \d+ incidents\. .*change-point/,
      ),
    ])
    expect(lines.filter(text => !text.startsWith('Own era')).length).toBeGreaterThan(3)
  })

  it('counts reprints once', async () => {
    const {incidents} = await relation(record, lexicon, ['USA', 'PAK'])
    for (const {origins, docs} of incidents) expect(origins).toBeLessThanOrEqual(docs.length)
    expect(incidents.some(({origins, docs}) => origins < docs.length)).toBe(true)
  })

  it('shows home, an article and an entity', async () => {
    const {relations, docs} = await home(record)
    expect(relations.map(({pair}) => pair.join('-'))).toContain('PAK-USA')
    expect(docs.length).toBeGreaterThan(50)
    const {reading, incidents} = await article(record, lexicon, docs[0].id)
    for (const {id} of reading.events) expect(incidents[id]).toMatch(/^inc_/)
    const pakistan = await entity(record, lexicon, 'PAK')
    expect(pakistan.partners[0].entity).toBe('USA')
    expect(pakistan.roles).toContainEqual(
      expect.objectContaining({role: 'prime minister', name: 'Shehbaz Sharif', since: '2024-03-03', until: null}),
    )
    const days = pakistan.roles.map(({since}) => since ?? '')
    expect(days).toEqual([...days].sort().reverse())
  })

  it('knows no side that is not named', async () => {
    await expect(relation(record, lexicon, ['USA', 'Atlantis'])).rejects.toMatchObject({code: 'answer/unknown-entity'})
  })
})
