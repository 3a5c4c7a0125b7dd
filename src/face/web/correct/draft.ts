import {eventCodes, type EvidenceAnswer, type RealityValue} from '../../../model/index.ts'

/** Kinds of correction that a person makes at one record, with what they are called. */
export const kinds = [
  ['reality', 'whether it happened'],
  ['type', 'what was done'],
  ['actor', 'who did it'],
  ['recipient', 'to whom'],
  ['swap', 'who did it to whom is the wrong way round'],
  ['day', 'when'],
  ['place', 'where'],
  ['merge', 'the same as another incident'],
  ['split', 'this telling is of another incident'],
  ['reject', 'it is not in the text'],
  ['confirm', 'it is read rightly'],
] as const
export type Kind = (typeof kinds)[number][0]

export const realities: readonly RealityValue[] = ['occurred', 'historical', 'future', 'hypothetical', 'negation']
export {eventCodes}

/** What stands in the form; texts as typed. */
export interface Draft {
  readonly kind: Kind
  readonly reality: string
  readonly event: string
  /** Empty: of no mode. */
  readonly mode: string
  readonly who: string
  readonly first: string
  readonly last: string
  readonly place: string
  readonly other: string
  readonly why: string
}

/** The event that a correction is about: the one shown, or the clearest telling of an incident; a statement's own id. */
export function recordOf(answer: EvidenceAnswer): string {
  if (answer.kind !== 'incident') return answer.id
  const {span, doc} = answer.evidence
  const shown = answer.tellings.find(({evidence}) => evidence.doc.id === doc.id && evidence.span.start === span.start)
  return (shown ?? answer.tellings[0])?.id ?? answer.id
}

/** The form filled with what is read now, so that a person changes and does not type. */
export function draftOf(answer: EvidenceAnswer, kind: Kind): Draft {
  const {incident, reality, day} = answer
  const parties = kind === 'recipient' ? incident?.recipients : incident?.actors
  return {
    kind,
    reality: reality?.value ?? 'occurred',
    event: incident?.event ?? 'CONSULT',
    mode: incident?.mode ?? '',
    who: parties?.map(({name}) => name).join(', ') ?? '',
    first: day?.first ?? '',
    last: day?.last ?? '',
    place: incident?.place ?? '',
    other: '',
    why: '',
  }
}

/** What is sent, or `null` while a part is missing. Names are parted by commas. */
export function givenOf(draft: Draft, answer: EvidenceAnswer, by: string): {[name: string]: unknown} | null {
  const record = recordOf(answer)
  const base = {kind: draft.kind, by: by.trim() || 'workbench', why: draft.why.trim()}
  switch (draft.kind) {
    case 'confirm':
    case 'reject':
    case 'swap':
      return {...base, record}
    case 'reality':
      return {...base, record, reality: draft.reality}
    case 'type':
      return {...base, record, event: draft.event, mode: draft.mode || null}
    case 'actor':
    case 'recipient':
      return {
        ...base,
        record,
        entities: draft.who
          .split(',')
          .map(name => name.trim())
          .filter(Boolean),
      }
    case 'day':
      return draft.first === ''
        ? {...base, record, first: null}
        : {...base, record, first: draft.first, last: draft.last || draft.first}
    case 'place':
      return {...base, record, place: draft.place.trim() || null}
    case 'merge': {
      const other = /\binc_[0-9a-f]+\b/.exec(draft.other)?.[0]
      return answer.incident && other ? {...base, incidents: [answer.incident.id, other]} : null
    }
    case 'split':
      return {...base, tellings: [record]}
  }
}
