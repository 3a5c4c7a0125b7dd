import type {Evidence} from './incident.ts'

/** Where a sentence ends and another begins: not after a title or an initial. */
const bound =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|St|No|\p{Lu}))[.!?]["”’')\]]*\s+(?=["“‘(]?\p{Lu})/gu

/** What stands before and after the words of evidence in their own sentences; their neighbours are left out. */
export function aroundOf({before, words, after}: Pick<Evidence, 'before' | 'words' | 'after'>): {
  readonly before: string
  readonly after: string
} {
  const begin = [...before.matchAll(bound)].at(-1)
  const whole = /[.!?]["”’')\]]*\s*$/.test(words)
  const end = whole ? undefined : [...after.matchAll(bound)][0]
  return {
    before: before.slice(begin ? begin.index + begin[0].length : 0),
    after: whole ? '' : after.slice(0, end ? end.index + end[0].length : undefined),
  }
}
