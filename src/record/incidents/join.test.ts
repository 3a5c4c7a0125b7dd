import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {joinTellings} from './join.ts'
import {type Likeness, likenessOf} from './likeness.ts'
import {merge} from './merge.ts'
import {originsOf, reprintGroups} from './origins.ts'
import {contentWords} from './roots.ts'
import {overlap, sketchOf} from './sketch.ts'
import type {Telling, TellingParty} from './telling.ts'

const state = (entity: string): TellingParty => ({entity, name: entity, kind: 'state', country: entity, sector: null})
const group = (entity: string): TellingParty => ({
  entity,
  name: entity,
  kind: 'armed-group',
  country: 'PAK',
  sector: 'UAF',
})
const pakistan = state('PAK')
const america = state('USA')
const army: TellingParty = {entity: 'pak-army', name: 'Pakistan Army', kind: 'military', country: 'PAK', sector: 'MIL'}

function telling(
  given: Partial<Omit<Telling, 'day'>> & {day?: string | readonly [string, string, string] | null; said?: string},
): Telling {
  const {day = '2021-08-26', said = 'gunmen raid the customs house', ...rest} = given
  const [first, last, precision] = typeof day === 'string' ? [day, day, 'day'] : (day ?? ['', '', ''])
  return {
    id: 'doc_a/ev_1',
    doc: (rest.id ?? 'doc_a/ev_1').split('/')[0],
    published: '2021-08-27',
    event: 'ASSAULT',
    mode: null,
    contexts: [],
    cameo: null,
    actors: [pakistan],
    recipients: [america],
    place: null,
    reality: 'occurred',
    aspect: 'plain',
    claimed: null,
    denied: null,
    figures: [],
    cue: 'raid',
    words: contentWords(said),
    at: 10,
    sketch: [],
    credits: [],
    ...rest,
    day: day === null ? null : {first, last, precision: precision as 'day', approx: false},
  }
}

const other = (given: Parameters<typeof telling>[0]) => telling({id: 'doc_b/ev_1', ...given})
const joined = (a: Telling, b: Telling) => joinTellings([a, b]).length === 1

describe('one happening', () => {
  test('same day, sides and word', () => expect(joined(telling({}), other({}))).toBe(true))
  test('a state and its army', () => expect(joined(telling({}), other({actors: [army]}))).toBe(true))
  test('a day and its month, in like words', () =>
    expect(joined(telling({}), other({day: ['2021-08-01', '2021-08-31', 'month']}))).toBe(true))
  test('old news retold', () => {
    const [incident] = joinTellings([telling({}), other({reality: 'historical', published: '2024-01-01'})])
    expect(incident.members).toHaveLength(2)
    expect(merge(incident.members.map(member => member.telling)).reality).toBe('occurred')
  })
  test('no day told, printed the day after', () => expect(joined(telling({}), other({day: null}))).toBe(true))
  test('who did it is not told by one', () => expect(joined(telling({}), other({actors: []}))).toBe(true))
  test('“gunmen” in one, a group in the other, with the same town and toll', () => {
    const gunmen: TellingParty = {
      entity: '~unnamed-gunmen',
      name: 'gunmen',
      kind: 'people',
      country: null,
      sector: null,
    }
    const kabul = {name: 'Kabul', country: 'AFG', precision: 'city', latitude: null, longitude: null}
    const toll = {
      what: 'killed' as const,
      low: 13,
      high: 13,
      approx: false,
      unit: null,
      who: null,
      giver: null,
      span: {start: 0, end: 2},
    }
    const one = telling({actors: [gunmen], place: kabul, figures: [toll], cue: 'shot', said: 'shot thirteen people'})
    const two = {actors: [group('river-league')], place: kabul, figures: [toll]}
    expect(joined(one, other(two))).toBe(true)
    expect(merge([one, other(two)]).actors.map(({entity}) => entity)).toEqual(['river-league'])
    expect(joined(one, other({...two, figures: [], place: null}))).toBe(false)
  })
  test('talks, whoever is named first', () =>
    expect(
      joined(
        telling({event: 'CONSULT', cue: 'met', said: 'envoys met over the dam'}),
        other({
          event: 'CONSULT',
          actors: [america, pakistan],
          recipients: [],
          cue: 'met',
          said: 'envoys met about the dam',
        }),
      ),
    ).toBe(true))
})

describe('two happenings', () => {
  const apart = (given: Parameters<typeof telling>[0]) => expect(joined(telling({}), other(given))).toBe(false)
  test('another type', () => apart({event: 'COERCE'}))
  test('the other way round', () => apart({actors: [america], recipients: [pakistan]}))
  test('days apart', () => apart({day: '2021-08-29'}))
  test('planned and done', () => apart({reality: 'future'}))
  test('done and not done', () => apart({reality: 'negation'}))
  test('other words on the same day', () => apart({cue: 'shelled', said: 'mortars fell on a village well'}))
  test('another month', () => apart({day: ['2021-09-01', '2021-09-30', 'month']}))
  test('no day told, printed a month later', () => apart({day: null, published: '2021-10-01'}))
  test('other towns', () => {
    const town = (name: string) => ({name, country: 'PAK', precision: 'city', latitude: null, longitude: null})
    expect(joined(telling({place: town('Quetta')}), other({place: town('Karachi')}))).toBe(false)
  })
  test('two armed groups', () =>
    expect(joined(telling({actors: [group('northern-front')]}), other({actors: [group('river-league')]}))).toBe(false))
  test('an armed group and the state that it lives in', () =>
    expect(joined(telling({actors: [group('northern-front')]}), other({}))).toBe(false))
})

