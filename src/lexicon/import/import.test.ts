import {describe, expect, test} from 'vitest'
import {compilePattern} from '../pattern.ts'
import {factsOf} from './facts.ts'
import {officeOf} from './offices.ts'
import {petrarchActors} from './petrarch-actors.ts'
import {petrarchAgents} from './petrarch-agents.ts'
import {petrarchVerbs} from './petrarch-verbs.ts'
import {recordsIn} from './records.ts'

const isState = (code: string) => ['HRV', 'YUG', 'KEN', 'ROU'].includes(code)

describe('PETRARCH actors', () => {
  test('a country’s phrases are its names, an actor with roles an entity with tenures', () => {
    const {rows, left} = petrarchActors(
      'CROATIA_ # comment\n+ZAGREB_\n\t[HRV]\n\nSAVA_GUARD\n\t[YUGMIL <910625]\n\t[HRVREB 19910625-19920115]\n\t[HRVMIL >920115]\nNOBODY [---]\n',
      {isState},
    )
    expect(rows.names?.map(({entity, name}) => `${entity} ${name}`)).toEqual(['HRV Croatia', 'HRV Zagreb'])
    expect(rows.entities).toMatchObject([
      {id: 'sava-guard', kind: 'military', name: 'Sava Guard', country: 'HRV', sector: 'MIL'},
    ])
    expect(rows.tenures).toMatchObject([
      {since: '', until: '1991-06-25', country: 'YUG', sector: 'MIL'},
      {since: '1991-06-25', until: '1992-01-15', country: 'HRV', sector: 'REB'},
      {since: '1992-01-15', until: '', country: 'HRV', sector: 'MIL'},
    ])
    expect(left).toEqual(['9: no code for NOBODY'])
  })
})

describe('PETRARCH agents', () => {
  test('plurals are regular, irregular or none; sets are filled in', () => {
    const {rows, left} = petrarchAgents(
      '!PERSON! = MAN, WOMEN\nATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]\nARMED_FORCES {} [~MIL]\nPOLICE!PERSON! {} [~COP]\nCLERGY [~CHR]\n',
    )
    expect(rows['role-nouns']?.map(({noun, sector}) => `${noun} ${sector}`)).toEqual([
      'attorney general GOV',
      'attorneys general GOV',
      'armed forces MIL',
      'policeman COP',
      'policewomen COP',
    ])
    expect(left).toEqual(['5: no sector for ~CHR'])
  })
})

describe('PETRARCH verbs', () => {
  const text = `&CURRENCY
+DOLLARS
+SWISS FRANCS

--- ACCUSE [112] ---
ACCUSE
+POINT_FINGER {+POINTS_FINGER}
- * {TERRORIST ATTACK} [1122] # said of attacks
- NOT * WITH % [040]
- * &CURRENCY [070]
~ a (a b ATTACK) SAY = a b 015
--- SAY [010] ---
SAY
`
  const {rows, left} = petrarchVerbs(text)

  test('verbs and their words become patterns that compile', () => {
    expect(rows.acts?.map(({pattern, event, cameo}) => `${pattern} ${event} ${cameo}`)).toEqual([
      'ACTOR accuse (RECIPIENT) ACCUSE 112',
      'ACTOR point >_finger (RECIPIENT) ACCUSE 112',
      'ACTOR accuse >terrorist >attack (RECIPIENT) ACCUSE 1122',
      'ACTOR point >_finger >terrorist >attack (RECIPIENT) ACCUSE 1122',
      'BOTH accuse <not >with CONSULT 040',
      'BOTH point >_finger <not >with CONSULT 040',
      'ACTOR accuse >dollars|swiss_francs (RECIPIENT) AID 070',
      'ACTOR point >_finger >dollars|swiss_francs (RECIPIENT) AID 070',
    ])
    for (const {pattern} of rows.acts ?? []) expect(compilePattern(pattern ?? '', new Map()).triggers).toHaveLength(1)
  })

  test('what cannot be read is told', () => {
    expect(left).toEqual(['11: a transformation', '13: no PLOVER type for 010'])
  })
})

