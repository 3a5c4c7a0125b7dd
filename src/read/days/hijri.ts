import {dayOf, fromLunarHijri, fromSolarHijri} from './calendar.ts'
import {type Kind, meaning} from './meaning.ts'
import {gap, pattern} from './words.ts'

const solar = [
  'hamal|farvardin|hamel',
  'sawr|sowr|saur|ordibehesht',
  'jawza|jauza|khordad|khurdad',
  'saratan|tir',
  'asad|mordad|amordad',
  'sunbula|sonbola|sumbula|shahrivar',
  'mizan|mehr',
  'aqrab|aban',
  'qaws|qaus|qows|azar',
  'jadi|jaddi|jady|dey',
  'dalw|dalwa|dalv|bahman',
  'hut|hoot|hout|esfand',
]
const lunar = [
  'muharram|moharram',
  'safar',
  "rabi' al-awwal|rabi al-awwal|rabi ul-awwal|rabi i",
  "rabi' al-thani|rabi al-thani|rabi ii",
  'jumada al-awwal|jumada al-ula|jumada i',
  'jumada al-thani|jumada al-akhira|jumada ii',
  'rajab',
  "sha'ban|shaban|sha’ban",
  'ramadan|ramazan|ramadhan',
  'shawwal|shawal',
  "dhu al-qadah|dhu al-qi'dah|zulqadah",
  'dhu al-hijjah|zulhijjah|zilhajj',
]
const all = [...solar, ...lunar].join('|')

function find(list: readonly string[], word: string) {
  return list.findIndex(names => names.split('|').includes(word)) + 1
}

/** "16 Hamal 1404", "Dalw 26, 1357", "27 Rajab 1446": the year must be there, since Hut, Tir and Asad are words and names too. */
export const hijri: Kind = {
  name: 'hijri',
  pattern: pattern(
    `(?:(?<day>[0-3]?\\d)${gap}(?:of${gap})?(?<month>${all})(?:${gap}|,${gap})(?<year>1[34]\\d{2})|(?<month2>${all})${gap}(?<day2>[0-3]?\\d),?${gap}(?<year2>1[34]\\d{2})|(?<month3>${all})${gap}(?<year3>1[34]\\d{2}))(?:${gap}(?:hijri|AH|SH|HS|H\\.?S\\.?))?`,
  ),
  read: ({day, month, year, day2, month2, year2, month3, year3}) => {
    const word = (month ?? month2 ?? month3)!.toLowerCase()
    const y = Number(year ?? year2 ?? year3)
    const isSolar = find(solar, word) > 0
    const m = isSolar ? find(solar, word) : find(lunar, word)
    const count = isSolar ? fromSolarHijri : fromLunarHijri
    const d = Number(day ?? day2 ?? 0)
    const length = isSolar ? (m <= 6 ? 31 : 30) : m % 2 === 1 ? 30 : 29
    if (d > 31) return null
    const first = count(y, m, d === 0 ? 1 : d)
    const last = d === 0 ? first + length - 1 : first
    const timex = d === 0 ? null : dayOf(first)
    return () => meaning({first, last}, d === 0 ? 'month' : 'day', timex, {approx: !isSolar})
  },
}
