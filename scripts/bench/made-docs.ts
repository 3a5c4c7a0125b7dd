import {bareDoc, type Doc} from '../../src/model/index.ts'
import {seeded} from './gdelt-rows.ts'

const states =
  `Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Bolivia Botswana Brazil Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia Cuba Denmark Ecuador Egypt Eritrea Ethiopia Fiji Finland France Gabon Georgia Germany Ghana Greece Haiti Hungary Iceland India Indonesia Iran Iraq Israel Italy Japan Jordan Kenya Kuwait Laos Lebanon Liberia Libya Mali Malta Mexico Morocco Myanmar Namibia Nepal Niger Nigeria Norway Oman Pakistan Panama Peru Poland Qatar Romania Russia Rwanda Senegal Serbia Somalia Spain Sudan Sweden Syria Tanzania Thailand Togo Tunisia Turkey Uganda Ukraine Vietnam Yemen Zambia Zimbabwe`.split(
    ' ',
  )
const acts = [
  'accused A of arming rebels',
  'and A agreed to hold talks',
  'sent 200 tonnes of wheat to A',
  'expelled two diplomats of A',
  'urged A to withdraw its troops',
  'threatened to close its border with A',
  'refused to meet a delegation from A',
  'signed a trade agreement with A',
  'shelled a village in A, killing nine people',
  'released 30 prisoners from A',
]
const days = ['on Monday', 'on Thursday', 'last week', 'in March', 'two days ago', 'yesterday']
const syllables = 'ba bel dar du fen gor hal in jas kor lem mar nev ol pas rin sul tor un vas wen yar zim'.split(' ')

/** Short Docs that all differ: two sentences with states, an act, a day, a figure, a made-up speaker and town; the same for the same number. */
export function* madeDocs(many: number, from = 0, step = 1): Generator<Doc> {
  for (let n = from; n < many; n += step) {
    const next = seeded(n + 1)
    const one = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]
    const name = () => {
      const word = Array.from({length: 3}, () => one(syllables)).join('')
      return word[0].toUpperCase() + word.slice(1)
    }
    const [doer, other] = [one(states), one(states)]
    const published = new Date(Date.UTC(1980, 0, 1) + (n % 16_000) * 86_400_000).toISOString().slice(0, 10)
    const text = `${doer} ${one(acts).replace('A', other)} ${one(days)}. Minister ${name()} ${name()} said that ${2 + Math.floor(next() * 900)} people had left ${name()}.`
    yield bareDoc(text, {published, kind: 'report', id: `made-${n}`})
  }
}
