import type {DayRange, DocRef, Incident, IncidentParty, IndexPoint} from '../model/index.ts'

/** Templates in words. Numbers are written the same everywhere, whatever the locale. */

export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

export function levelWords({level, low, high}: Pick<IndexPoint, 'level' | 'low' | 'high'>): string {
  return `${signed(level)} (80 % band ${signed(low)} to ${signed(high)})`
}

export function dayWords({first, last}: DayRange): string {
  if (first === null && last === null) return 'on an unknown day'
  if (first === last) return `on ${first}`
  if (first === null) return `by ${last}`
  if (last === null) return `since ${first}`
  if (first.slice(5) === '01-01' && last.slice(5) === '12-31')
    return first.slice(0, 4) === last.slice(0, 4)
      ? `in ${first.slice(0, 4)}`
      : `in ${first.slice(0, 4)}–${last.slice(0, 4)}`
  if (first.slice(0, 7) === last.slice(0, 7) && first.endsWith('-01')) return `in ${first.slice(0, 7)}`
  return `between ${first} and ${last}`
}

export function docWords({outlet, published, title}: DocRef): string {
  return [outlet ?? 'outlet not stated', published ?? 'day unknown', title].filter(Boolean).join(', ')
}

/** Those without a name are called what the text calls them: `unnamed: officials` → unnamed officials. */
export function nameWords(name: string): string {
  return name.replace(/^unnamed: (?:the |an? )?/, 'unnamed ')
}

export function incidentWords(incident: Incident): string {
  const names = (parties: readonly IncidentParty[]) => parties.map(party => nameWords(party.name)).join(', ')
  const to = incident.recipients.length > 0 ? ` → ${names(incident.recipients)}` : ''
  const mode = incident.mode === null ? '' : `/${incident.mode}`
  return `${incident.event}${mode}: ${names(incident.actors) || 'actor not named'}${to}, ${dayWords(incident.days)}`
}

/** A PLOVER context in words: `human_rights` → human rights, `cbrn` → nuclear and chemical arms. */
export function themeWords(theme: string): string {
  return theme === 'cbrn' ? 'nuclear and chemical arms' : theme.replaceAll('_', ' ')
}

/** "a, b and c". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
