import type {Lexicon} from '../../lexicon/index.ts'
import type {Sector, Span} from '../../model/index.ts'
import {wordsIn} from './words.ts'

/** Words of a question that name speakers by what they are: experts, officials, generals. */
export interface NamedSpeakers {
  readonly sector: Sector
  readonly span: Span
}

export function namedSpeakers(text: string, lexicon: Lexicon, taken: readonly Span[]): NamedSpeakers[] {
  const columns = ['words', 'sector', 'from'] as const
  return wordsIn(text, lexicon, 'question-speakers', columns, taken).map(({row, span}) => ({
    sector: row.sector as Sector,
    span,
  }))
}
