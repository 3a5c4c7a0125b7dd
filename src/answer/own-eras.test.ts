import {describe, expect, it} from 'vitest'
import {ownEraLine, ownEraLines, ownErasHeader, readOwnEras} from './own-eras.ts'

const era = {a: 'USA', b: 'Pakistan', first: '1979-12', last: '1988-08', name: 'Zia’s war'}

describe('a table of own eras', () => {
  it('is read back as it was written', () => {
    expect(readOwnEras(ownErasHeader + ownEraLine(era), 'eras.tsv')).toEqual([era])
    expect(readOwnEras(`\ufeff${ownErasHeader}${ownEraLine(era)}`.replaceAll('\n', '\r\n'), 'eras.tsv')).toEqual([era])
    expect(readOwnEras(ownErasHeader, 'eras.tsv')).toEqual([])
  })

  it.each([
    ['', /eras\.tsv:1: expected the columns a, b, first, last, name, found none/],
    [`${ownErasHeader}USA\tPAK\t1979-12\n`, /eras\.tsv:2: expected 5 cells, found 3/],
    [`${ownErasHeader}USA\tPAK\t1979\t1988-08\tZia\n`, /eras\.tsv:2: expected a month as YYYY-MM, found 1979/],
    [`${ownErasHeader}\nUSA\tPAK\t1988-09\t1988-08\tZia\n`, /eras\.tsv:3: expected a last month not before 1988-09/],
    [`${ownErasHeader}USA\tPAK\t1979-12\t1988-08\t\n`, /two sides and a name/],
  ])('says where it is wrong: %j', (text, message) => {
    expect(() => readOwnEras(text, 'eras.tsv')).toThrow(message)
  })

  it('refuses an era that would break the table', () => {
    expect(() => ownEraLine({...era, name: 'a\tb'})).toThrow(/no tab/)
  })

  it('says how far the nearest change-point is', () => {
    const described = {...era, measured: {level: 2, change: -1}, incidents: 1, mix: {} as never, themes: []}
    const words = (nearest: {month: string; months: number} | null) => ownEraLines([{...described, nearest}])[0].text
    expect(words({month: '1980-03', months: 3})).toMatch(
      /mean level \+2\.0, changing by −1\.0; 1 incident\. .* 1980-03, 3 months later\.$/,
    )
    expect(words({month: '1979-11', months: -1})).toMatch(/1 month earlier\.$/)
    expect(words({month: '1979-12', months: 0})).toMatch(/It begins with a change-point\.$/)
    expect(words(null)).toMatch(/1 incident\.$/)
  })
})
