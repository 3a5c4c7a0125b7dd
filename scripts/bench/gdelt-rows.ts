import {closeSync, openSync, writeSync} from 'node:fs'

const countries: readonly (readonly [cameo: string, fips: string])[] =
  'USA:US GBR:UK RUS:RS CHN:CH ISR:IS IRN:IR PAK:PK IND:IN FRA:FR DEU:GM TUR:TU SYR:SY UKR:UP JPN:JA KOR:KS EGY:EG SAU:SA AFG:AF IRQ:IZ AUS:AS CAN:CA NGA:NI ZAF:SF BRA:BR MEX:MX ITA:IT ESP:SP POL:PL GRC:GR YEM:YM'
    .split(' ')
    .map(pair => pair.split(':') as [string, string])
const roles = ['', '', '', 'GOV', 'MIL', 'COP', 'OPP', 'BUS', 'MED', 'JUD']
const names = ['PRESIDENT', 'MILITARY', 'POLICE', 'OPPOSITION', 'COMPANY', 'MEDIA', 'JUDGE']
const codes =
  '010 020 036 040 042 043 051 057 061 071 084 090 100 111 112 120 130 141 150 163 173 180 190 193 194 200'.split(' ')
const words = 'leaders talks army strike minister court deal says over after crisis border vote trade'.split(' ')

/** Writes made-up GDELT 2.0 rows of the usual length and spread (few big countries, stories of some events each), the same for the same number. */
export function writeGdeltRows(path: string, rows: number): void {
  const next = seeded(12_345)
  const few = (n: number) => Math.floor(n * next() ** 3)
  const one = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]
  const actor = () => {
    if (next() < 0.12) return Array<string>(10).fill('')
    const [country] = countries[few(countries.length)]
    const role = one(roles)
    return [country + role, role ? one(names) : `COUNTRY ${country}`, country, '', '', '', '', role, '', '']
  }
  const place = () => {
    if (next() < 0.1) return ['0', '', '', '', '', '', '', '']
    const [n, town] = [few(countries.length), few(3000)]
    const fips = countries[n][1]
    const region = String(town % 40).padStart(2, '0')
    const latitude = (((town * 7919) % 18_000) / 100 - 90).toFixed(4)
    const longitude = (((town * 104_729) % 36_000) / 100 - 180).toFixed(4)
    return [
      '4',
      `Town${town}, Region${region}, Country${n}`,
      fips,
      fips + region,
      String(10_000 + town),
      latitude,
      longitude,
      String(-1_000_000 - town * 37),
    ]
  }
  const file = openSync(path, 'w')
  let url = ''
  let left = 0
  let lines: string[] = []
  for (let n = 0; n < rows; n++) {
    const moment = new Date(Date.UTC(2015, 1, 18) + Math.floor(n / 2500) * 86_400_000)
    const day = moment.toISOString().slice(0, 10).replaceAll('-', '')
    if (left-- <= 0) {
      left = Math.floor(next() * 6)
      url = `https://www.site${few(4000)}.com/news/${day.slice(0, 4)}/${day.slice(4, 6)}/${Array.from({length: 7}, () => one(words)).join('-')}-${Math.floor(next() * 1e8)}.html`
    }
    const code = codes[few(codes.length)]
    const mentions = 1 + few(20)
    const [from, to] = [place(), place()]
    const fraction = (Number(day.slice(0, 4)) + (Number(day.slice(4, 6)) * 30 + Number(day.slice(6))) / 365).toFixed(4)
    lines.push(
      [
        ...[410_000_000 + n, day, day.slice(0, 6), day.slice(0, 4), fraction, ...actor(), ...actor()],
        ...[
          next() < 0.5 ? 1 : 0,
          code,
          code,
          code.slice(0, 2),
          1 + few(4),
          (few(40) / 2 - 10).toFixed(1),
          mentions,
          1,
          mentions,
        ],
        ...[
          (next() * 20 - 12).toPrecision(15),
          ...from,
          ...to,
          ...(next() < 0.7 ? from : place()),
          `${day}103000`,
          url,
        ],
      ].join('\t'),
    )
    if (lines.length === 20_000 || n === rows - 1) {
      writeSync(file, `${lines.join('\n')}\n`)
      lines = []
    }
  }
  closeSync(file)
}

/** Numbers from 0 to 1, the same for the same seed (Numerical Recipes' linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
