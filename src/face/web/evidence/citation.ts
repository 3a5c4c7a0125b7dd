import type {Evidence} from '../../../model/index.ts'
import {publishedWords} from '../format.ts'
import {chainWords} from './chain.ts'

/** The exact words, their chain and where they are kept, as one paragraph of plain text. */
export function citation(evidence: Evidence, permalink: string): string {
  const {doc} = evidence
  const title = doc.title === null ? '' : `, “${doc.title}”`
  const url = doc.url === null ? '' : ` ${doc.url}`
  return `“${evidence.words}” ${chainWords(evidence.chain)}${title}, ${publishedWords(doc)}.${url} [sha256 ${evidence.sha256}, ${evidence.span.start}–${evidence.span.end}] ${permalink}`
}
