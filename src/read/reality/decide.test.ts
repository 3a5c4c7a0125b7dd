import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../../lexicon/index.ts'
import {loadEnglish, parse, Tree} from '../../text/index.ts'
import {mend} from '../mend/mend.ts'
import {mendWords} from '../mend/words.ts'
import {decide} from './decide.ts'

const english = loadEnglish()
const lexicon = loadLexicon()
const {acts} = lexicon
const tables = {modes: acts.modes, light: acts.sets.get('light') ?? new Set<string>()}
const words = mendWords(lexicon)

/** Reality of the word in brackets: `value aspect`. */
function realityOf(marked: string): string {
  const at = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  for (const sentence of parse(english, text)) {
    const tree = new Tree(mend(sentence, words))
    const token = tree.tokenAt(at)
    if (token < 0) continue
    const {value, aspect} = decide(tree, token, tables)
    return `${value} ${aspect}`
  }
  return 'no such word'
}

const cases: readonly (readonly [string, string])[] = [
  ['Peru [closed] the border.', 'occurred plain'],
  ['Peru has [closed] the border.', 'occurred plain'],
  ['Peru is [closing] the border.', 'occurred ongoing'],
  ['Peru will [close] the border.', 'future planned'],
  ['Peru may [close] the border.', 'hypothetical possible'],
  ['Peru did not [close] the border.', 'negation negated'],
  ['Peru would not [close] the border.', 'negation negated'],
  ['Peru said it would [close] the border.', 'future planned'],
  ['Peru will [close] the border if Chile attacks.', 'hypothetical conditional'],
  ['If Chile [attacks], Peru will close the border.', 'hypothetical conditional'],
  ['It is not known whether Peru [closed] the border.', 'hypothetical asked'],
  ['Peru refused to [close] the border.', 'negation refused'],
  ['Peru declined to [close] the border.', 'negation refused'],
  ['Peru agreed to [close] the border.', 'future planned'],
  ['Peru agreed not to [close] the border.', 'negation negated'],
  ['Peru wants to [close] the border.', 'hypothetical desired'],
  ['Chile urged Peru to [close] the border.', 'hypothetical demanded'],
  ['Chile urged Peru not to [close] the border.', 'negation negated'],
  ['Chile fears that Peru will [close] the border.', 'hypothetical feared'],
  ['Chile accused Peru of [closing] the border.', 'hypothetical possible'],
  ['Chile fears the threat that Peru will [close] the border.', 'hypothetical feared'],
  ['Peru to [close] the border', 'future planned'],
  ['Peru will send help when the border is [closed].', 'future planned'],
  ['No [talks] were held.', 'negation negated'],
  ['Peru announced [cuts] in the army.', 'future planned'],
  ['The [talks] are set to begin on Monday.', 'future planned'],
  ['Prices rose to [reach] a new high.', 'occurred plain'],
  ['Peru would act if a day came when Chile [closed] the border.', 'hypothetical conditional'],
  ['Neither Peru nor Chile [closed] the border.', 'negation negated'],
  ['“Peru would [close] the border,” the minister said.', 'hypothetical possible'],
  ['Peru to [close] the border on Monday, the minister said.', 'future planned'],
  ['Peru fired on the camp to [drive] the rebels out.', 'hypothetical desired'],
]

describe('decide', () => {
  it('takes a passive infinitive behind a comma for a plan', () => {
    expect(realityOf('The report praised the bridge, to be [closed] in May.')).toBe('future planned')
  })

  it.each(cases)('%s', (text, wanted) => {
    expect(realityOf(text)).toBe(wanted)
  })

  it('takes any word of any text', () => {
    for (const text of ['', '?', '[if]', '[to] to to', 'not [not] no', '[would] if'])
      expect(() => realityOf(text)).not.toThrow()
  })
})
