import {deedWords} from '../../../model/act-words.ts'
import {figureKinds, type ReaderAnswer, speechActs, stances} from '../../../model/index.ts'
import {realityWords} from '../format.ts'
import {ActFields} from './act-fields.tsx'
import {realities} from './draft.ts'
import type {MissedDraft} from './missed-draft.ts'

interface MissedFieldsProps {
  readonly draft: MissedDraft
  readonly answer: ReaderAnswer
  readonly onChange: (draft: MissedDraft) => void
}

type Field = keyof {[name in keyof MissedDraft as MissedDraft[name] extends boolean ? never : name]: true}

/** The fields that an act, a statement or a number needs. */
export function MissedFields({draft, answer, onChange}: MissedFieldsProps) {
  const set = (name: Field) => (event: Event) =>
    onChange({...draft, [name]: (event.currentTarget as HTMLInputElement).value})
  const text = (name: Field, label: string) => (
    <label>
      {label} <input type="text" value={draft[name]} maxLength={300} onInput={set(name)} />
    </label>
  )
  const day = (name: 'first' | 'last', label: string) => (
    <label>
      {label} <input type="date" value={draft[name]} onInput={set(name)} />
    </label>
  )
  const choice = (name: Field, label: string, options: readonly (readonly [value: string, words: string])[]) => (
    <label>
      {label}{' '}
      <select value={draft[name]} onChange={set(name)}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
  const check = (name: 'approx' | 'total', label: string) => (
    <label class="check">
      <input
        type="checkbox"
        checked={draft[name]}
        onChange={event => onChange({...draft, [name]: event.currentTarget.checked})}
      />{' '}
      {label}
    </label>
  )
  const same = (values: readonly string[]) => values.map(value => [value, value] as const)
  switch (draft.part) {
    case 'event':
      return (
        <>
          <ActFields
            label="What was done"
            event={draft.event}
            mode={draft.mode}
            onChange={act => onChange({...draft, ...act})}
          />
          {text('themes', 'Themes, parted by commas: terrorism, military, …')}
          {text('actors', 'By whom: names or codes, parted by commas')}
          {text('recipients', 'To whom')}
          {choice(
            'reality',
            'It is',
            realities.map(value => [value, realityWords[value]] as const),
          )}
          <span class="two-fields">
            {day('first', 'First day')}
            {day('last', 'Last day')}
          </span>
          {text('place', 'Place')}
        </>
      )
    case 'statement':
      return (
        <>
          {text('speaker', 'Who says it: a name or code')}
          {text('cue', 'The words of saying, as printed')}
          {choice('act', 'It is', same(speechActs))}
          {text('about', 'Of whom it speaks, parted by commas')}
          {choice('stance', 'For or against their being close', same(stances))}
        </>
      )
    case 'figure':
      return (
        <>
          {choice('what', 'What it counts', same(figureKinds))}
          <span class="two-fields">
            {text('low', 'In digits, from')}
            {text('high', 'to')}
          </span>
          {text('who', 'Whom it counts, as printed')}
          {check('approx', 'about so many')}
          {check('total', 'summed over a time, a war or a country')}
          {choice('of', 'It counts for', [['', 'no act'], ...eventsOf(answer)])}
        </>
      )
  }
}

function eventsOf({reading, names}: ReaderAnswer): (readonly [value: string, words: string])[] {
  const named = (parties: (typeof reading.events)[number]['actors']) =>
    parties.map(({entity}) => ({name: names[entity] ?? entity.replace(/^~/, '')}))
  return reading.events.map(
    ({id, event, mode, actors, recipients}) =>
      [id, deedWords({event, mode, actors: named(actors), recipients: named(recipients)})] as const,
  )
}
