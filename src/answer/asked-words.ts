import type {Question, RelationAnswer} from '../model/index.ts'
import {dayWords, themeWords} from './words.ts'

export const namesOf = ({pair}: RelationAnswer): string => pair.map(({name}) => name).join(' and ')

/** `between A and B on terrorism, in 2011`; of one direction, `of A towards B`. */
export function aboutWords(question: Question, {pair}: RelationAnswer): string {
  const {direction, theme} = question
  const [a, b] = (direction === 'b-to-a' ? [pair[1], pair[0]] : pair).map(({name}) => name)
  const between = direction === 'both' ? `between ${a} and ${b}` : `of ${a} towards ${b}`
  return `${between}${theme === null ? '' : ` on ${themeWords(theme)}`}${timeWords(question)}`
}

/** The time asked about, with a blank before it; `''`: all. */
export const timeWords = ({since, until}: Question) =>
  since === null && until === null ? '' : ` ${dayWords({first: since, last: until})}`
