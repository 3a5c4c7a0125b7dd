import {toConllu} from '../text/index.ts'
import type {Engine} from './engine.ts'

/** The dependency trees of a plain text, paragraphs parted by blank lines, as CoNLL-U. */
export function conllu(engine: Engine, text: string): string {
  const blocks = engine.docOf(text).blocks
  return toConllu(
    text,
    engine.parse(
      text,
      blocks.map(({span}) => span),
    ),
  )
}
