import type {Setting} from './meaning.ts'

/**
 * Chooses between the last occurrence before and the next one after the day of publication: news tells of what has been,
 * unless its verbs look ahead or the past one is far off.
 */
export function nearest(past: number, future: number, {published, lean}: Setting, year = 365): 'past' | 'future' {
  if (published === null) return 'past'
  const back = published - past
  const ahead = future - published
  if (lean === 'future') return ahead <= year * 0.8 ? 'future' : 'past'
  if (lean === 'past') return ahead < year * 0.12 && back > year * 0.75 ? 'future' : 'past'
  return back <= ahead * 1.4 ? 'past' : 'future'
}
