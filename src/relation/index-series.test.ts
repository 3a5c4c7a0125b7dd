import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {modesOf} from '../model/act-words.ts'
import {eventCodes, type Incident, type Look} from '../model/index.ts'
import {contributionsTo, coverageByMonth, indexOf, scoreOf} from './index.ts'
import {filter, smooth} from './level.ts'

const options = {pair: ['AAA', 'BBB'], direction: 'both', theme: null} as const

function incident(id: string, first: string | null, last: string | null, rest: Partial<Incident> = {}): Incident {
  return {
    id,
    event: 'CONSULT',
    mode: null,
    reality: 'occurred',
    claimed: null,
    denied: null,
    origins: 1,
    days: {first, last},
    docs: [{id: `doc_${id}`}],
    ...rest,
  } as Incident
}

const someDay = fc
  .tuple(fc.integer({min: 1979, max: 2025}), fc.integer({min: 1, max: 12}))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`)
const someIncidents = fc
  .array(
    fc.record({
      day: someDay,
      event: fc.constantFrom(...eventCodes),
      origins: fc.integer({min: 1, max: 9}),
      months: fc.integer({min: 0, max: 40}),
    }),
    {minLength: 1, maxLength: 30},
  )
  .map(list =>
    list.map(({day, event, origins, months}, n) => {
      const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
      const last = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-20`
      return incident(`inc_${n}`, day, last, {event, origins})
    }),
  )

