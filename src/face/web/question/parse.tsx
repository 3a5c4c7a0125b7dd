import type {Question} from '../../../model/index.ts'
import {dayWords} from '../format.ts'

const kindWords: {readonly [kind in Question['kind']]: string} = {
  rapprochement: 'will they come closer?',
  rupture: 'will they fall out?',
  change: 'what changed?',
  happened: 'what happened?',
  said: 'who said what?',
}

interface ParseProps {
  readonly question: Question
  readonly names: {readonly [entity: string]: string}
}

/** The question as it was understood, so that a misreading shows. */
export function Parse({question, names}: ParseProps) {
  const {pair, theme, again, since, unknown} = question
  return (
    <ul class="chips" aria-label="Understood as">
      <li class="chip">{kindWords[question.kind]}</li>
      {pair && <li class="chip">{pair.map(id => names[id] ?? id).join(' ↔ ')}</li>}
      {theme && <li class="chip">theme: {theme.replace(/_/g, ' ')}</li>}
      {again && <li class="chip">again: compared with past eras</li>}
      {since && <li class="chip">since {dayWords(since)}</li>}
      {unknown.map(words => (
        <li key={words} class="chip doubtful">
          not understood: {words}
        </li>
      ))}
    </ul>
  )
}
