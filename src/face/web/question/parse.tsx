import type {Question, QuestionKind} from '../../../model/index.ts'
import {dayWords} from '../format.ts'

const kindWords: {readonly [kind in QuestionKind]: string} = {
  rapprochement: 'will they come closer?',
  rupture: 'will they fall out?',
  change: 'what changed?',
  happened: 'what happened?',
  said: 'who said what?',
  compare: 'how does now compare?',
  sides: 'who sides with whom?',
  'would-change': 'what would change it?',
}

const arrows: {readonly [direction in Question['direction']]: string} = {
  both: ' ↔ ',
  'a-to-b': ' → ',
  'b-to-a': ' ← ',
}

interface ParseProps {
  readonly question: Question
  readonly names: {readonly [entity: string]: string}
}

/** The question as it was understood, so that a misreading shows. */
export function Parse({question, names}: ParseProps) {
  const {kind, pair, direction, theme, again, since, until, horizon, unknown} = question
  return (
    <ul class="chips" aria-label="Understood as">
      {kind && <li class="chip">{kindWords[kind]}</li>}
      {pair && <li class="chip">{pair.map(id => names[id] ?? id).join(arrows[direction])}</li>}
      {theme && <li class="chip">theme: {theme.replace(/_/g, ' ')}</li>}
      {again && <li class="chip">again: compared with past eras</li>}
      {since && <li class="chip">since {dayWords(since)}</li>}
      {until && <li class="chip">until {dayWords(until)}</li>}
      {horizon && <li class="chip">{horizon === 1 ? 'a month' : `${horizon} months`} ahead</li>}
      {unknown.map(words => (
        <li key={words} class="chip doubtful">
          {words}
        </li>
      ))}
    </ul>
  )
}