describe('index of a relation', () => {
  it('explains every change by the incidents, to 1e-9', () => {
    fc.assert(
      fc.property(someIncidents, fc.nat(), fc.nat(), (incidents, a, b) => {
        const series = indexOf(incidents, options)
        const from = series.points[a % series.points.length]
        const to = series.points[b % series.points.length]
        const sum = contributionsTo(incidents, series, from.month, to.month).reduce((s, c) => s + c.share, 0)
        expect(Math.abs(sum - (to.level - from.level))).toBeLessThan(1e-9)
      }),
      {numRuns: 40},
    )
  })

  it('is the same in any order of input, to the bit', () => {
    fc.assert(
      fc.property(someIncidents, incidents => {
        expect(indexOf([...incidents].reverse(), options)).toEqual(indexOf(incidents, options))
      }),
      {numRuns: 25},
    )
  })

  it('is the same in any time zone, to the bit', () => {
    const zone = process.env.TZ
    try {
      fc.assert(
        fc.property(
          someIncidents,
          fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'UTC'),
          (incidents, other) => {
            process.env.TZ = 'UTC'
            const here = indexOf(incidents, options)
            process.env.TZ = other
            expect(indexOf(incidents, options)).toEqual(here)
          },
        ),
        {numRuns: 25},
      )
    } finally {
      process.env.TZ = zone
    }
  })

  it('does not move in silence and only widens', () => {
    const incidents = [incident('inc_1', '2020-01-10', '2020-01-10'), incident('inc_2', '2020-03-02', '2020-03-02')]
    const {points} = indexOf(incidents, {...options, until: '2023-01'})
    const silent = points.slice(2)
    for (let t = 1; t < silent.length; t++) {
      expect(silent[t].asOf).toBe(silent[0].asOf)
      expect(silent[t].level).toBeCloseTo(silent[0].level, 12)
      expect(silent[t].high - silent[t].low).toBeGreaterThan(silent[t - 1].high - silent[t - 1].low)
    }
    expect(points.at(-1)?.month).toBe('2023-01')
  })

  it('never moves in silence and widens with every month of it, whatever came before', () => {
    fc.assert(
      fc.property(someIncidents, fc.integer({min: 2, max: 40}), (incidents, months) => {
        const last = indexOf(incidents, options).points.findLast(point => point.incidents > 0)
        fc.pre(last !== undefined)
        const [year, month] = (last?.month ?? '').split('-').map(Number)
        const end = year * 12 + month - 1 + months
        const until = `${Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, '0')}`
        const {points} = indexOf(incidents, {...options, until})
        const silent = points.slice(points.findLastIndex(point => point.incidents > 0))
        expect(silent.length).toBeGreaterThan(months)
        for (let t = 1; t < silent.length; t++) {
          expect(silent[t].asOf).toBe(silent[0].asOf)
          expect(silent[t].asOfHigh - silent[t].asOfLow).toBeGreaterThan(silent[t - 1].asOfHigh - silent[t - 1].asOfLow)
        }
      }),
      {numRuns: 30},
    )
  })

  it('counts nothing that is planned, imagined, negated, denied or without a day', () => {
    const first = incident('inc_1', '2020-01-10', '2020-01-10')
    const others = [
      incident('inc_2', '2020-01-10', '2020-01-10', {event: 'ASSAULT', reality: 'future'}),
      incident('inc_3', '2020-01-10', '2020-01-10', {event: 'ASSAULT', reality: 'hypothetical'}),
      incident('inc_4', '2020-01-10', '2020-01-10', {event: 'ASSAULT', reality: 'negation'}),
      incident('inc_5', '2020-01-10', '2020-01-10', {event: 'ASSAULT', denied: 'AAA'}),
      incident('inc_6', null, null, {event: 'ASSAULT'}),
    ]
    expect(indexOf([first, ...others], options)).toEqual(indexOf([first], options))
  })

  it('agrees with the model written out: one observation, one month', () => {
    const variances = {observation: 20, step: 0.4, start: 25}
    const {mean, variance} = filter([{weight: 2, weighted: 2 * 5}], variances)
    expect(mean[0]).toBeCloseTo((5 * 25) / (25 + 10), 12)
    expect(variance[0]).toBeCloseTo((25 * 10) / (25 + 10), 12)
    expect(smooth({mean, variance}, variances).mean[0]).toBe(mean[0])
  })

  const look = (doc: string, published: string, origin = doc): Look => ({doc, origin, published})
  const told = [
    incident('inc_1', '2020-01-10', '2020-01-10', {event: 'AID'}),
    incident('inc_2', '2020-03-02', '2020-03-02', {event: 'ASSAULT'}),
  ]
  const looks = [look('doc_inc_1', '2020-01-11'), look('doc_inc_2', '2020-03-03'), look('doc_x', '2020-02-05')]

  it('shows who looked at the pair, month by month, and tells silence from not looking', () => {
    const {points} = indexOf(told, {...options, looks, until: '2020-04'})
    expect(points.map(({docs, origins, incidents}) => [docs, origins, incidents])).toEqual([
      [1, 1, 1],
      [1, 1, 0],
      [1, 1, 1],
      [0, 0, 0],
    ])
    expect(points[1].asOf).toBe(points[0].asOf)
  })

  it('counts a Doc that tells of an old day in that month too', () => {
    const old = incident('inc_3', '2001-09-13', '2001-09-13', {docs: [{id: 'doc_x'}] as never})
    const months = coverageByMonth([look('doc_x', '2020-02-05')], [old])
    expect([...months]).toEqual([
      ['2001-09', {docs: 1, origins: 1}],
      ['2020-02', {docs: 1, origins: 1}],
    ])
  })

  it('does not change with reprints, and trusts a month more that several looked at', () => {
    const reprints = Array.from({length: 50}, (_, n) => look(`doc_r${n}`, '2020-03-04', 'doc_inc_2'))
    const before = indexOf(told, {...options, looks})
    const after = indexOf(told, {...options, looks: [...reprints, ...looks]})
    const bare = (series: typeof before) => series.points.map(({docs: _, ...point}) => point)
    expect(bare(after)).toEqual(bare(before))
    expect(after.points[2].docs).toBe(51)
    const more = indexOf(told, {
      ...options,
      looks: [...looks, look('doc_y', '2020-03-09'), look('doc_z', '2020-03-09')],
    })
    expect(more.points[2].origins).toBe(3)
    expect(more.points[2].asOfHigh - more.points[2].asOfLow).toBeLessThan(
      before.points[2].asOfHigh - before.points[2].asOfLow,
    )
  })

  it('explains every change to 1e-9 whoever looked', () => {
    const someLooks = fc.array(
      fc.record({doc: fc.stringMatching(/^doc_[a-f]$/), day: someDay, origin: fc.stringMatching(/^doc_[a-c]$/)}),
      {maxLength: 20},
    )
    fc.assert(
      fc.property(someIncidents, someLooks, fc.nat(), fc.nat(), (incidents, list, a, b) => {
        const looks = list.map(({doc, day, origin}) => look(doc, day, origin))
        const series = indexOf(incidents, {...options, looks})
        const [from, to] = [a, b].map(n => series.points[n % series.points.length])
        const sum = contributionsTo(incidents, series, from.month, to.month).reduce((s, c) => s + c.share, 0)
        expect(Math.abs(sum - (to.level - from.level))).toBeLessThan(1e-9)
      }),
      {numRuns: 30},
    )
  })

  it('takes less than 100 ms for fifty years of news', () => {
    const many = Array.from({length: 3000}, (_, n) => {
      const month = `${1975 + (n % 50)}-${String((n % 12) + 1).padStart(2, '0')}`
      return incident(`inc_${n}`, `${month}-05`, `${month}-05`, {event: eventCodes[n % eventCodes.length]})
    })
    indexOf(many, options)
    // Time of this process, not of the clock on the wall: a machine with other work is no slower code.
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = process.cpuUsage()
      indexOf(many, {...options, looks})
      const {user, system} = process.cpuUsage(start)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })

  it('24 silent months, whether articles name the two or not, leave the line where it is and widen the band: no ratchet', () => {
    const news = [
      incident('inc_1', '2020-01-10', '2020-01-10', {event: 'ASSAULT'}),
      incident('inc_2', '2020-03-02', '2020-03-02', {event: 'AID'}),
    ]
    const named = Array.from({length: 24}, (_, n) => {
      const month = 3 + n
      return look(`doc_n${n}`, `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`)
    })
    const spoken = [look('doc_inc_1', '2020-01-11'), look('doc_inc_2', '2020-03-03')]
    for (const looks of [undefined, spoken, [...spoken, ...named]]) {
      const {points} = indexOf(news, {...options, looks, until: '2022-03'})
      const [before, after] = [points[2], points[26]]
      expect([before.month, after.month]).toEqual(['2020-03', '2022-03'])
      expect(after.asOf).toBe(before.asOf)
      expect(after.level).toBeCloseTo(before.level, 12)
      expect(after.high - after.low).toBeGreaterThan(before.high - before.low)
      expect(after.low).toBeLessThan(before.low)
      expect(after.high).toBeGreaterThan(before.high)
    }
  })

  it('never scores an accusation as cooperation', () => {
    for (const mode of [null, ...modesOf('ACCUSE'), 'no-such-mode']) expect(scoreOf('ACCUSE', mode)).toBeLessThan(0)
    expect(scoreOf('REQUEST', null)).toBe(0)
    for (const event of eventCodes) expect(Math.abs(scoreOf(event, 'no-such-mode'))).toBeLessThanOrEqual(10)
  })
})
