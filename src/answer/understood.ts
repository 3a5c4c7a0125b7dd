import type {Question} from '../model/index.ts'

/** The question as understood, in the words of the options that change it. */
export function understoodWords({
  kind,
  pair,
  direction,
  theme,
  again,
  since,
  until,
  horizon,
  ...asked
}: Question): string {
  const parts = [
    `pair ${pair?.join(' – ') ?? '?'}`,
    `asks ${kind ?? '?'}${again ? ', again' : ''}`,
    asked.acts.length > 0 && `acts ${asked.acts.join(', ')}`,
    asked.sector && `speakers ${asked.sector}`,
    theme && `theme ${theme}`,
    direction !== 'both' && `direction ${direction}`,
    horizon && `horizon ${horizon}`,
    since && `since ${since}`,
    until && `until ${until}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
