import {type CodedEvent, type Day, DetenteError, type Party} from '../model/index.ts'
import {codeOf, dyadsOf} from '../read/index.ts'
import type {Engine} from './engine.ts'

export interface CodedLine {
  readonly id: string
  readonly events: readonly {
    readonly source: string
    readonly target: string
    readonly type: string
    readonly mode?: string
    readonly reality?: string
  }[]
}

/**
 * Codes the events of one `{id, text, date?}`: a source and target code and a PLOVER type for each pair of sides.
 * With `all`, planned, hypothetical and negated events come too, and each tells its reality; without it they are left out.
 * Throws `usage/argument` when the line is not of that form.
 */
export function codeLine(engine: Engine, line: unknown, {all = false}: {all?: boolean} = {}): CodedLine {
  const {id, text, date} = checked(line)
  const reading = engine.read(engine.docOf(text, {published: date, id}))
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  const code = (party: Party | null) => (party ? codeOf(party, entities.get(party.entity)) : '')
  const seen = new Set<string>()
  const events = reading.events
    .filter(event => all || isTold(event))
    .flatMap(event =>
      dyadsOf(event).map(([source, target]) => ({
        source: code(source),
        target: code(target),
        type: event.event,
        ...(event.mode !== null && {mode: event.mode}),
        ...(all && {reality: event.reality.value}),
      })),
    )
    .filter(each => {
      const key = JSON.stringify(each)
      return !seen.has(key) && seen.add(key)
    })
  return {id, events}
}

/** PLOVER drops negated events; what is merely imagined is none either. */
function isTold({reality}: CodedEvent): boolean {
  return reality.value !== 'negation' && reality.value !== 'hypothetical'
}

function checked(line: unknown): {id: string; text: string; date: Day | null} {
  const {id, text, date} = (line ?? {}) as Record<string, unknown>
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string')
    throw new DetenteError('usage/argument', `expected {id, text}, found ${JSON.stringify(line)?.slice(0, 80)}`)
  const digits = typeof date === 'string' ? date.replace(/\D/g, '') : ''
  const day = digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null
  return {id: String(id), text, date: day}
}
