import type {AnswerLine, DocRef, Incident} from '../model/index.ts'

/** Months for which a plan that nothing was heard of since still stands. */
export const fresh = 24

/** Most lines in a block; the rest is counted. */
export const most = 8

/** A line of an answer: a template over records. */
export function line(text: string, records: readonly string[] = [], quote: AnswerLine['quote'] = null): AnswerLine {
  return {text, quote, records}
}

/** A line with the words of an incident's clearest telling. */
export function incidentLine(text: string, incident: Incident): AnswerLine {
  return line(text, [incident.id], {words: incident.evidence.words, evidence: incident.evidence})
}

export function restLine(total: number): AnswerLine[] {
  return total > most ? [line(`… and ${total - most} more.`)] : []
}

/** Day of the newest of some Docs, `''` when none has one. */
export function newestOf(docs: readonly DocRef[]): string {
  return (
    docs
      .map(doc => doc.published ?? '')
      .sort()
      .at(-1) ?? ''
  )
}

/** Orders incidents by independent origins, then by tellings, then by id. */
export function mostToldFirst(a: Incident, b: Incident): number {
  return b.origins - a.origins || b.tellings.length - a.tellings.length || (a.id < b.id ? -1 : 1)
}