describe('origins', () => {
  const report =
    'Two lorries were burnt near the customs house on Thursday evening when men on motorcycles opened fire at the guards, ' +
    'the district officer told reporters, and the road to the border stayed closed until the next morning.'
  const origins = (...list: Telling[]) => new Set(originsOf(list, new Map())).size

  test('a reprint shares its sketch, another report does not', () => {
    const size = 48
    const reprint = `PORT CITY — ${report} More follows.`
    expect(overlap(sketchOf(report, size), sketchOf(reprint, size), size)).toBeGreaterThan(0.8)
    expect(overlap(sketchOf(report, size), sketchOf(report.split(' ').reverse().join(' '), size), size)).toBeLessThan(
      0.1,
    )
  })
  test('the same wire, the same outlet, the same paragraph count once', () => {
    expect(origins(telling({}), other({}))).toBe(2)
    expect(origins(telling({credits: ['wire reuters']}), other({credits: ['wire reuters']}))).toBe(1)
    expect(origins(telling({sketch: sketchOf(report, 48)}), other({sketch: sketchOf(`${report} End.`, 48)}))).toBe(1)
  })
  test('fifty reprints are one group', () => {
    const docs = Array.from({length: 50}, (_, n) => ({id: `doc_${n}`, sketch: sketchOf(`Paper ${n}. ${report}`, 200)}))
    expect(
      new Set(
        reprintGroups([
          ...docs,
          {id: 'own', sketch: sketchOf('Something else was said here by others.', 200)},
        ]).values(),
      ).size,
    ).toBe(2)
  })
})

describe('articles on the same or on another subject', () => {
  const fire = 'Dozens fled the Salt Pier warehouse in Port Amal when the roof burnt, fire chief Rana Okoye said.'
  const vote = 'The senate of Upper Vale voted on pensions; senator Ilse Brandt spoke for an hour about bread.'
  const filler = [
    'A quiet week of chess at the lake ended.',
    'Rain fell on the orchards of the north.',
    'The old mill was sold to a baker.',
  ]
  const like = (a: string, b: string) =>
    likenessOf([{id: 'doc_a', text: a}, {id: 'doc_b', text: b}, ...filler.map((text, n) => ({id: `doc_${n}`, text}))])
  const undated = {day: null, cue: 'dismissed', said: 'the chief dismissed the claim'}
  const one = telling(undated)
  const two = other({...undated, cue: 'dismissal', said: 'after the dismissal of officials'})
  const joinedBy = (likeness: Likeness | null, a = one, b = two) => joinTellings([a, b], {likeness}).length === 1

  test('likeness is symmetric, 1 for one Doc, unknown for a stranger, and does not depend on the order of the Docs', () => {
    const of = like(fire, fire.replace('Dozens', 'Scores'))
    expect(of.docs('doc_a', 'doc_b')).toBe(of.docs('doc_b', 'doc_a'))
    expect(of.docs('doc_a', 'doc_b')).toBeGreaterThan(0.8)
    expect(like(fire, vote).docs('doc_a', 'doc_b')).toBeLessThan(0.2)
    expect([of.docs('doc_a', 'doc_a'), of.docs('doc_a', 'doc_z')]).toEqual([1, null])
  })
  test('without days, like words in articles of another subject are another happening', () => {
    expect(joinedBy(like(fire, fire))).toBe(true)
    expect(joinedBy(like(fire, vote))).toBe(false)
  })
  test('the same day and sides weigh more than the subject', () => {
    expect(joinedBy(like(fire, vote), telling({}), other({}))).toBe(true)
  })
})

const anyTelling = fc
  .record({
    doc: fc.integer({min: 0, max: 5}),
    n: fc.integer({min: 0, max: 30}),
    event: fc.constantFrom('ASSAULT' as const, 'CONSULT' as const),
    actors: fc.subarray([pakistan, army, group('northern-front')], {maxLength: 2}),
    recipients: fc.subarray([america, state('IND')], {maxLength: 2}),
    day: fc.constantFrom(
      null,
      '2021-08-26',
      '2021-08-27',
      '2021-08-28',
      ['2021-08-01', '2021-08-31', 'month'] as const,
      ['2021-01-01', '2021-12-31', 'year'] as const,
      ['1980-01-01', '1989-12-31', 'decade'] as const,
    ),
    published: fc.constantFrom(null, '2021-08-27', '2021-08-30'),
    reality: fc.constantFrom('occurred' as const, 'historical' as const, 'future' as const),
    said: fc.constantFrom('gunmen raid the customs house', 'raid on the house of customs', 'mortars fell on a village'),
  })
  .map(({doc, n, ...rest}) => telling({id: `doc_${doc}/ev_${n}`, at: n, ...rest}))

test('the order in which tellings come does not matter, and none is lost or used twice', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(anyTelling, {selector: ({id}) => id, maxLength: 25})
        .chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, {minLength: list.length}))),
      ([list, shuffled]) => {
        const incidents = joinTellings(list)
        expect(joinTellings(shuffled)).toEqual(incidents)
        expect(incidents.flatMap(({members}) => members.map(member => member.telling.id)).sort()).toEqual(
          list.map(({id}) => id).sort(),
        )
        expect(new Set(incidents.map(({id}) => id)).size).toBe(incidents.length)
      },
    ),
    {numRuns: 300},
  )
})