describe('facts of the world', () => {
  const known = {
    isState,
    named: (name: string) =>
      ({Q1: 'william-ruto', Kenya: 'KEN', Romania: 'ROU', 'William Ruto': 'william-ruto'})[name] ?? null,
    sexOf: () => '',
  }

  test('a Wikidata result gives people with dated offices', () => {
    const result = {
      results: {
        bindings: [
          {
            person: {value: 'http://www.wikidata.org/entity/Q7'},
            personLabel: {value: 'Ana Dobre'},
            positionLabel: {value: 'Prime Minister of Romania'},
            start: {value: '2031-01-02T00:00:00Z'},
            genderLabel: {value: 'female'},
          },
          {
            person: {value: 'http://www.wikidata.org/entity/Q1'},
            personLabel: {value: 'W. S. Ruto'},
            positionLabel: {value: 'President of Kenya'},
            start: {value: '2022-00-00T00:00:00Z'},
            end: {value: '2032-09-13'},
          },
          {personLabel: {value: 'Q55'}, positionLabel: {value: 'King of X'}},
          {personLabel: {value: 'Tom Lee'}, positionLabel: {value: 'head cook'}, iso: {value: 'KEN'}},
        ],
      },
    }
    const {rows, left} = factsOf(recordsIn(JSON.stringify(result), 'x.json'), known, 'wikidata')
    expect(rows.people).toMatchObject([{id: 'ana-dobre', surname: 'Dobre', sex: 'f', country: 'ROU', wikidata: 'Q7'}])
    expect(rows.roles).toMatchObject([
      {entity: 'ana-dobre', role: 'prime minister', of: 'ROU', since: '2031-01-02', until: ''},
      {entity: 'william-ruto', role: 'president', of: 'KEN', since: '2022', until: '2032-09-13'},
    ])
    expect(left).toEqual(['row 3: expected a name, found Q55', 'row 4: no office known for head cook'])
  })

  test('a CSV with quotes and another separator', () => {
    const records = recordsIn('name;kind;country;aliases\n"Front ""A""; B";armed-group;ken;FAB|Front A\n', 'x.csv')
    expect(records).toEqual([{name: 'Front "A"; B', kind: 'armed-group', country: 'ken', aliases: 'FAB|Front A'}])
    expect(factsOf(records, known, 'import').rows).toMatchObject({
      entities: [{id: 'front-a-b', country: 'KEN', kind: 'armed-group'}],
      names: [
        {name: 'FAB', kind: 'acronym'},
        {name: 'Front A', kind: 'alias'},
      ],
    })
  })

  test('offices by their labels in the world', () => {
    const of = (label: string) => officeOf(label)?.role
    expect(of('Minister of Foreign Affairs of Chile')).toBe('foreign minister')
    expect(of('Vice President of Ghana')).toBe('vice president')
    expect(of('Chancellor of the Exchequer')).toBe('finance minister')
    expect(of('Secretary of State for Defence')).toBe('defence minister')
    expect(of('President of the Council of Ministers of Italy')).toBe('prime minister')
    expect(of('President of the National Assembly of France')).toBe('speaker')
    expect(of('Deputy President of South Africa')).toBe('vice president')
    expect(of('head gardener')).toBeUndefined()
  })

  test('who stands beside an office does not hold it', () => {
    for (const label of [
      'Deputy Minister of Foreign Affairs',
      'Minister of State for Foreign Affairs',
      'Shadow Secretary of State for Defence',
      'President of the Constitutional Court of Spain',
      'spouse of the president of Mexico',
      'President-elect of Chile',
    ])
      expect(officeOf(label), label).toBeNull()
  })

  test('JSON that is no query result is refused', () => {
    expect(() => recordsIn('{"a": 1}', 'x.json')).toThrow('x.json: expected the JSON of a SPARQL result')
  })
})
