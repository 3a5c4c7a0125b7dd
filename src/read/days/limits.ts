import type {Meaning, Setting} from './meaning.ts'
import {dayOf, numberOf} from './calendar.ts'

const word = /(?<![\p{L}\d])(since|until|till|up to|before|after|prior to|by)\s+(?:the\s+)?$/iu

/** "since 2019", "until April", "before 2010", "after 2014": open on one side, or up to the day of publication. */
export function limited(meaning: Meaning, before: string, setting: Setting): Meaning {
  if (meaning.kind !== 'day' || meaning.first === null || meaning.last === null) return meaning
  const match = word.exec(before)
  if (!match) return meaning
  const at = match[1].toLowerCase()
  if (at === 'since') {
    const published = setting.published === null ? null : dayOf(setting.published)
    return published === null || published >= meaning.last ? {...meaning, last: published} : meaning
  }
  if (at === 'after')
    return meaning.precision === 'day' ? meaning : {...meaning, first: dayOf(numberOf(meaning.last) + 1), last: null}
  if (at === 'before' || at === 'prior to') return {...meaning, first: null, last: dayOf(numberOf(meaning.first) - 1)}
  return {...meaning, first: null}
}
