import type {Meaning, Setting} from './meaning.ts'
import {dayOf, numberOf} from './calendar.ts'

const word =
  /(?<![\p{L}\d])(since|until|till|up to|no later than|not later than|before|after|prior to|by|later than|earlier than|starting|beginning|as of|as from|effective)\s+(?:the\s+)?$/iu

/** "since 2019", "until April", "before 2010", "after 2014", "later than 2020": open on one side, or up to the day of publication. */
export function limited(meaning: Meaning, before: string, phrase: string, setting: Setting): Meaning {
  if (meaning.kind !== 'day' || meaning.first === null || meaning.last === null) return meaning
  const match = word.exec(before)
  if (!match) return meaning
  const at = match[1].toLowerCase()
  if (at === 'since') {
    const published = setting.published === null ? null : dayOf(setting.published)
    return published === null || published >= meaning.last ? {...meaning, last: published} : meaning
  }
  if (/starting|beginning|as of|as from|effective/.test(at)) return {...meaning, last: null}
  // "before the end of May" lies in May too; "after the beginning of May" as well.
  if (at === 'after' || at === 'later than') {
    if (/^(?:the\s+)?(?:beginning|start)\b/i.test(phrase)) return {...meaning, last: null}
    return meaning.precision === 'day' && at === 'after'
      ? meaning
      : {...meaning, first: dayOf(numberOf(meaning.last) + 1), last: null}
  }
  const up = at === 'before' || at === 'prior to' || at === 'earlier than'
  const whole = /^(?:the\s+)?(?:end|close)\b/i.test(phrase)
  return {...meaning, first: null, last: up && !whole ? dayOf(numberOf(meaning.first) - 1) : meaning.last}
}
